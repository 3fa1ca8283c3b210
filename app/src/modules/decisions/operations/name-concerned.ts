import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { organisationNamed } from '#modules/directory/public.ts'
import { relations } from '../decision.ts'
import { mayShape } from '../rules.ts'
import { readParts } from '../store/parts.ts'
import { addDetail, touch } from '../store/write.ts'
import { words } from '../words.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

export const nameConcerned = operation({
  name: 'name-concerned',
  summary: both(
    'Menyebut organisasi yang berkepentingan dalam keputusan',
    'Names an organisation that a decision concerns',
  ),
  input: z.strictObject({
    decision,
    /** Its exact name or acronym in the directory. */
    organisation: z.string().trim().min(1).max(300),
    relation: z.enum(relations),
  }),
  load: loadFacts,
  policy: (actor, subject) => mayShape(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const found = await organisationNamed(tx, input.organisation)
    if ('near' in found) {
      const names = found.near.join('; ')
      return refused(problem('organisation', 'unknown', (lang) => words[lang].problem.nearNames(names)))
    }
    const { concerned: known } = await readParts(tx, subject.id)
    if (known.some((one) => one.organisation_id === found.id)) return refused(wrong('organisation', 'namedTwice'))
    const row = { decision_id: subject.id, organisation_id: found.id, relation: input.relation }
    await addDetail(tx, { actor, now, today }, 'decision_concerned', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    const payload = { organisation: found.id, relation: input.relation }
    return changed(done, decisionEvent('decision.concerned-named', subject, version, payload))
  },
})
