import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type {
  FoundOrganisation,
  OrganisationChoice,
  PartyChange,
  PartyFigures,
  PartyKey,
  PartyRole,
  PartyRow,
} from '../party.ts'
import { like } from './programmes.ts'

/** Every party that ever was, lead first, then by name. */
export async function allParties(tx: ReadTx, programmeId: string): Promise<PartyRow[]> {
  const rows = await tx
    .selectFrom('parties')
    .innerJoin('organisations', 'organisations.id', 'parties.organisation_id')
    .select(['programme_id', 'organisation_id', 'organisations.name', 'organisations.acronym', 'organisations.lang'])
    .select(['role', 'since', 'until'])
    .where('programme_id', '=', programmeId)
    .orderBy(sql`array_position(array['lead','member','oversight','observer'], role)`)
    .orderBy('organisations.name')
    .execute()
  return rows as PartyRow[]
}

/** The parties of a day: those that had joined and had not yet left. */
export function currentParties(parties: PartyRow[], day: string): PartyRow[] {
  return parties.filter((party) => party.since <= day && (party.until === null || party.until >= day))
}

/** How many people hold a seat for each party on a day, and how many commitments it made that the reader may see. */
export async function partyFigures(tx: ReadTx, programmeId: string, day: string): Promise<PartyFigures[]> {
  const { rows } = await sql<PartyFigures>`
    select y.organisation_id,
      (select count(distinct s.person_id) from seats s where s.programme_id = y.programme_id and s.organisation_id = y.organisation_id
        and s.first_day <= ${day} and (s.last_day is null or s.last_day >= ${day})) as people,
      (select count(*) from commitments c where c.programme_id = y.programme_id and c.owner_id = y.organisation_id) as commitments
    from parties y where y.programme_id = ${programmeId}`.execute(tx)
  return rows
}

export async function organisationById(tx: ReadTx, id: string): Promise<OrganisationChoice | undefined> {
  const row = await tx
    .selectFrom('organisations')
    .select(['id', 'name', 'acronym', 'lang'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as OrganisationChoice | undefined
}

export async function organisationsById(tx: ReadTx, ids: string[]): Promise<OrganisationChoice[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'name', 'acronym', 'lang'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute()
  return rows as OrganisationChoice[]
}

/** Organisations that could still become a party, by name or acronym; at most 20. */
export async function searchOrganisations(tx: ReadTx, programmeId: string, q: string): Promise<FoundOrganisation[]> {
  const { rows } = await sql<FoundOrganisation>`
    select o.id, o.name, o.acronym, o.lang, exists (select from parties y where y.programme_id = ${programmeId}
      and y.organisation_id = o.id and y.until is null) as party from organisations o
    where (o.name ilike ${like(q)} or o.acronym ilike ${like(q)}
      or exists (select from organisation_names n where n.organisation_id = o.id and n.name ilike ${like(q)}))
      and o.merged_into_id is null
    order by party, o.name limit 20`.execute(tx)
  return rows
}

type Origin = { created_at: Date; created_by: string | null }

/** A new party, or one that comes back. */
export async function putParty(tx: Tx, party: PartyKey & { role: PartyRole; since: string } & Origin): Promise<void> {
  await tx
    .insertInto('parties')
    .values(party)
    .onConflict((conflict) =>
      conflict.columns(['programme_id', 'organisation_id']).doUpdateSet({ role: party.role, until: null }),
    )
    .execute()
}

export async function setPartyRole(tx: Tx, key: PartyKey, role: PartyRole): Promise<void> {
  await partyUpdate(tx, key).set({ role }).execute()
}

export async function endParty(tx: Tx, key: PartyKey, until: string): Promise<void> {
  await partyUpdate(tx, key).set({ until }).execute()
}

function partyUpdate(tx: Tx, { programme_id, organisation_id }: PartyKey) {
  return tx
    .updateTable('parties')
    .where('programme_id', '=', programme_id)
    .where('organisation_id', '=', organisation_id)
}

export async function addPartyChange(tx: Tx, change: PartyChange & { id: string } & Origin): Promise<void> {
  await tx.insertInto('party_changes').values(change).execute()
}

export async function partyChangesOf(tx: ReadTx, programmeId: string): Promise<(PartyChange & { name: string })[]> {
  const rows = await tx
    .selectFrom('party_changes')
    .innerJoin('organisations', 'organisations.id', 'party_changes.organisation_id')
    .select([
      'programme_id',
      'organisation_id',
      'organisations.name',
      'from_role',
      'to_role',
      'reason',
      'party_changes.lang',
      'on_day',
    ])
    .where('programme_id', '=', programmeId)
    .orderBy('party_changes.id', 'desc')
    .limit(100)
    .execute()
  return rows as (PartyChange & { name: string })[]
}
