import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayDissent } from '../rules.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, party, sentence, speaksFor, wrong } from './acting.ts'

export const recordDissent = operation({
  name: 'record-dissent',
  summary: both('Mencatat pendapat berbeda atas permintaan instansi', 'Records another opinion at a party’s request'),
  input: z.strictObject({ decision, party, body: sentence }),
  load: loadFacts,
  policy: (actor, subject) => mayDissent(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const organisation_id = speaksFor(actor, subject, input.party)
    if (!organisation_id) return refused(wrong('party', 'otherParty'))
    const row = { decision_id: subject.id, organisation_id, body: input.body }
    await addDetail(tx, { actor, now, today }, 'dissents', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, decisionEvent('dissent.recorded', subject, version, { organisation: organisation_id }))
  },
})
