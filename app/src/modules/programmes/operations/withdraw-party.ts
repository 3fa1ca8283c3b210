import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayCoordinate } from '../rules.ts'
import { addPartyChange, endParty } from '../store/parties.ts'
import { endSeat } from '../store/seats.ts'
import { enterIntoForceWhenSigned } from './entering-into-force.ts'
import { readPartySubject, whyCannotWithdraw } from './party-subject.ts'

/** The party's part and its seats end today; what it promised and did stays. */
export const withdrawParty = operation({
  name: 'withdraw-party',
  summary: both('Mencatat pengunduran pihak', 'Record the withdrawal of a party'),
  input: z.object({ slug: z.string(), organisationId: z.uuid(), reason: z.string().trim().min(1).max(1000) }).strict(),
  load: (tx, { slug, organisationId }, { now }) => readPartySubject(tx, slug, organisationId, now),
  policy: (actor, programme) => mayCoordinate(actor, programme),
  async change(tx, { actor, input, subject, now, today }) {
    const { party, seats } = subject
    const why = whyCannotWithdraw(subject)
    if (why) return refused(problem('', why.code, why.text))
    const key = { programme_id: subject.id, organisation_id: party.organisation_id }
    const origin = { created_at: now, created_by: personOf(actor) }
    const change = { ...key, from_role: party.role, to_role: null, reason: input.reason, lang: subject.lang }
    await addPartyChange(tx, { ...change, on_day: today, id: newId(now), ...origin })
    const own = seats.filter((seat) => seat.organisation_id === party.organisation_id)
    await endParty(tx, key, today)
    const moment = { now, today, personId: personOf(actor) }
    const entered = await enterIntoForceWhenSigned(tx, subject.id, moment)
    for (const seat of own) await endSeat(tx, seat.id, today)
    const of = { programmeId: subject.id, ownerId: party.organisation_id, class: subject.class }
    const leaves = { payload: { lastDay: today } }
    const ended = own.map(({ id }) => ({ ...of, name: 'seat.ended', subjectKind: 'seat', subjectId: id, ...leaves }))
    const left = { payload: { from: party.role, on: today } }
    const withdrawn = {
      ...of,
      name: 'party.withdrawn',
      subjectKind: 'party',
      subjectId: party.organisation_id,
      ...left,
    }
    return changed({ slug: subject.slug }, withdrawn, ...ended, ...entered)
  },
})
