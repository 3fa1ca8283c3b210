import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Target } from '../target.ts'
import { type TimelineQuery, timelinePageSize } from '../views.ts'
import { slipped, soughtBy } from './list-tasks.ts'

/** Tasks with a date, by accountable agency and then by beginning. */
export async function timelineRows(tx: ReadTx, programmeId: string, query: TimelineQuery) {
  const dated = () => {
    let tasks = tx
      .selectFrom('tasks')
      .innerJoin('organisations', 'organisations.id', 'tasks.owner_id')
      .where('tasks.programme_id', '=', programmeId)
      .where('tasks.due_on', 'is not', null)
      .where('tasks.state', '<>', 'cancelled')
    if (query.agency) tasks = tasks.where('tasks.owner_id', '=', query.agency)
    if (query.kind) tasks = tasks.where('tasks.kind', '=', query.kind)
    const sought = soughtBy(query.q)
    if (sought) tasks = tasks.where(sought)
    if (query.moved) tasks = tasks.where(sql<boolean>`tasks.due_on is distinct from tasks.baseline_due`)
    return tasks
  }
  const rows = await dated()
    .select([
      'tasks.id',
      'tasks.code',
      'tasks.title',
      'tasks.title_en',
      'tasks.lang',
      'tasks.state',
      'tasks.waiting_on',
    ])
    .select(['tasks.class', 'tasks.programme_id', 'tasks.owner_id'])
    .select(['tasks.baseline_start', 'tasks.baseline_due', 'tasks.start_on', 'tasks.due_on', 'tasks.done_on'])
    .select(['organisations.name as agency'])
    .orderBy('organisations.name')
    .orderBy(sql`coalesce(tasks.start_on, tasks.due_on)`)
    .orderBy('tasks.id')
    .limit(timelinePageSize)
    .offset((query.page - 1) * timelinePageSize)
    .execute()
  const { total } = await dated()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}
export type TimelineRow = Awaited<ReturnType<typeof timelineRows>>['rows'][number]

/** Tasks whose target is no date: they stand below the chart. */
export async function undatedTasks(tx: ReadTx, programmeId: string, query: TimelineQuery) {
  let tasks = tx
    .selectFrom('tasks')
    .select(['id', 'code', 'title', 'title_en', 'lang', 'target', 'class', 'programme_id', 'owner_id'])
    .where('programme_id', '=', programmeId)
    .where('due_on', 'is', null)
    .where('state', '<>', 'cancelled')
  if (query.agency) tasks = tasks.where('owner_id', '=', query.agency)
  if (query.kind) tasks = tasks.where('kind', '=', query.kind)
  if (query.moved) tasks = tasks.where(sql<boolean>`(due_on, target) is distinct from (baseline_due, baseline_target)`)
  const sought = soughtBy(query.q)
  if (sought) tasks = tasks.where(sought)
  return tasks.orderBy('title').limit(50).execute()
}

/** Milestones for the programme's page: those that moved most and those due soonest. */
export async function milestonesOf(tx: ReadTx, programmeId: string, today: string, most: number) {
  const { rows } = await sql<MilestoneRow>`
    select t.id, t.class, t.programme_id, t.owner_id, t.code, t.title, t.title_en, t.lang, t.baseline_due, t.baseline_target, t.due_on, t.target, t.done_on, o.name as owner
    from tasks t join organisations o on o.id = t.owner_id
    where t.programme_id = ${programmeId} and t.kind = 'milestone' and t.state <> 'cancelled'
    order by (t.done_on is null and coalesce(t.due_on > t.baseline_due, t.due_on is null and t.baseline_due is not null)) desc,
      t.due_on is null, abs(t.due_on - ${today}::date), t.id
    limit ${most}`.execute(tx)
  return rows
}
export type MilestoneRow = {
  id: string
  class: string
  programme_id: string
  owner_id: string
  code: string | null
  title: string
  title_en: string | null
  lang: string
  baseline_due: string | null
  baseline_target: Target | null
  due_on: string | null
  target: Target | null
  done_on: string | null
  owner: string
}

export type MilestoneTally = { total: number; moved: number; unfinished: number }

/** Milestones in all, those that moved later than first agreed, and those of them that are not done. */
export async function tallyMilestones(tx: ReadTx, programmeId: string): Promise<MilestoneTally> {
  return tx
    .selectFrom('tasks')
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'milestone')
    .where('state', '<>', 'cancelled')
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where ${slipped})`.as('moved'),
      sql<number>`count(*) filter (where ${slipped} and done_on is null)`.as('unfinished'),
    ])
    .executeTakeFirstOrThrow()
}
