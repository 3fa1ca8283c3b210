import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, visitor } from './access.ts'
import { connect, type ReadTx, readAs, writeAs } from './database.ts'
import { cast } from './testing/cast.ts'
import { testDatabase } from './testing/database.ts'

const now = new Date('2026-11-24T03:00:00Z')
const job = { kind: 'job', job: 'sequencer', classes: ['public'] } as const

const whoAsks = async (tx: ReadTx) =>
  (await sql<{ kind: string }>`select mufakat.kind() as kind`.execute(tx)).rows[0]!.kind

test('what is read at once is answered in its order, as the actor, inside one snapshot', async () => {
  const db = await testDatabase()
  const seen = await readAs(db.app, visitor, now, (tx) =>
    Promise.all([
      whoAsks(tx),
      sql<{ at: string }>`select pg_current_snapshot()::text as at`.execute(tx),
      sql<{ n: number }>`select 7 as n`.execute(tx),
      sql<{ at: string }>`select pg_current_snapshot()::text as at`.execute(tx),
    ]),
  )
  assert.equal(seen[0], 'visitor')
  assert.equal(seen[2].rows[0]!.n, 7)
  assert.deepEqual(seen[1].rows, seen[3].rows)
})

test('what still runs after a failure beside it never asks as the next actor of the connection', async () => {
  const db = await testDatabase()
  const narrow = connect(db.app.pool.options.connectionString!, { max: 1 })
  let late: Promise<string> | undefined
  let goOn: () => void = () => {}
  const failed = readAs(narrow, visitor, now, (tx) => {
    late = new Promise<void>((resolve) => {
      goOn = resolve
    }).then(() => whoAsks(tx))
    late.catch(() => {})
    return Promise.all([late, sql`select 1 / 0`.execute(tx)])
  })
  await assert.rejects(failed, /division by zero/)
  const other = await readAs(narrow, job, now, async (tx) => {
    goOn()
    await assert.rejects(late!, /transaction has ended/)
    return whoAsks(tx)
  })
  assert.equal(other, 'job')
  await narrow.close()
})

test('when the beginning of a read fails, what travels with it reads nothing', async () => {
  const db = await testDatabase()
  const world = await cast(db)
  const programmes = (tx: ReadTx) => tx.selectFrom('programmes').select('id').execute()
  assert.deepEqual(await readAs(db.app, visitor, now, programmes), [{ id: world.programmeId }])
  const unspeakable = { kind: 'visitor\0' } as unknown as Actor
  let travelling: Promise<unknown[]> | undefined
  const failed = readAs(db.app, unspeakable, now, (tx) => {
    travelling = programmes(tx)
    return travelling
  })
  await assert.rejects(failed, /invalid byte sequence/)
  await assert.rejects(travelling!, /transaction is aborted/)
  assert.deepEqual(await readAs(db.app, visitor, now, programmes), [{ id: world.programmeId }])
})

test('one failing change of several at once takes all of them back', async () => {
  const db = await testDatabase()
  const count = () =>
    db.admin.pool.query('select count(*)::int as n from settings_probe').then(({ rows }) => rows[0].n as number)
  await db.admin.pool.query('create table settings_probe (n int primary key)')
  await db.admin.pool.query('grant insert on settings_probe to mufakat_jobs')
  const failed = writeAs(db.jobs, job, now, (tx) =>
    Promise.all([1, 2, 1, 3].map((n) => sql`insert into settings_probe values (${n})`.execute(tx))),
  )
  await assert.rejects(failed, /duplicate key/)
  assert.equal(await count(), 0)
})

test('no statement of ours is compiled before it runs, whatever the server does for others', async () => {
  const db = await testDatabase()
  for (const pool of [db.app.pool, db.jobs.pool])
    assert.deepEqual((await pool.query('show jit')).rows, [{ jit: 'off' }])
})
