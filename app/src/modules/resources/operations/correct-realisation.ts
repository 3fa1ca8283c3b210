import { z } from 'zod'
import { changed, operation, refused, refusedBecause } from '#kernel/operation.ts'
import { both, reason } from '#kernel/reason.ts'
import { mayKeep, mostRupiah } from '../budget-line.ts'
import { realisationsOf } from '../store/lines.ts'
import { addRealisation, touch } from '../store/write.ts'
import { words } from '../words.ts'
import { type Done, loadLine, resourceEvent, wrong } from './acting.ts'

export const correctRealisation = operation({
  name: 'correct-realisation',
  summary: both(
    'Memperbaiki realisasi dengan baris yang lebih baru; baris lama tetap terbaca',
    'Corrects a realisation by a newer row; the older one stays readable',
  ),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    realisation: z.uuid(),
    spentOn: z.iso.date(),
    /** Whole rupiah; 0 where nothing was spent after all. */
    amount: z.number().int().min(0).max(mostRupiah),
    evidence: z.string().trim().min(1).max(1000),
    because: z.string().trim().min(1).max(1000),
  }),
  load: loadLine,
  policy: (actor, line) => mayKeep(actor, line),
  async change(tx, { actor, input, subject: line, now, today }) {
    const before = (await realisationsOf(tx, line.id)).find((one) => one.id === input.realisation)
    if (!before) return refused(wrong('realisation', 'otherLine'))
    if (before.corrected)
      return refusedBecause(reason('corrected-before', (lang) => words[lang].refusal.correctedBefore))
    if (input.spentOn > today) return refused(wrong('spentOn', 'future'))
    const { spentOn: spent_on, amount, evidence, because } = input
    const row = { spent_on, amount, evidence, because, corrects_id: before.id }
    const realisation = await addRealisation(tx, { actor, now }, line.id, row)
    const version = await touch(tx, 'budget_lines', line)
    const done: Done = { slug: input.slug, id: line.id }
    const payload = { realisation, corrects: before.id, on: spent_on, from: before.amount, to: amount }
    return changed(done, resourceEvent('budget-line', 'budget-line.corrected', line, version, payload))
  },
})
