import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Colleague, Grant, SeatRow } from '../party.ts'
import type { RequiredRole } from '../vacancy.ts'

/** Every seat that ever was, the coordination team first. */
export async function allSeats(tx: ReadTx, programmeId: string): Promise<SeatRow[]> {
  const rows = await seatQuery(tx)
    .where('seats.programme_id', '=', programmeId)
    .orderBy(sql`array_position(array['coordinator','deputy','head','officer','auditor','observer'], seats.role)`)
    .orderBy('organisations.name')
    .orderBy('people.name')
    .execute()
  return rows as SeatRow[]
}

export function currentSeats(seats: SeatRow[], day: string): SeatRow[] {
  return seats.filter((seat) => seat.first_day <= day && (seat.last_day === null || seat.last_day >= day))
}

export async function seatById(tx: ReadTx, id: string): Promise<SeatRow | undefined> {
  const row = await seatQuery(tx).where('seats.id', '=', id).executeTakeFirst()
  return row as SeatRow | undefined
}

function seatQuery(tx: ReadTx) {
  return tx
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.person_id')
    .innerJoin('organisations', 'organisations.id', 'seats.organisation_id')
    .leftJoin('required_roles', 'required_roles.id', 'seats.required_role_id')
    .select(['seats.id', 'seats.programme_id', 'seats.organisation_id', 'organisations.name as organisation'])
    .select([
      'organisations.acronym',
      'seats.person_id',
      'people.name as person',
      'seats.role',
      'seats.required_role_id',
    ])
    .select(['required_roles.title as required_role', 'seats.first_day', 'seats.last_day'])
}

export type NewSeat = {
  id: string
  programme_id: string
  organisation_id: string
  person_id: string
  role: string
  required_role_id: string | null
  first_day: string
  created_at: Date
  created_by: string | null
}

export async function addSeat(tx: Tx, seat: NewSeat): Promise<void> {
  await tx.insertInto('seats').values(seat).execute()
}

export async function endSeat(tx: Tx, id: string, lastDay: string): Promise<void> {
  await tx.updateTable('seats').set({ last_day: lastDay }).where('id', '=', id).execute()
}

/** Who works for an organisation on a day; heads first. */
export async function colleagues(tx: ReadTx, organisationId: string, day: string): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['person_id', 'people.name', 'post', 'memberships.lang', 'head'])
    .where('organisation_id', '=', organisationId)
    .where('starts_on', '<=', day)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', day)]))
    .orderBy('head', 'desc')
    .orderBy('people.name')
    .execute()
  return rows as Colleague[]
}

export async function requiredRolesOf(tx: ReadTx, programmeId: string): Promise<RequiredRole[]> {
  const rows = await tx
    .selectFrom('required_roles')
    .select(['id', 'key', 'title', 'title_en', 'lang', 'organisation_id', 'since', 'ended_on', 'held_elsewhere'])
    .where('programme_id', '=', programmeId)
    .orderBy('since')
    .orderBy('title')
    .execute()
  return rows as RequiredRole[]
}

export async function grantsOf(tx: ReadTx, programmeId: string, day: string): Promise<Grant[]> {
  return tx
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.person_id')
    .select(['grants.id', 'record_id', 'person_id', 'people.name as person', 'why', 'until'])
    .where('programme_id', '=', programmeId)
    .where('until', '>=', day)
    .orderBy('until')
    .execute()
}

export async function addGrant(
  tx: Tx,
  grant: Omit<Grant, 'person'> & { programme_id: string; created_at: Date; created_by: string | null },
): Promise<void> {
  await tx.insertInto('grants').values(grant).execute()
}
