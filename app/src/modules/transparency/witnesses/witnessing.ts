import { sql } from 'kysely'
import type { Logger } from 'pino'
import { type Database, jakartaDate, readAs, type Tx, writeAs } from '#kernel/database.ts'
import { type Loop, startLoop } from '#kernel/followers/loop.ts'
import type { Metrics } from '#kernel/web/metrics.ts'
import { withCosignatures } from '#packages/transparency-log'
import { checkpointIn, keepWitnessed, publishedCheckpoint } from '../store/days.ts'
import { readObject } from '../store/objects.ts'
import { logJob } from '../store/rows.ts'
import { askWitness } from './ask.ts'
import type { Witness } from './witness-list.ts'

export type WitnessingOptions = {
  jobs: Database
  witnesses: readonly Witness[]
  clock: () => Date
  log: Logger
  metrics: Pick<Metrics, 'logWitnesses'>
}

const restMs = 10_000

/**
 * Has others cosign the newest checkpoint, some seconds after it grew and at least once a day. The log never waits for
 * them, and what they do not answer is asked again. One process at a time does it.
 */
export function startWitnessing(options: WitnessingOptions): Loop {
  // By what each of them was last known to have cosigned.
  const known = new Map<Witness, number>()
  return startLoop({
    name: 'log-witnesses',
    log: options.log,
    restMs: () => restMs,
    turn: async () => {
      if (options.witnesses.length > 0)
        await writeAs(options.jobs, logJob, options.clock(), (tx) => askAll(tx, options, known))
      return 'rest'
    },
  })
}

async function askAll(tx: Tx, options: WitnessingOptions, known: Map<Witness, number>): Promise<void> {
  const { jobs, witnesses, clock, log, metrics } = options
  if (!(await tryLock(tx)) || !(await isDue(tx, clock(), witnesses.length))) return
  const note = await publishedCheckpoint(tx)
  if (!note) return
  const { size } = checkpointIn(note)
  const read = (path: string) => readAs(jobs, logJob, clock(), (own) => readObject(own, path))
  let cosigned = note
  let count = 0
  const answers = witnesses.map(async (witness) => {
    try {
      const lines = await askWitness(witness, note, read, Math.min(known.get(witness) ?? size, size))
      cosigned = withCosignatures(cosigned, lines, [witness.key])
      known.set(witness, size)
      count += 1
    } catch (error) {
      log.warn({ witness: witness.key.name, err: error }, 'witness did not cosign')
    }
  })
  await Promise.all(answers)
  metrics.logWitnesses.set(count)
  if (count > 0) await keepWitnessed(tx, cosigned, clock())
}

/** When it grew, when a day has begun, or when fewer have cosigned than could. */
async function isDue(tx: Tx, now: Date, witnesses: number): Promise<boolean> {
  const newest = await tx
    .selectFrom('log_days')
    .select(['size', 'witnessed_size', 'witnessed', 'witnessed_at'])
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return false
  if (!newest.witnessed || !newest.witnessed_at) return true
  const today = jakartaDate(newest.witnessed_at) === jakartaDate(now)
  return !today || newest.witnessed_size !== newest.size || cosignersOf(newest.witnessed) < witnesses
}

/** Signatures beside the log's own. */
export function cosignersOf(note: Uint8Array): number {
  return (
    Buffer.from(note)
      .toString('utf8')
      .split('\n')
      .filter((line) => line.startsWith('— ')).length - 1
  )
}

async function tryLock(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('mufakat-log-witnesses', 7)) as held`.execute(tx)
  return rows[0]!.held
}
