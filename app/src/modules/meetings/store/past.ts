import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { Manner } from '../meeting.ts'

/** The day of a meeting where it takes place. */
const day = sql.raw(`(m.starts_at at time zone m.zone)::date`)

export type DecisionItem = { id: string; owner_id: string; carried: number }

/** Decisions on the agendas of meetings held between two days, with how often each was carried over up to the last. */
export async function decisionItems(
  tx: ReadTx,
  programmeId: string,
  { from, to }: { from: string; to: string },
): Promise<DecisionItem[]> {
  const { rows } = await sql<DecisionItem>`
    with newest as (
      select distinct on (a.item_id, a.meeting_id) a.item_id, a.result from agenda_results a join meetings m on m.id = a.meeting_id
      where a.programme_id = ${programmeId} and a.recorded_on <= ${to} and ${day} <= ${to}
      order by a.item_id, a.meeting_id, a.arrival desc)
    select i.id, i.owner_id, (select count(*)::int from newest n where n.item_id = i.id and n.result = 'carried') as carried
    from agenda_items i where i.programme_id = ${programmeId} and i.kind = 'decision'
      and exists (select from agenda_places p join meetings m on m.id = p.meeting_id
        where p.item_id = i.id and m.state = 'held' and ${day} between ${from} and ${to})
    order by i.id`.execute(tx)
  return rows
}

export type PastAttendance = { id: string; meeting_id: string; organisation_id: string; manner: Manner }
export type PastMeeting = { id: string; required_ids: string[]; rows: PastAttendance[] }

/** The last meetings held up to a day, the newest first, each with how the parties that had to attend took part. */
export async function lastHeld(
  tx: ReadTx,
  programmeId: string,
  at: string,
  { most, heads }: { most: number; heads: boolean },
): Promise<PastMeeting[]> {
  const { rows: meetings } = await sql<Omit<PastMeeting, 'rows'>>`
    select m.id, m.required_ids from meetings m where m.programme_id = ${programmeId} and m.state = 'held' and ${day} <= ${at}
      and (m.heads or not ${heads}) and cardinality(m.required_ids) > 0
      and exists (select from meeting_attendances a where a.meeting_id = m.id and a.recorded_on <= ${at})
    order by m.starts_at desc, m.id limit ${most}`.execute(tx)
  if (meetings.length === 0) return []
  const attended = await tx
    .selectFrom('meeting_attendances')
    .distinctOn(['meeting_id', 'organisation_id'])
    .select(['id', 'meeting_id', 'organisation_id', 'manner'])
    .where(
      'meeting_id',
      'in',
      meetings.map((one) => one.id),
    )
    .where('recorded_on', '<=', at)
    .orderBy('meeting_id')
    .orderBy('organisation_id')
    .orderBy('arrival', 'desc')
    .execute()
  return meetings.map((meeting) => ({
    ...meeting,
    rows: (attended as PastAttendance[]).filter(
      (row) => row.meeting_id === meeting.id && meeting.required_ids.includes(row.organisation_id),
    ),
  }))
}

export async function itemFacts(tx: ReadTx, ids: string[]) {
  const { rows } = await sql<{
    id: string
    title: string
    lang: Lang
    owner: string
    class: string
    programme_id: string
    owner_id: string
    meeting_id: string
    carried: number
  }>`
    select i.id, i.title, i.lang, i.class, i.programme_id, i.owner_id, o.name as owner,
      (select p.meeting_id from agenda_places p join meetings m on m.id = p.meeting_id where p.item_id = i.id
        order by m.starts_at desc limit 1) as meeting_id,
      (select count(distinct a.meeting_id)::int from agenda_results a where a.item_id = i.id and a.result = 'carried') as carried
    from agenda_items i join organisations o on o.id = i.owner_id where i.id = any (${ids}::uuid[])`.execute(tx)
  return rows
}

export async function attendanceFacts(tx: ReadTx, ids: string[]) {
  return tx
    .selectFrom('meeting_attendances as a')
    .innerJoin('meetings as m', 'm.id', 'a.meeting_id')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select(['a.id', 'a.manner', 'a.meeting_id', 'm.starts_at', 'm.zone', 'm.title', 'm.title_en', 'o.name', 'o.lang'])
    .select(['m.class', 'm.programme_id', 'm.owner_id'])
    .where('a.id', 'in', ids)
    .execute()
}
