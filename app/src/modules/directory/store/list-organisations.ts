import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Organisation, OtherName } from '../organisation.ts'
import { plainWords, searchQuery } from '../search-words.ts'

export const pageSize = 25
export type OrganisationFilter = {
  q: string
  kind: string
  /** Code of a province or regency: bodies there and below. */
  area: string
  state: '' | 'active' | 'dissolved'
  sort: 'name' | 'kind' | 'new'
  dir: 'asc' | 'desc'
  page: number
}
export type ListedOrganisation = Organisation & {
  territory: string | null
  parent: string | null
  people: number
  /** Names by which the search found it, where the present name does not say so. */
  foundBy: Pick<OtherName, 'name' | 'kind'>[]
}

export async function listOrganisations(tx: ReadTx, filter: OrganisationFilter, today: string) {
  const where = condition(filter, today)
  if (!where) return { total: 0, rows: [] }
  const counted = await sql<{ total: number }>`select count(*) as total from organisations o where ${where}`.execute(tx)
  const { rows } = await sql<Omit<ListedOrganisation, 'foundBy'>>`
    select o.id, o.name, o.lang, o.kind, o.acronym, o.parent_id, o.territory_code, o.country, o.website, o.founded_on,
      o.dissolved_on, o.merged_into_id, o.created_at, o.version, t.name as territory, p.name as parent,
      (select count(distinct m.person_id) from memberships m where m.organisation_id = o.id
        and m.starts_on <= ${today} and coalesce(m.ends_on, 'infinity') >= ${today}) as people
    from (select o.* from organisations o where ${where} order by ${order(filter)}
      limit ${pageSize} offset ${(filter.page - 1) * pageSize}) o
    left join territories t on t.code = o.territory_code left join organisations p on p.id = o.parent_id
    order by ${order(filter)}`.execute(tx)
  const found = await foundBy(tx, rows, filter.q)
  return {
    total: counted.rows[0]!.total,
    rows: rows.map((row) => ({ ...row, foundBy: found.get(row.id) ?? [] })),
  }
}

function condition({ q, kind, area, state }: OrganisationFilter, today: string) {
  const parts = [sql`o.merged_into_id is null`]
  if (q.trim()) {
    const query = searchQuery(q)
    if (!query) return undefined
    parts.push(sql`o.id = any (array(select mufakat.organisations_matching(${query})))`)
  }
  if (kind) parts.push(sql`o.kind = ${kind}`)
  if (area) parts.push(sql`(o.territory_code = ${area} or o.territory_code like ${`${area}.%`})`)
  if (state === 'active') parts.push(sql`(o.dissolved_on is null or o.dissolved_on > ${today})`)
  if (state === 'dissolved') parts.push(sql`o.dissolved_on <= ${today}`)
  return sql.join(parts, sql` and `)
}

function order({ sort, dir }: OrganisationFilter) {
  const way = dir === 'desc' ? sql`desc` : sql`asc`
  if (sort === 'new') return sql`o.created_at ${way}, o.id ${way}`
  if (sort === 'kind') return sql`o.kind ${way}, lower(o.name) ${way}, o.id ${way}`
  return sql`lower(o.name) ${way}, o.id ${way}`
}

/** Other names that hold one of the words looked for, those with most of them first. */
async function foundBy(tx: ReadTx, rows: { id: string }[], q: string) {
  const wanted = plainWords(q)
  const found = new Map<string, Pick<OtherName, 'name' | 'kind'>[]>()
  if (wanted.length === 0 || rows.length === 0) return found
  const names = await tx
    .selectFrom('organisation_names')
    .select(['organisation_id', 'name', 'kind'])
    .where(
      'organisation_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('created_at')
    .execute()
  const closeness = (name: string) => {
    const words = plainWords(name)
    return wanted.filter((begin) => words.some((word) => word.startsWith(begin))).length
  }
  const close = names.map((one) => ({ ...one, words: closeness(one.name) })).filter((one) => one.words > 0)
  for (const { organisation_id: id, name, kind } of close.sort((a, b) => b.words - a.words))
    found.set(id, [...(found.get(id) ?? []), { name, kind: kind as OtherName['kind'] }])
  return found
}

export type Suggestion = {
  id: string
  name: string
  acronym: string | null
  country: string
  dissolved_on: string | null
}

/** Bodies that a search finds, those whose name begins with it first; for choosing one in a form. */
export async function suggestOrganisations(tx: ReadTx, q: string, most: number): Promise<Suggestion[]> {
  const query = searchQuery(q)
  if (!query) return []
  const { rows } = await sql<Suggestion>`
    select o.id, o.name, o.acronym, o.country, o.dissolved_on from organisations o
    where o.merged_into_id is null and o.id = any (array(select mufakat.organisations_matching(${query})))
    order by lower(coalesce(o.acronym, '')) = lower(${q}) desc, lower(o.name) = lower(${q}) desc,
      starts_with(lower(o.name), lower(${q})) desc, lower(o.name), o.id limit ${most}`.execute(tx)
  return rows
}
