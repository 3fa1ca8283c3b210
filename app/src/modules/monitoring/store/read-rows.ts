import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'

/** A reference to one record behind a number, before it is described. */
export type RowReference = { kind: string; id: string; counted: boolean; weight: number | null; note: string | null }
export type RowsOf = { evaluationId: string; subject: string }

/** The records behind one number in the order the module gave them; `counted` narrows, `limit` and `offset` cut a page. */
export async function rowReferences(
  tx: ReadTx,
  { evaluationId, subject }: RowsOf,
  cut: { counted: boolean | null; limit: number | null; offset: number },
): Promise<RowReference[]> {
  const { rows } = await sql<RowReference>`
    select r.kind, u.id, u.counted, u.weight, nullif(u.note, '') as note
    from evaluation_rows r, unnest(r.ids, r.counted, r.weights, r.notes) with ordinality u (id, counted, weight, note, place)
    where r.evaluation_id = ${evaluationId} and r.subject = ${subject}
      and (${cut.counted}::boolean is null or u.counted = ${cut.counted})
    order by r.id, u.place limit ${cut.limit} offset ${cut.offset}`.execute(tx)
  return rows
}

export async function rowCounts(
  tx: ReadTx,
  { evaluationId, subject }: RowsOf,
): Promise<{ all: number; counted: number }> {
  const { rows } = await sql<{ all: number; counted: number }>`
    select coalesce(sum(cardinality(ids)), 0)::int as "all",
      coalesce(sum((select count(*) from unnest(counted) c where c)), 0)::int as counted
    from evaluation_rows where evaluation_id = ${evaluationId} and subject = ${subject}`.execute(tx)
  return rows[0] ?? { all: 0, counted: 0 }
}
