import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { hasRole } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { Identifier, Keeping, Kept, Organisation, OtherName } from '../organisation.ts'

export const organisationColumns = [
  'organisations.id',
  'organisations.name',
  'organisations.lang',
  'organisations.kind',
  'organisations.acronym',
  'organisations.parent_id',
  'organisations.territory_code',
  'organisations.country',
  'organisations.website',
  'organisations.founded_on',
  'organisations.dissolved_on',
  'organisations.merged_into_id',
  'organisations.created_at',
  'organisations.version',
] as const

export async function readOrganisation(tx: ReadTx, id: string): Promise<Organisation | undefined> {
  if (!isId(id)) return undefined
  const row = await tx
    .selectFrom('organisations')
    .select(organisationColumns)
    .where('organisations.id', '=', id)
    .executeTakeFirst()
  return row as Organisation | undefined
}

/** What the database itself would let this actor write. */
export async function keepingOf(tx: ReadTx, actor: Actor, organisationId: string): Promise<Keeping> {
  if (actor.kind === 'job' || hasRole(actor, 'operator')) return { kept: true, led: true }
  if (actor.kind === 'visitor') return { kept: false, led: false }
  const { rows } = await sql<Keeping>`
    select mufakat.keeps(${organisationId}) as kept, mufakat.keeps(${organisationId}, true) as led`.execute(tx)
  return rows[0]!
}

export async function readKept(tx: ReadTx, actor: Actor, id: string): Promise<Kept | undefined> {
  const organisation = await readOrganisation(tx, id)
  return organisation && { ...organisation, ...(await keepingOf(tx, actor, id)) }
}

export async function namesOf(tx: ReadTx, organisationId: string): Promise<OtherName[]> {
  const rows = await tx
    .selectFrom('organisation_names')
    .select(['id', 'name', 'kind', 'until'])
    .where('organisation_id', '=', organisationId)
    .orderBy(sql`"until" desc nulls last`)
    .orderBy('created_at', 'desc')
    .orderBy('name')
    .execute()
  return rows as OtherName[]
}

export async function identifiersOf(tx: ReadTx, organisationId: string): Promise<Identifier[]> {
  return tx
    .selectFrom('organisation_identifiers')
    .select(['scheme', 'value'])
    .where('organisation_id', '=', organisationId)
    .orderBy('scheme')
    .orderBy('value')
    .execute()
}

export async function ownerOfIdentifier(tx: ReadTx, { scheme, value }: Identifier) {
  return tx
    .selectFrom('organisation_identifiers')
    .innerJoin('organisations', 'organisations.id', 'organisation_identifiers.organisation_id')
    .select(['organisations.id', 'organisations.name'])
    .where('scheme', '=', scheme)
    .where('value', '=', value)
    .executeTakeFirst()
}

export type Named = { id: string; name: string; acronym: string | null; lang: string; dissolved_on: string | null }

/** Also those that still name a record which was merged away. */
export async function childrenOf(tx: ReadTx, organisationIds: string[]): Promise<Named[]> {
  return tx
    .selectFrom('organisations')
    .select(['id', 'name', 'acronym', 'lang', 'dissolved_on'])
    .where('parent_id', 'in', organisationIds)
    .where('merged_into_id', 'is', null)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(500)
    .execute()
}

/** Records that were merged into this one, directly or through another. */
export async function mergedInto(tx: ReadTx, organisationId: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    with recursive merged as (
      select o.id, o.name, o.acronym, o.lang, o.dissolved_on from organisations o where o.merged_into_id = ${organisationId}
      union select o.id, o.name, o.acronym, o.lang, o.dissolved_on from organisations o join merged m on o.merged_into_id = m.id)
    select id, name, acronym, lang, dissolved_on from merged order by lower(name), id`.execute(tx)
  return rows
}

/** Where a merged record leads: the last of its chain; undefined for a record that stands, or none. */
export async function survivorOf(tx: ReadTx, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select id, merged_into_id from organisations where id = ${id} and merged_into_id is not null
      union select o.id, o.merged_into_id from organisations o join chain c on o.id = c.merged_into_id)
    select id from chain where merged_into_id is null`.execute(tx)
  return rows[0]?.id
}

/** The bodies above it, nearest first. */
export async function parentsOf(tx: ReadTx, organisationId: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    with recursive above as (
      select o.id, o.name, o.acronym, o.lang, o.dissolved_on, o.parent_id, 0 as depth
        from organisations o where o.id = ${organisationId}
      union all select o.id, o.name, o.acronym, o.lang, o.dissolved_on, o.parent_id, a.depth + 1
        from organisations o join above a on o.id = a.parent_id where a.depth < 20)
    select id, name, acronym, lang, dissolved_on from above where depth > 0 order by depth`.execute(tx)
  return rows
}
