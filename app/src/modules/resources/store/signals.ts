import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { BudgetLine } from '../budget-line.ts'
import type { Contract, Method } from '../contract.ts'

type Span = { from: string; to: string }
const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Jakarta')::date`

export type SpentLine = { id: string; planned: number; actual: number }

/** Lines of the newest fiscal year that was over on a day, with what was known that day to be spent. */
export async function spentLines(tx: ReadTx, programmeId: string, at: string): Promise<SpentLine[]> {
  const { rows } = await sql<SpentLine>`
    select l.id, l.planned, coalesce((select sum(r.amount) from budget_realisations r
      where r.line_id = l.id and ${day('r.created_at')} <= ${at}
        and not exists (select from budget_realisations n where n.corrects_id = r.id and ${day('n.created_at')} <= ${at})), 0)::bigint as actual
    from budget_lines l where l.programme_id = ${programmeId} and ${day('l.created_at')} <= ${at}
      and l.fiscal_year = (select max(m.fiscal_year) from budget_lines m where m.programme_id = ${programmeId}
        and m.fiscal_year < extract(year from ${at}::date) and ${day('m.created_at')} <= ${at})
    order by l.code, l.id`.execute(tx)
  return rows
}

export type SignedContract = { id: string; requester_id: string; supplier_id: string; method: Method; bids: number }

/** Contracts signed between two days that stood on the last one; of several records of one supplier the one that stays. */
export async function signedContracts(tx: ReadTx, programmeId: string, { from, to }: Span): Promise<SignedContract[]> {
  const { rows } = await sql<SignedContract>`
    select c.id, c.requester_id, mufakat.one_body(c.supplier_id) as supplier_id, c.method, c.bids
    from contracts c where c.programme_id = ${programmeId} and c.signed_on between ${from} and ${to}
      and ${day('c.created_at')} <= ${to} and coalesce(c.annulled_on, 'infinity') > ${to}
    order by c.signed_on, c.id`.execute(tx)
  return rows
}

export type ContractStake = { organisation_id: string; id: string; since: string; label: string; lang: Lang }

/** Contracts that these organisations supplied by a day, until the year of the line that pays is over. */
export async function contractsAtStake(
  tx: ReadTx,
  programmeId: string,
  bodies: string[],
  at: string,
): Promise<ContractStake[]> {
  const { rows } = await sql<ContractStake>`
    select mufakat.one_body(c.supplier_id) as organisation_id, c.id, c.title as label, c.lang, ${day('c.created_at')} as since
    from contracts c join budget_lines l on l.id = c.line_id
    where c.programme_id = ${programmeId} and c.class in ('public', 'members') and l.fiscal_year >= extract(year from ${at}::date)
      and ${day('c.created_at')} <= ${at} and coalesce(c.annulled_on, 'infinity') > ${at}
      and mufakat.one_body(c.supplier_id) = any (${bodies}::uuid[])
    order by since, c.id`.execute(tx)
  return rows
}

type Place = { slug: string }
export type LineRow = Pick<BudgetLine, 'id' | 'programme_id' | 'owner_id' | 'class' | 'title' | 'lang' | 'planned'> &
  Pick<BudgetLine, 'realised'> &
  Place & { agency: string }

export async function lineRows(tx: ReadTx, ids: string[]): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`select l.id, l.programme_id, l.owner_id, l.class, l.title, l.lang, l.planned,
      l.realised, o.name as agency, p.slug
    from budget_lines l join organisations o on o.id = l.owner_id join programmes p on p.id = l.programme_id
    where l.id = any (${ids}::uuid[])`.execute(tx)
  return rows
}

export type ContractRow = Pick<Contract, 'id' | 'programme_id' | 'owner_id' | 'class' | 'title' | 'lang'> &
  Pick<Contract, 'bids' | 'signed_on' | 'present_value'> &
  Place & { requester: string; supplier: string }

export async function contractRowsOf(tx: ReadTx, ids: string[]): Promise<ContractRow[]> {
  const { rows } = await sql<ContractRow>`select c.id, c.programme_id, c.owner_id, c.class, c.title, c.lang, c.bids,
      c.signed_on, c.present_value, r.name as requester, s.name as supplier, p.slug
    from contracts c join organisations r on r.id = c.requester_id join organisations s on s.id = c.supplier_id
    join programmes p on p.id = c.programme_id where c.id = any (${ids}::uuid[])`.execute(tx)
  return rows
}
