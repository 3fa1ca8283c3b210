import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayPublish } from '../rules.ts'
import { readDecision } from '../store/facts.ts'
import { type Parts, readParts } from '../store/parts.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

/** Tells everyone what was decided and why; only now a decision that undoes an earlier one is known to do so. */
export const publishDecision = operation({
  name: 'publish-decision',
  summary: both('Mengumumkan keputusan beserta alasannya', 'Publishes a decision with its reasons'),
  input: z.strictObject({
    decision,
    answer: z.string().trim().min(1).max(600),
    reason: z.string().trim().min(1).max(6000),
    reviewOn: z.iso.date().optional(),
  }),
  stepUp: true,
  load: loadFacts,
  policy: (actor, subject) => mayPublish(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    if (input.reviewOn && input.reviewOn <= today) return refused(wrong('reviewOn', 'pastReview'))
    const row = { decision_id: subject.id, published_on: today, answer: input.answer, reason: input.reason }
    await addDetail(tx, { actor, now, today }, 'decision_publications', { ...row, review_on: input.reviewOn ?? null })
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    const parts = await readParts(tx, subject.id)
    const { result } = parts.outcomes.at(-1)!
    const told = { ...subject, class: subject.class === 'members' ? ('public' as const) : subject.class }
    const event = decisionEvent('decision.published', told, version, outcomeFacts(parts))
    const undone = subject.reverses_id && result === 'adopted' ? await readDecision(tx, subject.reverses_id) : undefined
    if (!undone) return changed(done, event)
    return changed(done, event, decisionEvent('decision.reversed', undone, undone.version, { by: subject.id }))
  },
})

/** How the vote went, as its page tells everyone from now on: figures and codes, and of open votes each party's. */
function outcomeFacts({ outcomes, ballots }: Pick<Parts, 'outcomes' | 'ballots'>) {
  const { result, decided_on: decidedOn, eligible, cast_ballots: cast, recused, yes, no, abstain } = outcomes.at(-1)!
  const votes = ballots.map((one) => `${one.round_id} ${one.organisation_id} ${one.answer ?? '-'}`)
  return { result, decidedOn, eligible, cast, recused, yes, no, abstain, ballots: votes }
}
