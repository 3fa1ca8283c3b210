import { z } from 'zod'
import { operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { confided, request } from '../fields.ts'
import { mayHand } from '../rules.ts'
import { addStep, addText, isParty } from '../store/write.ts'
import { done, loadFacts, wrong } from './acting.ts'

/** To the party that holds the information; its people find it on their desk. */
export const handOverRequest = operation({
  name: 'hand-over-information-request',
  summary: both(
    'Meneruskan ke pihak yang menguasai informasi',
    'Hands a request to the party that holds the information',
  ),
  input: z.strictObject({ request, party: z.uuid(), instruction: confided(2000).optional() }),
  load: loadFacts,
  policy: (actor, of) => mayHand(actor, of),
  async change(tx, { actor, input, subject, now, keys }) {
    if (!(await isParty(tx, subject.programme_id!, input.party))) return refused(wrong('party', 'noParty'))
    await addText(tx, { actor, now, keys }, subject.id, 'instruction', input.instruction)
    const step = { kind: 'handed', organisation_id: input.party }
    return done('handed', await addStep(tx, { actor, now }, subject.id, step), { to: input.party })
  },
})
