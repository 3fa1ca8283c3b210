import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { pino } from 'pino'
import { connect } from './database.ts'
import { type Sequencer, startSequencer } from './sequencer.ts'
import { cast } from './testing/cast.ts'
import { testDatabase } from './testing/database.ts'
import { gate, happen, numbered } from './testing/happenings.ts'
import { createMetrics } from './web/metrics.ts'

const db = await testDatabase()
const people = await cast(db)
const writers = connect(db.urls.app, { max: 30 })
const metrics = createMetrics()
const log = pino({ level: 'silent' })
const timeout = 30_000
after(() => writers.close())

function start(onNumbered?: () => void): Sequencer {
  return startSequencer({ jobs: db.jobs, listenUrl: db.urls.admin, clock: () => people.now, log, metrics, onNumbered })
}

/** Every event has one number, and the numbers are 1, 2, 3 … */
async function assertContiguous() {
  const numbers = await numbered(db.jobs, people.now)
  const events = await db.admin.kysely.selectFrom('events').select('id').execute()
  assert.deepEqual(
    numbers.map((row) => row.number),
    numbers.map((_, index) => index + 1),
  )
  assert.deepEqual(numbers.map((row) => row.event_id).sort(), events.map((row) => row.id).sort())
  return new Map(numbers.map((row) => [row.event_id, row.number]))
}

/** 24 writers with a transaction each, held open until the test lets them commit one by one. */
async function holdWriters(count: number, each: number) {
  const held = Array.from({ length: count }, () => ({ ready: gate(), commit: gate() }))
  const done = held.map(({ ready, commit }) =>
    happen(
      writers,
      people,
      Array.from({ length: each }, () => ({})),
      {
        before: async () => {
          ready.open()
          await commit.opened
        },
      },
    ),
  )
  await Promise.all(held.map(({ ready }) => ready.opened))
  return held.map(({ commit }, index) => ({
    commit: () => {
      commit.open()
      return done[index]!
    },
  }))
}

test('a writer that commits late gets later numbers, and no number is skipped or given twice', async () => {
  const sequencer = start()
  const open = await holdWriters(24, 3)
  const early: string[] = []
  for (const writer of open.filter((_, index) => index % 2 === 1).reverse()) early.push(...(await writer.commit()))
  await sequencer.idle()
  const afterEarly = await numbered(db.jobs, people.now)
  assert.deepEqual(afterEarly.map((row) => row.event_id).sort(), [...early].sort())
  const late: string[] = []
  for (const writer of open.filter((_, index) => index % 2 === 0).reverse()) late.push(...(await writer.commit()))
  await sequencer.idle()
  await sequencer.stop()
  const numbers = await assertContiguous()
  const highestEarly = Math.max(...early.map((id) => numbers.get(id)!))
  assert.ok(
    late.every((id) => numbers.get(id)! > highestEarly),
    'a late commit was numbered among earlier ones',
  )
})

test('events of one transaction keep their order', async () => {
  const sequencer = start()
  const ids = await happen(writers, people, [{}, {}, {}, {}])
  await sequencer.idle()
  await sequencer.stop()
  const numbers = await assertContiguous()
  const given = ids.map((id) => numbers.get(id)!)
  assert.deepEqual(
    given,
    [...given].sort((a, b) => a - b),
  )
})

test('two sequencers at once, with 24 writers that commit in any order, give each event one number', async () => {
  const sequencers = [start(), start()]
  for (let round = 0; round < 3; round += 1) {
    const open = await holdWriters(24, 2)
    const order = open.map((writer, index) => ({ writer, key: (index * 7 + round * 5) % 24 }))
    order.sort((a, b) => a.key - b.key)
    await Promise.all(order.map(({ writer }) => writer.commit()))
  }
  await Promise.all(sequencers.map((one) => one.idle()))
  await Promise.all(sequencers.map((one) => one.stop()))
  await assertContiguous()
})

test('a backlog larger than one batch is numbered completely', async () => {
  await happen(
    writers,
    people,
    Array.from({ length: 1_300 }, () => ({})),
  )
  const sequencer = start()
  await sequencer.idle()
  await sequencer.stop()
  await assertContiguous()
  assert.equal((await metrics.sequencerLag.get()).values[0]!.value, 0)
})

test('numbering, and counting for a page, read a handful of the numbers given before, not all of them', async () => {
  await happen(
    writers,
    people,
    Array.from({ length: 30 }, () => ({})),
  )
  await db.admin.pool.query('analyze event_numbers')
  for (const call of ['number_events(500)', `event_counts(array['${people.programmeId}']::uuid[])`]) {
    const read = await numbersRead(`select * from mufakat.${call}`)
    assert.ok(read > 0 && read <= 10, `${call} read ${read} of more than 1,000`)
  }
  await assertContiguous()
})

test('each programme counts its own events, the installation its own', async () => {
  const second = await cast(db, { slug: 'program-kedua' })
  const sequencer = start()
  await happen(writers, second, [{}, {}], { actor: second.actors.officer })
  await happen(writers, people, [{ programmeId: null }])
  await happen(writers, second, [{}], { actor: second.actors.officer })
  await sequencer.idle()
  await sequencer.stop()
  await assertContiguous()
  const rows = await db.admin.kysely
    .selectFrom('event_numbers')
    .select('programme_number')
    .where('programme_id', '=', second.programmeId)
    .orderBy('number')
    .execute()
  assert.deepEqual(
    rows.map((row) => row.programme_number),
    [1, 2, 3],
  )
})

test('a killed listening connection is replaced, and new events wake the sequencer again', { timeout }, async () => {
  const woken = { next: gate() }
  const sequencer = start(() => woken.next.open())
  const first = await until(() => listening())
  await db.admin.pool.query('select pg_terminate_backend($1)', [first])
  await until(() => listening(first))
  await happen(writers, people)
  await woken.next.opened
  await sequencer.idle()
  await sequencer.stop()
  await assertContiguous()
})

test('a sequencer that is killed in the middle of a batch loses no event and doubles none', { timeout }, async () => {
  await happen(
    writers,
    people,
    Array.from({ length: 40 }, () => ({})),
  )
  // The test holds the table, so the batch waits in the middle and can be killed there.
  const held = gate()
  const holding = db.admin.kysely.transaction().execute(async (tx) => {
    await sql`lock table event_numbers in access exclusive mode`.execute(tx)
    await held.opened
  })
  const sequencer = start()
  const pid = await until(waitingBackend)
  await db.admin.pool.query('select pg_terminate_backend($1)', [pid])
  held.open()
  await holding
  await sequencer.idle()
  await sequencer.stop()
  await assertContiguous()
})

/** How many rows of event_numbers one statement reads, as the server counts them in its transaction. */
async function numbersRead(statement: string): Promise<number> {
  return db.admin.kysely.transaction().execute(async (tx) => {
    await sql.raw(statement).execute(tx)
    const { rows } = await sql<{ read: number }>`
      select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
      from pg_stat_xact_user_tables where relname = 'event_numbers'`.execute(tx)
    return rows[0]!.read
  })
}

/** Asks the database again until it answers; the database is the barrier, no time passes in between. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
  }
}

/** The process of the listening connection, once it listens; another one than `before`. */
async function listening(before = 0): Promise<number | undefined> {
  const { rows } = await db.admin.pool.query(
    `select pid from pg_stat_activity where application_name = 'mufakat-listen' and datname = current_database()
       and query like 'listen%' and state = 'idle' and pid <> $1`,
    [before],
  )
  return rows[0]?.pid
}

async function waitingBackend(): Promise<number | undefined> {
  const { rows } = await db.admin.pool.query(
    "select pid from pg_stat_activity where datname = current_database() and usename = 'mufakat_jobs' and wait_event_type = 'Lock'",
  )
  return rows[0]?.pid
}
