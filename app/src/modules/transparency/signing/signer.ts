import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { type Tx, writeAs } from '#kernel/database.ts'
import { type Loop, startLoop, type Turn } from '#kernel/followers/loop.ts'
import { type Keys, KeysUnavailable } from '#kernel/keys/keys.ts'
import type { Metrics } from '#kernel/web/metrics.ts'
import { entryOf, type LogRow } from '../entry.ts'
import { seedsToSign } from '../masks.ts'
import { publishedSize } from '../store/days.ts'
import { lastNumber, logJob, readLogRows } from '../store/rows.ts'
import { type LogPlace, LogRefuses, openToSign, seconds } from './open.ts'

export type Signer = {
  /** Called when events got numbers. */
  wake(): void
  /** Resolves when every event that had a number before this call is under a published checkpoint. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export type SignerOptions = LogPlace & { log: Logger; metrics: Pick<Metrics, 'logBehind' | 'logRefuses'> }

const restMs = 1_000
/** Batches of one process are this far apart, so that a busy hour does not rewrite unfinished tiles all the time. */
const gapMs = 300
const batchSize = 2_000

type Opened = Awaited<ReturnType<typeof openToSign>> & { known: Uint8Array | undefined }

/**
 * Lets every numbered event enter the log, in the order of its number: its position is the number less one, so the log
 * is its own cursor. Every process of the app runs one; a lock makes sure that one signs at a time, and the head's
 * compare-and-set that two never could.
 */
export function startSigner(options: SignerOptions): Signer {
  const state: { opened?: Opened } = {}
  let last = 0
  let waiting: NodeJS.Timeout | undefined
  const loop: Loop = startLoop({
    name: 'public-log',
    log: options.log,
    restMs: () => restMs,
    turn: async () => {
      const turn = await takeTurn(options, state)
      last = performance.now()
      return turn
    },
  })
  return {
    wake() {
      if (waiting) return
      waiting = setTimeout(
        () => {
          waiting = undefined
          loop.wake()
        },
        Math.max(0, last + gapMs - performance.now()),
      )
    },
    async idle() {
      const { jobs, clock } = options
      const wanted = await writeAs(jobs, logJob, clock(), lastNumber)
      do await loop.turned()
      while ((await writeAs(jobs, logJob, clock(), publishedSize)) < wanted)
    },
    async stop() {
      clearTimeout(waiting)
      await loop.stop()
    },
  }
}

async function takeTurn(options: SignerOptions, state: { opened?: Opened }): Promise<Turn> {
  try {
    const turn = await writeAs(options.jobs, logJob, options.clock(), async (tx) => {
      if (!(await tryLockLog(tx))) return 'busy'
      state.opened = await openAgain(options, state.opened)
      return appendBatch(options, state.opened)
    })
    options.metrics.logRefuses.set(0)
    return turn
  } catch (error) {
    // Whatever failed, the next turn looks at the storage afresh.
    state.opened = undefined
    options.metrics.logRefuses.set(error instanceof LogRefuses ? 1 : 0)
    if (error instanceof LogRefuses || error instanceof KeysUnavailable) await tellBehind(options)
    throw error
  }
}

/** Held by an idle transaction while others write: it ends with the process, however that ends. */
export async function tryLockLog(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('mufakat-public-log', 7)) as held`.execute(tx)
  return rows[0]!.held
}

/** The same log as last time, unless another process has moved its head meanwhile. */
async function openAgain(options: SignerOptions, opened: Opened | undefined): Promise<Opened> {
  const stored = opened && (await opened.storage.readState('log'))
  if (opened && stored && opened.known && Buffer.from(stored).equals(opened.known)) return opened
  const fresh = await openToSign(options)
  return { ...fresh, known: await fresh.storage.readState('log') }
}

async function appendBatch({ jobs, clock, metrics }: SignerOptions, opened: Opened): Promise<Turn> {
  const { log, storage } = opened
  const { size } = await log.head(seconds(clock()))
  // A transaction of its own: the seeds behind the commitments are on disk before anything is written or signed.
  const rows = await writeAs(jobs, logJob, clock(), (tx) => readDurably(tx, size, jobs.keys, clock()))
  if (rows.length > 0) {
    await log.append(inOrder(rows, size), seconds(clock()))
    opened.known = await storage.readState('log')
  }
  metrics.logBehind.set(rows.length < batchSize ? 0 : await behindOf(jobs, clock(), size + rows.length))
  return rows.length < batchSize ? 'rest' : 'more'
}

async function readDurably(tx: Tx, size: number, keys: Keys, now: Date): Promise<LogRow[]> {
  const durable = sql`set local synchronous_commit = on`.execute(tx)
  const [rows] = await Promise.all([
    readLogRows(tx, size, batchSize, (masked) => seedsToSign(keys, masked, now)),
    durable,
  ])
  return rows.map(({ c, ...row }) => {
    // Erased between its seed and its entry: what it commits to is chance from the start.
    return { ...row, c: c ?? [1, 2, 3, 4].map(() => randomBytes(32).toString('base64')).sort() }
  })
}

function inOrder(rows: readonly LogRow[], size: number): Uint8Array[] {
  return rows.map((row, at) => {
    if (row.number !== size + at + 1) throw new Error(`event ${size + at + 1} is missing before ${row.number}`)
    return entryOf(row)
  })
}

async function tellBehind({ jobs, clock, metrics }: SignerOptions): Promise<void> {
  const size = await writeAs(jobs, logJob, clock(), publishedSize)
  metrics.logBehind.set(await behindOf(jobs, clock(), size))
}

async function behindOf(jobs: SignerOptions['jobs'], now: Date, size: number): Promise<number> {
  return (await writeAs(jobs, logJob, now, lastNumber)) - size
}
