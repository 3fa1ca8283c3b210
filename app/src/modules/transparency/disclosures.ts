import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import type { Disclosure } from '#packages/transparency-log'
import { type Masked, seedsToVerify } from './masks.ts'

type Told = { name: string; salt: Buffer; value: string }

/** What the entry of an event only commits to, with the salts that prove it: as far as this reader may know it. */
export async function disclosuresOf(tx: ReadTx, number: number, keys: Keys): Promise<Disclosure[]> {
  const masked = await sql<Omit<Masked, 'number'>>`select * from mufakat.log_masked_for(${number})`.execute(tx)
  const closed = masked.rows.map((row) => ({ number, ...row }))
  const [seed = null] = closed.length > 0 ? await seedsToVerify(keys, closed) : []
  const { rows } = await sql<Told>`select * from mufakat.log_disclosures(${number}, ${seed})`.execute(tx)
  return rows.map((row) => ({ recordId: `event/${number}`, ...row }))
}
