import type { ReadTx } from '#kernel/database.ts'
import type { Evaluation, Measure, Measurement, Row } from '#modules/monitoring/signal.ts'
import type { TaskLinks } from '../links.ts'
import { coverageOf } from '../store/coverage.ts'
import { evidencedOn, type PastTask, tasksOn } from '../store/read-past.ts'
import { stateOn } from './open-days.ts'
import { say } from './say.ts'
import { weigh } from './weigh.ts'

export function taskMeasures(links: Pick<TaskLinks, 'measuredObjectives'>): Measure[] {
  return [
    { indicator: 'F2', measure: onTime },
    { indicator: 'F3', measure: (tx, evaluation) => aligned(tx, evaluation, links) },
    { indicator: 'F4', measure: covered },
  ]
}

/** F2: met with evidence on or before the first date, of the milestones whose first date lies in the window. */
async function onTime(tx: ReadTx, { programmeId, at, window }: Evaluation): Promise<Measurement> {
  const milestones = (await tasksOn(tx, programmeId, at)).filter((task) => task.kind === 'milestone')
  if (!milestones.some((task) => task.baseline_due))
    return { kind: 'no-records', because: say((words) => words.noMilestones) }
  const due = milestones.filter(
    (task) => task.baseline_due && task.baseline_due >= window.from && task.baseline_due <= window.to,
  )
  if (milestones.every((task) => task.changes.length === 0)) {
    const rows = due.map((task) => ({ kind: 'task', id: task.id, counted: false, note: 'no-completion' }))
    return { kind: 'measured', k: 0, n: 0, rows, because: say((words) => words.noCompletions) }
  }
  const evidenced = await evidencedOn(tx, programmeId, at)
  const rows = due.map((task): Row => {
    const note = punctuality(task, evidenced.has(task.id), at)
    return { kind: 'task', id: task.id, counted: note === 'met', note }
  })
  return { kind: 'measured', k: rows.filter((row) => row.counted).length, n: rows.length, rows }
}

function punctuality(task: PastTask, evidenced: boolean, at: string) {
  const last = stateOn(task.changes, at)
  if (last?.to === 'cancelled') return 'cancelled'
  if (last?.to !== 'done') return 'not-done'
  if (!evidenced) return 'no-evidence'
  return last.on <= task.baseline_due! ? 'met' : 'late'
}

/** F3: weight of activities that serve a measured objective, of the weight of all; milestones where there are no activities. */
async function aligned(
  tx: ReadTx,
  { programmeId, at }: Evaluation,
  links: Pick<TaskLinks, 'measuredObjectives'>,
): Promise<Measurement> {
  const standing = (await tasksOn(tx, programmeId, at)).filter((task) => stateOn(task.changes, at)?.to !== 'cancelled')
  const activities = standing.filter((task) => task.kind === 'activity')
  const tasks = activities.length > 0 ? activities : standing
  if (tasks.length === 0) return { kind: 'no-records', because: say((words) => words.noActivities) }
  const measured = await links.measuredObjectives(tx, programmeId, at)
  const { by, weights } = weigh(tasks)
  const rows = tasks.map((task, index): Row => {
    const counted = task.objective_ids.some((id) => measured.has(id))
    return { kind: 'task', id: task.id, counted, weight: weights[index]!, note: counted ? 'linked' : 'unlinked' }
  })
  const sum = (some: Row[]) => some.reduce((total, row) => total + row.weight!, 0)
  const because = say((words) =>
    [
      activities.length === 0 ? words.milestonesInstead : '',
      measured.size === 0 ? words.noMeasured : '',
      { budget: words.byBudget, effort: words.byEffort, weight: words.byWeight, count: words.byCount }[by],
    ]
      .filter(Boolean)
      .join(' '),
  )
  return { kind: 'measured', k: sum(rows.filter((row) => row.counted)), n: sum(rows), rows, because }
}

/** F4: cells of the charter with exactly one accountable body. */
async function covered(tx: ReadTx, { programmeId, at }: Evaluation): Promise<Measurement> {
  const cells = await coverageOf(tx, programmeId, at)
  if (cells.length === 0) return { kind: 'no-records', because: say((words) => words.noCells) }
  const rows = cells.map((cell): Row => {
    const note = cell.bodies.length === 0 ? 'gap' : cell.bodies.length === 1 ? 'covered' : 'double'
    return { kind: 'cell', id: cell.id, counted: note === 'covered', note }
  })
  const count = (note: string) => rows.filter((row) => row.note === note).length
  return {
    kind: 'measured',
    k: count('covered'),
    n: rows.length,
    rows,
    beside: [
      { label: say((words) => words.gaps), value: count('gap') },
      { label: say((words) => words.doubles), value: count('double') },
    ],
  }
}
