import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { hasRole } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Identifier, NameKind, OrganisationKind } from '../organisation.ts'

/** An organisation as imports and the search for duplicates compare it. */
export type Indexed = {
  id: string
  name: string
  kind: OrganisationKind
  acronym: string | null
  parentId: string | null
  territory: string | null
  country: string
  website: string | null
  dissolvedOn: string | null
  version: number
  names: { name: string; kind: NameKind }[]
  identifiers: Identifier[]
}

/** Every organisation that stands, oldest first. */
export async function indexOrganisations(tx: ReadTx): Promise<Indexed[]> {
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'name', 'kind', 'acronym', 'parent_id as parentId', 'territory_code as territory', 'country'])
    .select(['website', 'dissolved_on as dissolvedOn', 'version'])
    .where('merged_into_id', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const names = await tx.selectFrom('organisation_names').select(['organisation_id', 'name', 'kind']).execute()
  const identifiers = await tx
    .selectFrom('organisation_identifiers')
    .select(['organisation_id', 'scheme', 'value'])
    .execute()
  const indexed = new Map(
    rows.map((row): [string, Indexed] => [
      row.id,
      { ...row, kind: row.kind as OrganisationKind, names: [], identifiers: [] },
    ]),
  )
  for (const { organisation_id: id, name, kind } of names) indexed.get(id)?.names.push({ name, kind: kind as NameKind })
  for (const { organisation_id: id, scheme, value } of identifiers) indexed.get(id)?.identifiers.push({ scheme, value })
  return [...indexed.values()]
}

/** Which of these this actor may change; 'all' for a job or the operator. */
export async function keptAmong(tx: ReadTx, actor: Actor, ids: string[]): Promise<Set<string> | 'all'> {
  if (actor.kind === 'job' || hasRole(actor, 'operator')) return 'all'
  if (actor.kind === 'visitor') return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${ids}::uuid[]) as a(id) where mufakat.keeps(id)`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

export type AreaName = { code: string; name: string; level: string }

/** Areas that go by one of these names or codes, with or without "Kabupaten" or "Kota" before. */
export async function areasCalled(tx: ReadTx, texts: string[]): Promise<AreaName[]> {
  if (texts.length === 0) return []
  const asked = texts.map((text) => text.trim().toLowerCase())
  const { rows } = await sql<AreaName>`
    select t.code, t.name, t.level from territories t where t.retired_in is null
      and (t.code = any (${asked}) or t.bare_name = any (${asked}) or lower(t.name) = any (${asked}))`.execute(tx)
  return rows
}
