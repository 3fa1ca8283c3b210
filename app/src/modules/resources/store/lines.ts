import { type SqlBool, sql } from 'kysely'
import { actorName, actTime } from '#kernel/acts.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { BudgetLine, Named, Place } from '../budget-line.ts'
import { type Grouping, type LineQuery, pageSize } from '../list-query.ts'

export type LineFacts = BudgetLine & Named & Pick<Place, 'programme_status'>
/** Organisations by their acronyms, where they have one. */
export type ListedLine = BudgetLine & Named

const columns = sql`l.id, l.programme_id, l.owner_id, l.class, l.lang, l.code, l.title, l.title_en, l.source_id,
  l.territory_code, l.fiscal_year, l.planned, l.revised, l.realised, l.version,
  t.name as territory, t.name_en as territory_en`
const named = sql`s.name as source, o.name as agency`
const shortlyNamed = sql`coalesce(s.acronym, s.name) as source, coalesce(o.acronym, o.name) as agency`
const joined = sql`budget_lines l join organisations o on o.id = l.owner_id join organisations s on s.id = l.source_id
  left join programme_territories t on t.programme_id = l.programme_id and t.code = l.territory_code`

export async function readLine(tx: ReadTx, slug: string, id: string): Promise<LineFacts | undefined> {
  const { rows } = await sql<LineFacts>`select ${columns}, ${named}, p.status as programme_status
    from ${joined} join programmes p on p.id = l.programme_id where l.id = ${id} and p.slug = ${slug}`.execute(tx)
  return rows[0]
}

function fitting(programmeId: string, query: Partial<LineQuery>) {
  const like = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    sql<SqlBool>`l.programme_id = ${programmeId}`,
    query.q ? sql<SqlBool>`(l.code ilike ${like} or l.title ilike ${like} or l.title_en ilike ${like})` : undefined,
    query.year ? sql<SqlBool>`l.fiscal_year = ${query.year}` : undefined,
    query.source ? sql<SqlBool>`l.source_id = ${query.source}` : undefined,
    query.agency ? sql<SqlBool>`l.owner_id = ${query.agency}` : undefined,
    query.territory === '-' ? sql<SqlBool>`l.territory_code is null` : undefined,
    query.territory && query.territory !== '-' ? sql<SqlBool>`l.territory_code = ${query.territory}` : undefined,
  ]
  const asked = conditions.flatMap((one) => one ?? [])
  return sql.join(asked, sql` and `)
}

export async function listLines(tx: ReadTx, programmeId: string, query: LineQuery, limit = pageSize) {
  const where = fitting(programmeId, query)
  const counted = await sql<{ total: number }>`select count(*) as total from budget_lines l where ${where}`.execute(tx)
  const order = sql.ref(`l.${query.sort}`)
  const { rows } = await sql<ListedLine>`select ${columns}, ${shortlyNamed} from ${joined} where ${where}
    order by ${order} ${sql.raw(query.dir)}, l.fiscal_year desc, l.code, l.id
    limit ${limit} offset ${(query.page - 1) * limit}`.execute(tx)
  return { total: counted.rows[0]!.total, rows }
}

/** Lines that a decision, a contract or another record may name, newest year first; only these ids where they are given. */
export async function linesOf(tx: ReadTx, programmeId: string, ids?: string[]): Promise<ListedLine[]> {
  const only = ids ? sql`and l.id = any (${ids}::uuid[])` : sql``
  const { rows } =
    await sql<ListedLine>`select ${columns}, ${shortlyNamed} from ${joined} where l.programme_id = ${programmeId} ${only}
    order by l.fiscal_year desc, l.code, l.id limit 500`.execute(tx)
  return rows
}

export type Sums = { lines: number; planned: number; revised: number; realised: number }
export type Group = Sums & { key: string | null; name: string | null; name_en: string | null; lang: Lang }

const sums = sql`count(*) as lines, sum(l.planned)::bigint as planned, sum(l.revised)::bigint as revised,
  sum(l.realised)::bigint as realised`
const groupedBy = {
  source: sql`l.source_id::text as key, s.name, null as name_en, s.lang`,
  agency: sql`l.owner_id::text as key, o.name, null as name_en, o.lang`,
  territory: sql`l.territory_code as key, t.name, t.name_en, coalesce(t.lang, 'id') as lang`,
}

/** What this reader may see, added up; the largest plan first. */
export async function sumLines(tx: ReadTx, programmeId: string, by: Grouping, year: number | ''): Promise<Group[]> {
  const { rows } = await sql<Group>`select ${groupedBy[by]}, ${sums} from ${joined}
    where ${fitting(programmeId, { year })} group by 1, 2, 3, 4 order by sum(l.revised) desc, 2 nulls last`.execute(tx)
  return rows
}

export async function yearsOf(tx: ReadTx, programmeId: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select distinct fiscal_year as year from budget_lines
    where programme_id = ${programmeId} order by 1 desc`.execute(tx)
  return rows.map((row) => row.year)
}

/** Contracts that stand and resources that are on offer, as far as the reader sees them. */
export async function countBeside(tx: ReadTx, programmeId: string): Promise<{ contracts: number; offers: number }> {
  const { rows } = await sql<{ contracts: number; offers: number }>`select
    (select count(*) from contracts where programme_id = ${programmeId} and annulled_on is null) as contracts,
    (select count(*) from resources where programme_id = ${programmeId} and state = 'offered') as offers`.execute(tx)
  return rows[0]!
}

/** Whose money there is, for the filter. */
export async function sourcesOf(tx: ReadTx, programmeId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select distinct o.id, o.name from budget_lines l
    join organisations o on o.id = l.source_id where l.programme_id = ${programmeId} order by 2`.execute(tx)
  return rows
}

export async function isCodeTaken(tx: ReadTx, programmeId: string, year: number, code: string): Promise<boolean> {
  const { rows } = await sql`select 1 from budget_lines where programme_id = ${programmeId} and fiscal_year = ${year}
    and lower(code) = lower(${code})`.execute(tx)
  return rows.length > 0
}

export type Revision = {
  id: string
  from_amount: number
  amount: number
  because: string
  at: string
  person: string | null
}
export type Realisation = {
  id: string
  spent_on: string
  amount: number
  evidence: string
  because: string | null
  corrects_id: string | null
  /** A newer row stands for it, so it does not count. */
  corrected: boolean
  at: string
  person: string | null
}

export async function revisionsOf(tx: ReadTx, lineId: string): Promise<Revision[]> {
  return tx
    .selectFrom('budget_revisions')
    .select(['id', 'from_amount', 'amount', 'because'])
    .select([actTime('created_at').as('at'), actorName('created_by').as('person')])
    .where('line_id', '=', lineId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function realisationsOf(tx: ReadTx, lineId: string): Promise<Realisation[]> {
  return tx
    .selectFrom('budget_realisations as r')
    .select(['r.id', 'r.spent_on', 'r.amount', 'r.evidence', 'r.because', 'r.corrects_id'])
    .select(sql<boolean>`exists (select from budget_realisations n where n.corrects_id = r.id)`.as('corrected'))
    .select([actTime('r.created_at').as('at'), actorName('r.created_by').as('person')])
    .where('r.line_id', '=', lineId)
    .orderBy('r.spent_on')
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute()
}
