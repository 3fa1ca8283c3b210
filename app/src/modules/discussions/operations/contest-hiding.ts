import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayContest } from '../comment.ts'
import { addModeration } from '../store/write-comments.ts'
import { withReason } from './input.ts'
import { commentEvent, loadComment } from './subject.ts'

export const contestHiding = operation({
  name: 'contest-hiding',
  summary: both(
    'Menyampaikan keberatan atas komentar sendiri yang disembunyikan',
    'Objects to the hiding of one’s own comment',
  ),
  input: z.strictObject(withReason),
  load: loadComment,
  policy: (actor, comment) => mayContest(actor, comment),
  async change(tx, { actor, input, subject: comment, now }) {
    await addModeration(tx, { actor, now }, comment.id, 'contest', input.reason)
    const event = commentEvent('comment.contested', comment.id, comment.subject)
    return changed({ slug: input.slug, thread: comment.parent_id ?? comment.id, id: comment.id }, event)
  },
})
