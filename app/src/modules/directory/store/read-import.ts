import type { ReadTx } from '#kernel/database.ts'
import { historyOf } from '#kernel/event.ts'
import { isId } from '#kernel/ids.ts'

export type ImportCounts = { created: number; updated: number; unchanged: number; refused: number }

/** What an import did, from its event. */
export async function readImport(tx: ReadTx, id: string): Promise<ImportCounts | undefined> {
  if (!isId(id)) return undefined
  const [event] = await historyOf(tx, id, { limit: 1 })
  if (event?.name !== 'organisations.imported') return undefined
  const { created, updated, unchanged, refused } = event.payload as ImportCounts
  return { created, updated, unchanged, refused }
}
