import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayKeep, mostRupiah } from '../budget-line.ts'
import { addRealisation, touch } from '../store/write.ts'
import { type Done, loadLine, resourceEvent, wrong } from './acting.ts'

export const recordRealisation = operation({
  name: 'record-realisation',
  summary: both('Mencatat uang yang sudah dibelanjakan dari sebuah pos', 'Records money spent from a budget line'),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    spentOn: z.iso.date(),
    /** Whole rupiah. */
    amount: z.number().int().min(1).max(mostRupiah),
    evidence: z.string().trim().min(1).max(1000),
  }),
  load: loadLine,
  policy: (actor, line) => mayKeep(actor, line),
  async change(tx, { actor, input, subject: line, now, today }) {
    if (input.spentOn > today) return refused(wrong('spentOn', 'future'))
    const row = { spent_on: input.spentOn, amount: input.amount, evidence: input.evidence }
    const realisation = await addRealisation(tx, { actor, now }, line.id, row)
    const version = await touch(tx, 'budget_lines', line)
    const done: Done = { slug: input.slug, id: line.id }
    const payload = { realisation, on: input.spentOn, amount: input.amount }
    return changed(done, resourceEvent('budget-line', 'budget-line.realised', line, version, payload))
  },
})
