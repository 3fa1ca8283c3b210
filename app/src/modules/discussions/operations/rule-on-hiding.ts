import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayRule } from '../comment.ts'
import { addModeration } from '../store/write-comments.ts'
import { withReason } from './input.ts'
import { commentEvent, loadComment } from './subject.ts'

export const ruleOnHiding = operation({
  name: 'rule-on-hiding',
  summary: both(
    'Memutus keberatan: komentar tetap disembunyikan atau ditampilkan lagi',
    'Decides an objection: the comment stays hidden or is shown again',
  ),
  input: z.strictObject({ ...withReason, ruling: z.enum(['uphold', 'restore']) }),
  load: loadComment,
  policy: (actor, comment) => mayRule(actor, comment),
  async change(tx, { actor, input, subject: comment, now }) {
    await addModeration(tx, { actor, now }, comment.id, input.ruling, input.reason)
    const name = input.ruling === 'restore' ? 'comment.restored' : 'comment.upheld'
    const event = commentEvent(name, comment.id, comment.subject)
    return changed({ slug: input.slug, thread: comment.parent_id ?? comment.id, id: comment.id }, event)
  },
})
