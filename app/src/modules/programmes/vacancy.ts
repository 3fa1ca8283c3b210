import type { SeatRole } from '#kernel/access.ts'
import { addDays, type IsoDate, type WorkCalendar, workingDaysBetween } from '#kernel/calendar.ts'
import type { Lang } from '#kernel/reason.ts'
import { seatRoleFilling } from './charter.ts'

export type RequiredRole = {
  id: string
  key: string
  title: string
  title_en: string | null
  lang: Lang
  organisation_id: string | null
  since: IsoDate
  ended_on: IsoDate | null
  /** An imported file says that someone holds it who has no seat here. */
  held_elsewhere: boolean
}
export type Holding = {
  required_role_id: string | null
  role: SeatRole
  first_day: IsoDate
  last_day: IsoDate | null
}

/**
 * A required role on a day: filled, or vacant since a day (the first one without a person) and for how many working
 * days. `holdings`: positions of the seats that fill it, in the list that was given.
 */
export type RoleState = {
  role: RequiredRole
  filled: boolean
  vacantSince: IsoDate | null
  workingDays: number
  holdings: number[]
}

/** The roles that the charter requires on `day`, each with how long it has been without a person. */
export function rolesOn(
  roles: readonly RequiredRole[],
  seats: readonly Holding[],
  day: IsoDate,
  calendar: WorkCalendar,
): RoleState[] {
  return roles
    .filter((role) => role.since <= day && (role.ended_on === null || role.ended_on > day))
    .map((role) => stateOf(role, seats, day, calendar))
}

function stateOf(role: RequiredRole, seats: readonly Holding[], day: IsoDate, calendar: WorkCalendar): RoleState {
  const fitting = seats
    .map((_, index) => index)
    .filter((index) => fills(seats[index]!, role) && seats[index]!.first_day <= day)
  const holdings = fitting.filter((index) => seats[index]!.last_day === null || seats[index]!.last_day! >= day)
  const filled = holdings.length > 0 || (role.held_elsewhere && fitting.length === 0)
  if (filled) return { role, filled, vacantSince: null, workingDays: 0, holdings }
  const vacantSince = fitting.reduce((since, index) => later(since, addDays(seats[index]!.last_day!, 1)), role.since)
  // The first vacant day counts as well: at its end one working day has passed.
  const workingDays = workingDaysBetween(calendar, addDays(vacantSince, -1), day)
  return { role, filled, vacantSince, workingDays, holdings }
}

function fills(seat: Holding, role: RequiredRole): boolean {
  return seat.required_role_id === role.id || seat.role === seatRoleFilling(role.key)
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other
}
