import { addDays, type WorkCalendar } from '#kernel/calendar.ts'
import type { Evaluation, Span } from './signal.ts'

/** The `days` days that end at `at`, both ends included. */
export function windowAt(at: string, days: number): Span {
  return { from: addDays(at, 1 - days), to: at }
}

/** What a measure is told of one day: the window that ends there and the one before. */
export function evaluationAt(programmeId: string, at: string, days: number, calendar: WorkCalendar): Evaluation {
  const window = windowAt(at, days)
  return { programmeId, at, window, previous: windowAt(addDays(window.from, -1), days), calendar }
}
