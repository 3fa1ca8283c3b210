import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayAnswerInterest } from '../rules.ts'
import { addDetail, recordRecusals, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts } from './acting.ts'

/** Asked of everyone who votes, for each decision. Who says yes takes no part from then on. */
export const answerInterest = operation({
  name: 'answer-interest',
  summary: both(
    'Menjawab apakah berkepentingan dalam perkara ini',
    'Answers whether one has an interest in this matter',
  ),
  input: z.strictObject({ decision, conflicted: z.enum(['yes', 'no']) }),
  load: loadFacts,
  policy: (actor, subject) => mayAnswerInterest(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const by = { actor, now, today }
    const person_id = personOf(actor)!
    const { organisation_id } = subject.voters.find((one) => one.person_id === person_id)!
    const conflicted = input.conflicted === 'yes'
    await addDetail(tx, by, 'interest_answers', { decision_id: subject.id, person_id, organisation_id, conflicted })
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    const event = decisionEvent('interest.answered', subject, version, { organisation: organisation_id, conflicted })
    const recused = await recordRecusals(tx, by, subject.id)
    return changed(
      done,
      event,
      ...recused.map((one) =>
        decisionEvent('decision.recused', subject, version, { organisation: one.organisation_id, ground: one.ground }),
      ),
    )
  },
})
