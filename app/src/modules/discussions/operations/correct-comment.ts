import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayCorrect } from '../comment.ts'
import { addVersion } from '../store/write-comments.ts'
import { oneComment, wording } from './input.ts'
import { commentEvent, loadComment } from './subject.ts'

export const correctComment = operation({
  name: 'correct-comment',
  summary: both('Menambahkan ralat di bawah komentar sendiri', 'Appends a correction below one’s own comment'),
  input: z.strictObject({ ...oneComment, body: wording.body }),
  load: loadComment,
  policy: (actor, comment, _input, now) => mayCorrect(actor, comment, now),
  async change(tx, { actor, input, subject: comment, now }) {
    const number = await addVersion(tx, { actor, now }, comment.id, input.body, true)
    const event = commentEvent('comment.corrected', comment.id, comment.subject, { number })
    return changed({ slug: input.slug, thread: comment.parent_id ?? comment.id, id: comment.id }, event)
  },
})
