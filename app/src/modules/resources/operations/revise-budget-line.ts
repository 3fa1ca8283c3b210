import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayKeep, mostRupiah } from '../budget-line.ts'
import { addRevision, touch } from '../store/write.ts'
import { type Done, loadLine, resourceEvent, wrong } from './acting.ts'

export const reviseBudgetLine = operation({
  name: 'revise-budget-line',
  summary: both(
    'Mengubah anggaran sebuah pos dengan alasan; rencana awal tetap',
    'Revises a budget line, with the reason; the first plan stays',
  ),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    /** The whole plan from now on, not the difference; whole rupiah. */
    amount: z.number().int().min(0).max(mostRupiah),
    because: z.string().trim().min(1).max(1000),
  }),
  load: loadLine,
  policy: (actor, line) => mayKeep(actor, line),
  async change(tx, { actor, input, subject: line, now }) {
    if (input.amount === line.revised) return refused(wrong('amount', 'sameAmount'))
    await addRevision(tx, { actor, now }, line.id, input.amount, input.because)
    const version = await touch(tx, 'budget_lines', line)
    const done: Done = { slug: input.slug, id: line.id }
    const payload = { from: line.revised, to: input.amount }
    return changed(done, resourceEvent('budget-line', 'budget-line.revised', line, version, payload))
  },
})
