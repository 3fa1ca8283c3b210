import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { confided, request } from '../fields.ts'
import { disputeOutcomes } from '../request.ts'
import { mayEndDispute } from '../rules.ts'
import { addStep, addText } from '../store/write.ts'
import { done, loadFacts } from './acting.ts'

/** What the information commission decided, or that both sides settled. */
export const endDispute = operation({
  name: 'note-dispute-outcome',
  summary: both('Mencatat putusan sengketa informasi', 'Notes the outcome of an information dispute'),
  input: z.strictObject({ request, outcome: z.enum(disputeOutcomes), note: confided(2000).optional() }),
  load: loadFacts,
  policy: (actor, of) => mayEndDispute(actor, of),
  async change(tx, { actor, input, subject, now, keys }) {
    await addText(tx, { actor, now, keys }, subject.id, 'dispute-outcome', input.note)
    const step = { kind: 'dispute-ended', outcome: input.outcome }
    return done('dispute-ended', await addStep(tx, { actor, now }, subject.id, step), { outcome: input.outcome })
  },
})
