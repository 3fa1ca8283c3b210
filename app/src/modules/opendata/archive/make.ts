import { createHash, type Hash } from 'node:crypto'
import type { Logger } from 'pino'
import type { JobActor } from '#kernel/access.ts'
import { addDays } from '#kernel/calendar.ts'
import { type Database, jakartaDate, type ReadTx, Rollback, type Tx, writeAs } from '#kernel/database.ts'
import type { Dataset } from '#kernel/dataset.ts'
import { type FileStore, newFileKey } from '#kernel/files.ts'
import { type Loop, startLoop } from '#kernel/followers/loop.ts'
import { programmeById } from '#modules/programmes/public.ts'
import { csvOf, readOpenly } from '../dataset-file.ts'
import { changeWaiting, closings, giveBack, oldestWaiting, type Waiting } from '../store/archives.ts'
import { csvwMetadata } from '../table-schema.ts'
import { keptDays } from './limits.ts'
import { type ZipEntry, zip } from './zip.ts'

const maker: JobActor = { kind: 'job', job: 'data-archives', classes: ['public'] }
const lockNumber = 730_281
const restMs = 3_000

export type ArchiveDeps = {
  /** Records are read as a visitor, over the pages' own role. */
  db: Database
  jobs: Database
  files: FileStore
  clock: () => Date
  baseUrl: string
}

/**
 * Makes what was asked for, one archive at a time over all processes. A lock that the database gives back when a process
 * dies keeps it single, so an archive that a crash cut short is begun anew at once by whoever is left or started again
 * (docs/decisions/2026-11-28-archives-by-a-loop.md).
 */
export function startArchives(deps: ArchiveDeps & { log: Logger }, datasets: readonly Dataset[]): Loop {
  return startLoop({
    name: 'data-archives',
    log: deps.log,
    restMs: () => restMs,
    turn: async () => ((await makeNextArchive(deps, datasets)) ? 'more' : 'rest'),
  })
}

/** False when nothing waits, or another process is at it. */
export async function makeNextArchive(deps: ArchiveDeps, datasets: readonly Dataset[]): Promise<boolean> {
  const client = await deps.jobs.pool.connect()
  try {
    // The transaction holds the lock and nothing else, so that a pooler may stand between.
    await client.query('begin')
    const { rows } = await client.query('select pg_try_advisory_xact_lock($1) as mine', [lockNumber])
    if (!rows[0].mine) return false
    await tidy(deps)
    const waiting = await asMaker(deps, oldestWaiting)
    if (waiting) await make(deps, datasets, waiting)
    return waiting !== undefined
  } finally {
    client.release(
      await client.query('rollback').then(
        () => false,
        (error: Error) => error,
      ),
    )
  }
}

async function tidy(deps: ArchiveDeps): Promise<void> {
  const keys = await asMaker(deps, (tx) => giveBack(tx, jakartaDate(deps.clock())))
  for (const key of keys) await deps.files.remove(key)
}

function asMaker<T>({ jobs, clock }: ArchiveDeps, work: (tx: Tx) => Promise<T>): Promise<T> {
  return writeAs(jobs, maker, clock(), work)
}

type Made = { storage_key: string; size: number; sha256: string; row_count: number }

/** The row names the file before it is written: whoever begins anew removes what a crash left of the last one. */
async function make(deps: ArchiveDeps, datasets: readonly Dataset[], waiting: Waiting): Promise<void> {
  const { id, programme_id } = waiting
  if (waiting.storage_key) await deps.files.remove(waiting.storage_key)
  const now = deps.clock()
  const storage_key = newFileKey()
  const closed = await asMaker(deps, async (tx) => {
    await changeWaiting(tx, id, { datasets: datasets.length, datasets_done: 0, storage_key })
    return closings(tx)
  })
  const progress = (done: number) => asMaker(deps, (tx) => changeWaiting(tx, id, { datasets_done: done }))
  const made = await readOpenly(deps.db, now, async (tx) => {
    const programme = programme_id === null ? undefined : await programmeById(tx, programme_id)
    if (programme_id !== null && !programme) return undefined
    return write(deps, storage_key, now, contents(tx, deps, datasets, programme?.slug, progress))
  })
  if (!made) {
    await asMaker(deps, (tx) => changeWaiting(tx, id, { state: 'withdrawn' }))
    return
  }
  if (!(await offer(deps, id, made, closed, now))) await deps.files.remove(made.storage_key)
}

/** False when something was closed while it was made: it still waits, and is made anew. */
async function offer(deps: ArchiveDeps, id: string, made: Made, closed: string, now: Date): Promise<boolean> {
  const kept_until = addDays(jakartaDate(now), keptDays)
  try {
    return await asMaker(deps, async (tx) => {
      const kept = await changeWaiting(tx, id, { ...made, state: 'ready', taken_at: now, kept_until })
      if (kept && (await closings(tx)) !== closed) throw new Rollback(false)
      return kept
    })
  } catch (error) {
    if (error instanceof Rollback) return false
    throw error
  }
}

type Counted = { entries: AsyncIterable<ZipEntry>; rows: () => number }

function contents(
  tx: ReadTx,
  { baseUrl }: ArchiveDeps,
  datasets: readonly Dataset[],
  slug: string | undefined,
  progress: (done: number) => Promise<unknown>,
): Counted {
  let rows = 0
  async function* counted(dataset: Dataset) {
    for await (const piece of csvOf(tx, dataset, slug, (count) => (rows += count))) yield piece
  }
  async function* once(text: string) {
    yield text
  }
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (const [done, dataset] of datasets.entries()) {
      yield { name: `${dataset.key}.csv`, pieces: counted(dataset) }
      const described = csvwMetadata(dataset, { baseUrl, lang: 'id' })
      yield { name: `${dataset.key}.csv-metadata.json`, pieces: once(JSON.stringify(described, null, 2)) }
      await progress(done + 1)
    }
  }
  return { entries: entries(), rows: () => rows }
}

async function write(
  { files }: ArchiveDeps,
  storage_key: string,
  now: Date,
  { entries, rows }: Counted,
): Promise<Made> {
  const hash = createHash('sha256')
  const measured = { size: 0 }
  await files.put(storage_key, measuring(zip(entries, now), hash, measured))
  return { storage_key, size: measured.size, sha256: hash.digest('hex'), row_count: rows() }
}

async function* measuring(content: AsyncIterable<Buffer>, hash: Hash, measured: { size: number }) {
  for await (const piece of content) {
    hash.update(piece)
    measured.size += piece.length
    yield piece
  }
}
