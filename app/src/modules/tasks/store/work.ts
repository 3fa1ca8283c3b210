import { type RawBuilder, sql } from 'kysely'
import type { PersonActor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Target } from '../target.ts'
import { type WorkTab, workPageSize } from '../work.ts'

/** The agencies for which a person acts, programme by programme. */
export type Desk = { programmeId: string; organisationIds: string[] }[]

export function deskOf(actor: PersonActor): Desk {
  const seats = actor.seats.filter((seat) => seat.role !== 'observer' && seat.role !== 'auditor')
  return [...Map.groupBy(seats, (seat) => seat.programmeId)].map(([programmeId, own]) => ({
    programmeId,
    organisationIds: [...new Set(own.map((seat) => seat.organisationId))],
  }))
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
  target: Target | null
  done_on: string | null
}

const columns = sql.raw(
  't.id, t.title, t.title_en, t.lang, t.programme_id, t.state, t.state_since, t.waiting_on, t.owner_id, t.due_on, t.target, t.done_on',
)

/** What belongs under each tab; s.own: the agencies of the desk in the programme of the task. */
const conditions: Record<WorkTab, (monday: string) => RawBuilder<unknown>> = {
  others: () => sql`t.state = 'waiting' and t.doer_ids && s.own and not coalesce(t.waiting_on = any (s.own), false)`,
  mine: () => sql`(t.state = 'waiting' and t.waiting_on = any (s.own))
    or (t.state in ('open', 'in-progress', 'blocked') and t.doer_ids && s.own)`,
  handed: () => sql`t.state not in ('done', 'cancelled') and exists (select from task_handovers h where h.task_id = t.id
    and h.to_id = any (s.own) and not exists (select from task_handover_answers a where a.handover_id = h.id))`,
  done: (monday) => sql`t.done_on >= ${monday} and t.doer_ids && s.own`,
}

/** Others' waiting first, the longest on top; then what is due soonest. */
const order = sql`case when t.state = 'waiting' then 0 else 1 end, case when t.state = 'waiting' then t.state_since end,
  t.done_on desc nulls last, t.due_on nulls last, t.id`

export async function workRows(tx: ReadTx, desk: Desk, tab: WorkTab, monday: string, page: number): Promise<WorkRow[]> {
  if (desk.length === 0) return []
  const { rows } = await sql<WorkRow>`
    select ${columns} from ${seats(desk)} join tasks t on t.programme_id = s.programme where ${conditions[tab](monday)}
    order by ${order} limit ${workPageSize} offset ${(page - 1) * workPageSize}`.execute(tx)
  return rows
}

export type WorkCounts = Record<WorkTab, number>

export async function workCounts(tx: ReadTx, desk: Desk, monday: string): Promise<WorkCounts> {
  if (desk.length === 0) return { others: 0, mine: 0, handed: 0, done: 0 }
  const count = (tab: WorkTab) => sql`count(*) filter (where ${conditions[tab](monday)}) as ${sql.ref(tab)}`
  const { rows } = await sql<WorkCounts>`
    select ${count('others')}, ${count('mine')}, ${count('done')},
      (select count(*) from ${seats(desk)} join tasks t on t.programme_id = s.programme
        where t.id in (select h.task_id from task_handovers h where h.to_id = any (s.own)) and ${conditions.handed(monday)}) as handed
    from ${seats(desk)} join tasks t on t.programme_id = s.programme`.execute(tx)
  return rows[0]!
}

/** One row a programme. */
function seats(desk: Desk) {
  const rows = desk.map(({ programmeId, organisationIds }) => sql`(${programmeId}::uuid, ${organisationIds}::uuid[])`)
  return sql`(values ${sql.join(rows)}) as s(programme, own)`
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
