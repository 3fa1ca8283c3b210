import { z } from 'zod'
import { changed, operation, refused, refusedBecause } from '#kernel/operation.ts'
import { both, reason } from '#kernel/reason.ts'
import { mayKeep, mostRupiah } from '../budget-line.ts'
import { addContractChange, touch } from '../store/write.ts'
import { words } from '../words.ts'
import { type Done, loadContract, resourceEvent, wrong } from './acting.ts'

export const changeContract = operation({
  name: 'change-contract',
  summary: both(
    'Mencatat perubahan nilai atau pembatalan kontrak; yang ditandatangani tetap',
    'Records a changed value or the annulment of a contract; what was signed stays',
  ),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    kind: z.enum(['amended', 'annulled']),
    /** The whole value from now on, in rupiah; only where it is amended. */
    value: z.number().int().min(1).max(mostRupiah).optional(),
    because: z.string().trim().min(1).max(1000),
  }),
  load: loadContract,
  policy: (actor, contract) => mayKeep(actor, contract),
  async change(tx, { actor, input, subject: contract, now }) {
    if (contract.annulled_on) return refusedBecause(reason('annulled', (lang) => words[lang].refusal.annulled))
    const { kind, because } = input
    if (kind === 'amended' && input.value === undefined) return refused(wrong('value', 'noValue'))
    if (kind === 'annulled' && input.value !== undefined) return refused(wrong('value', 'valueOfAnnulled'))
    if (input.value === contract.present_value) return refused(wrong('value', 'sameValue'))
    await addContractChange(tx, { actor, now }, contract.id, input.value ?? null, because)
    const version = await touch(tx, 'contracts', contract)
    const done: Done = { slug: input.slug, id: contract.id }
    const payload = { from: contract.present_value, to: input.value ?? null }
    return changed(done, resourceEvent('contract', `contract.${kind}`, contract, version, payload))
  },
})
