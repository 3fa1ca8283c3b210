import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { connect } from './database.ts'
import type { Follower } from './followers.ts'
import { prepareBoss } from './jobs.ts'
import { cast } from './testing/cast.ts'
import { testDatabase } from './testing/database.ts'
import { gate, happen } from './testing/happenings.ts'
import { testProcess } from './testing/process.ts'

const db = await testDatabase()
const people = await cast(db)
await prepareBoss(db.urls.admin)
// What followers write here is what they did; no key, so that a doubled effect would show.
await db.admin.pool.query(
  'create table effects (follower text, event_id uuid, pid int default pg_backend_pid()); grant all on effects to mufakat_jobs',
)
const timeout = 60_000
const writers = connect(db.urls.app, { max: 30 })
after(() => writers.close())

const startProcess = (followers: Follower[]) => testProcess({ db, clock: () => people.now, followers })

function keeper(name: string, changes: Partial<Follower> = {}): Follower {
  return { name, classes: ['public', 'members'], follow: (tx, event) => keepEffect(tx, name, event.id), ...changes }
}

async function keepEffect(tx: Tx, follower: string, id: string) {
  await sql`insert into effects (follower, event_id) values (${follower}, ${id})`.execute(tx)
}

async function effectsOf(follower: string): Promise<string[]> {
  const { rows } = await db.admin.pool.query('select event_id from effects where follower = $1', [follower])
  return rows.map((row) => row.event_id)
}

async function eventIds(condition = 'true'): Promise<string[]> {
  const { rows } = await db.admin.pool.query(`select id from events where ${condition}`)
  return rows.map((row) => row.id)
}

/** A follower did its work once for each event that fits, and for no other. */
async function assertOnceEach(follower: string, condition = "class in ('public', 'members')") {
  assert.deepEqual((await effectsOf(follower)).sort(), (await eventIds(condition)).sort())
}

test('two processes with 24 writers: each follower handles each event exactly once', { timeout }, async () => {
  const processes = await Promise.all([
    startProcess([keeper('first'), keeper('second')]),
    startProcess([keeper('first'), keeper('second')]),
  ])
  await Promise.all(Array.from({ length: 24 }, () => happen(writers, people, [{}, {}, {}, {}, {}])))
  await Promise.all(processes.map((one) => one.idle()))
  await Promise.all(processes.map((one) => one.stop()))
  assert.equal((await eventIds()).length, 120)
  await assertOnceEach('first')
  await assertOnceEach('second')
})

test('an event that commits while followers are already further on is still handled', { timeout }, async () => {
  const running = await startProcess([keeper('late')])
  const held = gate()
  const ready = gate()
  const late = happen(writers, people, [{}], {
    before: async () => {
      ready.open()
      await held.opened
    },
  })
  await ready.opened
  await happen(writers, people, [{}, {}])
  await running.idle()
  held.open()
  const [id] = await late
  await running.idle()
  await running.stop()
  assert.ok((await effectsOf('late')).includes(id!))
  await assertOnceEach('late')
})

test('a follower sees only its classes and its events, and moves past the others', { timeout }, async () => {
  const running = await startProcess([
    keeper('public-only', { classes: ['public'] }),
    keeper('closures', { wants: ['decision.closed'] }),
  ])
  await happen(writers, people, [{ class: 'members' }, { class: 'restricted' }, { class: 'secret' }, {}])
  await happen(writers, people, [{ name: 'decision.closed' }, { class: 'secret', name: 'decision.closed' }])
  await running.idle()
  await running.stop()
  await assertOnceEach('public-only', "class = 'public'")
  await assertOnceEach('closures', "name = 'decision.closed' and class = 'public'")
  const { rows } = await db.admin.pool.query('select number from follower_cursors where follower = $1', ['public-only'])
  const last = await db.admin.pool.query('select max(number) as number from event_numbers')
  assert.equal(rows[0].number, last.rows[0].number)
})

test('a process that is killed in the middle of a batch loses nothing and doubles nothing', { timeout }, async () => {
  await happen(
    writers,
    people,
    Array.from({ length: 30 }, () => ({})),
  )
  const reached = gate()
  const held = gate()
  let calls = 0
  let backend = 0
  const fragile = keeper('fragile', {
    follow: async (tx, event) => {
      await keepEffect(tx, 'fragile', event.id)
      calls += 1
      if (calls !== 10) return
      backend = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows[0]!.pid
      reached.open()
      await held.opened
    },
  })
  const running = await startProcess([fragile])
  await reached.opened
  await db.admin.pool.query('select pg_terminate_backend($1)', [backend])
  held.open()
  await running.idle().catch(() => running.idle())
  await running.stop()
  assert.ok(calls > 30, 'the batch was not begun again')
  await assertOnceEach('fragile')
  const failures = await db.admin.pool.query("select 1 from follower_failures where follower = 'fragile'")
  assert.equal(failures.rowCount, 0)
})
