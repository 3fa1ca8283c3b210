import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayEdit } from '../comment.ts'
import { addMentions, addVersion } from '../store/write-comments.ts'
import { oneComment, wording } from './input.ts'
import { commentEvent, loadComment, mentionsIn } from './subject.ts'

export const editComment = operation({
  name: 'edit-comment',
  summary: both(
    'Mengubah komentar dalam 15 menit; tulisan sebelumnya tetap tersimpan',
    'Edits a comment within 15 minutes; the earlier wording is kept',
  ),
  input: z.strictObject({ ...oneComment, ...wording }),
  load: loadComment,
  policy: (actor, comment, _input, now) => mayEdit(actor, comment, now),
  async change(tx, { actor, input, subject: comment, now, today }) {
    const mentions = await mentionsIn(tx, comment.subject, input, today)
    if (!Array.isArray(mentions)) return mentions
    const number = await addVersion(tx, { actor, now }, comment.id, input.body, false)
    await addMentions(tx, { actor, now }, comment.id, mentions)
    const event = commentEvent('comment.edited', comment.id, comment.subject, { number })
    return changed({ slug: input.slug, thread: comment.parent_id ?? comment.id, id: comment.id }, event)
  },
})
