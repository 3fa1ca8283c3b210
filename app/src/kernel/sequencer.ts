import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { JobActor } from './access.ts'
import { type Database, type Tx, writeAs } from './database.ts'
import { listen } from './followers/listen.ts'
import { startLoop, type Turn } from './followers/loop.ts'
import type { Metrics } from './web/metrics.ts'

export type Sequencer = {
  stop(): Promise<void>
  /** Resolves when every event that was committed before this call has its number. */
  idle(): Promise<void>
}

export type SequencerOptions = {
  jobs: Database
  /** A direct connection (not PgBouncer) for LISTEN. */
  listenUrl: string
  clock: () => Date
  log: Logger
  metrics: Pick<Metrics, 'sequencerLag'>
  /** Called when events got their numbers (from here or from another process), so that followers start at once. */
  onNumbered?: () => void
}

const actor: JobActor = { kind: 'job', job: 'sequencer', classes: [] }
const batchSize = 500
/** A writer that does not notify (or a lost connection) is found within this time. */
const restMs = 200

/**
 * Gives every committed event the next number. Every process of the app runs one; a lock held for one batch makes
 * sure that only one of them numbers at a time. An event that commits late gets a later number: none is skipped.
 */
export function startSequencer({ jobs, listenUrl, clock, log, metrics, onNumbered }: SequencerOptions): Sequencer {
  const loop = startLoop({
    name: 'sequencer',
    log,
    restMs: () => restMs,
    turn: async () => {
      const result = await writeAs(jobs, actor, clock(), numberBatch)
      metrics.sequencerLag.set(result.left)
      if (result.news) onNumbered?.()
      return result.turn
    },
  })
  const listener = listen({ url: listenUrl, channel: 'mufakat_events', onNotify: () => loop.wake(), log })
  return {
    async stop() {
      await Promise.all([listener.stop(), loop.stop()])
    },
    async idle() {
      do await loop.turned()
      while ((await writeAs(jobs, actor, clock(), countUnnumbered)) > 0)
    },
  }
}

async function numberBatch(tx: Tx): Promise<{ turn: Turn; left: number; news: boolean }> {
  // A statement of its own, so that the next one sees what the last holder of the lock has committed.
  const lock = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('mufakat-sequencer', 7)) as held`.execute(tx)
  if (!lock.rows[0]!.held) return { turn: 'busy', left: await countUnnumbered(tx), news: true }
  const numbered = await sql<{ done: number }>`select mufakat.number_events(${batchSize}) as done`.execute(tx)
  const done = numbered.rows[0]!.done
  if (done < batchSize) return { turn: 'rest', left: 0, news: done > 0 }
  return { turn: 'more', left: await countUnnumbered(tx), news: true }
}

async function countUnnumbered(tx: Tx): Promise<number> {
  const found = await sql<{ count: number }>`select mufakat.unnumbered_events() as count`.execute(tx)
  return found.rows[0]!.count
}
