import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { all, both } from '#kernel/reason.ts'
import { mayMarkAnswer, mayReply, speaksFor } from '../comment.ts'
import { addAnswer, addComment } from '../store/write-comments.ts'
import { language, oneComment, wording } from './input.ts'
import { commentEvent, loadComment, mentionsIn, tooMany } from './subject.ts'

/**
 * Replies stand one level deep: a reply to a reply goes under the same comment and quotes it. `answers`: it is the
 * answer to the question, marked with it.
 */
export const replyToComment = operation({
  name: 'reply-to-comment',
  summary: both('Membalas satu komentar', 'Replies to a comment'),
  input: z.strictObject({
    ...oneComment,
    quote: z.boolean().optional(),
    answers: z.boolean().optional(),
    ...wording,
    ...language,
  }),
  load: loadComment,
  policy: (actor, comment, input) => all(mayReply(actor, comment), !input.answers || mayMarkAnswer(actor, comment)),
  async change(tx, { actor, input, subject: comment, now, today }) {
    const { subject } = comment
    const much = await tooMany(tx, actor, subject, now)
    if (much) return much
    const mentions = await mentionsIn(tx, subject, input, today)
    if (!Array.isArray(mentions)) return mentions
    const { body, lang } = input
    const parentId = comment.parent_id ?? comment.id
    const quotesId = input.quote || comment.parent_id ? comment.id : undefined
    const said = { kind: 'comment' as const, body, lang, organisationId: speaksFor(actor, subject), mentions }
    const id = await addComment(tx, { actor, now }, subject, { ...said, parentId, quotesId })
    const event = commentEvent('comment.replied', id, subject, { thread: parentId })
    const done = { slug: subject.slug, thread: parentId, id }
    if (!input.answers) return changed(done, event)
    await addAnswer(tx, { actor, now }, comment.id, id)
    return changed(done, event, commentEvent('question.answered', comment.id, subject, { answer: id }))
  },
})
