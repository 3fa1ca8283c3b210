import type { ReadTx } from '#kernel/database.ts'
import { titleIn } from './task.ts'

/** A task as other modules name it: for links from decisions, findings and plans. */
export type TaskHead = {
  id: string
  programme_id: string
  owner_id: string
  title: string
  title_en: string | null
  lang: string
  state: string
  due_on: string | null
  done_on: string | null
}

const columns = ['id', 'programme_id', 'owner_id', 'title', 'title_en', 'lang', 'state', 'due_on', 'done_on'] as const

export async function taskById(tx: ReadTx, id: string): Promise<TaskHead | undefined> {
  return tx.selectFrom('tasks').select(columns).where('id', '=', id).executeTakeFirst()
}

/** Tasks of a programme by title, cancelled ones left out; only these ids where they are given. At most 500. */
export async function tasksOf(tx: ReadTx, programmeId: string, ids?: string[]): Promise<TaskHead[]> {
  const all = tx
    .selectFrom('tasks')
    .select(columns)
    .where('programme_id', '=', programmeId)
    .where('state', '<>', 'cancelled')
    .orderBy('title')
    .orderBy('id')
    .limit(500)
  return (ids ? all.where('id', 'in', ids) : all).execute()
}

/** Tasks of a programme that serve an objective, soonest first. */
export async function tasksServing(tx: ReadTx, programmeId: string, objectiveId: string): Promise<TaskHead[]> {
  return tx
    .selectFrom('tasks')
    .select(columns)
    .where('programme_id', '=', programmeId)
    .where((eb) => eb(eb.val(objectiveId), '=', eb.fn.any('objective_ids')))
    .orderBy('due_on')
    .execute()
}

export { tallyTasks } from './store/list-tasks.ts'
export { titleIn as taskTitle }
