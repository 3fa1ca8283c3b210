import { addDays, type WorkCalendar } from '#kernel/calendar.ts'
import type { Change } from '../task.ts'
import { workedBetween } from './worked.ts'

export type OpenDays = {
  /** Working days in the window on which the task was neither done nor cancelled. */
  open: number
  /** Of these, waiting for another agency, in all and by agency. */
  waiting: number
  byAgency: Map<string, number>
}

/**
 * Working days of one task inside a window (both ends included), from its changes of state in order. A task that has
 * not begun counts as open from its start date, where it has one. Changes after the window are not looked at.
 */
export function openDays(
  changes: readonly Change[],
  startOn: string | null,
  window: { from: string; to: string },
  calendar: WorkCalendar,
): OpenDays {
  const found: OpenDays = { open: 0, waiting: 0, byAgency: new Map() }
  const before = addDays(window.from, -1)
  const known = changes.filter((change) => change.on <= window.to)
  known.forEach((change, index) => {
    if (change.to === 'done' || change.to === 'cancelled') return
    const begins = change.to === 'open' && startOn && startOn > change.on ? addDays(startOn, -1) : change.on
    const from = laterOf(begins, before)
    const until = known[index + 1]?.on ?? window.to
    if (until <= from) return
    const days = workedBetween(calendar, from, until)
    found.open += days
    if (change.to !== 'waiting') return
    found.waiting += days
    const agency = change.waitingOn ?? ''
    found.byAgency.set(agency, (found.byAgency.get(agency) ?? 0) + days)
  })
  return found
}

/** The state that holds on a day: that of the last change up to it. */
export function stateOn(changes: readonly Change[], day: string): Change | undefined {
  return changes.findLast((change) => change.on <= day)
}

/** Days as text sort as days. */
export function laterOf(one: string, other: string): string {
  return one > other ? one : other
}
export function earlierOf(one: string, other: string): string {
  return one < other ? one : other
}
