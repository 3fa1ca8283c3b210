import type { ReadTx } from '#kernel/database.ts'

/** Every subject whose erasure was carried out. */
export async function grantedSubjects(tx: ReadTx): Promise<string[]> {
  const rows = await tx.selectFrom('erasure_results').select('subjects').execute()
  return rows.flatMap(({ subjects }) => subjects)
}
