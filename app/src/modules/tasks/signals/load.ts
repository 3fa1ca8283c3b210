import { addMonths, type DateInterval, monthInterval, type WorkCalendar } from '#kernel/calendar.ts'
import { earlierOf, laterOf } from './open-days.ts'
import { workedThrough } from './worked.ts'

export type LoadTask = {
  id: string
  /** First and last day of the work. */
  start: string
  end: string
  hours: number
  /** Agencies that do it; the effort is shared equally. */
  doers: string[]
}
export type Capacity = { organisationId: string; month: string; hours: number }

/** Hours of work by agency and month ('YYYY-MM'): effort spread evenly over the working days of each task. */
export function loadOf(
  tasks: readonly LoadTask[],
  months: readonly string[],
  calendar: WorkCalendar,
): Map<string, Map<string, number>> {
  const load = new Map<string, Map<string, number>>()
  const spans = months.map((month) => ({
    month,
    ...monthInterval(Number(month.slice(0, 4)), Number(month.slice(5, 7))),
  }))
  for (const task of tasks) {
    const days = workedThrough(calendar, task.start, task.end)
    if (days <= 0 || task.doers.length === 0) continue
    const perDay = task.hours / days / task.doers.length
    for (const { month, ...span } of spans) {
      const here = daysInMonth(task, span, calendar)
      if (here <= 0) continue
      for (const doer of task.doers) {
        const own = load.get(doer) ?? new Map<string, number>()
        own.set(month, (own.get(month) ?? 0) + here * perDay)
        load.set(doer, own)
      }
    }
  }
  return load
}

function daysInMonth(task: LoadTask, { first, last }: DateInterval, calendar: WorkCalendar): number {
  if (task.end < first || task.start > last) return 0
  return workedThrough(calendar, laterOf(task.start, first), earlierOf(task.end, last))
}

/** Months from one day's to another's, 'YYYY-MM'. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, 1)) months.push(day.slice(0, 7))
  return months
}

export type Strain = { organisationId: string; ratio: number; months: [string, string] }

/**
 * Of each agency with declared capacity in two months in a row, the pair of months that strains it most: the lower of
 * the two ratios load ÷ capacity, so that both are at least as high. Most strained first.
 */
export function strains(
  load: ReadonlyMap<string, ReadonlyMap<string, number>>,
  capacities: readonly Capacity[],
  months: readonly string[],
): Strain[] {
  const byAgency = Map.groupBy(capacities, (one) => one.organisationId)
  const found = [...byAgency].flatMap(([organisationId, declared]) => {
    const ratioIn = (month: string) => {
      const hours = declared.find((one) => one.month === month)?.hours
      if (!hours) return undefined
      return (load.get(organisationId)?.get(month) ?? 0) / hours
    }
    const pairs = months.slice(1).flatMap((month, index): Strain[] => {
      const [one, other] = [ratioIn(months[index]!), ratioIn(month)]
      if (one === undefined || other === undefined) return []
      return [{ organisationId, ratio: Math.min(one, other), months: [months[index]!, month] }]
    })
    const worst = pairs.sort((a, b) => b.ratio - a.ratio)[0]
    return worst ? [worst] : []
  })
  return found.sort((a, b) => b.ratio - a.ratio)
}
