import { readCalendar } from '#kernel/calendar/stored.ts'
import { type WorkCalendar, workingDaysBetween } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import { charterTerms } from '#modules/programmes/public.ts'

/** Working days a task may wait for another agency where the charter says nothing. */
export const usualWaitingLimit = 14

export type Waiting = { days: number; limit: number }

/** Working days waited since the day after `since`. */
export function waited(calendar: WorkCalendar, since: string, today: string): number {
  return Math.max(0, workingDaysBetween(calendar, since, today))
}

export async function waitingLimit(tx: ReadTx, programmeId: string): Promise<number> {
  return (await charterTerms(tx, programmeId))?.waitingLimit ?? usualWaitingLimit
}

type Standing = { programme_id: string; state: string; state_since: string | null }

export async function waitingOf(tx: ReadTx, task: Standing, today: string): Promise<Waiting | undefined> {
  if (task.state !== 'waiting' || !task.state_since) return undefined
  const days = waited(await readCalendar(tx), task.state_since, today)
  return { days, limit: await waitingLimit(tx, task.programme_id) }
}
