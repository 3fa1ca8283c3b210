import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

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
  version: number
}

const headColumns = [
  'id',
  'slug',
  'name',
  'name_en',
  'lang',
  'owner_id',
  'status',
  'class',
  'example',
  'evaluate_at',
  'version',
] as const

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
  role: 'lead' | 'member' | 'observer' | 'oversight'
}

/** The parties on a day, lead first, then by name. */
export async function partiesOn(tx: ReadTx, programmeId: string, day: string): Promise<Party[]> {
  const rows = await tx
    .selectFrom('parties')
    .innerJoin('organisations', 'organisations.id', 'parties.organisation_id')
    .select(['organisations.id', 'organisations.name', 'organisations.acronym', 'parties.role'])
    .where('parties.programme_id', '=', programmeId)
    .where('parties.since', '<=', day)
    .where((eb) => eb.or([eb('parties.until', 'is', null), eb('parties.until', '>=', day)]))
    .orderBy('organisations.name')
    .execute()
  const parties = rows.map((row) => ({
    organisationId: row.id,
    name: row.name,
    acronym: row.acronym,
    role: row.role as Party['role'],
  }))
  return parties.sort((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'))
}
