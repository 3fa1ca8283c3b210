import { readCalendar } from '#kernel/calendar/stored.ts'
import type { ReadTx } from '#kernel/database.ts'
import { allSeats, requiredRolesOf } from './store/seats.ts'
import { type RoleState, rolesOn } from './vacancy.ts'

/** The roles that the charter requires on a day, with who holds them or how long nobody does. */
export async function readRoles(
  tx: ReadTx,
  programmeId: string,
  day: string,
): Promise<(RoleState & { holders: string[] })[]> {
  const roles = await requiredRolesOf(tx, programmeId)
  const seats = await allSeats(tx, programmeId)
  return rolesOn(roles, seats, day, await readCalendar(tx)).map((state) => ({
    ...state,
    holders: state.holdings.map((index) => seats[index]!.person),
  }))
}
