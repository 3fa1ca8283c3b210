import { type Kysely, sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { personOf } from '#kernel/access.ts'
import type { DB, ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'

export type ArchiveState = 'waiting' | 'ready' | 'withdrawn' | 'expired'
export type Archive = {
  id: string
  programme_id: string | null
  slug: string | null
  programme: string | null
  programme_en: string | null
  programme_lang: string | null
  state: ArchiveState
  datasets: number | null
  datasets_done: number
  row_count: number | null
  size: number | null
  sha256: string | null
  /** The day whose records it holds. */
  taken_on: string | null
  kept_until: string | null
  asked_on: string
}

function archives(db: Kysely<DB>) {
  return db
    .selectFrom('data_archives as a')
    .leftJoin('programmes as p', 'p.id', 'a.programme_id')
    .select(['a.id', 'a.programme_id', 'p.slug', 'p.name as programme', 'p.name_en as programme_en'])
    .select([
      'p.lang as programme_lang',
      'a.state',
      'a.datasets',
      'a.datasets_done',
      'a.row_count',
      'a.size',
      'a.sha256',
    ])
    .select(sql<string | null>`to_char(a.taken_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD')`.as('taken_on'))
    .select('a.kept_until')
    .select(sql<string>`to_char(a.created_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD')`.as('asked_on'))
}

export async function listArchives(
  tx: ReadTx,
  page: number,
  size: number,
): Promise<{ rows: Archive[]; total: number }> {
  const rows = await archives(tx)
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await tx
    .selectFrom('data_archives')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows as Archive[], total }
}

export type Kept = { storage_key: string; size: number; sha256: string; slug: string | null; taken_on: string }

/** The file of an archive that is offered. */
export async function keptArchive(tx: ReadTx, id: string): Promise<Kept | undefined> {
  const row = await archives(tx)
    .select('a.storage_key')
    .where('a.id', '=', id)
    .where('a.state', '=', 'ready')
    .executeTakeFirst()
  return row as Kept | undefined
}

/** The newest of one scope: waiting, or made after a moment. */
export async function recentArchive(
  tx: ReadTx,
  programmeId: string | null,
  since: Date,
): Promise<ArchiveState | undefined> {
  const row = await tx
    .selectFrom('data_archives')
    .select('state')
    .where('programme_id', 'is not distinct from', programmeId)
    .where((eb) =>
      eb.or([eb('state', '=', 'waiting'), eb.and([eb('state', '=', 'ready'), eb('taken_at', '>', since)])]),
    )
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row?.state as ArchiveState | undefined
}

export async function addArchive(tx: Tx, by: { actor: Actor; now: Date }, programmeId: string | null): Promise<string> {
  const id = newId(by.now)
  await tx
    .insertInto('data_archives')
    .values({ id, programme_id: programmeId, created_at: by.now, created_by: personOf(by.actor)! })
    .execute()
  return id
}

/** `storage_key`: of the file that was begun for it. */
export type Waiting = { id: string; programme_id: string | null; storage_key: string | null }

export async function oldestWaiting(tx: ReadTx): Promise<Waiting | undefined> {
  return tx
    .selectFrom('data_archives')
    .select(['id', 'programme_id', 'storage_key'])
    .where('state', '=', 'waiting')
    .orderBy('created_at')
    .executeTakeFirst()
}

type Change = Partial<{
  state: ArchiveState
  datasets: number
  datasets_done: number
  row_count: number
  storage_key: string
  size: number
  sha256: string
  taken_at: Date
  kept_until: string
}>

/** False when it waits no longer. */
export async function changeWaiting(tx: Tx, id: string, change: Change): Promise<boolean> {
  const result = await tx
    .updateTable('data_archives')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Another value whenever something that was public was closed. */
export async function closings(tx: ReadTx): Promise<string> {
  const { rows } = await sql<{ told: string }>`select mufakat.closings() as told`.execute(tx)
  return rows[0]!.told
}

/** What is over or was withdrawn gives its file back; returns the files. */
export async function giveBack(tx: Tx, today: string): Promise<string[]> {
  await tx
    .updateTable('data_archives')
    .set({ state: 'expired' })
    .where('state', '=', 'ready')
    .where('kept_until', '<', today)
    .execute()
  const rows = await tx
    .selectFrom('data_archives')
    .select('storage_key')
    .where('state', 'in', ['expired', 'withdrawn'])
    .where('storage_key', 'is not', null)
    .execute()
  await tx
    .updateTable('data_archives')
    .set({ storage_key: null })
    .where('state', 'in', ['expired', 'withdrawn'])
    .where('storage_key', 'is not', null)
    .execute()
  return rows.map((row) => row.storage_key!)
}
