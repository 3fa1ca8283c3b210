import type { Insertable } from 'kysely'
import { newId } from '#kernel/ids.ts'
import type { DB } from '#kernel/schema.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import { type TaskRole, taskRoles } from '#modules/tasks/task.ts'
import type { Importing, Written } from '../request.ts'
import { appendEvents } from '../store/append-events.ts'
import { insertRows } from '../store/insert-rows.ts'
import { same } from '../stored-json.ts'
import { taskEvent } from './events.ts'
import type { TaskFacts } from './facts.ts'
import type { Places } from './places.ts'
import { moveRow, roleRow, stateRow, targetJson } from './store.ts'

export type Planned = { record: TableRecord; facts: TaskFacts }
type Made = Planned & { id: string; ownerId: string }

/** A task of every row, with who does what, its state, and the move of its date where the table names two. */
export async function createTasks(
  importing: Importing,
  places: Places,
  planned: readonly Planned[],
): Promise<Written[]> {
  const { tx, now, asOf, home, lang, report } = importing
  const made = planned.map((one): Made => ({ ...one, id: newId(now), ownerId: ownerOf(importing, one) }))
  const rows = made.map((one) => taskRow(importing, places, one))
  await insertRows(tx, 'tasks', rows)
  const roles = made.flatMap((one) => rolesIn(importing, one).map((role) => ({ ...role, taskId: one.id })))
  await insertRows(
    tx,
    'task_roles',
    roles.map((role) => roleRow(role, { now, since: asOf })),
  )
  const states = made.flatMap(({ id, facts: { state, doneOn } }) =>
    state ? [{ taskId: id, from: null, to: state, day: doneOn ?? asOf }] : [],
  )
  await insertRows(
    tx,
    'task_state_changes',
    states.map((state) => stateRow(state, { now, lang })),
  )
  const moves = made.flatMap(({ id, facts: { due, current } }) => {
    const moved = current !== null && (due.due !== null || due.target !== null) && !same(due, current)
    return moved ? [moveRow({ taskId: id, from: due, to: current, day: null }, now)] : []
  })
  await insertRows(tx, 'task_moves', moves)
  report.moved += moves.length
  const events = made.map(({ id, ownerId, facts }) => {
    const about = { id, owner_id: ownerId, class: home.class }
    return taskEvent(home.id, 'imported', about, 1, { kind: facts.kind, due: facts.due.due, state: facts.state })
  })
  await appendEvents(tx, now, events)
  return made.map((one) => ({ record: one.record, id: one.id, fate: 'created', kept: unsettled(importing, one) }))
}

/** The accountable body, else the first that does it. */
export function namedOwner(importing: Importing, { record, facts }: Planned): string | undefined {
  const named = [...facts.roles.accountable, ...facts.roles.responsible]
  return named.map((one) => importing.organisation(record, one)).find((found) => found !== undefined)
}

function ownerOf(importing: Importing, planned: Planned): string {
  const owner = namedOwner(importing, planned)
  if (!owner) importing.remark({ code: 'nobody-named', line: planned.record.line, detail: planned.facts.title })
  return owner ?? importing.home.ownerId
}

export function rolesIn(
  importing: Importing,
  { record, facts }: Planned,
): { organisationId: string; role: TaskRole }[] {
  return taskRoles.flatMap((role) => {
    const found = facts.roles[role].flatMap((named) => importing.organisation(record, named) ?? [])
    return [...new Set(found)].map((organisationId) => ({ organisationId, role }))
  })
}

/** What stands where an organisation should, for a person to look at; the row keeps it. */
function unsettled(importing: Importing, { record, facts }: Planned): object | null {
  const named = taskRoles
    .flatMap((role) => facts.roles[role])
    .filter((one) => !importing.organisation(record, one))
    .map((one) => one.name)
  return named.length > 0 ? { named } : null
}

function taskRow(importing: Importing, places: Places, { record, facts, id, ownerId }: Made): Insertable<DB['tasks']> {
  const { home, lang, now, asOf } = importing
  const deadline = facts.current ?? facts.due
  const first = facts.due.due === null && facts.due.target === null ? deadline : facts.due
  return {
    id,
    programme_id: home.id,
    owner_id: ownerId,
    class: home.class,
    lang,
    code: facts.code,
    kind: facts.kind,
    milestone_type: facts.milestoneType,
    title: facts.title,
    baseline_start: facts.start,
    baseline_due: first.due,
    baseline_target: targetJson(first),
    start_on: startFor(importing, record, facts.start, deadline.due),
    due_on: deadline.due,
    target: targetJson(deadline),
    ...contentOf(facts, places),
    // A state without a day is shown as not recorded.
    state: facts.state ?? 'open',
    state_since: facts.state && (facts.doneOn ?? asOf),
    done_on: facts.doneOn,
    created_at: now,
    created_by: null,
  }
}

/** The columns that say what the task is about. */
export function contentOf(facts: TaskFacts, places: Places) {
  return {
    objective_ids: places.objectives(facts.objective),
    service_id: places.service(facts.service),
    territory_code: places.territory(facts.territory),
    effort_amount: facts.effort?.amount ?? null,
    effort_unit: facts.effort?.unit ?? null,
    budget: facts.budget?.amount ?? null,
    currency: facts.budget?.currency ?? 'IDR',
  }
}

/** A start after the due date stays the first start, but is not what the timeline shows. */
export function startFor(importing: Importing, record: TableRecord, start: string | null, due: string | null) {
  if (start === null || due === null || start <= due) return start
  importing.remark({ code: 'start-after-due', line: record.line, detail: `${start} > ${due}` })
  return null
}
