import { sql } from 'kysely'
import type { Class } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { ItemKind, Result } from '../meeting.ts'
import { stamp } from './meetings.ts'
import type { By } from './write-meetings.ts'

export type AgendaItem = {
  id: string
  programme_id: string
  owner_id: string
  owner: string
  owner_lang: Lang
  class: Class
  lang: Lang
  kind: ItemKind
  title: string
  body: string | null
  source_kind: 'task' | 'obstacle' | null
  source_id: string | null
}
/** A record of its own, whose reading is recorded where it is closed. */
export type ItemResult = {
  id: string
  programme_id: string
  owner_id: string
  class: Class
  result: Result
  text: string | null
  lang: Lang
  decision_id: string | null
  task_id: string | null
}
/** On one agenda: how often it was carried over before, and what came of it this time. */
export type PlacedItem = AgendaItem & { position: number; carried: number; outcome?: ItemResult }

const columns = sql.raw(
  'i.id, i.programme_id, i.owner_id, o.name as owner, o.lang as owner_lang, i.class, i.lang, i.kind, i.title, i.body, i.source_kind, i.source_id',
)

/** The newest result of a matter at each meeting. */
const newest = sql.raw(
  'select distinct on (item_id, meeting_id) * from agenda_results order by item_id, meeting_id, arrival desc',
)

export async function agendaOf(tx: ReadTx, meetingId: string): Promise<PlacedItem[]> {
  const { rows } = await sql<AgendaItem & { position: number; carried: number; outcome: ItemResult | null }>`
    select ${columns}, p.position, case when r.id is not null then json_build_object('id', r.id, 'programme_id', r.programme_id,
        'owner_id', r.owner_id, 'class', r.class, 'result', r.result, 'text', r.text, 'lang', r.lang,
        'decision_id', r.decision_id, 'task_id', r.task_id) end as outcome,
      (select count(*)::int from (${newest}) c join meetings before on before.id = c.meeting_id
        where c.item_id = i.id and c.result = 'carried' and before.starts_at < m.starts_at) as carried
    from agenda_places p join meetings m on m.id = p.meeting_id
      join agenda_items i on i.id = p.item_id join organisations o on o.id = i.owner_id
      left join lateral (select * from agenda_results a where a.item_id = i.id and a.meeting_id = m.id
        order by a.arrival desc limit 1) r on true
    where p.meeting_id = ${meetingId} order by p.position, i.id`.execute(tx)
  return rows.map(({ outcome, ...item }) => ({ ...item, outcome: outcome ?? undefined }))
}

/** Carried over at their last meeting and on no agenda that is still to come. */
export async function carriedItems(tx: ReadTx, programmeId: string): Promise<(AgendaItem & { carried: number })[]> {
  const { rows } = await sql<AgendaItem & { carried: number }>`
    select ${columns}, (select count(*)::int from (${newest}) c where c.item_id = i.id and c.result = 'carried') as carried
    from agenda_items i join organisations o on o.id = i.owner_id
      join lateral (select a.result from agenda_results a join meetings m on m.id = a.meeting_id
        where a.item_id = i.id order by m.starts_at desc, a.arrival desc limit 1) last on last.result = 'carried'
    where i.programme_id = ${programmeId} and not exists (select from agenda_places p join meetings m on m.id = p.meeting_id
      where p.item_id = i.id and m.state = 'planned')
    order by i.created_at limit 50`.execute(tx)
  return rows
}

/** Open questions that stand on an agenda already, or are not settled yet. */
export async function sourcesTaken(tx: ReadTx, programmeId: string): Promise<Set<string>> {
  const { rows } = await sql<{ source_id: string }>`
    select i.source_id from agenda_items i where i.programme_id = ${programmeId} and i.source_id is not null
      and not exists (select from agenda_results a where a.item_id = i.id and a.result <> 'carried')`.execute(tx)
  return new Set(rows.map((row) => row.source_id))
}

export async function itemById(tx: ReadTx, id: string): Promise<AgendaItem | undefined> {
  const { rows } = await sql<AgendaItem>`
    select ${columns} from agenda_items i join organisations o on o.id = i.owner_id where i.id = ${id}`.execute(tx)
  return rows[0]
}

type NewItem = Omit<AgendaItem, 'id' | 'owner' | 'owner_lang'>

export async function addItem(tx: Tx, by: By, item: NewItem): Promise<string> {
  const row = { ...item, ...stamp(by) }
  await tx.insertInto('agenda_items').values(row).execute()
  return row.id
}

/** At the end of the agenda; false when it stands there already. */
export async function placeItem(tx: Tx, by: By, itemId: string, meetingId: string): Promise<boolean> {
  const added = await tx
    .insertInto('agenda_places')
    .values((eb) => ({
      ...stamp(by),
      item_id: itemId,
      meeting_id: meetingId,
      position: sql<number>`1 + ${eb
        .selectFrom('agenda_places')
        .select((one) => one.fn.coalesce(one.fn.max('position'), sql`0`).as('last'))
        .where('meeting_id', '=', meetingId)}`,
    }))
    .onConflict((conflict) => conflict.columns(['item_id', 'meeting_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

type NewResult = Omit<ItemResult, 'id'> & {
  programme_id: string
  owner_id: string
  class: Class
  meeting_id: string
  item_id: string
}

export async function addResult(tx: Tx, by: By, result: NewResult): Promise<void> {
  await tx
    .insertInto('agenda_results')
    .values({ ...result, recorded_on: by.today, ...stamp(by) })
    .execute()
}

/** With the minutes confirmed, what came of public matters may be read by everyone. */
export async function openResults(tx: Tx, meetingId: string) {
  return tx
    .updateTable('agenda_results')
    .set({ class: 'public' })
    .where('meeting_id', '=', meetingId)
    .where('class', '=', 'members')
    .where('item_id', 'in', (eb) => eb.selectFrom('agenda_items').select('id').where('class', '=', 'public'))
    .returning(['item_id', 'result', 'recorded_on'])
    .execute()
}
