import type { Class } from '#kernel/access.ts'
import { actorName, actTime } from '#kernel/acts.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import { stamp } from './meetings.ts'
import type { By } from './write-meetings.ts'

export type Minutes = {
  id: string
  meeting_id: string
  number: number
  status: 'draft' | 'confirmed'
  class: Class
  lang: Lang
  body: string
  because: string | null
  /** When and by whom, as far as the reader is told. */
  at: string
  person: string | null
}

/** Every version this actor may read, the newest first. */
export async function minutesOf(tx: ReadTx, meetingId: string): Promise<Minutes[]> {
  const rows = await tx
    .selectFrom('minutes_versions as v')
    .select(['v.id', 'v.meeting_id', 'v.number', 'v.status', 'v.class', 'v.lang', 'v.body', 'v.because'])
    .select([actTime('v.created_at').as('at'), actorName('v.created_by').as('person')])
    .where('v.meeting_id', '=', meetingId)
    .orderBy('v.number', 'desc')
    .execute()
  return rows as Minutes[]
}

export type NewMinutes = {
  programme_id: string
  owner_id: string
  class: Class
  lang: Lang
  meeting_id: string
  number: number
  status: 'draft' | 'confirmed'
  body: string
  because: string | null
}

export async function addMinutes(tx: Tx, by: By, minutes: NewMinutes): Promise<void> {
  await tx
    .insertInto('minutes_versions')
    .values({ ...minutes, ...stamp(by) })
    .execute()
}

/** The meeting whose confirmed minutes are the newest. */
export async function lastMinuted(tx: ReadTx, programmeId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('minutes_versions as v')
    .innerJoin('meetings as m', 'm.id', 'v.meeting_id')
    .select('m.id')
    .where('v.programme_id', '=', programmeId)
    .where('v.status', '=', 'confirmed')
    .orderBy('m.starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Held meetings that have no minutes, or whose newest are a draft. */
export async function unconfirmedMeetings(tx: ReadTx, programmeIds: string[]) {
  if (programmeIds.length === 0) return []
  return tx
    .selectFrom('meetings as m')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('minutes_versions as v')
          .select('v.status')
          .whereRef('v.meeting_id', '=', 'm.id')
          .orderBy('v.number', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(['m.id', 'm.title', 'm.title_en', 'm.lang', 'm.programme_id', 'm.starts_at', 'm.zone'])
    .select('newest.status as newest')
    .where('m.programme_id', 'in', programmeIds)
    .where('m.state', '=', 'held')
    .where((eb) => eb.or([eb('newest.status', 'is', null), eb('newest.status', '=', 'draft')]))
    .orderBy('m.starts_at')
    .limit(25)
    .execute()
}
