import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Checkpoint, parseCheckpoint, parseNote } from '#packages/transparency-log'

/** The newest checkpoint that readers see, signatures included. */
export async function publishedCheckpoint(tx: ReadTx): Promise<Uint8Array | undefined> {
  const row = await tx.selectFrom('log_days').select('checkpoint').orderBy('day', 'desc').limit(1).executeTakeFirst()
  return row?.checkpoint
}

export async function publishedSize(tx: ReadTx): Promise<number> {
  const row = await tx.selectFrom('log_days').select('size').orderBy('day', 'desc').limit(1).executeTakeFirst()
  return row?.size ?? 0
}

/** The newest one that others have cosigned. */
export async function witnessedCheckpoint(tx: ReadTx): Promise<Uint8Array | undefined> {
  const row = await tx
    .selectFrom('log_days')
    .select('witnessed')
    .where('witnessed', 'is not', null)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.witnessed ?? undefined
}

export function checkpointIn(note: Uint8Array): Required<Checkpoint> {
  return parseCheckpoint(parseNote(note).text)
}

/** Today, unless a day has begun already in which the log was larger: what is newest stays so across midnight. */
function dayFor(size: number) {
  return sql`(select case when max(size) > ${size} then max(day) else greatest(mufakat.today(), max(day)) end from log_days)`
}

/** Makes it the one that readers see, unless they see a newer one. */
export async function publishCheckpoint(tx: Tx, note: Uint8Array, now: Date): Promise<void> {
  const { size, root } = checkpointIn(note)
  await sql`
    insert into log_days as d (id, day, size, root, checkpoint, published_at)
    values (${newId(now)}, ${dayFor(size)}, ${size}, ${root}, ${note}, ${now})
    on conflict (day) do update set size = excluded.size, root = excluded.root, checkpoint = excluded.checkpoint, published_at = excluded.published_at
      -- the same one may have been cosigned meanwhile
      where excluded.size > d.size`.execute(tx)
}

/** Keeps what witnesses signed, beside the day's checkpoint or as that of a quiet day. */
export async function keepWitnessed(tx: Tx, note: Uint8Array, now: Date): Promise<void> {
  const { size, root } = checkpointIn(note)
  await sql`
    insert into log_days as d (id, day, size, root, checkpoint, published_at, witnessed, witnessed_size, witnessed_at)
    values (${newId(now)}, ${dayFor(size)}, ${size}, ${root}, ${note}, ${now}, ${note}, ${size}, ${now})
    on conflict (day) do update set
      checkpoint = case when d.size = excluded.size then excluded.checkpoint else d.checkpoint end,
      witnessed = excluded.witnessed, witnessed_size = excluded.witnessed_size, witnessed_at = excluded.witnessed_at
      where coalesce(d.witnessed_size, 0) <= excluded.witnessed_size`.execute(tx)
}
