import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayAppeal } from '../rules.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, party, speaksFor, wrong } from './acting.ts'

export const appealDecision = operation({
  name: 'appeal-decision',
  summary: both('Meminta keputusan ditinjau kembali', 'Asks for a decision to be looked at again'),
  input: z.strictObject({ decision, party, grounds: z.string().trim().min(1).max(4000) }),
  load: loadFacts,
  policy: (actor, subject) => mayAppeal(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const organisation_id = speaksFor(actor, subject, input.party)
    if (!organisation_id) return refused(wrong('party', 'otherParty'))
    const row = { decision_id: subject.id, organisation_id, grounds: input.grounds }
    const appeal = await addDetail(tx, { actor, now, today }, 'appeals', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(
      done,
      decisionEvent('decision.appealed', subject, version, { appeal, organisation: organisation_id }),
    )
  },
})
