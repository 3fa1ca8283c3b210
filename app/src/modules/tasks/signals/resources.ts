import type { ReadTx } from '#kernel/database.ts'
import type { Condition, Evaluation, Observation, Row } from '#modules/monitoring/signal.ts'
import { formatMonth, formatPercent } from '#ui/language.ts'
import { namesOf } from '../store/organisations.ts'
import { capacitiesOn, type PastTask, rolesBetween, tasksOn } from '../store/read-past.ts'
import { shortName } from '../task.ts'
import { type LoadTask, loadOf, monthsBetween, strains } from './load.ts'
import { stateOn } from './open-days.ts'
import { say } from './say.ts'
import { weigh } from './weigh.ts'

export const resources: Condition[] = [
  { detector: 'D3', letter: 'b', observe: overload },
  { detector: 'D3', letter: 'd', observe: blockedForResources },
]

/** Above this, two months in a row, an agency carries too much (the catalogue's threshold; here only for the count said). */
const tooMuch = 1.2

/** D3 b: assigned effort ÷ declared capacity of the most strained agency, the lower of two months in a row. */
async function overload(tx: ReadTx, { programmeId, at, window, calendar }: Evaluation): Promise<Observation> {
  const capacities = await capacitiesOn(tx, programmeId, at)
  const months = monthsBetween(window.from, window.to)
  const tasks = await loadTasks(tx, programmeId, at)
  const found = strains(loadOf(tasks, months, calendar), capacities, months)
  const [worst] = found
  if (!worst) return { kind: 'unchecked', because: say((words) => words.noCapacity) }
  if (tasks.length === 0) return { kind: 'unchecked', because: say((words) => words.noEffort) }
  const behind = tasks.filter(
    (task) => task.doers.includes(worst.organisationId) && worst.months.some((month) => reaches(task, month)),
  )
  const over = found.filter((one) => one.ratio > tooMuch)
  const names = await namesOf(tx, [worst.organisationId])
  return {
    kind: 'observed',
    value: worst.ratio,
    n: found.length,
    evidence: say((words, num, lang) => {
      const [from, to] = worst.months.map((month) => formatMonth(lang, month)) as [string, string]
      const ratio = formatPercent(lang, worst.ratio, 0)
      const main = words.strain(shortName(names, worst.organisationId), ratio, from, to, num(behind.length))
      return over.length > 1 ? `${main} ${words.strained(num(over.length))}` : main
    }),
    rows: behind.map((task): Row => ({ kind: 'task', id: task.id, counted: true, weight: task.hours, note: 'load' })),
    parties: over.length > 0 ? over.map((one) => one.organisationId) : [worst.organisationId],
  }
}

function reaches(task: LoadTask, month: string): boolean {
  return task.start.slice(0, 7) <= month && task.end.slice(0, 7) >= month
}

/** Tasks with effort, a beginning and an end, as planned on the day; done ones end on the day they were done. */
export async function loadTasks(tx: ReadTx, programmeId: string, at: string): Promise<LoadTask[]> {
  const roles = (await rolesBetween(tx, programmeId, at, at)).filter((role) => role.role === 'responsible')
  const doers = Map.groupBy(roles, (role) => role.task_id)
  return (await tasksOn(tx, programmeId, at)).flatMap((task): LoadTask[] => {
    const start = task.start_on
    const end = endOf(task, at)
    if (!task.effort || !start || !end || end < start || stateOn(task.changes, at)?.to === 'cancelled') return []
    const own = doers.get(task.id)?.map((role) => role.organisation_id) ?? [task.owner_id]
    return [{ id: task.id, start, end, hours: task.effort, doers: own }]
  })
}

function endOf(task: PastTask, at: string): string | null {
  const last = stateOn(task.changes, at)
  if (last?.to === 'done') return last.on
  return task.moves.length > 0 ? task.moves.at(-1)!.to_due : task.baseline_due
}

/** D3 d: weight of tasks blocked for lack of resources, of the weight of open tasks, on the day. */
async function blockedForResources(tx: ReadTx, { programmeId, at }: Evaluation): Promise<Observation> {
  const tasks = (await tasksOn(tx, programmeId, at)).filter((task) => task.changes.length > 0)
  if (tasks.length === 0) return { kind: 'unchecked', because: say((words) => words.noHistory) }
  const open = tasks.filter((task) => !['done', 'cancelled'].includes(stateOn(task.changes, at)?.to ?? 'open'))
  if (open.length === 0) return { kind: 'not-enough', n: 0, because: say((words) => words.noneOpen), rows: [] }
  const { weights } = weigh(open)
  const rows = open.map((task, index): Row => {
    const last = stateOn(task.changes, at)
    const counted = last?.to === 'blocked' && last.code === 'resource'
    return { kind: 'task', id: task.id, counted, weight: weights[index]!, note: counted ? 'blocked' : undefined }
  })
  const sum = (some: Row[]) => some.reduce((total, row) => total + row.weight!, 0)
  const blocked = rows.filter((row) => row.counted)
  const share = sum(blocked) / sum(rows)
  const ids = new Set(blocked.map((row) => row.id))
  return {
    kind: 'observed',
    value: share,
    n: rows.length,
    evidence: say((words, num, lang) =>
      words.blocked(num(rows.length), num(blocked.length), formatPercent(lang, share, 0)),
    ),
    rows,
    parties: [...new Set(open.filter((task) => ids.has(task.id)).map((task) => task.owner_id))],
  }
}
