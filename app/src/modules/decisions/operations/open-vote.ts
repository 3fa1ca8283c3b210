import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { maySecretly, roundRule } from '../decision.ts'
import { mayOpenVote } from '../rules.ts'
import { readParts } from '../store/parts.ts'
import { addDetail, recordRecusals, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'
import { readWeights } from './read-weights.ts'

export const openVote = operation({
  name: 'open-vote',
  summary: both('Membuka pemungutan suara atas satu pilihan', 'Opens the vote on one option'),
  input: z.strictObject({
    decision,
    option: z.uuid(),
    lastDay: z.iso.date(),
    secret: z.boolean().default(false),
    /** One line a party: "Dinkes = 3". Parties that are not named have one vote. */
    weights: z.string().max(4000).optional(),
  }),
  load: loadFacts,
  policy: (actor, subject) => mayOpenVote(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const by = { actor, now, today }
    const rule = roundRule(subject)
    if (input.lastDay < today) return refused(wrong('lastDay', 'pastDay'))
    if (input.secret && !maySecretly(rule)) return refused(wrong('secret', 'notSecret'))
    const { options } = await readParts(tx, subject.id)
    if (!options.some((one) => one.id === input.option)) return refused(wrong('option', 'otherOption'))
    const weights = readWeights(
      rule === 'weighted' ? input.weights : '',
      await partiesOn(tx, subject.programme_id, today),
    )
    if ('problem' in weights) return refused(weights.problem)
    const number = (await readParts(tx, subject.id)).rounds.length + 1
    const row = { decision_id: subject.id, number, rule, option_id: input.option, last_day: input.lastDay }
    const kept = { secret: input.secret, weights: JSON.stringify(weights.of) }
    const round = await addDetail(tx, by, 'decision_rounds', { ...row, ...kept })
    const recused = await recordRecusals(tx, by, subject.id)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    const payload = { round, number, rule, secret: input.secret, lastDay: input.lastDay }
    return changed(
      done,
      decisionEvent('vote.opened', subject, version, payload),
      ...recused.map((one) =>
        decisionEvent('decision.recused', subject, version, { organisation: one.organisation_id, ground: one.ground }),
      ),
    )
  },
})
