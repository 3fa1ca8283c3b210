import { addDays, addMonths, type IsoDate } from '#kernel/calendar.ts'

export const cadences = ['weekly', 'biweekly', 'monthly', 'quarterly'] as const
export type Cadence = (typeof cadences)[number]

/** The day of the meeting number `index` (0 = the first). Months keep the weekday and its rank; a fifth one means the last. */
export function occurrence(cadence: Cadence, first: IsoDate, index: number): IsoDate {
  if (cadence === 'weekly') return addDays(first, 7 * index)
  if (cadence === 'biweekly') return addDays(first, 14 * index)
  const months = cadence === 'monthly' ? index : 3 * index
  return sameWeekday(first, addMonths(`${first.slice(0, 8)}01`, months))
}

function sameWeekday(first: IsoDate, firstOfMonth: IsoDate): IsoDate {
  const rank = Math.floor((Number(first.slice(8)) - 1) / 7)
  const day = addDays(firstOfMonth, (weekdayOf(first) - weekdayOf(firstOfMonth) + 7) % 7)
  const found = addDays(day, 7 * rank)
  return found.slice(0, 7) === firstOfMonth.slice(0, 7) ? found : addDays(found, -7)
}

function weekdayOf(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

type Agreed = { cadenceEvery: number | null; cadenceUnit: 'week' | 'month' | 'quarter' | 'year' | null }

/** What the charter agreed, where it is one of the four that a series can follow. */
export function agreedCadence(terms: Agreed | undefined): Cadence | undefined {
  const { cadenceEvery: every, cadenceUnit: unit } = terms ?? {}
  if (unit === 'week') return every === 1 ? 'weekly' : every === 2 ? 'biweekly' : undefined
  if (unit === 'month') return every === 1 ? 'monthly' : every === 3 ? 'quarterly' : undefined
  return unit === 'quarter' && every === 1 ? 'quarterly' : undefined
}
