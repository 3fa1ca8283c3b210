import { actorId, actorName } from '#kernel/acts.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Manner } from '../meeting.ts'
import { stamp } from './meetings.ts'
import type { By } from './write-meetings.ts'

export type Attendance = {
  meeting_id: string
  organisation_id: string
  manner: Manner
  person: string | null
  person_id: string | null
  delegate_of: string | null
}

/** The newest word on each party. */
export async function attendanceOf(tx: ReadTx, meetingIds: string[]): Promise<Attendance[]> {
  if (meetingIds.length === 0) return []
  const rows = await tx
    .selectFrom('meeting_attendances as a')
    .distinctOn(['a.meeting_id', 'a.organisation_id'])
    .select(['a.meeting_id', 'a.organisation_id', 'a.manner', actorId('a.person_id').as('person_id')])
    .select([actorName('a.person_id').as('person'), actorName('a.delegate_of').as('delegate_of')])
    .where('a.meeting_id', 'in', meetingIds)
    .orderBy('a.meeting_id')
    .orderBy('a.organisation_id')
    .orderBy('a.arrival', 'desc')
    .execute()
  return rows as Attendance[]
}

export type NewAttendance = {
  organisation_id: string
  manner: Manner
  person_id: string | null
  delegate_of: string | null
}

export async function addAttendances(tx: Tx, by: By, meetingId: string, rows: NewAttendance[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('meeting_attendances')
    .values(rows.map((row) => ({ ...row, meeting_id: meetingId, recorded_on: by.today, ...stamp(by) })))
    .execute()
}

export type Seated = { person_id: string; name: string; organisation_id: string; role: string }

/** Who may come for a party on a day. */
export async function seatedFor(tx: ReadTx, programmeId: string, day: string): Promise<Seated[]> {
  return tx
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.person_id')
    .select(['seats.person_id', 'people.name', 'seats.organisation_id', 'seats.role'])
    .where('seats.programme_id', '=', programmeId)
    .where('seats.first_day', '<=', day)
    .where((eb) => eb.or([eb('seats.last_day', 'is', null), eb('seats.last_day', '>=', day)]))
    .orderBy('people.name')
    .execute()
}
