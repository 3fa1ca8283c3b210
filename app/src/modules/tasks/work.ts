import { addDays } from '#kernel/calendar.ts'

/** Parts of the desk: waiting for others, others or the calendar wait for me, handed to me, done this week. */
export const workTabs = ['others', 'mine', 'handed', 'done'] as const
export type WorkTab = (typeof workTabs)[number]
export const workPageSize = 25

/** The Monday of the week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}
