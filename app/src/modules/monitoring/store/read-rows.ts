import type { ReadTx } from '#kernel/database.ts'

/** A reference to one record behind a number, before it is described. */
export type RowReference = { kind: string; id: string; counted: boolean; weight: number | null; note: string | null }

/** All records behind one number, in the order the module gave them. */
export async function rowReferences(tx: ReadTx, evaluationId: string, subject: string): Promise<RowReference[]> {
  const groups = await tx
    .selectFrom('evaluation_rows')
    .select(['kind', 'ids', 'counted', 'weights', 'notes'])
    .where('evaluation_id', '=', evaluationId)
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()
  return groups.flatMap(({ kind, ids, counted, weights, notes }) =>
    ids.map((id, index) => ({
      kind,
      id,
      counted: counted[index]!,
      weight: weights?.[index] ?? null,
      note: notes?.[index] || null,
    })),
  )
}
