import { addDays, type IsoDate, type WorkCalendar, workingDaysBetween } from '#kernel/calendar.ts'

export type RequiredRole = {
  id: string
  title: string
  title_en: string | null
  lang: 'id' | 'en'
  since: string
  ended_on: string | null
  held_elsewhere: boolean
}
export type Holding = { required_role_id: string | null; first_day: string; last_day: string | null }

/** A required role on a day: filled, or vacant since a day (the first day without a person). */
export type RoleState = { role: RequiredRole; filled: boolean; vacantSince: IsoDate | null; workingDays: number }

/** The roles that the charter requires on `day`, each with how long it has been without a person. */
export function rolesOn(
  roles: readonly RequiredRole[],
  holdings: readonly Holding[],
  day: IsoDate,
  calendar: WorkCalendar,
): RoleState[] {
  return roles
    .filter((role) => role.since <= day && (role.ended_on === null || role.ended_on >= day))
    .map((role) => stateOf(role, holdings, day, calendar))
}

function stateOf(role: RequiredRole, holdings: readonly Holding[], day: IsoDate, calendar: WorkCalendar): RoleState {
  const mine = holdings.filter((one) => one.required_role_id === role.id && one.first_day <= day)
  const held = mine.some((one) => one.last_day === null || one.last_day >= day)
  if (held || (role.held_elsewhere && mine.length === 0))
    return { role, filled: true, vacantSince: null, workingDays: 0 }
  const vacantSince = mine.reduce((since, one) => later(since, addDays(one.last_day!, 1)), role.since)
  // The first vacant day counts as well, so one working day has passed at its end.
  return { role, filled: false, vacantSince, workingDays: workingDaysBetween(calendar, addDays(vacantSince, -1), day) }
}

function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other
}
