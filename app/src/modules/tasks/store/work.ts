import { sql } from 'kysely'
import type { PersonActor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { type WorkTab, workPageSize } from '../work.ts'

/** The agencies for which a person acts, programme by programme. */
export type Desk = { programmes: string[]; organisations: string[] }

export function deskOf(actor: PersonActor): Desk {
  const seats = actor.seats.filter((seat) => seat.role !== 'observer' && seat.role !== 'auditor')
  const pairs = new Map(seats.map((seat) => [`${seat.programmeId} ${seat.organisationId}`, seat]))
  const distinct = [...pairs.values()]
  return {
    programmes: distinct.map((one) => one.programmeId),
    organisations: distinct.map((one) => one.organisationId),
  }
}

export type WorkRow = {
  id: string
  title: string
  title_en: string | null
  lang: string
  programme_id: string
  state: string
  state_since: string | null
  waiting_on: string | null
  owner_id: string
  due_on: string | null
  target: unknown
  done_on: string | null
}

const columns = sql.raw(
  't.id, t.title, t.title_en, t.lang, t.programme_id, t.state, t.state_since, t.waiting_on, t.owner_id, t.due_on, t.target, t.done_on',
)

/** What belongs under each tab; s is the desk: (programme, organisation). */
const conditions: Record<WorkTab, (from: string) => ReturnType<typeof sql>> = {
  others: () => sql`t.state = 'waiting' and s.o = any (t.doer_ids) and t.waiting_on is distinct from s.o`,
  mine: () => sql`(t.state = 'waiting' and t.waiting_on = s.o)
    or (t.state in ('open', 'in-progress', 'blocked') and s.o = any (t.doer_ids))`,
  handed:
    () => sql`t.state not in ('done', 'cancelled') and exists (select from task_handovers h where h.task_id = t.id and h.to_id = s.o
    and not exists (select from task_handover_answers a where a.handover_id = h.id))`,
  done: (monday) => sql`t.done_on >= ${monday} and s.o = any (t.doer_ids)`,
}

/** Others' waiting first, the longest on top; then what is due soonest. */
const order = sql`case when t.state = 'waiting' then 0 else 1 end, case when t.state = 'waiting' then t.state_since end,
  t.done_on desc nulls last, t.due_on nulls last, t.id`

export async function workRows(tx: ReadTx, desk: Desk, tab: WorkTab, monday: string, page: number): Promise<WorkRow[]> {
  const { rows } = await sql<WorkRow>`
    select ${columns} from tasks t
    where t.programme_id = any (${desk.programmes}::uuid[])
      and exists (select from ${seats(desk)} where s.p = t.programme_id and (${conditions[tab](monday)}))
    order by ${order} limit ${workPageSize} offset ${(page - 1) * workPageSize}`.execute(tx)
  return rows
}

export type WorkCounts = Record<WorkTab, number>

export async function workCounts(tx: ReadTx, desk: Desk, monday: string): Promise<WorkCounts> {
  const count = (
    tab: WorkTab,
  ) => sql`(select count(*) from tasks t where t.programme_id = any (${desk.programmes}::uuid[])
    and exists (select from ${seats(desk)} where s.p = t.programme_id and (${conditions[tab](monday)})))`
  const { rows } = await sql<WorkCounts>`
    select ${count('others')} as others, ${count('mine')} as mine, ${count('handed')} as handed, ${count('done')} as done`.execute(
    tx,
  )
  return rows[0]!
}

function seats(desk: Desk) {
  return sql`unnest(${desk.programmes}::uuid[], ${desk.organisations}::uuid[]) as s(p, o)`
}

/** The hand-overs that wait for an answer, of these tasks. */
export async function openOffers(tx: ReadTx, taskIds: string[]) {
  if (taskIds.length === 0) return []
  return tx
    .selectFrom('task_handovers as h')
    .select(['h.task_id', 'h.from_id', 'h.to_id', 'h.why', 'h.lang', 'h.offered_on'])
    .where('h.task_id', 'in', taskIds)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('task_handover_answers as a').select('a.id').whereRef('a.handover_id', '=', 'h.id'))),
    )
    .execute()
}
