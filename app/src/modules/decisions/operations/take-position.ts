import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { stances } from '../decision.ts'
import { mayDeliberate } from '../rules.ts'
import { readParts } from '../store/parts.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, party, sentence, speaksFor, wrong } from './acting.ts'

export const takePosition = operation({
  name: 'take-position',
  summary: both('Menyatakan sikap instansi beserta alasannya', 'States a party’s position with its reason'),
  input: z.strictObject({
    decision,
    party,
    stance: z.enum(stances),
    option: z.uuid().optional(),
    reason: sentence,
  }),
  load: loadFacts,
  policy: (actor, subject) => mayDeliberate(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const organisation_id = speaksFor(actor, subject, input.party)
    if (!organisation_id || actor.kind !== 'person') return refused(wrong('party', 'otherParty'))
    const { options } = await readParts(tx, subject.id)
    if (input.option && !options.some((one) => one.id === input.option)) return refused(wrong('option', 'otherOption'))
    const { stance, reason } = input
    const row = { decision_id: subject.id, organisation_id, person_id: actor.personId, stance, reason }
    await addDetail(tx, { actor, now, today }, 'positions', { ...row, option_id: input.option ?? null })
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    const payload = { organisation: organisation_id, stance }
    return changed(done, decisionEvent('position.taken', subject, version, payload))
  },
})
