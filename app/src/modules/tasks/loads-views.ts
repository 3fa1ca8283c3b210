import { readCalendar } from '#kernel/calendar/stored.ts'
import { addMonths, type WorkCalendar } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { withheldIn } from '#kernel/withheld.ts'
import { partiesOn, programmeBySlug, territoriesOf } from '#modules/programmes/public.ts'
import { mayDeclareCapacity, mayPlan } from './rules.ts'
import { type Capacity, type LoadTask, loadOf } from './signals/load.ts'
import { loadTasks } from './signals/resources.ts'
import { coverageOf, fieldsOfBodies } from './store/coverage.ts'
import { namesOf } from './store/organisations.ts'
import { capacitiesOn } from './store/read-past.ts'
import { taskFacts } from './store/read-rows.ts'
import { timelineRows, undatedTasks } from './store/timeline.ts'
import type { CapacityQuery, CoverageQuery, TimelineQuery } from './views.ts'
import { dayOf, monthsShown } from './views.ts'

export async function loadTimeline(tx: ReadTx, { params, query, today }: PageRequest<TimelineQuery>) {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const { rows, total } = await timelineRows(tx, programme.id, query)
  const undated = await undatedTasks(tx, programme.id, query)
  const names = await namesOf(tx, [...rows.map((row) => row.waiting_on), ...undated.map((row) => row.owner_id)])
  const parties = await partiesOn(tx, programme.id, dayOf(programme, today))
  const withheld = await withheldIn(tx, 'tasks', programme.id)
  return {
    programme,
    query,
    rows,
    total,
    undated,
    names,
    parties,
    withheld,
    day: dayOf(programme, today),
    past: dayOf(programme, today) !== today,
  }
}
export type TimelineData = NonNullable<Awaited<ReturnType<typeof loadTimeline>>>

export async function loadCoverage(tx: ReadTx, { params, query, actor, today }: PageRequest<CoverageQuery>) {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const cells = await coverageOf(tx, programme.id, dayOf(programme, today))
  const territories = await territoriesOf(tx, programme.id)
  const fields = await fieldsOfBodies(tx, programme.id)
  const names = await namesOf(tx, [...cells.flatMap((cell) => cell.bodies), ...fields.values()])
  const may = mayPlan(actor, { programme_id: programme.id, programme_status: programme.status }) === true
  return { programme, query, cells, territories, fields, names, mayPlan: may }
}
export type CoverageData = NonNullable<Awaited<ReturnType<typeof loadCoverage>>>

/** Load and capacity of one agency over the months shown. */
export type AgencyLoad = {
  organisationId: string
  name: string
  months: { month: string; load: number; capacity?: number }[]
}

export async function loadCapacity(tx: ReadTx, { params, query, actor, today }: PageRequest<CapacityQuery>) {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const day = dayOf(programme, today)
  const first = query.from || addMonths(`${day.slice(0, 7)}-01`, -1).slice(0, 7)
  const months = Array.from({ length: monthsShown }, (_, index) => addMonths(`${first}-01`, index).slice(0, 7))
  const capacities = await capacitiesOn(tx, programme.id, day)
  const tasks = await loadTasks(tx, programme.id, day)
  const calendar = await readCalendar(tx)
  const load = loadOf(tasks, months, calendar)
  const parties = await partiesOn(tx, programme.id, day)
  const agencies = parties
    .filter((party) => `${party.name} ${party.acronym ?? ''}`.toLowerCase().includes(query.q.toLowerCase()))
    .map(
      (party): AgencyLoad => ({
        organisationId: party.organisationId,
        name: party.name,
        months: monthsOf(party.organisationId, months, load, capacities),
      }),
    )
    .filter((agency) => agency.months.some((month) => month.load > 0 || month.capacity !== undefined))
    .sort((a, b) => strainOf(b) - strainOf(a))
  const may = mayDeclareCapacity(actor, { programme_id: programme.id, programme_status: programme.status }) === true
  const party = parties.find((one) => one.organisationId === query.agency)
  const behind = party && query.month ? await workBehind(tx, tasks, query, calendar) : undefined
  const asked = { ...query, from: first }
  return {
    programme,
    query: asked,
    agencies,
    parties,
    mayDeclare: may,
    behind: behind && { name: party!.name, ...behind },
  }
}
export type CapacityData = NonNullable<Awaited<ReturnType<typeof loadCapacity>>>

/** The tasks that make up one agency's load of one month, the heaviest first. */
async function workBehind(tx: ReadTx, tasks: LoadTask[], { agency, month }: CapacityQuery, calendar: WorkCalendar) {
  const hours = new Map(
    tasks.map((task) => [task.id, loadOf([task], [month], calendar).get(agency)?.get(month) ?? 0] as const),
  )
  const ids = [...hours].filter(([, own]) => own > 0).map(([id]) => id)
  const titled = ids.length > 0 ? await taskFacts(tx, ids) : []
  const rows = titled.map((task) => ({ ...task, hours: hours.get(task.id)! })).sort((a, b) => b.hours - a.hours)
  return { month, rows, total: rows.reduce((sum, row) => sum + row.hours, 0) }
}

function monthsOf(id: string, months: string[], load: Map<string, Map<string, number>>, capacities: Capacity[]) {
  return months.map((month) => ({
    month,
    load: Math.round(load.get(id)?.get(month) ?? 0),
    capacity: capacities.find((one) => one.organisationId === id && one.month === month)?.hours,
  }))
}

function strainOf({ months }: AgencyLoad): number {
  return Math.max(...months.map(({ load, capacity }) => (capacity ? load / capacity : 0)))
}
