import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { delegating, mayDelegate } from '../rules.ts'
import { colleaguesOf } from '../store/parts.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

export const delegateBallot = operation({
  name: 'delegate-ballot',
  summary: both(
    'Melimpahkan suara instansi untuk satu keputusan',
    'Hands a party’s ballot to someone for one decision',
  ),
  input: z.strictObject({ decision, person: z.uuid(), reason: z.string().trim().min(1).max(1000) }),
  stepUp: true,
  load: loadFacts,
  policy: (actor, subject) => mayDelegate(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const able = await colleaguesOf(tx, subject.programme_id, delegating(actor, subject), today)
    const chosen = able.find((one) => one.person_id === input.person)
    if (!chosen) return refused(wrong('person', 'otherPerson'))
    const { organisation_id } = chosen
    const row = { decision_id: subject.id, organisation_id, to_person_id: chosen.person_id, reason: input.reason }
    await addDetail(tx, { actor, now, today }, 'delegations', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, decisionEvent('ballot.delegated', subject, version, { organisation: organisation_id }))
  },
})
