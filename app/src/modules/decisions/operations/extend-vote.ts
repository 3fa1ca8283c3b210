import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayExtend } from '../rules.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

export const extendVote = operation({
  name: 'extend-vote',
  summary: both('Memperpanjang pemungutan suara', 'Gives a vote a later last day'),
  input: z.strictObject({ decision, toDay: z.iso.date(), reason: z.string().trim().min(1).max(1000) }),
  load: loadFacts,
  policy: (actor, subject) => mayExtend(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const round = subject.round!
    if (input.toDay <= round.last_day || input.toDay < today) return refused(wrong('toDay', 'notLater'))
    const row = { decision_id: subject.id, round_id: round.id, to_day: input.toDay, reason: input.reason }
    await addDetail(tx, { actor, now, today }, 'round_extensions', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, decisionEvent('vote.extended', subject, version, { round: round.id, toDay: input.toDay }))
  },
})
