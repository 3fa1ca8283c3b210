import { sql } from 'kysely'
import type { JobActor } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Json } from '#packages/transparency-log'
import type { LogRow } from '../entry.ts'
import type { Masked } from '../masks.ts'

/** Reads no record: what is not public is hashed in the database. */
export const logJob: JobActor = { kind: 'job', job: 'public-log', classes: [] }

type Told = {
  number: number
  open: boolean
  name: string
  programme_id: string | null
  owner_id: string | null
  subject_kind: string
  subject_id: string | null
  subject_version: number | null
  day: string
  payload: { readonly [name: string]: Json }
  /** Null where its seed, or a key to it, was erased. */
  c: string[] | null
}

export type StoredRow = Omit<LogRow, 'c'> & { c: string[] | undefined }

/** Opens the seeds of events that concern natural persons. */
type Open = (rows: readonly Masked[]) => Promise<(Buffer | null)[]>

/** The numbered events after `after`, as they enter the log. Commit before anything of it is written. */
export async function readLogRows(tx: Tx, after: number, most: number, open: Open): Promise<StoredRow[]> {
  const { rows: closed } = await sql<Masked>`select * from mufakat.log_masked(${after}, ${most}::integer)`.execute(tx)
  const numbers = closed.map(({ number }) => number)
  const { rows } = await sql<Told>`select * from mufakat.log_rows(${after}, ${most}::integer, ${numbers}::bigint[],
    ${await open(closed)}::bytea[])`.execute(tx)
  return rows.map((row) => ({
    number: row.number,
    c: row.c ?? undefined,
    fields: row.open
      ? {
          name: row.name,
          programme: row.programme_id,
          owner: row.owner_id,
          subject: { kind: row.subject_kind, id: row.subject_id, version: row.subject_version },
          day: row.day,
          payload: row.payload,
        }
      : undefined,
  }))
}

export async function lastNumber(tx: ReadTx): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(number), 0) as last from event_numbers`.execute(tx)
  return rows[0]!.last
}
