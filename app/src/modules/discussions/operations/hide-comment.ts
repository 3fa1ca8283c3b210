import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayHide } from '../comment.ts'
import { addModeration } from '../store/write-comments.ts'
import { withReason } from './input.ts'
import { commentEvent, loadComment } from './subject.ts'

export const hideComment = operation({
  name: 'hide-comment',
  summary: both(
    'Menyembunyikan komentar dengan alasan; tulisannya tetap tersimpan',
    'Hides a comment with a reason; its words are kept',
  ),
  input: z.strictObject(withReason),
  load: loadComment,
  policy: (actor, comment) => mayHide(actor, comment),
  async change(tx, { actor, input, subject: comment, now }) {
    await addModeration(tx, { actor, now }, comment.id, 'hide', input.reason)
    const event = commentEvent('comment.hidden', comment.id, comment.subject)
    return changed({ slug: input.slug, thread: comment.parent_id ?? comment.id, id: comment.id }, event)
  },
})
