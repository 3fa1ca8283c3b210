import { sql } from 'kysely'
import { type Actor, personOf } from '#kernel/access.ts'
import { actorName, actTime } from '#kernel/acts.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { isId, newId } from '#kernel/ids.ts'
import { lock } from '#kernel/operation.ts'
import { programmeById } from '#modules/programmes/public.ts'
import { listSize, type Meeting, type MeetingState, type Series } from '../meeting.ts'

const shared = ['id', 'programme_id', 'owner_id', 'class', 'version', 'title', 'title_en', 'lang'] as const
const seriesColumns = [
  ...shared,
  'cadence',
  'first_on',
  'start_minute',
  'length_minutes',
  'zone',
  'place',
  'heads',
  'required_ids',
  'ended_on',
] as const
const columns = [
  ...shared,
  'series_id',
  'first_starts_at',
  'starts_at',
  'length_minutes',
  'zone',
  'place',
  'heads',
  'required_ids',
  'state',
  'sequence',
  'invited_at',
] as const

export async function readMeeting(tx: ReadTx, id: string): Promise<Meeting | undefined> {
  if (!isId(id)) return undefined
  const row = await tx.selectFrom('meetings').select(columns).where('id', '=', id).executeTakeFirst()
  return row as Meeting | undefined
}

/** Locked, with the state of its programme, for a policy to judge. */
export async function lockMeeting(tx: Tx, id: string): Promise<(Meeting & { programme_status: string }) | undefined> {
  await lock(tx, id)
  const meeting = await readMeeting(tx, id)
  const programme = meeting && (await programmeById(tx, meeting.programme_id))
  return meeting && programme && { ...meeting, programme_status: programme.status }
}

export async function lockSeries(tx: Tx, id: string): Promise<(Series & { programme_status: string }) | undefined> {
  await lock(tx, id)
  const series = await readSeries(tx, id)
  const programme = series && (await programmeById(tx, series.programme_id))
  return series && programme && { ...series, programme_status: programme.status }
}

export async function readSeries(tx: ReadTx, id: string): Promise<Series | undefined> {
  if (!isId(id)) return undefined
  const row = await tx.selectFrom('meeting_series').select(seriesColumns).where('id', '=', id).executeTakeFirst()
  return row as Series | undefined
}

/** Series that go on, with how far each is planned. */
export async function seriesOf(tx: ReadTx, programmeId: string): Promise<(Series & { last: Date | null })[]> {
  const rows = await tx
    .selectFrom('meeting_series')
    .select(seriesColumns)
    .select((eb) =>
      eb
        .selectFrom('meetings')
        .select((one) => one.fn.max('starts_at').as('last'))
        .whereRef('meetings.series_id', '=', 'meeting_series.id')
        .as('last'),
    )
    .where('programme_id', '=', programmeId)
    .where('ended_on', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows as (Series & { last: Date | null })[]
}

export async function countOfSeries(tx: ReadTx, seriesId: string): Promise<number> {
  const row = await tx
    .selectFrom('meetings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('series_id', '=', seriesId)
    .executeTakeFirstOrThrow()
  return row.count
}

export type MeetingFilter = { q: string; state: MeetingState | ''; dir: 'asc' | 'desc'; page: number }

export async function listMeetings(
  tx: ReadTx,
  programmeId: string,
  { q, state, dir, page }: MeetingFilter,
): Promise<{ rows: (Meeting & { confirmed: boolean })[]; total: number }> {
  const found = () => {
    let query = tx.selectFrom('meetings').where('programme_id', '=', programmeId)
    if (state) query = query.where('state', '=', state)
    if (q) {
      const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
      query = query.where((eb) =>
        eb.or([
          eb('title', 'ilike', like),
          eb('title_en', 'ilike', like),
          eb(
            'id',
            'in',
            eb
              .selectFrom('agenda_places')
              .innerJoin('agenda_items', 'agenda_items.id', 'agenda_places.item_id')
              .select('agenda_places.meeting_id')
              .where('agenda_items.programme_id', '=', programmeId)
              .where('agenda_items.title', 'ilike', like),
          ),
        ]),
      )
    }
    return query
  }
  const [rows, { total }] = await Promise.all([
    found()
      .select(columns)
      .select(confirmed.as('confirmed'))
      .orderBy('starts_at', dir)
      .orderBy('id')
      .limit(listSize)
      .offset((page - 1) * listSize)
      .execute(),
    found()
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows: rows as (Meeting & { confirmed: boolean })[], total }
}

const confirmed = sql<boolean>`exists (select from minutes_versions v where v.meeting_id = meetings.id and v.status = 'confirmed')`

/** Planned ones that have not ended yet, soonest first. */
export async function comingMeetings(tx: ReadTx, programmeIds: string[], now: Date, most: number): Promise<Meeting[]> {
  if (programmeIds.length === 0) return []
  const rows = await tx
    .selectFrom('meetings')
    .select(columns)
    .where('programme_id', 'in', programmeIds)
    .where('state', '=', 'planned')
    .where('starts_at', '>', new Date(now.getTime() - 12 * 3_600_000))
    .where(sql<boolean>`starts_at + make_interval(mins => length_minutes) > ${now}`)
    .orderBy('starts_at')
    .limit(most)
    .execute()
  return rows as Meeting[]
}

/** Over, and not yet said who came. */
export async function unrecordedMeetings(tx: ReadTx, programmeIds: string[], now: Date): Promise<Meeting[]> {
  if (programmeIds.length === 0) return []
  const rows = await tx
    .selectFrom('meetings')
    .select(columns)
    .where('programme_id', 'in', programmeIds)
    .where('state', '=', 'planned')
    .where(sql<boolean>`starts_at + make_interval(mins => length_minutes) <= ${now}`)
    .orderBy('starts_at')
    .limit(25)
    .execute()
  return rows as Meeting[]
}

/** What a calendar shows: everything from half a year ago on, also what was cancelled. */
export async function calendarMeetings(
  tx: ReadTx,
  programmeIds: string[],
  now: Date,
): Promise<(Meeting & { changed: Date })[]> {
  if (programmeIds.length === 0) return []
  const rows = await tx
    .selectFrom('meetings')
    .select(columns)
    .select((eb) =>
      eb.fn
        .coalesce(
          eb
            .selectFrom('meeting_changes')
            .select((one) => one.fn.max('meeting_changes.created_at').as('at'))
            .whereRef('meeting_id', '=', 'meetings.id'),
          'created_at',
        )
        .as('changed'),
    )
    .where('programme_id', 'in', programmeIds)
    .where('starts_at', '>', new Date(now.getTime() - 183 * 86_400_000))
    .orderBy('starts_at')
    .limit(1000)
    .execute()
  return rows as (Meeting & { changed: Date })[]
}

export async function linkOf(tx: ReadTx, of: { meetingId: string } | { seriesId: string }): Promise<string | null> {
  const [column, id] =
    'meetingId' in of ? (['meeting_id', of.meetingId] as const) : (['series_id', of.seriesId] as const)
  const row = await tx
    .selectFrom('meeting_links')
    .select('url')
    .where(column, '=', id)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.url ?? null
}

export async function changesOf(tx: ReadTx, meetingId: string) {
  return tx
    .selectFrom('meeting_changes')
    .select(['kind', 'from_at', 'to_at', 'reason', 'lang'])
    .select([actTime('created_at').as('at'), actorName('created_by').as('person')])
    .where('meeting_id', '=', meetingId)
    .orderBy('arrival', 'desc')
    .execute()
}
export type Change = Awaited<ReturnType<typeof changesOf>>[number]

/** The id by which a row and its author are stamped. */
export function stamp({ actor, now }: { actor: Actor; now: Date }) {
  return { id: newId(now), created_at: now, created_by: personOf(actor) }
}

/** The newest link of each of these meetings that this actor may read. */
export async function linksOf(tx: ReadTx, meetingIds: string[]): Promise<Map<string, string>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('meeting_links')
    .distinctOn('meeting_id')
    .select(['meeting_id', 'url'])
    .where('meeting_id', 'in', meetingIds)
    .orderBy('meeting_id')
    .orderBy('created_at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.meeting_id!, row.url]))
}
