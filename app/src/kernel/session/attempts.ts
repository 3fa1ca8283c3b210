import { sql } from 'kysely'
import { type Tx, writeAs } from '../database.ts'
import type { Deps } from '../web/request.ts'
import { signInJob } from './job.ts'
import { keyedHash } from './token.ts'

/**
 * `free` attempts cost nothing; after each further one the wait doubles from `firstWait` up to `longestWait` seconds.
 * Nothing is ever locked. Counts are forgotten `forget` seconds after the last attempt.
 */
export type Limit = { scope: string; free: number; firstWait: number; longestWait: number; forget: number }
export type Attempt = { limit: Limit; key: string }

export type Admission = { admitted: true } | { admitted: false; until: Date }

/**
 * Counts one attempt against every limit before it is made, so that many at once cannot slip through together;
 * or says when the next is welcome. What is refused here is not counted.
 */
export function admit(deps: Pick<Deps, 'jobs' | 'secret'>, attempts: Attempt[], now: Date): Promise<Admission> {
  const rows = attempts.map((attempt) => ({ ...attempt, hash: hashOf(deps.secret, attempt) }))
  // Always in the same order, so that two attempts wait for each other and never deadlock.
  rows.sort((a, b) => a.limit.scope.localeCompare(b.limit.scope) || a.hash.compare(b.hash))
  return writeAs(deps.jobs, signInJob, now, async (tx) => {
    const counted = []
    for (const row of rows) counted.push({ ...row, ...(await locked(tx, row.limit.scope, row.hash, now)) })
    const until = Math.max(0, ...counted.map((row) => nextWelcome(row, now)))
    if (until > now.getTime()) return { admitted: false, until: new Date(until) }
    for (const row of counted) await count(tx, row.limit.scope, row.hash, triedLately(row, now) + 1, now)
    return { admitted: true }
  })
}

/** After a success: the account's own count is forgotten, the shared ones get this attempt back. */
export function forgive(
  deps: Pick<Deps, 'jobs' | 'secret'>,
  own: Attempt[],
  shared: Attempt[],
  now: Date,
): Promise<void> {
  return writeAs(deps.jobs, signInJob, now, async (tx) => {
    for (const attempt of own) await rowOf(tx, deps.secret, attempt).set({ attempts: 0 }).execute()
    for (const attempt of shared) {
      await rowOf(tx, deps.secret, attempt).set({ attempts: sql<number>`greatest(attempts - 1, 0)` }).execute()
    }
  })
}

function hashOf(secret: string, { limit, key }: Attempt): Buffer {
  return keyedHash(secret, `limit ${limit.scope}`, key)
}

async function locked(tx: Tx, scope: string, hash: Buffer, now: Date): Promise<{ attempts: number; last_at: Date }> {
  return tx
    .insertInto('attempt_limits')
    .values({ scope, key_hash: hash, attempts: 0, last_at: now })
    .onConflict((conflict) => conflict.columns(['scope', 'key_hash']).doUpdateSet({ scope }))
    .returning(['attempts', 'last_at'])
    .executeTakeFirstOrThrow() as unknown as Promise<{ attempts: number; last_at: Date }>
}

function triedLately({ limit, attempts, last_at }: { limit: Limit; attempts: number; last_at: Date }, now: Date) {
  return now.getTime() - last_at.getTime() > limit.forget * 1000 ? 0 : attempts
}

/** In milliseconds since 1970; 0 = at once. */
function nextWelcome(row: { limit: Limit; attempts: number; last_at: Date }, now: Date): number {
  const wait = waitAfter(row.limit, triedLately(row, now))
  return wait === 0 ? 0 : row.last_at.getTime() + wait * 1000
}

function waitAfter(limit: Limit, attempts: number): number {
  if (attempts < limit.free) return 0
  return Math.min(limit.longestWait, limit.firstWait * 2 ** (attempts - limit.free))
}

async function count(tx: Tx, scope: string, hash: Buffer, attempts: number, now: Date): Promise<void> {
  await tx
    .updateTable('attempt_limits')
    .set({ attempts, last_at: now })
    .where('scope', '=', scope)
    .where('key_hash', '=', hash)
    .execute()
}

function rowOf(tx: Tx, secret: string, attempt: Attempt) {
  return tx
    .updateTable('attempt_limits')
    .where('scope', '=', attempt.limit.scope)
    .where('key_hash', '=', hashOf(secret, attempt))
}
