import type { Updateable } from 'kysely'
import type { DB } from '#kernel/schema.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import { addRoles, changeTask, endRole } from '#modules/tasks/store/write-task.ts'
import { isExtension } from '#modules/tasks/target.ts'
import type { Importing, Written } from '../request.ts'
import { appendEvents } from '../store/append-events.ts'
import { insertRows } from '../store/insert-rows.ts'
import { same } from '../stored-json.ts'
import { contentOf, namedOwner, rolesIn, startFor } from './create.ts'
import { taskEvent } from './events.ts'
import type { TaskFacts } from './facts.ts'
import type { Places } from './places.ts'
import { currentRoles, moveRow, type Standing, stateRow, targetJson } from './store.ts'

export type Seen = { record: TableRecord; was: TaskFacts; facts: TaskFacts; standing: Standing }

/** Changes of a task what the file says differently than before; first dates and what people changed here stay. */
export async function reviewTask(importing: Importing, places: Places, met: Seen): Promise<Written> {
  const { tx, now, home, lang } = importing
  const { record, facts, standing } = met
  const columns = changedColumns(importing, places, met)
  const roles = await changeRoles(importing, met)
  if (Object.keys(columns).length === 0 && !roles) return { record, id: standing.id, fate: 'unchanged' }
  if (columns.state && facts.state) {
    const from = toldState(standing)
    const change = { taskId: standing.id, from, to: facts.state, day: columns.state_since as string }
    await insertRows(tx, 'task_state_changes', [stateRow(change, { now, lang })])
  }
  const moved = await moveDate(importing, met, columns)
  const version = await changeTask(tx, standing, columns)
  const event = moved
    ? taskEvent(home.id, 'moved', standing, version, moved)
    : taskEvent(home.id, 'edited', standing, version, { state: facts.state })
  await appendEvents(tx, now, [event])
  return { record, id: standing.id, fate: 'updated' }
}

type Columns = Updateable<DB['tasks']>

function changedColumns(importing: Importing, places: Places, met: Seen): Columns {
  const { record, was, facts, standing } = met
  const columns: Columns = {}
  if (was.kind !== facts.kind) importing.remark({ code: 'kind-stays', line: record.line, detail: facts.title })
  if (was.title !== facts.title && standing.title !== facts.title) columns.title = facts.title
  if (was.milestoneType !== facts.milestoneType && standing.kind === 'milestone')
    columns.milestone_type = facts.milestoneType
  if (!same(contentFacts(was), contentFacts(facts))) Object.assign(columns, contentOf(facts, places))
  const owner = namedOwner(importing, { record, facts })
  if (owner && owner !== namedOwner(importing, { record, facts: was }) && owner !== standing.owner_id)
    columns.owner_id = owner
  Object.assign(columns, changedState(importing, met))
  const to = facts.current ?? facts.due
  const dated = to.due !== null || to.target !== null
  const current = { due: standing.due_on, target: standing.target }
  if (dated && !same(was.current ?? was.due, to) && !same(current, to))
    Object.assign(columns, { due_on: to.due, target: targetJson(to) })
  const due = columns.due_on === undefined ? standing.due_on : columns.due_on
  const start = was.start !== facts.start ? facts.start : standing.start_on
  const fitting =
    start === standing.start_on && due === standing.due_on ? start : startFor(importing, record, start, due)
  if (fitting !== standing.start_on) columns.start_on = fitting
  return columns
}

function toldState({ state, state_since }: Standing): Standing['state'] | null {
  return state_since === null ? null : state
}

/** Another state, or the day that was missing when it was done; a source that no longer tells a state changes none. */
function changedState({ asOf }: Importing, { was, facts, standing }: Seen): Columns {
  if (facts.state === null) return {}
  const other = was.state !== facts.state && toldState(standing) !== facts.state
  const dated = facts.state === 'done' && standing.state === 'done' && was.doneOn !== facts.doneOn
  if (!other && !dated) return {}
  return { state: facts.state, state_since: facts.doneOn ?? asOf, done_on: facts.doneOn, waiting_on: null }
}

function contentFacts({ effort, budget, service, territory, objective }: TaskFacts) {
  return { effort, budget, service, territory, objective }
}

/** Who the file no longer names leaves the task, whom it names now joins it. True when anybody did. */
async function changeRoles(importing: Importing, { record, was, facts, standing }: Seen): Promise<boolean> {
  const before = rolesIn(importing, { record, facts: was })
  const after = rolesIn(importing, { record, facts })
  const lost = before.filter((one) => !after.some((other) => same(one, other)))
  const gained = after.filter((one) => !before.some((other) => same(one, other)))
  if (lost.length === 0 && gained.length === 0) return false
  const current = await currentRoles(importing.tx, standing.id)
  const holds = ({ organisationId, role }: (typeof after)[number]) =>
    current.some((one) => one.organisation_id === organisationId && one.role === role)
  const by = { now: importing.now, today: importing.asOf, person: null }
  const ended = lost.filter(holds)
  for (const { organisationId, role } of ended) await endRole(importing.tx, by, standing.id, organisationId, role)
  const begun = gained.filter((one) => !holds(one))
  await addRoles(importing.tx, by, standing.id, begun)
  return ended.length + begun.length > 0
}

async function moveDate({ tx, now, asOf, report }: Importing, met: Seen, columns: Columns) {
  if (columns.due_on === undefined) return undefined
  const { facts, standing } = met
  const to = facts.current ?? facts.due
  const from = { due: standing.due_on, target: standing.target as typeof to.target }
  await insertRows(tx, 'task_moves', [moveRow({ taskId: standing.id, from, to, day: asOf }, now)])
  report.moved++
  return { from: from.due, to: to.due, code: null, requestedBy: null, extension: isExtension(from, to) }
}
