import { sql } from 'kysely'
import type { Class } from '../access.ts'
import type { Tx } from '../database.ts'
import type { NumberedEvent } from '../event.ts'
import type { Follower } from './follower.ts'
import type { Turn } from './loop.ts'

/** Keeps a failure in the transaction of the batch. */
export type OnFailure = (tx: Tx, follower: Follower, number: number, error: Error) => Promise<void>

const numbersRead = 500
/** PostgreSQL keeps 64 savepoints of a transaction in memory; beyond that every other reader slows down. */
const eventsHandled = 60

/** Handles the next numbered events of one follower; the cursor moves over those it has seen, and no further. */
export async function followBatch(tx: Tx, follower: Follower, onFailure: OnFailure): Promise<Turn> {
  if (!(await tryLockFollower(tx, follower.name))) return 'busy'
  const cursor = await readCursor(tx, follower.name)
  const batch = await readBatch(tx, follower, cursor)
  let seen = cursor
  let handled = 0
  for (const { number, event } of batch) {
    if (number !== seen + 1) throw new Error(`event ${seen + 1} is missing before ${number}`)
    seen = number
    if (!event) continue
    const error = await tryToFollow(tx, follower, event)
    if (error) await onFailure(tx, follower, number, error)
    handled += 1
    if (handled === eventsHandled) break
  }
  if (seen === cursor) return 'rest'
  await tx.updateTable('follower_cursors').set({ number: seen }).where('follower', '=', follower.name).execute()
  return handled === eventsHandled || batch.length === numbersRead ? 'more' : 'rest'
}

/**
 * One process at a time runs a follower; the lock lasts until the transaction ends. Its commit does not wait for the
 * disk: what a crash of PostgreSQL takes back, it takes back with the cursor, and it is done again. With a dozen followers
 * an operation otherwise waits behind as many writes to the disk.
 */
async function tryLockFollower(tx: Tx, name: string): Promise<boolean> {
  const lock = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(${lockKey(name)}) as held, set_config('synchronous_commit', 'off', true)`.execute(
    tx,
  )
  return lock.rows[0]!.held
}

export async function lockFollower(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockKey(name)})`.execute(tx)
}

function lockKey(name: string) {
  return sql`hashtextextended(${`mufakat-follower:${name}`}, 7)`
}

async function readCursor(tx: Tx, name: string): Promise<number> {
  const row = await tx.selectFrom('follower_cursors').select('number').where('follower', '=', name).executeTakeFirst()
  if (row) return row.number
  await tx.insertInto('follower_cursors').values({ follower: name }).execute()
  return 0
}

type Seen = { number: number; event?: NumberedEvent }

/** An event that the follower may not see or does not want still has its number here: it counts as seen. */
async function readBatch(tx: Tx, follower: Follower, after: number): Promise<Seen[]> {
  const rows = await numberedEvents(tx, follower)
    .where('event_numbers.number', '>', after)
    .orderBy('event_numbers.number')
    .limit(numbersRead)
    .execute()
  return rows.map((row) => ({ number: row.number, event: eventOf(row) }))
}

export async function readNumbered(tx: Tx, follower: Follower, number: number): Promise<NumberedEvent | undefined> {
  const row = await numberedEvents(tx, follower).where('event_numbers.number', '=', number).executeTakeFirst()
  return row && eventOf(row)
}

function numberedEvents(tx: Tx, { wants }: Follower) {
  return tx
    .selectFrom('event_numbers')
    .leftJoin('events', (join) => {
      const same = join.onRef('events.id', '=', 'event_numbers.event_id')
      return wants ? same.on('events.name', 'in', wants) : same
    })
    .select(['event_numbers.number', 'events.id', 'events.name', 'events.programme_id', 'events.owner_id'])
    .select(['events.class', 'events.subject_kind', 'events.subject_id', 'events.person_id', 'events.at'])
    .select('events.payload')
}

type Row = Awaited<ReturnType<ReturnType<typeof numberedEvents>['executeTakeFirstOrThrow']>>

function eventOf(row: Row): NumberedEvent | undefined {
  if (row.id === null) return undefined
  return {
    number: row.number,
    id: row.id,
    name: row.name!,
    programmeId: row.programme_id,
    ownerId: row.owner_id,
    class: row.class as Class,
    subjectKind: row.subject_kind!,
    subjectId: row.subject_id!,
    personId: row.person_id,
    at: row.at!,
    payload: row.payload as NumberedEvent['payload'],
  }
}

/** Returns why it failed, with the follower's own writes undone; throws only if the transaction itself is lost. */
export async function tryToFollow(tx: Tx, follower: Follower, event: NumberedEvent): Promise<Error | undefined> {
  await sql`savepoint follow`.execute(tx)
  try {
    await follower.follow(tx, event)
  } catch (error) {
    await sql`rollback to savepoint follow`.execute(tx)
    return error instanceof Error ? error : new Error(String(error))
  }
  await sql`release savepoint follow`.execute(tx)
  return undefined
}
