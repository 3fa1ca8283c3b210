import type { SeatRole } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { seatRolesFor } from './party.ts'
import { says } from './rules.ts'
import { allParties } from './store/parties.ts'
import { allSeats, colleagues, currentSeats, requiredRolesOf } from './store/seats.ts'

export type SeatWish = {
  organisationId: string
  personId: string
  role: SeatRole
  requiredRoleId?: string
  firstDay: string
}

/** What of party, person, role or day does not fit; undefined when the seat can be given. */
export async function whySeatDoesNotFit(
  tx: ReadTx,
  programmeId: string,
  wish: SeatWish,
  today: string,
): Promise<Problem | undefined> {
  if (wish.firstDay < today)
    return problem(
      'firstDay',
      'in-the-past',
      says((words) => words.inThePast),
    )
  const party = (await allParties(tx, programmeId)).find((one) => one.organisation_id === wish.organisationId)
  if (!party || party.until !== null)
    return problem(
      'organisationId',
      'not-a-party',
      says((words) => words.notAParty),
    )
  if (!seatRolesFor(party.role).includes(wish.role)) {
    return problem(
      'role',
      'unfit',
      says((words) => words.seatRoleUnfit),
    )
  }
  const person = (await colleagues(tx, wish.organisationId, wish.firstDay)).filter(
    (one) => one.person_id === wish.personId,
  )
  if (person.length === 0)
    return problem(
      'personId',
      'not-a-member',
      says((words) => words.notAMember),
    )
  if (wish.role === 'head' && !person.some((one) => one.head)) {
    return problem(
      'role',
      'not-a-head',
      says((words) => words.notAHead),
    )
  }
  const seats = currentSeats(await allSeats(tx, programmeId), wish.firstDay)
  const same = seats.some(
    (one) => one.person_id === wish.personId && one.role === wish.role && one.organisation_id === wish.organisationId,
  )
  if (same)
    return problem(
      'personId',
      'already-seated',
      says((words) => words.alreadySeated),
    )
  if (!wish.requiredRoleId) return undefined
  const known = (await requiredRolesOf(tx, programmeId)).some(
    (role) => role.id === wish.requiredRoleId && !role.ended_on,
  )
  const taken = seats.some((one) => one.required_role_id === wish.requiredRoleId)
  return !known || taken
    ? problem(
        'requiredRoleId',
        'role-taken',
        says((words) => words.roleTaken),
      )
    : undefined
}
