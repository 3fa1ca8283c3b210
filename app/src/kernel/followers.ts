import type { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { JobActor } from './access.ts'
import { type Database, type Tx, writeAs } from './database.ts'
import { followBatch, type OnFailure } from './followers/batch.ts'
import {
  countDeadLetters,
  type FailureOptions,
  keepFailure,
  type Retry,
  retryFailure,
  retryQueue,
  standardRetryDelays,
} from './followers/failures.ts'
import { actorOf, type Follower } from './followers/follower.ts'
import { type Loop, startLoop } from './followers/loop.ts'
import { workBatches } from './jobs.ts'
import type { Metrics } from './web/metrics.ts'

export { retryDeadLetter } from './followers/failures.ts'
export type { Follower } from './followers/follower.ts'

export type Followers = {
  /** Called by the sequencer when events got numbers. */
  wake(): void
  /** Resolves when every follower has seen every event that had a number before this call (retries apart). */
  idle(): Promise<void>
  stop(): Promise<void>
}

export type FollowersOptions = {
  jobs: Database
  followers: readonly Follower[]
  boss: PgBoss
  clock: () => Date
  log: Logger
  metrics: Pick<Metrics, 'deadLetters'>
  /** Seconds before the second, third … attempt of an event that failed. */
  retryDelays?: readonly number[]
}

const restMs = 1_000
const watchMs = 15_000
const watcher: JobActor = { kind: 'job', job: 'followers', classes: [] }

/** Lets each follower read the numbered events behind a cursor of its own. Every process of the app runs them all. */
export async function startFollowers(options: FollowersOptions): Promise<Followers> {
  const { jobs, followers, boss, clock } = options
  refuseSameNames(followers)
  const failures: FailureOptions = { boss, clock, retryDelays: options.retryDelays ?? standardRetryDelays }
  const watch = startDeadLetterWatch(options)
  await workBatches<Retry>(boss, retryQueueSettings, async (retry) => {
    const follower = followers.find((one) => one.name === retry.follower)
    if (!follower) throw new Error(`no follower is named ${retry.follower}`)
    await retryFailure(jobs, follower, retry, failures)
    watch.wake()
  })
  const loops = followers.map((follower) => startFollower(follower, options, failures))
  return {
    wake() {
      for (const loop of loops) loop.wake()
    },
    idle: () => caughtUp(options, loops),
    async stop() {
      await boss.offWork(retryQueue)
      await Promise.all([...loops, watch].map((loop) => loop.stop()))
    },
  }
}

// pg-boss's own retries are for a process that dies or a database that is away; the follower's are counted by us.
const retryQueueSettings = {
  name: retryQueue,
  expireInSeconds: 60,
  retryLimit: 100,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
}

function refuseSameNames(followers: readonly Follower[]) {
  const names = new Set(followers.map((follower) => follower.name))
  if (names.size < followers.length) throw new Error('two followers have one name')
}

function startFollower(follower: Follower, options: FollowersOptions, failures: FailureOptions): Loop {
  const { jobs, clock, log } = options
  const onFailure: OnFailure = async (tx, which, number, error) => {
    log.warn({ err: error, follower: which.name, number }, 'follower failed')
    await keepFailure(tx, which, number, error, failures)
  }
  return startLoop({
    name: follower.name,
    log,
    restMs: () => restMs,
    turn: () => writeAs(jobs, actorOf(follower), clock(), (tx) => followBatch(tx, follower, onFailure)),
  })
}

/** The gauge shows what the database holds, whichever process wrote it. */
function startDeadLetterWatch({ jobs, clock, log, metrics, followers }: FollowersOptions): Loop {
  return startLoop({
    name: 'dead-letters',
    log,
    restMs: () => watchMs,
    turn: async () => {
      const dead = await writeAs(jobs, watcher, clock(), countDeadLetters)
      for (const { name } of followers) dead.set(name, dead.get(name) ?? 0)
      for (const [follower, count] of dead) metrics.deadLetters.set({ follower }, count)
      return 'rest'
    },
  })
}

async function caughtUp({ jobs, clock, followers }: FollowersOptions, loops: readonly Loop[]): Promise<void> {
  const last = await writeAs(jobs, watcher, clock(), lastNumber)
  for (const [index, follower] of followers.entries()) {
    do await loops[index]!.turned()
    while ((await writeAs(jobs, watcher, clock(), (tx) => cursorOf(tx, follower.name))) < last)
  }
}

async function lastNumber(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('event_numbers')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

async function cursorOf(tx: Tx, name: string): Promise<number> {
  const row = await tx.selectFrom('follower_cursors').select('number').where('follower', '=', name).executeTakeFirst()
  return row?.number ?? 0
}
