import type { Insertable } from 'kysely'
import type { Class } from '#kernel/access.ts'
import type { DB, ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { TaskRole, TaskState } from '#modules/tasks/task.ts'
import type { Deadline } from '../deadline.ts'
import { storedJson } from '../stored-json.ts'

/** A task as an import meets it again. */
export type Standing = {
  id: string
  version: number
  owner_id: string
  class: Class
  kind: string
  title: string
  state: TaskState
  /** Null: no state has been recorded. */
  state_since: string | null
  start_on: string | null
  due_on: string | null
  target: unknown
}

export async function standingTasks(tx: ReadTx, programmeId: string): Promise<Map<string, Standing>> {
  const rows = await tx
    .selectFrom('tasks')
    .select([
      'id',
      'version',
      'owner_id',
      'class',
      'kind',
      'title',
      'state',
      'state_since',
      'start_on',
      'due_on',
      'target',
    ])
    .where('programme_id', '=', programmeId)
    .execute()
  return new Map(rows.map((row) => [row.id, row as Standing]))
}

export function roleRow(
  { taskId, organisationId, role }: { taskId: string; organisationId: string; role: TaskRole },
  { now, since }: { now: Date; since: string },
): Insertable<DB['task_roles']> {
  const given = { task_id: taskId, organisation_id: organisationId, role, person_id: null, since }
  return { ...given, id: newId(now), created_at: now, created_by: null }
}

/** `day`: from which the state holds. */
export function stateRow(
  { taskId, from, to, day }: { taskId: string; from: TaskState | null; to: TaskState; day: string },
  { now, lang }: { now: Date; lang: string },
): Insertable<DB['task_state_changes']> {
  const change = { task_id: taskId, from_state: from, to_state: to, changed_on: day, lang }
  return { ...change, id: newId(now), created_at: now, created_by: null }
}

/** The source moved the date: nobody is known to have asked for it. `day` null: the table does not say when. */
export function moveRow(
  { taskId, from, to, day }: { taskId: string; from: Deadline; to: Deadline; day: string | null },
  now: Date,
): Insertable<DB['task_moves']> {
  const moved = { from_due: from.due, from_target: targetJson(from), to_due: to.due, to_target: targetJson(to) }
  const why = { reason: 'import', lang: 'en', code: null, requested_by: null, decided_by: null, moved_on: day }
  return { ...moved, ...why, task_id: taskId, id: newId(now), created_at: now, created_by: null }
}

export function targetJson(deadline: Deadline): string | null {
  return deadline.target && storedJson(deadline.target)
}

export async function currentRoles(tx: Tx, taskId: string): Promise<{ organisation_id: string; role: TaskRole }[]> {
  const rows = await tx
    .selectFrom('task_roles')
    .select(['organisation_id', 'role'])
    .where('task_id', '=', taskId)
    .where('ended_on', 'is', null)
    .execute()
  return rows as { organisation_id: string; role: TaskRole }[]
}
