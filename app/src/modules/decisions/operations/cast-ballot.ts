import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { ballotAnswers } from '../decision.ts'
import { mayVote } from '../rules.ts'
import { addBallot, touch } from '../store/write.ts'
import { type Done, decision, loadFacts, memberEvent, wrong } from './acting.ts'

/** One ballot a party and round. What was said is in no event, and in a secret round in no row. */
export const castBallot = operation({
  name: 'cast-ballot',
  summary: both('Memberi suara untuk instansi', 'Casts a party’s ballot'),
  input: z.strictObject({
    decision,
    party: z.uuid().optional(),
    answer: z.enum(ballotAnswers),
    reason: z.string().trim().max(2000).optional(),
  }),
  forgetsInput: true,
  stepUp: true,
  load: loadFacts,
  policy: (actor, subject, _input, now) => mayVote(actor, subject, jakartaDate(now)),
  async change(tx, { actor, input, subject, now, today }) {
    const round = { ...subject.round!, decision_id: subject.id }
    const mine = subject.voters.filter((one) => one.person_id === personOf(actor)).map((one) => one.organisation_id)
    const open = mine.filter((one) => !subject.voted.includes(one))
    const organisation = input.party ? open.find((one) => one === input.party) : open[0]
    if (!organisation) return refused(wrong('party', 'otherParty'))
    const reason = input.reason || null
    if (round.secret && reason) return refused(wrong('reason', 'noReason'))
    if (!round.secret && input.answer === 'no' && !reason) return refused(wrong('reason', 'objectionReason'))
    await addBallot(tx, { actor, now, today }, round, organisation, { answer: input.answer, reason })
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, memberEvent('ballot.cast', subject, version, { round: round.id, organisation }))
  },
})
