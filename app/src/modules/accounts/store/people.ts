import type { SeatRole } from '#kernel/access.ts'
import { jakartaDate, type ReadTx, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Invitation } from '../account.ts'

export type Organisation = { id: string; name: string }

export function organisationById(tx: ReadTx, id: string): Promise<Organisation | undefined> {
  return tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('merged_into_id', 'is', null)
    .executeTakeFirst()
}

export function organisationByName(tx: ReadTx, name: string): Promise<Organisation | undefined> {
  return tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb(eb.fn('lower', ['name']), '=', name.toLowerCase()), eb('acronym', '=', name)]))
    .where('merged_into_id', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst()
}

/** Programmes in which the organisation is a party on a day. */
export function partiesOf(tx: ReadTx, organisationId: string, day: string): Promise<Invitation['parties']> {
  return tx
    .selectFrom('parties')
    .innerJoin('programmes', 'programmes.id', 'parties.programme_id')
    .select(['programmes.id as programmeId', 'parties.role', 'programmes.class'])
    .where('parties.organisation_id', '=', organisationId)
    .where('parties.since', '<=', day)
    .where((eb) => eb.or([eb('parties.until', 'is', null), eb('parties.until', '>=', day)]))
    .execute() as Promise<Invitation['parties']>
}

/** Organisations one may invite for: all that exist, or the parties of these programmes. */
export function organisationChoices(tx: ReadTx, day: string, programmeIds?: string[]): Promise<Organisation[]> {
  let query = tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('merged_into_id', 'is', null)
    .where((eb) => eb.or([eb('dissolved_on', 'is', null), eb('dissolved_on', '>', day)]))
    .orderBy('name')
    .limit(2000)
  if (programmeIds) {
    query = query.where((eb) =>
      eb('id', 'in', eb.selectFrom('parties').select('organisation_id').where('programme_id', 'in', programmeIds)),
    )
  }
  return query.execute()
}

export type ProgrammeChoice = { id: string; name: string; nameEn: string | null }

export async function programmesNamed(tx: ReadTx, ids: string[]): Promise<ProgrammeChoice[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('programmes')
    .select(['id', 'name', 'name_en as nameEn'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute()
}

export async function addPerson(tx: Tx, name: string, by: string | null, now: Date): Promise<string> {
  const id = newId(now)
  await tx.insertInto('people').values({ id, name, created_at: now, created_by: by }).execute()
  return id
}

export type NewPost = { personId: string; organisationId: string; post: string; lang: 'id' | 'en'; head: boolean }

/** Adds the membership unless the person is a member today. Returns whether it was added. */
export async function addMembership(tx: Tx, given: NewPost, by: string | null, now: Date): Promise<boolean> {
  const today = jakartaDate(now)
  const { personId, organisationId, post, lang, head } = given
  const found = await tx
    .selectFrom('memberships')
    .select('id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('starts_on', '<=', today)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .executeTakeFirst()
  if (found) return false
  const row = { id: newId(now), person_id: personId, organisation_id: organisationId, post, lang, head }
  await tx
    .insertInto('memberships')
    .values({ ...row, starts_on: today, created_at: now, created_by: by })
    .execute()
  return true
}

export type NewSeat = { personId: string; organisationId: string; programmeId: string; role: SeatRole }

/** Adds the seat unless the person holds it today. Returns its id when added. */
export async function addSeat(tx: Tx, seat: NewSeat, by: string | null, now: Date): Promise<string | undefined> {
  const today = jakartaDate(now)
  const row = {
    programme_id: seat.programmeId,
    organisation_id: seat.organisationId,
    person_id: seat.personId,
    role: seat.role,
  }
  const found = await tx
    .selectFrom('seats')
    .select('id')
    .where('programme_id', '=', seat.programmeId)
    .where('organisation_id', '=', seat.organisationId)
    .where('person_id', '=', seat.personId)
    .where('role', '=', seat.role)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', today)]))
    .executeTakeFirst()
  if (found) return undefined
  const id = newId(now)
  await tx
    .insertInto('seats')
    .values({ id, ...row, first_day: today, created_at: now, created_by: by })
    .execute()
  return id
}

export async function addInstallationRole(
  tx: Tx,
  personId: string,
  role: 'information-officer' | 'facilitator' | 'operator',
  now: Date,
): Promise<void> {
  await tx
    .insertInto('installation_roles')
    .values({ id: newId(now), person_id: personId, role, first_day: jakartaDate(now), created_at: now })
    .execute()
}

export type InvitationRow = {
  personId: string
  name: string
  email: string
  used_at: Date | null
  expires_at: Date
  invitedBy: string | null
}

/** The newest invitation of each invited person, newest first. */
export async function invitationsBy(tx: ReadTx, personId: string, most: number): Promise<InvitationRow[]> {
  const rows = await tx
    .selectFrom('single_use_links as link')
    .innerJoin('accounts', 'accounts.person_id', 'link.person_id')
    .innerJoin('people', 'people.id', 'link.person_id')
    .select([
      'link.person_id as personId',
      'people.name',
      'accounts.email',
      'link.used_at',
      'link.expires_at',
      'link.created_by as invitedBy',
      'link.created_at',
    ])
    .distinctOn('link.person_id')
    .where('link.kind', '=', 'invitation')
    .where('link.created_by', '=', personId)
    .orderBy('link.person_id')
    .orderBy('link.created_at', 'desc')
    .execute()
  return rows.sort((a, b) => b.created_at.getTime() - a.created_at.getTime()).slice(0, most)
}

export async function lastInviter(tx: ReadTx, personId: string): Promise<string | null | undefined> {
  const row = await tx
    .selectFrom('single_use_links')
    .select('created_by')
    .where('person_id', '=', personId)
    .where('kind', '=', 'invitation')
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row?.created_by
}

export type AccountRow = { personId: string; name: string; email: string; disabledAt: Date | null; invited: boolean }

/** Accounts by name, a page of 25, with how many there are in all. */
export async function listAccounts(
  tx: ReadTx,
  search: string,
  page: number,
): Promise<{ rows: AccountRow[]; total: number }> {
  const like = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const query = tx
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.person_id')
    .where((eb) => eb.or([eb(eb.fn('lower', ['people.name']), 'like', like), eb('accounts.email', 'like', like)]))
  const rows = await query
    .select(['people.id as personId', 'people.name', 'accounts.email', 'accounts.disabled_at as disabledAt'])
    .select((eb) => eb('accounts.password_hash', 'is', null).as('invited'))
    .orderBy('people.name')
    .orderBy('people.id')
    .limit(25)
    .offset((page - 1) * 25)
    .execute()
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map((row) => ({ ...row, invited: row.invited === true })), total }
}
