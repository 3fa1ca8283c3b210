import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { Cadence } from '../cadence.ts'
import type { Meeting } from '../meeting.ts'
import type { Zone } from '../zone.ts'
import { stamp } from './meetings.ts'

export type By = { actor: Actor; now: Date; today: string }

export type NewMeeting = {
  programme_id: string
  owner_id: string
  class: 'public' | 'members'
  lang: Lang
  title: string
  title_en: string | null
  length_minutes: number
  zone: Zone
  place: string | null
  heads: boolean
  required_ids: string[]
}

export async function addSeries(
  tx: Tx,
  by: By,
  series: NewMeeting & { cadence: Cadence; first_on: string; start_minute: number },
): Promise<string> {
  const row = { ...series, ...stamp(by) }
  await tx.insertInto('meeting_series').values(row).execute()
  return row.id
}

export async function addMeeting(
  tx: Tx,
  by: By,
  meeting: NewMeeting & { starts_at: Date; series_id: string | null },
): Promise<string> {
  const row = { ...meeting, first_starts_at: meeting.starts_at, ...stamp(by) }
  await tx.insertInto('meetings').values(row).execute()
  return row.id
}

type Place = { programme_id: string; owner_id: string }

export async function addLink(tx: Tx, by: By, of: Place & { meeting_id?: string; series_id?: string }, url: string) {
  const { programme_id, owner_id, meeting_id = null, series_id = null } = of
  await tx
    .insertInto('meeting_links')
    .values({ programme_id, owner_id, meeting_id, series_id, url, class: 'members', ...stamp(by) })
    .execute()
}

export async function endSeriesOn(tx: Tx, id: string, day: string): Promise<void> {
  await tx
    .updateTable('meeting_series')
    .set((eb) => ({ ended_on: day, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type Changing = Partial<Pick<Meeting, 'starts_at' | 'place' | 'state' | 'invited_at'>>
type NewChange = {
  kind: 'moved' | 'cancelled' | 'invited' | 'held'
  reason?: string
  lang: Lang
  to?: Date
  /** Calendars must follow. */
  heard?: boolean
}

/** The meeting as it stands now, and the row that says what became of it. */
export async function changeMeeting(
  tx: Tx,
  by: By,
  meeting: Pick<Meeting, 'id' | 'starts_at'>,
  set: Changing,
  { kind, reason, lang, to, heard }: NewChange,
): Promise<void> {
  await tx
    .updateTable('meetings')
    .set({ ...set, version: sql`version + 1`, ...(heard ? { sequence: sql`sequence + 1` } : {}) })
    .where('id', '=', meeting.id)
    .execute()
  await tx
    .insertInto('meeting_changes')
    .values({
      meeting_id: meeting.id,
      kind,
      from_at: to ? meeting.starts_at : null,
      to_at: to ?? null,
      reason: reason ?? null,
      lang,
      changed_on: by.today,
      ...stamp(by),
    })
    .execute()
}
