import { sql } from 'kysely'
import type { JobActor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'

export type FollowerRow = { follower: string; number: number; behind: number }
export type FailureRow = {
  follower: string
  number: number
  attempts: number
  error: string
  failed_at: Date
  dead_at: Date | null
}

/** The mails' table is closed to the app's role; only numbers leave it. */
export const mailCounter: JobActor = { kind: 'job', job: 'mail-count', classes: [] }

export async function readFollowers(tx: ReadTx): Promise<FollowerRow[]> {
  const last = await sql<{ number: number | null }>`select mufakat.last_event_number() as number`.execute(tx)
  const rows = await tx.selectFrom('follower_cursors').select(['follower', 'number']).orderBy('follower').execute()
  return rows.map((row) => ({ ...row, behind: Math.max(0, (last.rows[0]?.number ?? 0) - row.number) }))
}

export async function readFailures(tx: ReadTx): Promise<FailureRow[]> {
  return tx
    .selectFrom('follower_failures')
    .select(['follower', 'number', 'attempts', 'error', 'failed_at', 'dead_at'])
    .where('settled_at', 'is', null)
    .orderBy('dead_at', (order) => order.desc().nullsLast())
    .orderBy('number')
    .limit(100)
    .execute()
}

export async function readFailure(tx: ReadTx, follower: string, number: number): Promise<FailureRow | undefined> {
  const failures = await readFailures(tx)
  return failures.find((failure) => failure.follower === follower && failure.number === number)
}

export async function countMails(tx: ReadTx): Promise<{ waiting: number; failed: number; oldest: Date | null }> {
  return tx
    .selectFrom('mails')
    .select((eb) => [
      eb.fn.countAll<number>().as('waiting'),
      eb.fn.count<number>('last_error').as('failed'),
      eb.fn.min('created_at').as('oldest'),
    ])
    .where('sent_at', 'is', null)
    .executeTakeFirstOrThrow()
}
