import type { ReadTx } from '#kernel/database.ts'

/** A task as other modules name it: for links from decisions, meetings, findings and plans. */
export type TaskHead = {
  id: string
  programme_id: string
  owner_id: string
  class: string
  title: string
  title_en: string | null
  lang: string
  state: string
  due_on: string | null
  done_on: string | null
}

const columns = [
  'id',
  'programme_id',
  'owner_id',
  'class',
  'title',
  'title_en',
  'lang',
  'state',
  'due_on',
  'done_on',
] as const

export async function taskById(tx: ReadTx, id: string): Promise<TaskHead | undefined> {
  return tx.selectFrom('tasks').select(columns).where('id', '=', id).executeTakeFirst()
}

/** Restricted tasks are named on no page but their own, where reading them is recorded. */
const named = ['public', 'members'] as const

export async function tasksNamed(tx: ReadTx, ids: string[]): Promise<TaskHead[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('tasks')
    .select(columns)
    .where('id', 'in', ids)
    .where('class', 'in', [...named])
    .execute()
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

/** Not done and not cancelled, the newest first. */
export async function openTasks(tx: ReadTx, programmeId: string): Promise<TaskHead[]> {
  return tx
    .selectFrom('tasks')
    .select(columns)
    .where('programme_id', '=', programmeId)
    .where('state', 'not in', ['done', 'cancelled'])
    .where('class', 'in', [...named])
    .orderBy('created_at', 'desc')
    .orderBy('title')
    .limit(200)
    .execute()
}

/** Waiting or blocked. */
export async function stoppedTasks(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('tasks')
    .select([...columns, 'class', 'state_since'])
    .where('programme_id', '=', programmeId)
    .where('state', 'in', ['waiting', 'blocked'])
    .where('class', 'in', [...named])
    .execute()
}

/** Milestones with a day, also those that are done. */
export async function milestonesDue(tx: ReadTx, programmeId: string): Promise<(TaskHead & { changed: Date })[]> {
  const rows = await tx
    .selectFrom('tasks')
    .select([...columns, 'created_at'])
    .select((eb) =>
      eb
        .selectFrom('task_moves')
        .select((one) => one.fn.max('task_moves.created_at').as('at'))
        .whereRef('task_moves.task_id', '=', 'tasks.id')
        .as('moved_at'),
    )
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'milestone')
    .where('class', 'in', [...named])
    .where('state', '<>', 'cancelled')
    .where('due_on', 'is not', null)
    .orderBy('due_on')
    .limit(1000)
    .execute()
  return rows.map(({ created_at, moved_at, ...task }) => ({ ...task, changed: moved_at ?? created_at }))
}
