import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type {
  CharterContent,
  CharterParty,
  CharterRole,
  CharterService,
  CharterSignature,
  CharterState,
  CharterTerritory,
  CharterVersion,
} from '../charter.ts'

const columns = [
  'id',
  'programme_id',
  'owner_id',
  'class',
  'lang',
  'number',
  'status',
  'purpose',
  'purpose_en',
  'mandate',
  'mandate_en',
  'legal_basis',
  'decision_rule',
  'quorum',
  'cadence_every',
  'cadence_unit',
  'publishable',
  'office',
  'office_en',
  'office_term_ends',
  'waiting_limit',
  'parties',
  'roles',
  'services',
  'territories',
  'cells',
  'proposed_on',
  'in_force_on',
  'superseded_on',
  'version',
] as const

/** All versions, newest first, as far as the reader may see them (drafts are for their owner’s seats and the coordination team). */
export async function chartersOf(tx: ReadTx, programmeId: string): Promise<CharterVersion[]> {
  const rows = await tx
    .selectFrom('charter_versions')
    .select(columns)
    .where('programme_id', '=', programmeId)
    .orderBy('number', 'desc')
    .execute()
  return rows as unknown as CharterVersion[]
}

export type NewCharter = {
  id: string
  programme_id: string
  owner_id: string
  class: string
  number: number
  status: CharterState
  created_at: Date
  created_by: string | null
}

export async function addCharter(tx: Tx, charter: NewCharter, content: CharterContent): Promise<void> {
  await tx
    .insertInto('charter_versions')
    .values({ ...charter, ...asColumns(content) })
    .execute()
}

export type CharterChange = Partial<{
  class: string
  status: CharterState
  parties: CharterParty[]
  proposed_on: string
  in_force_on: string | null
  superseded_on: string
}>

/** Returns the new version of the row. */
export async function changeCharter(
  tx: Tx,
  id: string,
  { parties, ...change }: CharterChange,
  content?: CharterContent,
): Promise<number> {
  const row = await tx
    .updateTable('charter_versions')
    .set({
      ...change,
      ...(parties ? { parties: JSON.stringify(parties) } : {}),
      ...(content ? asColumns(content) : {}),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

function asColumns({ legal_basis, roles, services, territories, cells, ...plain }: CharterContent) {
  const lists = Object.entries({ legal_basis, roles, services, territories, cells })
  const texts = Object.fromEntries(lists.map(([name, list]) => [name, JSON.stringify(list)]))
  return { ...plain, ...(texts as Record<'legal_basis' | 'roles' | 'services' | 'territories' | 'cells', string>) }
}

export async function signaturesOf(tx: ReadTx, charterId: string): Promise<CharterSignature[]> {
  return tx
    .selectFrom('charter_signatures')
    .innerJoin('organisations', 'organisations.id', 'charter_signatures.organisation_id')
    .leftJoin('people', 'people.id', 'charter_signatures.person_id')
    .select(['organisation_id', 'organisations.name as organisation', 'organisations.acronym', 'people.name as person'])
    .select(['by_head', 'signed_on'])
    .where('charter_id', '=', charterId)
    .orderBy('signed_on')
    .orderBy('organisations.name')
    .execute()
}

export type NewSignature = {
  id: string
  charter_id: string
  organisation_id: string
  person_id: string | null
  by_head: boolean
  signed_on: string
  created_at: Date
  created_by: string | null
}

export async function addSignature(tx: Tx, signature: NewSignature): Promise<void> {
  await tx.insertInto('charter_signatures').values(signature).execute()
}

type Origin = { newId: () => string; created_at: Date; created_by: string | null }

/** Makes rows of the services of a charter; those known by their key stay. */
export async function ensureServices(
  tx: Tx,
  programmeId: string,
  services: CharterService[],
  { newId, ...origin }: Origin,
): Promise<void> {
  if (services.length === 0) return
  const rows = services.map(({ key, name, name_en, lang }) => ({ key, name, name_en: name_en ?? null, lang }))
  await tx
    .insertInto('services')
    .values(rows.map((row) => ({ ...row, ...origin, id: newId(), programme_id: programmeId })))
    .onConflict((conflict) => conflict.columns(['programme_id', 'key']).doNothing())
    .execute()
}

export type NewProposal = {
  id: string
  programme_id: string
  position: number
  kind: string
  milestone_type: string | null
  title: string
  title_en: string | null
  lang: string
  service_key: string | null
  starts_after_days: number
  due_after_days: number
  created_at: Date
  created_by: string | null
}

export async function addProposals(tx: Tx, proposals: NewProposal[]): Promise<void> {
  if (proposals.length > 0) await tx.insertInto('programme_proposals').values(proposals).execute()
}

/** What a charter that comes into force requires, as rows: services, places, cells, roles. */
export async function ensureTerritories(
  tx: Tx,
  programmeId: string,
  territories: CharterTerritory[],
  { newId, ...origin }: Origin,
): Promise<void> {
  if (territories.length === 0) return
  const rows = territories.map(({ code, name, name_en, lang }) => ({ code, name, name_en: name_en ?? null, lang }))
  await tx
    .insertInto('programme_territories')
    .values(rows.map((row) => ({ ...row, ...origin, id: newId(), programme_id: programmeId })))
    .onConflict((conflict) => conflict.columns(['programme_id', 'code']).doNothing())
    .execute()
}

export async function addRequiredCells(tx: Tx, charter: CharterVersion, { newId, ...origin }: Origin): Promise<void> {
  if (charter.cells.length === 0) return
  const services = await tx
    .selectFrom('services')
    .select(['id', 'key'])
    .where('programme_id', '=', charter.programme_id)
    .execute()
  const idOf = new Map(services.map((service) => [service.key, service.id]))
  const places = new Map(charter.territories.map((place) => [place.code, place]))
  const rows = charter.cells.map((cell) => ({
    id: newId(),
    charter_id: charter.id,
    programme_id: charter.programme_id,
    service_id: idOf.get(cell.service)!,
    territory_code: cell.territory,
    territory_name: places.get(cell.territory)!.name,
    territory_name_en: places.get(cell.territory)!.name_en ?? null,
    ...origin,
  }))
  await tx.insertInto('required_cells').values(rows).execute()
}

/** Roles that the charter no longer names end; new ones begin; those that come back begin again. */
export async function requireRoles(
  tx: Tx,
  programmeId: string,
  roles: CharterRole[],
  { newId, today, ...origin }: Origin & { today: string },
): Promise<void> {
  await tx
    .updateTable('required_roles')
    .set({ ended_on: today })
    .where('programme_id', '=', programmeId)
    .where('ended_on', 'is', null)
    .where('key', 'not in', ['', ...roles.map((role) => role.key)])
    .execute()
  for (const { key, title, title_en, lang, organisation_id } of roles) {
    const row = { key, title, title_en: title_en ?? null, lang, organisation_id: organisation_id ?? null }
    await tx
      .insertInto('required_roles')
      .values({ ...row, ...origin, id: newId(), programme_id: programmeId, since: today })
      .onConflict((conflict) =>
        conflict
          .columns(['programme_id', 'key'])
          .doUpdateSet({ ended_on: null, since: today })
          .where('required_roles.ended_on', 'is not', null),
      )
      .execute()
  }
}
