import { isWorkingDay, type WorkCalendar, workingDaysBetween } from '#kernel/calendar.ts'

const counted = new WeakMap<WorkCalendar, Map<string, number>>()

/**
 * workingDaysBetween, remembering each day it met: many tasks begin and end on the same few thousand days.
 */
export function workedBetween(calendar: WorkCalendar, from: string, to: string): number {
  return workedUntil(calendar, to) - workedUntil(calendar, from)
}

/** Working days from the first to the last day, both counted. */
export function workedThrough(calendar: WorkCalendar, first: string, last: string): number {
  return workedUntil(calendar, last) - workedUntil(calendar, first) + Number(isWorkingDay(calendar, first))
}

function workedUntil(calendar: WorkCalendar, day: string): number {
  const days = counted.get(calendar) ?? new Map<string, number>()
  counted.set(calendar, days)
  const known = days.get(day)
  if (known !== undefined) return known
  const count = workingDaysBetween(calendar, '2000-01-01', day)
  days.set(day, count)
  return count
}
