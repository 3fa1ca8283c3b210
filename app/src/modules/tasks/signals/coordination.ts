import type { ReadTx } from '#kernel/database.ts'
import { quantile } from '#kernel/statistics.ts'
import type { Condition, Evaluation, Observation, Row } from '#modules/monitoring/signal.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { formatPercent } from '#ui/language.ts'
import { namesOf } from '../store/organisations.ts'
import { handoversBetween, type PastTask, rolesBetween, tasksOn } from '../store/read-past.ts'
import { shortName } from '../task.ts'
import { openDays } from './open-days.ts'
import { say } from './say.ts'
import { tieFigures } from './ties.ts'

export const coordination: Condition[] = [
  { detector: 'D1', letter: 'a', observe: waitingShare },
  { detector: 'D1', letter: 'c', observe: handovers },
  { detector: 'D1', letter: 'd', observe: ties },
]

/** D1 a: working days spent waiting for another agency, of the working days tasks were open in the window. */
async function waitingShare(tx: ReadTx, { programmeId, at, window, calendar }: Evaluation): Promise<Observation> {
  const tasks = (await tasksOn(tx, programmeId, at)).filter((task) => task.changes.length > 0)
  if (tasks.length === 0) return { kind: 'unchecked', because: say((words) => words.noHistory) }
  const spans = tasks
    .map((task) => ({ id: task.id, ...openDays(task.changes, task.start_on, window, calendar) }))
    .filter((span) => span.open > 0)
  if (spans.length === 0) return { kind: 'not-enough', n: 0, because: say((words) => words.noneOpen), rows: [] }
  const byAgency = new Map<string, number>()
  for (const span of spans) for (const [id, days] of span.byAgency) byAgency.set(id, (byAgency.get(id) ?? 0) + days)
  const parties = [...byAgency].filter(([id, days]) => id && days > 0).sort((a, b) => b[1] - a[1])
  const names = await namesOf(
    tx,
    parties.map(([id]) => id),
  )
  const waited = spans.filter((span) => span.waiting > 0)
  const sum = (key: 'open' | 'waiting') => spans.reduce((total, span) => total + span[key], 0)
  const [most] = parties
  return {
    kind: 'observed',
    value: sum('waiting') / sum('open'),
    n: spans.length,
    evidence: say((words, num) => {
      const main = words.waiting(num(spans.length), num(waited.length), num(sum('waiting')), num(sum('open')))
      return most ? `${main} ${words.waitedMost(shortName(names, most[0]), num(most[1]))}` : main
    }),
    rows: spans.map((span) => ({
      kind: 'task',
      id: span.id,
      counted: span.waiting > 0,
      weight: span.waiting,
      note: span.waiting > 0 ? 'waited' : undefined,
    })),
    parties: parties.map(([id]) => id),
  }
}

/** D1 c: accepted hand-overs in the window for each task open in it; the 75th percentile. */
async function handovers(tx: ReadTx, { programmeId, at, window, calendar }: Evaluation): Promise<Observation> {
  const tasks = (await tasksOn(tx, programmeId, at)).filter((task) => task.changes.length > 0)
  if (tasks.length === 0) return { kind: 'unchecked', because: say((words) => words.noHistory) }
  const moved = Map.groupBy(await handoversBetween(tx, programmeId, window.from, window.to), (row) => row.task_id)
  const open = tasks.filter(
    (task) => moved.has(task.id) || openDays(task.changes, task.start_on, window, calendar).open > 0,
  )
  if (open.length === 0) return { kind: 'not-enough', n: 0, because: say((words) => words.noneOpen), rows: [] }
  const rows = open.map((task): Row => {
    const times = moved.get(task.id)?.length ?? 0
    return { kind: 'task', id: task.id, counted: times > 0, weight: times, note: times > 0 ? 'handed-over' : undefined }
  })
  const counts = rows.map((row) => row.weight!).sort((a, b) => a - b)
  const p75 = quantile(counts, 0.75)!
  return {
    kind: 'observed',
    value: p75,
    n: rows.length,
    evidence: say((words, num) => words.handovers(num(rows.length), num(moved.size), num(p75, 1), num(counts.at(-1)!))),
    rows,
    parties: [...new Set([...moved.values()].flat().flatMap((one) => [one.from_id, one.to_id]))],
  }
}

/** Up to this many agencies the share of tied pairs says something; with more, nobody can work with everybody. */
const mostForDensity = 10

/** D1 d: pairs of agencies with a joint record in the window, and the agency that stands between most others. */
async function ties(tx: ReadTx, evaluation: Evaluation): Promise<Observation> {
  const { programmeId, at, window } = evaluation
  const parties = (await partiesOn(tx, programmeId, at)).filter(
    (party) => party.role === 'lead' || party.role === 'member',
  )
  const nodes = parties.map((party) => party.organisationId)
  if (nodes.length < 3)
    return { kind: 'not-enough', n: nodes.length, because: say((words) => words.fewParties), rows: [] }
  const active = new Set(
    (await tasksOn(tx, programmeId, at)).filter((task) => isActive(task, evaluation)).map((task) => task.id),
  )
  const roles = (await rolesBetween(tx, programmeId, window.from, window.to)).filter(
    (role) => role.role !== 'informed' && active.has(role.task_id),
  )
  const handed = await handoversBetween(tx, programmeId, window.from, window.to)
  const joint = jointPairs(roles, handed, new Set(nodes))
  const figures = tieFigures({ nodes, pairs: [...joint.values()].flat() })
  const names = await namesOf(tx, nodes)
  const tied = new Set([...joint.values()].flat(2))
  const apart = nodes.filter((node) => !tied.has(node))
  return {
    kind: 'observed',
    value: nodes.length <= mostForDensity ? figures.tied / figures.possible : null,
    alternatives: { betweenness: figures.betweenness },
    n: nodes.length,
    evidence: say((words, num, lang) => {
      const main = words.ties(num(joint.size), num(figures.tied), num(figures.possible))
      if (!figures.between) return main
      return `${main} ${words.between(shortName(names, figures.between), formatPercent(lang, figures.betweenness, 0))}`
    }),
    rows: [...joint.keys()].map((id) => ({ kind: 'task', id, counted: true, note: 'joint' })),
    parties: figures.between && figures.betweenness > 0.6 ? [figures.between] : apart,
  }
}

/** Open at some time in the window; where the source tells no states: not due before it and not begun after it. */
function isActive(task: PastTask, { window, calendar }: Evaluation): boolean {
  if (task.changes.length > 0) return openDays(task.changes, task.start_on, window, calendar).open > 0
  const due = task.moves.length > 0 ? task.moves.at(-1)!.to_due : task.baseline_due
  return (due === null || due >= window.from) && (task.start_on === null || task.start_on <= window.to)
}

type Held = { task_id: string; organisation_id: string }
type Handed = { task_id: string; from_id: string; to_id: string }

/** Pairs by task: all who work on it together, and both sides of each hand-over. Only parties. */
function jointPairs(roles: Held[], handed: Handed[], nodes: ReadonlySet<string>): Map<string, [string, string][]> {
  const joint = new Map<string, [string, string][]>()
  const add = (taskId: string, one: string, other: string) => {
    if (one === other || !nodes.has(one) || !nodes.has(other)) return
    joint.set(taskId, [...(joint.get(taskId) ?? []), [one, other]])
  }
  for (const [taskId, held] of Map.groupBy(roles, (role) => role.task_id)) {
    const bodies = [...new Set(held.map((role) => role.organisation_id))]
    bodies.forEach((one, index) => {
      for (const other of bodies.slice(index + 1)) add(taskId, one, other)
    })
  }
  for (const one of handed) add(one.task_id, one.from_id, one.to_id)
  return joint
}
