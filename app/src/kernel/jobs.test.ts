import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { prepareBoss, startJobs, workBatches } from './jobs.ts'
import { testDatabase } from './testing/database.ts'

const db = await testDatabase()
await prepareBoss(db.urls.admin)
const log = pino({ level: 'silent' })
const timeout = 30_000

test('preparing the job queue twice changes nothing, and the pages cannot reach it', async () => {
  await prepareBoss(db.urls.admin)
  await assert.rejects(db.app.pool.query('select 1 from pgboss.job'), /permission denied for schema pgboss/)
  const { rows } = await db.admin.pool.query(
    "select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'pgboss'::regnamespace",
  )
  assert.deepEqual(rows, [{ owner: 'mufakat_owner' }])
})

test('work that is asked for now is done once, and the queue keeps its times', { timeout }, async () => {
  const jobs = await startJobs({ url: db.urls.jobs, log })
  let times = 0
  const done = new Promise<void>((resolve) => {
    void jobs
      .schedule('weekly-evaluation', '0 2 * * 1', async () => {
        times += 1
        resolve()
      })
      .then(async ({ runNow }) => Promise.all([runNow(), runNow(), runNow()]))
  })
  await done
  await jobs.stop()
  assert.equal(times, 1)
  const { rows } = await db.admin.pool.query('select name, cron, timezone from pgboss.schedule')
  assert.deepEqual(rows, [{ name: 'weekly-evaluation', cron: '0 2 * * 1', timezone: 'Asia/Jakarta' }])
})

test('in a batch, a job that fails leaves the others done and comes again', { timeout }, async () => {
  const jobs = await startJobs({ url: db.urls.jobs, log })
  const seen = new Map<number, number>()
  let finished = () => {}
  const all = new Promise<void>((resolve) => (finished = resolve))
  await workBatches<{ key: number }>(jobs.boss, { name: 'batch', retryLimit: 5, retryDelay: 0 }, async ({ key }) => {
    seen.set(key, (seen.get(key) ?? 0) + 1)
    if (key === 7 && seen.get(key)! < 3) throw new Error('not yet')
    if (seen.size === 120 && (seen.get(7) ?? 0) === 3) finished()
  })
  const data = Array.from({ length: 120 }, (_, key) => ({ data: { key } }))
  await jobs.boss.insert('batch', data)
  await all
  await jobs.stop()
  assert.deepEqual(
    [...seen].filter(([key, times]) => times !== (key === 7 ? 3 : 1)),
    [],
  )
})
