import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Disclosure } from '#packages/transparency-log'

type Told = { name: string; salt: Buffer; value: string }

/** What the entry of an event only commits to, with the salts that prove it: as far as this reader may know it. */
export async function disclosuresOf(tx: ReadTx, number: number): Promise<Disclosure[]> {
  const { rows } = await sql<Told>`select * from mufakat.log_disclosures(${number})`.execute(tx)
  return rows.map((row) => ({ recordId: `event/${number}`, ...row }))
}
