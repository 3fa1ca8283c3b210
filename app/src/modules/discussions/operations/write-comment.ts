import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { commentKinds, mayWrite, speaksFor } from '../comment.ts'
import { addComment } from '../store/write-comments.ts'
import { language, wording } from './input.ts'
import { commentEvent, loadSubject, mentionsIn, tooMany } from './subject.ts'

export const writeComment = operation({
  name: 'write-comment',
  summary: both('Menulis komentar atau pertanyaan pada satu catatan', 'Writes a comment or question on a record'),
  input: z.strictObject({
    slug: z.string(),
    record: z.uuid(),
    kind: z.enum(commentKinds).default('comment'),
    ...wording,
    ...language,
  }),
  load: loadSubject,
  policy: (actor, subject) => mayWrite(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const much = await tooMany(tx, actor, subject, now)
    if (much) return much
    const mentions = await mentionsIn(tx, subject, input, today)
    if (!Array.isArray(mentions)) return mentions
    const { kind, body, lang } = input
    const organisationId = speaksFor(actor, subject)
    const id = await addComment(tx, { actor, now }, subject, { kind, body, lang, organisationId, mentions })
    const name = kind === 'question' ? 'question.asked' : 'comment.written'
    return changed({ slug: subject.slug, thread: id, id }, commentEvent(name, id, subject))
  },
})
