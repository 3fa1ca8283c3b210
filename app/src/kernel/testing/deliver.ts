import { sql } from 'kysely'
import { writeAs } from '../database.ts'
import { followBatch } from '../followers/batch.ts'
import { actorOf, type Follower } from '../followers/follower.ts'
import type { TestDatabase } from './database.ts'

/** The work of the sequencer and of one follower, done now; throws what the follower throws. */
export async function deliver(db: TestDatabase, follower: Follower, now: Date): Promise<void> {
  const actor = actorOf(follower)
  await writeAs(db.jobs, actor, now, (tx) => sql`select mufakat.number_events(1000)`.execute(tx))
  const failing = async (_tx: unknown, _follower: unknown, _number: number, error: Error) => {
    throw error
  }
  await writeAs(db.jobs, actor, now, (tx) => followBatch(tx, follower, failing))
}
