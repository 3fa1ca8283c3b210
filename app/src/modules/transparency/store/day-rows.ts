import type { ReadTx } from '#kernel/database.ts'

/** The last checkpoint of one day, and the last that others cosigned. */
export type DayRow = { id: string; day: string; size: number; witnessed: Uint8Array | null }

/** Both days inclusive, `YYYY-MM-DD`. */
export function daysIn(tx: ReadTx, from: string, to: string): Promise<DayRow[]> {
  return rows(tx).where('day', '>=', from).where('day', '<=', to).orderBy('day').execute()
}

export function daysById(tx: ReadTx, ids: string[]): Promise<DayRow[]> {
  return rows(tx).where('id', 'in', ids).execute()
}

function rows(tx: ReadTx) {
  return tx.selectFrom('log_days').select(['id', 'day', 'size', 'witnessed'])
}
