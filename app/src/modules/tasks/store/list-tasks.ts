import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { DB } from '#kernel/schema.ts'
import { isNarrowed, type ListQuery, pageSize, type Tally } from '../list-query.ts'

const rowColumns = [
  'tasks.id',
  'tasks.code',
  'tasks.title',
  'tasks.title_en',
  'tasks.lang',
  'tasks.class',
  'tasks.kind',
  'tasks.milestone_type',
  'tasks.state',
  'tasks.state_since',
  'tasks.waiting_on',
  'tasks.owner_id',
  'tasks.start_on',
  'tasks.baseline_due',
  'tasks.baseline_target',
  'tasks.due_on',
  'tasks.target',
  'tasks.done_on',
] as const

/**
 * One page of a programme's tasks. `total`: how many fit, counted while they are sought; undefined for the whole list,
 * whose number the tally knows.
 */
export async function listTasks(tx: ReadTx, programmeId: string, query: ListQuery, today: string) {
  const fitting = narrowed(tx.selectFrom('tasks').where('tasks.programme_id', '=', programmeId), query, today)
  const page = ordered(fitting, query)
    .select(rowColumns)
    .limit(pageSize)
    .offset((query.page - 1) * pageSize)
  if (!isNarrowed(query)) return { rows: await page.execute(), total: undefined }
  const counted = await page.select(sql<number>`count(*) over ()`.as('total')).execute()
  const rows = counted.map(({ total: _, ...row }) => row)
  // Beyond the last page no row tells the total.
  const total = counted[0]?.total ?? (query.page === 1 ? 0 : await countOf(fitting))
  return { rows, total }
}

async function countOf(fitting: Tasks<object>): Promise<number> {
  const { total } = await fitting.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

export type TaskListRow = Awaited<ReturnType<typeof listTasks>>['rows'][number]

type Tasks<O> = SelectQueryBuilder<DB, 'tasks', O>

function narrowed<O>(from: Tasks<O>, query: ListQuery, today: string): Tasks<O> {
  let tasks = from
  if (query.state === 'standing') tasks = tasks.where('tasks.state', '<>', 'cancelled')
  else if (query.state === 'slipped') tasks = tasks.where(slippedUnfinished)
  else if (query.state === 'late') tasks = tasks.where((eb) => isLate(eb, today))
  else if (query.state === 'unverified') tasks = tasks.where((eb) => isUnverified(eb))
  else if (query.state) tasks = tasks.where('tasks.state', '=', query.state)
  if (query.kind) tasks = tasks.where('tasks.kind', '=', query.kind)
  if (query.territory) tasks = tasks.where('tasks.territory_code', '=', query.territory)
  if (query.agency) tasks = tasks.where(sql<boolean>`tasks.party_ids @> array[${query.agency}::uuid]`)
  const sought = soughtBy(query.q)
  return sought ? tasks.where(sought) : tasks
}

/** Later than first agreed, or no longer with a date at all. */
export const slipped = sql<boolean>`(tasks.due_on > tasks.baseline_due or (tasks.due_on is null and tasks.baseline_due is not null))`
const slippedUnfinished = sql<boolean>`(${slipped} and tasks.done_on is null and tasks.state <> 'cancelled')`

function isLate(eb: ExpressionBuilder<DB, 'tasks'>, today: string) {
  return eb.and([
    eb('tasks.due_on', '<', today),
    eb('tasks.state', 'not in', ['done', 'cancelled']),
    eb('tasks.state_since', 'is not', null),
  ])
}

function isUnverified(eb: ExpressionBuilder<DB, 'tasks'>) {
  const verified = eb
    .selectFrom('task_verifications as v')
    .select('v.id')
    .whereRef('v.task_id', '=', 'tasks.id')
    .where((one) => one.or([one('v.verified_on', 'is', null), one('v.verified_on', '>=', one.ref('tasks.done_on'))]))
  return eb.and([eb('tasks.state', '=', 'done'), eb.not(eb.exists(verified))])
}

/** The words in title and number; what looks like a number ("6.2", "AK-3") also as the beginning of the number itself. */
export function soughtBy(q: string) {
  const words = searchWords(q)
  if (!words) return undefined
  const named = sql<boolean>`tasks.words @@ to_tsquery('simple', ${words})`
  if (!/^\S*\d\S*$/.test(q.trim())) return named
  return sql<boolean>`(${named} or starts_with(lower(tasks.code), ${q.trim().toLowerCase()}))`
}

/** Every word as a beginning: "sani desa" finds "Sanitasi di desa Tirta". */
function searchWords(q: string): string {
  const found = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return found
    .slice(0, 8)
    .map((word) => `${word}:*`)
    .join(' & ')
}

function ordered<O>(tasks: Tasks<O>, { sort, dir }: ListQuery): Tasks<O> {
  const nulls = (by: string) => sql`${sql.raw(by)} ${sql.raw(dir)} nulls last`
  if (sort === 'title') return tasks.orderBy('tasks.title', dir).orderBy('tasks.id', dir)
  if (sort === 'state') return tasks.orderBy('tasks.state', dir).orderBy(nulls('tasks.due_on')).orderBy('tasks.id')
  if (sort === 'agency') {
    const name = sql`(select o.name from organisations o where o.id = tasks.owner_id)`
    return tasks.orderBy(name, dir).orderBy(sql`tasks.due_on asc nulls last`).orderBy('tasks.id')
  }
  return tasks.orderBy(nulls('tasks.due_on')).orderBy('tasks.id', dir)
}

/** How the tasks of a programme stand, as far as this actor may see. Cancelled ones are not in `total`. */
export async function tallyTasks(tx: ReadTx, programmeId: string, today: string): Promise<Tally> {
  const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`
  return tx
    .selectFrom('tasks')
    .where('programme_id', '=', programmeId)
    .select([
      count(sql`state <> 'cancelled'`).as('total'),
      count(sql`state = 'done'`).as('done'),
      count(sql`state = 'waiting'`).as('waiting'),
      count(sql`state = 'blocked'`).as('blocked'),
      count(sql`state = 'cancelled'`).as('cancelled'),
      count(sql`due_on < ${today} and state not in ('done', 'cancelled') and state_since is not null`).as('late'),
      count(sql`state_since is not null`).as('told'),
    ])
    .executeTakeFirstOrThrow()
}
