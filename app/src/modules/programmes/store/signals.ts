import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { Outcome } from '../commitment.ts'

/** A commitment that fell due, with its latest assessment on or before a day; null: nobody had assessed it by then. */
export type DueRow = { id: string; first_due: string; outcome: Outcome | null }

/**
 * By first date, which never moves. Left out: what its source did not assess, and nobody since; what was withdrawn by its
 * first date, and so never fell due. A promise withdrawn after its date stays due.
 */
export async function commitmentsDue(
  tx: ReadTx,
  programmeId: string,
  window: { from: string; to: string },
  at: string,
): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    select c.id, c.first_due, a.outcome
    from commitments c
    left join lateral (
      select outcome, on_day from commitment_assessments a where a.commitment_id = c.id and a.on_day <= ${at}
      order by a.on_day desc, a.id desc limit 1
    ) a on true
    where c.programme_id = ${programmeId} and c.first_due between ${window.from} and ${window.to}
      and (c.not_assessed is null or a.outcome is not null)
      and (a.outcome is distinct from 'withdrawn' or a.on_day > c.first_due)
    order by c.first_due, c.id`.execute(tx)
  return rows
}

/** What a row behind a figure says of a commitment; one without a first date is never behind a figure. */
export async function commitmentFacts(tx: ReadTx, ids: string[]) {
  const rows = await tx
    .selectFrom('commitments as c')
    .innerJoin('programmes as p', 'p.id', 'c.programme_id')
    .innerJoin('organisations as o', 'o.id', 'c.owner_id')
    .select(['c.id', 'c.title', 'c.lang', 'c.first_due', 'c.class', 'c.programme_id', 'c.owner_id', 'p.slug'])
    .select(sql<string>`coalesce(o.acronym, o.name)`.as('party'))
    .where('c.id', 'in', ids)
    .execute()
  return rows as (Omit<(typeof rows)[number], 'lang' | 'first_due'> & { lang: Lang; first_due: string })[]
}

export async function roleFacts(tx: ReadTx, ids: string[]) {
  const rows = await tx
    .selectFrom('required_roles as r')
    .innerJoin('programmes as p', 'p.id', 'r.programme_id')
    .select(['r.id', 'r.title', 'r.title_en', 'r.lang', 'r.since', 'r.programme_id', 'p.class', 'p.owner_id', 'p.slug'])
    .where('r.id', 'in', ids)
    .execute()
  return rows as (Omit<(typeof rows)[number], 'lang'> & { lang: Lang })[]
}
