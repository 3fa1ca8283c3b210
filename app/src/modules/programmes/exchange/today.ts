import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'

/** The day that this transaction takes for today. */
export async function jakartaToday(tx: ReadTx): Promise<string> {
  const { rows } = await sql<{ day: string }>`select mufakat.today() as day`.execute(tx)
  return rows[0]!.day
}
