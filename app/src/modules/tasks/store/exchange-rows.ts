import type { Insertable } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { DB } from '#kernel/schema.ts'
import type { DetailTable } from '../exchange/detail-rows.ts'

type Table =
  | DetailTable
  | 'task_handover_answers'
  | 'task_verifications'
  | 'task_roles'
  | 'task_questions'
  | 'task_adoptions'
  | 'capacities'

export async function insertRows<T extends Table>(tx: Tx, table: T, rows: Insertable<DB[T]>[]): Promise<void> {
  // PostgreSQL takes 65,535 parameters a statement.
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insertInto(table)
      .values(rows.slice(start, start + 1000) as never)
      .execute()
  }
}

/** All detail rows of the programme's tasks, in the order they were written. */
export async function detailsOf(tx: ReadTx, programmeId: string, table: DetailTable) {
  const rows = await tx
    .selectFrom(table)
    .innerJoin('tasks', 'tasks.id', `${table}.task_id`)
    .selectAll(table as 'task_moves')
    .where('tasks.programme_id', '=', programmeId)
    .orderBy(`${table}.created_at`)
    .orderBy(table === 'task_moves' || table === 'task_state_changes' ? `${table}.arrival` : `${table}.id`)
    .execute()
  return rows as unknown as Record<string, unknown>[]
}

export async function verificationRows(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('task_verifications as v')
    .innerJoin('tasks', 'tasks.id', 'v.task_id')
    .select(['v.task_id', 'v.evidence_id', 'v.organisation_id', 'v.verified_on'])
    .where('tasks.programme_id', '=', programmeId)
    .execute()
}

export async function currentRoles(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('task_roles as r')
    .innerJoin('tasks', 'tasks.id', 'r.task_id')
    .select(['r.id', 'r.task_id', 'r.organisation_id', 'r.role'])
    .where('tasks.programme_id', '=', programmeId)
    .where('r.ended_on', 'is', null)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute()
}

export async function endRoles(tx: Tx, ids: string[], day: string): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('task_roles').set({ ended_on: day }).where('id', 'in', ids).execute()
}

const taskColumns = [
  'id',
  'programme_id',
  'owner_id',
  'class',
  'lang',
  'code',
  'kind',
  'milestone_type',
  'title',
  'title_en',
  'measures',
  'baseline_start',
  'baseline_due',
  'baseline_target',
  'start_on',
  'due_on',
  'target',
  'reporting',
  'parent_id',
  'objective_ids',
  'service_id',
  'territory_code',
  'target_group',
  'effort_amount',
  'effort_unit',
  'budget',
  'currency',
  'state',
  'state_since',
  'waiting_on',
  'done_on',
  'version',
] as const

export async function taskRecords(tx: ReadTx, programmeId: string) {
  return tx.selectFrom('tasks').select(taskColumns).where('programme_id', '=', programmeId).orderBy('id').execute()
}
export type TaskExchangeRow = Awaited<ReturnType<typeof taskRecords>>[number]

export async function questionRows(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('task_questions as q')
    .innerJoin('tasks', 'tasks.id', 'q.task_id')
    .select(['q.id', 'q.task_id', 'q.title', 'q.title_en', 'q.reported_total', 'q.source'])
    .where('tasks.programme_id', '=', programmeId)
    .orderBy('q.id')
    .execute()
}

/** The newest answer of each agency to each question. */
export async function answerRows(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('task_adoptions as a')
    .innerJoin('tasks', 'tasks.id', 'a.task_id')
    .distinctOn(['a.question_id', 'a.organisation_id'])
    .select(['a.id', 'a.question_id', 'a.organisation_id', 'a.value', 'a.raw', 'a.answered_on'])
    .where('tasks.programme_id', '=', programmeId)
    .where('a.question_id', 'is not', null)
    .orderBy('a.question_id')
    .orderBy('a.organisation_id')
    .orderBy('a.arrival', 'desc')
    .execute()
}

/** Codes of the programme's own places, by the id under which the file's key is known. */
export async function placeCodes(tx: ReadTx, programmeId: string) {
  return tx.selectFrom('programme_territories').select(['id', 'code']).where('programme_id', '=', programmeId).execute()
}
