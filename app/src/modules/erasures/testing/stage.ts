import assert from 'node:assert/strict'
import pg from 'pg'
import { connect, writeAs } from '#kernel/database.ts'
import type { Erasable } from '#kernel/erasable.ts'
import { followBatch } from '#kernel/followers/batch.ts'
import { actorOf } from '#kernel/followers/follower.ts'
import { withDatabase } from '#kernel/testing/database.ts'
import { erasableAccounts } from '#modules/accounts/erasing.ts'
import { accounts } from '#modules/accounts/module.ts'
import { answerRequest } from '#modules/requests/operations/answer-request.ts'
import { ownInformationRequests } from '#modules/requests/personal-data.ts'
import { erasableRequests } from '#modules/requests/public.ts'
import { requestReplay } from '#modules/requests/replay.ts'
import { stage as requestStage } from '#modules/requests/testing/stage.ts'
import { erasableSeeds } from '#modules/transparency/erasing.ts'
import { transparency } from '#modules/transparency/module.ts'
import { verifyDatabase } from '#modules/transparency/public.ts'
import { testLog } from '#modules/transparency/testing/log.ts'
import { erasures } from '../erasing.ts'
import { erasuresModule } from '../module.ts'

export const erasables: readonly Erasable[] = [erasableRequests, erasableAccounts, erasableSeeds]
const server = process.env.MUFAKAT_TEST_ADMIN_URL!

/** Requests, accounts, the public log and who erases, over one database with its keys. */
export async function stage(options: { now?: Date } = {}) {
  const modules = [accounts({ personalData: [ownInformationRequests] }), erasuresModule, transparency]
  const set = await requestStage({ ...options, modules })
  const { db, site } = set
  const clock = () => site.time.now
  const log = await testLog(db, clock)
  const follower = erasures({ jobs: db.jobs, erasables, clock, baseUrl: site.deps.config.BASE_URL })
  const number = () => db.admin.pool.query('select mufakat.number_events(100000)')

  /** What happens after commit: numbers, what was granted is erased, and the log has it all. */
  async function settle() {
    await number()
    const turn = () =>
      writeAs(db.jobs, actorOf(follower), clock(), (tx) =>
        followBatch(tx, follower, async (_tx, _which, _number, error) => {
          throw error
        }),
      )
    while ((await turn()) === 'more');
    await number()
    const signer = log.start()
    await signer.idle()
    await signer.stop()
  }

  /** A request that was answered, with what its secret link opens. */
  async function answered(fields: object = {}) {
    const filed = await set.filedAndRegistered(fields)
    await set.done(answerRequest, { request: filed.id, outcome: 'full', answer: 'Ada 12 alat.' })
    return filed
  }

  /** The log, and the requests as it tells them: what was erased of them was never in it. */
  const verify = async () => {
    const verified = await verifyDatabase(log.place, [requestReplay])
    assert.deepEqual(verified.replayed.differences, [])
    return verified
  }
  return { ...set, log, settle, answered, clock, verify }
}

/** Every row of every table, as whoever holds a copy of the database reads it: what is in bytes, as bytes and as hex. */
export async function everythingIn(pool: pg.Pool): Promise<string> {
  const { rows: tables } = await pool.query(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const parts = []
  for (const { name } of tables) {
    const { rows } = await pool.query(`select coalesce(string_agg(t::text, E'\\n'), '') as text from ${name} t`)
    parts.push(rows[0].text)
  }
  const text = parts.join('\n')
  const bytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1'))
  return `${text}\n${bytes.join('\n')}`
}

/** A copy of a database, as a backup would hold it; opened beside the keys as they are by then. */
export async function copyOf(db: Awaited<ReturnType<typeof stage>>['db'], name: string) {
  const source = new URL(db.urls.admin).pathname.slice(1)
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [source])
  await client.query(`create database ${name} template ${source}`)
  await client.end()
  const as = (url: string) => withDatabase(server, name, new URL(url).username, new URL(url).password)
  const copy = {
    admin: connect(as(db.urls.admin), { max: 2 }),
    app: connect(as(db.urls.app), { keys: db.app.keys }),
    jobs: connect(as(db.urls.jobs), { keys: db.jobs.keys }),
    urls: { admin: as(db.urls.admin), app: as(db.urls.app), jobs: as(db.urls.jobs) },
  }
  return {
    copy,
    async drop() {
      await Promise.all([copy.admin.close(), copy.app.close(), copy.jobs.close()])
      const last = new pg.Client({ connectionString: server })
      await last.connect()
      await last.query(`drop database if exists ${name} with (force)`)
      await last.end()
    },
  }
}
