import { fromKysely, type PgBoss } from 'pg-boss'
import type { JobActor } from '../access.ts'
import { type Database, type Tx, writeAs } from '../database.ts'
import { lockFollower, readNumbered, tryToFollow } from './batch.ts'
import { actorOf, type Follower } from './follower.ts'

/** A retry that waits in pg-boss. `attempts`: how many had failed when it was sent; a repeated job is thus known. */
export type Retry = { follower: string; number: number; attempts: number }
export const retryQueue = 'follower-retry'

/** Seconds before the second, third … attempt; after the last one the event is a dead letter of this follower. */
export const standardRetryDelays = [5, 20, 80, 320] as const

export type FailureOptions = { boss: PgBoss; clock: () => Date; retryDelays: readonly number[] }

/** Keeps a first failure and sends its retry, both in the follower's own transaction. */
export async function keepFailure(
  tx: Tx,
  follower: Follower,
  number: number,
  error: Error,
  { boss, clock, retryDelays }: FailureOptions,
): Promise<void> {
  const dead_at = retryDelays.length === 0 ? clock() : null
  await tx
    .insertInto('follower_failures')
    .values({ follower: follower.name, number, error: shortened(error), failed_at: clock(), dead_at })
    .execute()
  if (!dead_at) await sendRetry(tx, boss, { follower: follower.name, number, attempts: 1 }, retryDelays[0]!)
}

/** One more attempt; does nothing if the event was settled or tried again meanwhile. */
export async function retryFailure(db: Database, follower: Follower, retry: Retry, options: FailureOptions) {
  await writeAs(db, actorOf(follower), options.clock(), async (tx) => {
    await lockFollower(tx, follower.name)
    if (!(await isOpen(tx, retry))) return
    const event = await readNumbered(tx, follower, retry.number)
    // Without the event (no longer wanted or allowed) there is nothing left to do.
    const error = event && (await tryToFollow(tx, follower, event))
    if (error) await keepNextFailure(tx, retry, error, options)
    else await updateFailure(tx, retry, { settled_at: options.clock(), attempts: retry.attempts + 1 })
  })
}

async function isOpen(tx: Tx, { follower, number, attempts }: Retry): Promise<boolean> {
  const row = await tx
    .selectFrom('follower_failures')
    .select('number')
    .where('follower', '=', follower)
    .where('number', '=', number)
    .where('attempts', '=', attempts)
    .where('dead_at', 'is', null)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

async function keepNextFailure(tx: Tx, retry: Retry, error: Error, { boss, clock, retryDelays }: FailureOptions) {
  const attempts = retry.attempts + 1
  const delay = retryDelays[attempts - 1]
  const dead_at = delay === undefined ? clock() : null
  await updateFailure(tx, retry, { attempts, error: shortened(error), failed_at: clock(), dead_at })
  if (delay !== undefined) await sendRetry(tx, boss, { ...retry, attempts }, delay)
}

type Change = { attempts?: number; error?: string; failed_at?: Date; dead_at?: Date | null; settled_at?: Date | null }

async function updateFailure(tx: Tx, { follower, number }: Retry, change: Change) {
  await tx
    .updateTable('follower_failures')
    .set(change)
    .where('follower', '=', follower)
    .where('number', '=', number)
    .execute()
}

async function sendRetry(tx: Tx, boss: PgBoss, retry: Retry, delaySeconds: number) {
  await boss.send(retryQueue, retry, { startAfter: delaySeconds, db: fromKysely(tx) })
}

function shortened(error: Error): string {
  return `${error.name}: ${error.message}`.slice(0, 500)
}

/** For operators: gives a dead letter a new series of attempts. False if there is no such dead letter. */
export async function retryDeadLetter(
  { jobs, boss, clock }: { jobs: Database; boss: PgBoss; clock: () => Date },
  follower: string,
  number: number,
): Promise<boolean> {
  const actor: JobActor = { kind: 'job', job: 'dead-letters', classes: [] }
  return writeAs(jobs, actor, clock(), async (tx) => {
    const revived = await tx
      .updateTable('follower_failures')
      .set({ dead_at: null, attempts: 0 })
      .where('follower', '=', follower)
      .where('number', '=', number)
      .where('dead_at', 'is not', null)
      .where('settled_at', 'is', null)
      .returning('number')
      .executeTakeFirst()
    if (!revived) return false
    await sendRetry(tx, boss, { follower, number, attempts: 0 }, 0)
    return true
  })
}

/** Dead letters by follower. */
export async function countDeadLetters(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('follower_failures')
    .select(({ fn }) => ['follower', fn.countAll<number>().as('count')])
    .where('dead_at', 'is not', null)
    .where('settled_at', 'is', null)
    .groupBy('follower')
    .execute()
  return new Map(rows.map((row) => [row.follower, row.count]))
}
