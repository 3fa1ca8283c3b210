import { type SqlBool, sql } from 'kysely'
import { actorName, actTime } from '#kernel/acts.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Contract } from '../contract.ts'
import { type ContractQuery, pageSize } from '../list-query.ts'

export type ContractNames = { requester: string; supplier: string; payer: string }
/** Organisations by their acronyms, where they have one. */
export type ListedContract = Contract & ContractNames
export type ContractFacts = ListedContract & { programme_status: string; example: string | null }

const columns = sql`c.id, c.programme_id, c.owner_id, c.class, c.lang, c.line_id, c.requester_id, c.supplier_id, c.number,
  c.title, c.title_en, c.method, c.bids, c.value, c.signed_on, c.present_value, c.annulled_on, c.version`
const named = sql`r.name as requester, s.name as supplier, o.name as payer`
const shortlyNamed = sql`coalesce(r.acronym, r.name) as requester, coalesce(s.acronym, s.name) as supplier,
  coalesce(o.acronym, o.name) as payer`
const joined = sql`contracts c join organisations r on r.id = c.requester_id join organisations s on s.id = c.supplier_id
  join organisations o on o.id = c.owner_id`

export async function readContract(tx: ReadTx, slug: string, id: string): Promise<ContractFacts | undefined> {
  const { rows } = await sql<ContractFacts>`select ${columns}, ${named}, p.status as programme_status, p.example
    from ${joined} join programmes p on p.id = c.programme_id where c.id = ${id} and p.slug = ${slug}`.execute(tx)
  return rows[0]
}

function fitting(programmeId: string, query: Partial<ContractQuery>) {
  const like = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    sql<SqlBool>`c.programme_id = ${programmeId}`,
    query.q
      ? sql<SqlBool>`(c.number ilike ${like} or c.title ilike ${like} or c.title_en ilike ${like} or s.name ilike ${like})`
      : undefined,
    query.requester ? sql<SqlBool>`c.requester_id = ${query.requester}` : undefined,
    query.supplier ? sql<SqlBool>`c.supplier_id = ${query.supplier}` : undefined,
    query.method ? sql<SqlBool>`c.method = ${query.method}` : undefined,
  ]
  return sql.join(
    conditions.flatMap((one) => one ?? []),
    sql` and `,
  )
}

/** `sum`: present values of what fits and was not annulled. */
export async function listContracts(tx: ReadTx, programmeId: string, query: ContractQuery) {
  const where = fitting(programmeId, query)
  const counted = await sql<{ total: number; sum: number }>`select count(*) as total,
    coalesce(sum(c.present_value) filter (where c.annulled_on is null), 0)::bigint as sum
    from ${joined} where ${where}`.execute(tx)
  const { rows } = await sql<ListedContract>`select ${columns}, ${shortlyNamed} from ${joined} where ${where}
    order by ${sql.ref(`c.${query.sort}`)} ${sql.raw(query.dir)}, c.signed_on desc, c.id
    limit ${pageSize} offset ${(query.page - 1) * pageSize}`.execute(tx)
  return { ...counted.rows[0]!, rows }
}

export async function contractsOfLine(tx: ReadTx, lineId: string): Promise<ListedContract[]> {
  const { rows } =
    await sql<ListedContract>`select ${columns}, ${shortlyNamed} from ${joined} where c.line_id = ${lineId}
    order by c.signed_on desc, c.id limit 200`.execute(tx)
  return rows
}

/** Who supplies this programme, for the filter. */
export async function suppliersOf(tx: ReadTx, programmeId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select distinct o.id, o.name from contracts c
    join organisations o on o.id = c.supplier_id where c.programme_id = ${programmeId} order by 2`.execute(tx)
  return rows
}

/** Who supplies what is paid from a line, by contracts that stand and are no more closed than a record of this class. */
export async function suppliersOfLine(tx: ReadTx, lineId: string, recordClass: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct c.supplier_id as id from contracts c
    where c.line_id = ${lineId} and c.annulled_on is null
      and (c.class = 'public' or c.class = 'members' and ${recordClass} <> 'public')`.execute(tx)
  return rows.map((row) => row.id)
}

export type ContractChange = {
  id: string
  kind: 'amended' | 'annulled'
  value: number | null
  because: string
  at: string
  person: string | null
}

export async function changesOf(tx: ReadTx, contractId: string): Promise<ContractChange[]> {
  const rows = await tx
    .selectFrom('contract_changes')
    .select(['id', 'kind', 'value', 'because'])
    .select([actTime('created_at').as('at'), actorName('created_by').as('person')])
    .where('contract_id', '=', contractId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as ContractChange[]
}
