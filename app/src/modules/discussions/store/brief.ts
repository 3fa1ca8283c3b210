import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Brief } from '../brief.ts'

const shown = 3

/** The newest comments on a record with their number, in one query; undefined where this reader sees no such record. */
export async function readBrief(tx: ReadTx, recordId: string): Promise<Brief | undefined> {
  const { rows } = await sql<{ told: Brief | null }>`
    select coalesce(mufakat.public_discussion(${recordId}, ${shown}), mufakat.record_discussion(${recordId}, ${shown})) as told`.execute(
    tx,
  )
  return rows[0]?.told ?? undefined
}
