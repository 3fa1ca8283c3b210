import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import { headColumns } from './head-columns.ts'

export type { ExchangeIds, ExchangeKeys, ExchangePart } from './exchange/part.ts'

/** What every page below a programme shows of it. */
export type ProgrammeHead = {
  id: string
  slug: string
  name: string
  name_en: string | null
  lang: Lang
  owner_id: string
  status: 'preparing' | 'running' | 'finished' | 'stopped'
  class: 'public' | 'members' | 'restricted' | 'secret'
  /** Set when every record of the programme is invented; shown on every page. */
  example: string | null
  evaluate_at: string | null
  /** Days of the stretch that indicators look at, where it is not the catalogue's. */
  evaluate_days: number | null
  version: number
}

export async function programmeBySlug(tx: ReadTx, slug: string): Promise<ProgrammeHead | undefined> {
  const row = await tx.selectFrom('programmes').select(headColumns).where('slug', '=', slug).executeTakeFirst()
  return row as ProgrammeHead | undefined
}

export async function programmeById(tx: ReadTx, id: string): Promise<ProgrammeHead | undefined> {
  const row = await tx.selectFrom('programmes').select(headColumns).where('id', '=', id).executeTakeFirst()
  return row as ProgrammeHead | undefined
}

/** The name in the reader's language where it is known. */
export function programmeName(programme: Pick<ProgrammeHead, 'name' | 'name_en'>, lang: Lang): string {
  return lang === 'en' && programme.name_en ? programme.name_en : programme.name
}

export type Party = {
  organisationId: string
  name: string
  acronym: string | null
  lang: string
  role: 'lead' | 'member' | 'observer' | 'oversight'
}

/** The parties on a day, lead first, then by name. */
export async function partiesOn(tx: ReadTx, programmeId: string, day: string): Promise<Party[]> {
  const rows = await tx
    .selectFrom('parties')
    .innerJoin('organisations', 'organisations.id', 'parties.organisation_id')
    .select(['organisations.id', 'organisations.name', 'organisations.acronym', 'organisations.lang', 'parties.role'])
    .where('parties.programme_id', '=', programmeId)
    .where('parties.since', '<=', day)
    .where((eb) => eb.or([eb('parties.until', 'is', null), eb('parties.until', '>=', day)]))
    .orderBy('organisations.name')
    .execute()
  const parties = rows.map((row) => ({
    organisationId: row.id,
    name: row.name,
    acronym: row.acronym,
    lang: row.lang,
    role: row.role as Party['role'],
  }))
  return parties.sort((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'))
}

export type Service = { id: string; key: string; name: string; name_en: string | null; lang: Lang }

/** The services of a programme, by name: what tasks and cells are about. */
export async function servicesOf(tx: ReadTx, programmeId: string): Promise<Service[]> {
  const rows = await tx
    .selectFrom('services')
    .select(['id', 'key', 'name', 'name_en', 'lang'])
    .where('programme_id', '=', programmeId)
    .orderBy('name')
    .execute()
  return rows as Service[]
}

/** A place in a programme's own words; `areaCode` is the official code where it is a map area. */
export type ProgrammeTerritory = { code: string; name: string; name_en: string | null; areaCode: string | null }

export async function territoriesOf(tx: ReadTx, programmeId: string): Promise<ProgrammeTerritory[]> {
  return tx
    .selectFrom('programme_territories')
    .select(['code', 'name', 'name_en', 'area_code as areaCode'])
    .where('programme_id', '=', programmeId)
    .orderBy('code')
    .execute()
}

/** One service × territory that the charter in force requires. `bodies`: whom the charter itself makes accountable. */
export type RequiredCell = {
  id: string
  serviceId: string
  serviceName: string
  territoryCode: string
  territoryName: string
  taskKey: string | null
  bodies: string[]
}

/** The cells of the charter in force; none before a charter is. */
export async function requiredCells(tx: ReadTx, programmeId: string): Promise<RequiredCell[]> {
  const cells = await tx
    .selectFrom('required_cells')
    .innerJoin('charter_versions', 'charter_versions.id', 'required_cells.charter_id')
    .innerJoin('services', 'services.id', 'required_cells.service_id')
    .select(['required_cells.id', 'required_cells.service_id as serviceId', 'services.name as serviceName'])
    .select(['territory_code as territoryCode', 'territory_name as territoryName', 'task_key as taskKey'])
    .where('charter_versions.programme_id', '=', programmeId)
    .where('charter_versions.status', '=', 'in-force')
    .orderBy('services.name')
    .orderBy('territory_code')
    .execute()
  const bodies = await tx
    .selectFrom('required_cell_bodies')
    .innerJoin('required_cells', 'required_cells.id', 'required_cell_bodies.cell_id')
    .select(['cell_id', 'organisation_id'])
    .where('required_cells.programme_id', '=', programmeId)
    .execute()
  const byCell = Map.groupBy(bodies, (row) => row.cell_id)
  return cells.map((cell) => ({ ...cell, bodies: (byCell.get(cell.id) ?? []).map((row) => row.organisation_id) }))
}

/** What the charter in force says that other modules keep to. */
export type CharterTerms = {
  number: number
  inForceOn: string | null
  /** Working days that a task may wait on another agency. */
  waitingLimit: number | null
  publishable: string[]
  decisionRule: string | null
  /** Share of the voting parties, 0–1. */
  quorum: number | null
  cadenceEvery: number | null
  cadenceUnit: 'week' | 'month' | 'quarter' | 'year' | null
  officeTermEnds: string | null
}

export async function charterTerms(tx: ReadTx, programmeId: string): Promise<CharterTerms | undefined> {
  const row = await tx
    .selectFrom('charter_versions')
    .select(['number', 'in_force_on as inForceOn', 'waiting_limit as waitingLimit', 'publishable', 'quorum'])
    .select(['decision_rule as decisionRule', 'cadence_every as cadenceEvery', 'cadence_unit as cadenceUnit'])
    .select(['office_term_ends as officeTermEnds'])
    .where('programme_id', '=', programmeId)
    .where('status', '=', 'in-force')
    .executeTakeFirst()
  return row as CharterTerms | undefined
}

/** An activity or milestone that the programme's template proposes and nobody has taken up yet. */
export type Proposal = {
  id: string
  position: number
  kind: 'activity' | 'milestone'
  milestoneType: 'delivery' | 'process-change' | 'product' | 'report' | null
  title: string
  title_en: string | null
  lang: Lang
  serviceKey: string | null
  /** Days after the programme's first day. */
  startsAfterDays: number
  dueAfterDays: number
}

export async function openProposals(tx: ReadTx, programmeId: string): Promise<Proposal[]> {
  const rows = await tx
    .selectFrom('programme_proposals')
    .select(['id', 'position', 'kind', 'milestone_type as milestoneType', 'title', 'title_en', 'lang'])
    .select(['service_key as serviceKey', 'starts_after_days as startsAfterDays', 'due_after_days as dueAfterDays'])
    .where('programme_id', '=', programmeId)
    .where('taken_id', 'is', null)
    .orderBy('position')
    .execute()
  return rows as Proposal[]
}

/** Remembers which record was made of a proposal; false when someone was faster. */
export async function takeProposal(tx: Tx, proposalId: string, recordId: string): Promise<boolean> {
  const result = await tx
    .updateTable('programme_proposals')
    .set({ taken_id: recordId })
    .where('id', '=', proposalId)
    .where('taken_id', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
