import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import { institutionKey } from '#kernel/tabular/institution-words.ts'
import { suggestOrganisations } from './store/list-organisations.ts'
import { readOrganisation, survivorOf } from './store/read-organisation.ts'
import { territoriesNamed, territoryNames } from './store/territories.ts'
import type { Territory } from './territory.ts'

export type { DirectoryExtensions, PartyIn, SeatOf } from './extensions.ts'
export { type ImportOptions, type ImportResult, importOrganisationRecords } from './importing/run-import.ts'
export type { LoadedTerritories } from './load-territories.ts'
export { loadTerritories } from './load-territories.ts'
export type { Organisation } from './organisation.ts'
export type { Territory } from './territory.ts'

export type OrganisationName = { id: string; name: string; acronym: string | null; lang: Lang }

/** One organisation; a record that was merged away leads to the one that stays. */
export async function organisationById(tx: ReadTx, id: string) {
  return readOrganisation(tx, (await survivorOf(tx, id)) ?? id)
}

/** Names of organisations by their ids, merged ones under their own name. */
export async function organisationNames(tx: ReadTx, ids: string[]): Promise<Map<string, OrganisationName>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'name', 'acronym', 'lang'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row as OrganisationName]))
}

/** Every organisation that exists on a day, by name, for short lists; at most 2,000. */
export async function organisationChoices(tx: ReadTx, day: string): Promise<OrganisationName[]> {
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'name', 'acronym', 'lang'])
    .where('merged_into_id', 'is', null)
    .where((eb) => eb.or([eb('dissolved_on', 'is', null), eb('dissolved_on', '>', day)]))
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(2000)
    .execute()
  return rows as OrganisationName[]
}

/**
 * The organisation that somebody means by its name or acronym: the only one that has exactly this name, else the only one
 * with this acronym. Otherwise names that are near, to be asked about rather than guessed among.
 */
export async function organisationNamed(tx: ReadTx, said: string): Promise<{ id: string } | { near: string[] }> {
  const near = await suggestOrganisations(tx, said, 5)
  const same = (text: string | null) => text?.toLowerCase() === said.toLowerCase()
  const named = near.filter((one) => same(one.name))
  const [found, other] = named.length > 0 ? named : near.filter((one) => same(one.acronym))
  return found && !other ? { id: found.id } : { near: near.map((one) => one.name) }
}

/** Keys (institutionKey) of every present and former name, so that reading foreign tables never cuts them apart. */
export async function knownOrganisationKeys(tx: ReadTx): Promise<Set<string>> {
  const names = await tx.selectFrom('organisations').select('name').execute()
  const others = await tx.selectFrom('organisation_names').select('name').where('kind', '<>', 'acronym').execute()
  return new Set([...names, ...others].map((row) => institutionKey(row.name)))
}

/** The name of an official area; undefined for a code that is not one. */
export async function territoryName(tx: ReadTx, code: string): Promise<string | undefined> {
  return (await territoryNames(tx, [code])).get(code)
}

/** Areas whose name begins like this, larger ones first. */
export async function searchTerritories(tx: ReadTx, beginning: string, most = 20): Promise<Territory[]> {
  return territoriesNamed(tx, beginning, most)
}
