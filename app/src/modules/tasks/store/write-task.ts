import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Lang } from '#kernel/reason.ts'
import type { DB } from '#kernel/schema.ts'
import type { Kept } from '../target.ts'
import type { ReasonCode, TaskRole, TaskState } from '../task.ts'

/** Who writes and when: every row says it. */
export type By = { now: Date; today: string; person: string | null }

type TaskRow = Insertable<DB['tasks']>
export type NewTask = Omit<TaskRow, 'created_at' | 'created_by' | 'id'>

export async function addTask(tx: Tx, by: By, task: NewTask): Promise<string> {
  const id = newId(by.now)
  await tx
    .insertInto('tasks')
    .values({ id, created_at: by.now, created_by: by.person, ...task })
    .execute()
  return id
}

/** A task that comes from a file, with the id the file's key stands for. */
export async function insertTask(tx: Tx, task: TaskRow): Promise<void> {
  await tx.insertInto('tasks').values(task).execute()
}

/** Changes columns and counts the version up; the new version. */
export async function changeTask(
  tx: Tx,
  task: { id: string; version: number },
  columns: Updateable<DB['tasks']>,
): Promise<number> {
  const version = task.version + 1
  const { numUpdatedRows } = await tx
    .updateTable('tasks')
    .set({ ...columns, version })
    .where('id', '=', task.id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`task ${task.id}: not updated`)
  return version
}

export type StateChange = {
  from: TaskState | null
  to: TaskState
  code?: ReasonCode | null
  waitingOn?: string | null
  because?: string | null
  endsOn?: string | null
  lang: Lang
}

export async function addStateChange(tx: Tx, by: By, taskId: string, change: StateChange): Promise<void> {
  await tx
    .insertInto('task_state_changes')
    .values({
      id: newId(by.now),
      task_id: taskId,
      from_state: change.from,
      to_state: change.to,
      code: change.code ?? null,
      waiting_on: change.waitingOn ?? null,
      because: change.because ?? null,
      ends_on: change.endsOn ?? null,
      lang: change.lang,
      changed_on: by.today,
      created_at: by.now,
      created_by: by.person,
    })
    .execute()
}

/** One step of the task's life: the row that says so, and the task as it stands now. Returns the new version. */
export async function stepTo(
  tx: Tx,
  by: By,
  task: { id: string; version: number; state: TaskState },
  change: Omit<StateChange, 'from'>,
): Promise<number> {
  await addStateChange(tx, by, task.id, { ...change, from: task.state })
  return changeTask(tx, task, {
    state: change.to,
    state_since: by.today,
    waiting_on: change.waitingOn ?? null,
    done_on: change.to === 'done' ? by.today : null,
  })
}

export async function addRoles(
  tx: Tx,
  by: By,
  taskId: string,
  roles: { organisationId: string; role: TaskRole; personId?: string | null }[],
): Promise<void> {
  if (roles.length === 0) return
  const rows = roles.map(({ organisationId, role, personId }) => ({
    id: newId(by.now),
    task_id: taskId,
    organisation_id: organisationId,
    role,
    person_id: personId ?? null,
    since: by.today,
    created_at: by.now,
    created_by: by.person,
  }))
  await tx.insertInto('task_roles').values(rows).execute()
}

export async function endRole(tx: Tx, by: By, taskId: string, organisationId: string, role: TaskRole): Promise<void> {
  await tx
    .updateTable('task_roles')
    .set({ ended_on: by.today })
    .where('task_id', '=', taskId)
    .where('organisation_id', '=', organisationId)
    .where('role', '=', role)
    .where('ended_on', 'is', null)
    .execute()
}

export type Move = {
  from: Kept
  to: Kept
  reason: string
  lang: Lang
  code: ReasonCode | null
  requestedBy: string
  decidedBy: string | null
}

export async function addMove(tx: Tx, by: By, taskId: string, move: Move): Promise<void> {
  await tx
    .insertInto('task_moves')
    .values({
      id: newId(by.now),
      task_id: taskId,
      from_due: move.from.due,
      from_target: move.from.target && JSON.stringify(move.from.target),
      to_due: move.to.due,
      to_target: move.to.target && JSON.stringify(move.to.target),
      reason: move.reason,
      lang: move.lang,
      code: move.code,
      requested_by: move.requestedBy,
      decided_by: move.decidedBy,
      moved_on: by.today,
      created_at: by.now,
      created_by: by.person,
    })
    .execute()
}
