import { z } from 'zod'
import { jakartaDate } from '#kernel/database.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayClose } from '../rules.ts'
import { addOutcome, recordRecusals, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, memberEvent } from './acting.ts'

/** Counts and ends a vote; the database does the counting. */
export const closeVote = operation({
  name: 'close-vote',
  summary: both('Menutup pemungutan suara', 'Closes a vote'),
  input: z.strictObject({ decision }),
  stepUp: true,
  load: loadFacts,
  policy: (actor, subject, _input, now) => mayClose(actor, subject, jakartaDate(now)),
  async change(tx, { actor, subject, now, today }) {
    const by = { actor, now, today }
    const round = subject.round!
    const recused = await recordRecusals(tx, by, subject.id)
    const { result } = await addOutcome(tx, by, subject.id, round)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(
      done,
      memberEvent('vote.closed', subject, version, { round: round.id, result }),
      ...recused.map((one) =>
        decisionEvent('decision.recused', subject, version, { organisation: one.organisation_id, ground: one.ground }),
      ),
    )
  },
})
