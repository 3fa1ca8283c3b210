import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Names } from '../task.ts'

/** The organisations of a page, once each; those that are known already are not asked for. */
export async function namesOf(
  tx: ReadTx,
  ids: Iterable<string | null | undefined>,
  known: Names = new Map(),
): Promise<Names> {
  const wanted = [...new Set([...ids].filter((id): id is string => typeof id === 'string' && !known.has(id)))]
  if (wanted.length === 0) return known
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'name', 'acronym', 'lang'])
    // One array, so that the statement is the same for any number and its plan is kept.
    .where(sql<boolean>`id = any(${wanted}::uuid[])`)
    .execute()
  return new Map([...known, ...rows.map((row) => [row.id, row] as const)])
}
