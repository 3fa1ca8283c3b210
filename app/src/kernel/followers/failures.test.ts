import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Follower, retryDeadLetter } from '../followers.ts'
import { prepareBoss } from '../jobs.ts'
import { cast } from '../testing/cast.ts'
import { testDatabase } from '../testing/database.ts'
import { happen } from '../testing/happenings.ts'
import { testProcess } from '../testing/process.ts'

const db = await testDatabase()
const people = await cast(db)
await prepareBoss(db.urls.admin)
await db.admin.pool.query('create table effects (follower text, event_id uuid); grant all on effects to mufakat_jobs')
const timeout = 60_000
const clock = () => people.now

/** Writes an effect and then fails as long as `fails` says so. */
function unsteady(name: string, fails: () => boolean): Follower {
  return {
    name,
    classes: ['public'],
    async follow(tx, event) {
      await sql`insert into effects values (${name}, ${event.id})`.execute(tx)
      if (fails()) throw new Error('printer on fire')
    },
  }
}

async function effectsOf(follower: string): Promise<string[]> {
  const { rows } = await db.admin.pool.query('select event_id from effects where follower = $1', [follower])
  return rows.map((row) => row.event_id).sort()
}

type Failure = { attempts: number; error: string; dead: boolean; settled: boolean }
async function failureOf(follower: string, id: string): Promise<Failure | undefined> {
  const { rows } = await db.admin.pool.query(
    `select f.attempts, f.error, f.dead_at is not null as dead, f.settled_at is not null as settled
       from follower_failures f join event_numbers n using (number) where f.follower = $1 and n.event_id = $2`,
    [follower, id],
  )
  return rows[0]
}

/** Asks the database until the failure is as wanted; the test's time limit is what ends it otherwise. */
async function untilFailure(follower: string, id: string, wanted: (failure: Failure) => boolean): Promise<Failure> {
  for (;;) {
    const failure = await failureOf(follower, id)
    if (failure && wanted(failure)) return failure
  }
}

test('a follower that always fails is tried five times and then shown to the operator; others go on', {
  timeout,
}, async () => {
  const followers = [unsteady('broken', () => true), unsteady('sound', () => false)]
  const running = await testProcess({ db, clock, followers })
  const ids = await happen(db.app, people, [{}, {}, {}])
  await running.idle()
  assert.deepEqual(await effectsOf('sound'), [...ids].sort())
  for (const id of ids) {
    const failure = await untilFailure('broken', id, ({ dead }) => dead)
    assert.deepEqual(failure, { attempts: 5, error: 'Error: printer on fire', dead: true, settled: false })
  }
  assert.deepEqual(await effectsOf('broken'), [])
  await untilDeadLetters(running, 'broken', 3)
  assert.equal(await deadLetters(running, 'sound'), 0)
  await running.stop()
})

test('a failure that passes is retried: the event is handled once, its undone attempts leave nothing', {
  timeout,
}, async () => {
  let failing = 2
  const running = await testProcess({ db, clock, followers: [unsteady('hiccup', () => failing-- > 0)] })
  const [id] = await happen(db.app, people)
  await running.idle()
  const settled = await db.admin.pool.query(
    "select count(*)::int as count from follower_failures where follower = 'hiccup'",
  )
  assert.ok(settled.rows[0].count > 0, 'nothing failed, so nothing was tested')
  for (const one of await failedEvents('hiccup')) await untilFailure('hiccup', one, (failure) => failure.settled)
  await running.stop()
  const effects = await effectsOf('hiccup')
  assert.equal(new Set(effects).size, effects.length, 'an event was handled twice')
  assert.ok(effects.includes(id!))
})

test('an operator gives a dead letter another try, which settles it; another process knows the figure too', {
  timeout,
}, async () => {
  let broken = true
  const running = await testProcess({ db, clock, followers: [unsteady('mended', () => broken)], retryDelays: [] })
  const [id] = await happen(db.app, people)
  await running.idle()
  assert.equal((await failureOf('mended', id!))?.dead, true)
  const number = await numberOf(id!)
  broken = false
  assert.equal(await retryDeadLetter({ jobs: db.jobs, boss: running.boss, clock }, 'mended', number), true)
  const failure = await untilFailure('mended', id!, ({ settled }) => settled)
  assert.equal(failure.dead, false)
  assert.equal(await retryDeadLetter({ jobs: db.jobs, boss: running.boss, clock }, 'mended', number), false)
  assert.ok((await effectsOf('mended')).includes(id!))
  await running.stop()
  const other = await testProcess({ db, clock, followers: [] })
  const dead = await db.admin.pool.query(
    "select count(*)::int as count from follower_failures where follower = 'mended' and dead_at is not null",
  )
  await untilDeadLetters(other, 'mended', dead.rows[0].count)
  await other.stop()
})

async function failedEvents(follower: string): Promise<string[]> {
  const { rows } = await db.admin.pool.query(
    'select n.event_id from follower_failures join event_numbers n using (number) where follower = $1',
    [follower],
  )
  return rows.map((row) => row.event_id)
}

async function numberOf(id: string): Promise<number> {
  const { rows } = await db.admin.pool.query('select number from event_numbers where event_id = $1', [id])
  return rows[0].number
}

type Running = Awaited<ReturnType<typeof testProcess>>

async function deadLetters(running: Running, follower: string): Promise<number | undefined> {
  const { values } = await running.metrics.deadLetters.get()
  return values.find(({ labels }) => labels.follower === follower)?.value
}

async function untilDeadLetters(running: Running, follower: string, count: number): Promise<void> {
  while ((await deadLetters(running, follower)) !== count) await db.admin.pool.query('select 1')
}
