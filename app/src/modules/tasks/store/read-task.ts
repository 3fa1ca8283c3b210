import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import { lock } from '#kernel/operation.ts'
import type { Task, TaskRole } from '../task.ts'

/** The task as the policies judge it; undefined when there is none for this actor. */
export async function readTask(tx: ReadTx, id: string): Promise<Task | undefined> {
  if (!isId(id)) return undefined
  const row = await taskQuery(tx).where('tasks.id', '=', id).executeTakeFirst()
  return row && toTask(row)
}

/** The same for many, such as the rows of a list with buttons. */
export async function readTasks(tx: ReadTx, ids: string[]): Promise<Map<string, Task>> {
  if (ids.length === 0) return new Map()
  const rows = await taskQuery(tx).where('tasks.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, toTask(row)]))
}

/** For operations: nobody else changes the task until this transaction ends. */
export async function lockTask(tx: Tx, id: string): Promise<Task | undefined> {
  if (!isId(id)) return undefined
  await lock(tx, id)
  return readTask(tx, id)
}

function taskQuery(tx: ReadTx) {
  return tx
    .selectFrom('tasks')
    .innerJoin('programmes', 'programmes.id', 'tasks.programme_id')
    .select([
      'tasks.id',
      'tasks.version',
      'tasks.programme_id',
      'programmes.status as programme_status',
      'tasks.owner_id',
      'tasks.class',
      'tasks.kind',
      'tasks.milestone_type',
      'tasks.state',
      'tasks.waiting_on',
      'tasks.start_on',
      'tasks.due_on',
      'tasks.target',
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('task_roles')
          .select(['organisation_id', 'role'])
          .whereRef('task_id', '=', 'tasks.id')
          .where('ended_on', 'is', null)
          .orderBy('created_at'),
      ).as('roles'),
      jsonArrayFrom(
        eb
          .selectFrom('task_evidence')
          .select(['created_by', sql<boolean>`created_at >= ${lastReopening}`.as('current')])
          .whereRef('task_id', '=', 'tasks.id'),
      ).as('evidence'),
      jsonArrayFrom(
        eb
          .selectFrom('task_handovers as h')
          .select(['h.id', 'h.from_id', 'h.to_id'])
          .whereRef('h.task_id', '=', 'tasks.id')
          .where(
            'h.id',
            'not in',
            eb.selectFrom('task_handover_answers').select('handover_id').whereRef('task_id', '=', 'tasks.id'),
          ),
      ).as('offers'),
      jsonArrayFrom(
        eb.selectFrom('task_obligations').select('organisation_id').whereRef('task_id', '=', 'tasks.id'),
      ).as('bound'),
      sql<boolean>`exists (select from task_verifications v where v.task_id = tasks.id and tasks.state = 'done' and v.created_at >= ${lastReopening})`.as(
        'verified',
      ),
      sql<
        string | null
      >`(select max(r.reminded_on)::text from task_reminders r where r.task_id = tasks.id and r.organisation_id = tasks.waiting_on and r.reminded_on >= tasks.state_since)`.as(
        'reminded_on',
      ),
    ])
}

/** Evidence and verification of an earlier completion do not speak for a later one. */
const lastReopening = sql<Date>`coalesce((select max(s.created_at) from task_state_changes s where s.task_id = tasks.id and s.from_state in ('done', 'cancelled')), '-infinity')`

type Row = Awaited<ReturnType<ReturnType<typeof taskQuery>['execute']>>[number]

function toTask({ roles, offers, bound, ...row }: Row): Task {
  return {
    ...row,
    roles: roles.map((role) => ({ ...role, role: role.role as TaskRole })),
    offer: offers[0] ?? null,
    bound_ids: bound.map((one) => one.organisation_id),
  } as Task
}
