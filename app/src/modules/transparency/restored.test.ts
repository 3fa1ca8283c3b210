import assert from 'node:assert/strict'
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { pino } from 'pino'
import { connect } from '#kernel/database.ts'
import { testDatabase, withDatabase } from '#kernel/testing/database.ts'
import { createMetrics } from '#kernel/web/metrics.ts'
import { fixIdentity, secretsFolder, signerOf } from './signing/identity.ts'
import { standingOf } from './signing/open.ts'
import { startSigner } from './signing/signer.ts'
import { checkpointIn } from './store/days.ts'
import { logConfig, testFolder } from './testing/log.ts'

const { urls } = await testDatabase()
const server = process.env.MUFAKAT_TEST_ADMIN_URL!
const nameOf = (url: string) => new URL(url).pathname.slice(1)
const copies: string[] = []
after(() => onServer(...copies.map((name) => `drop database if exists ${name} with (force)`)))

async function onServer(...statements: string[]) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** A copy of a database as a backup would hold it. Nobody may be connected. */
async function copyOf(url: string): Promise<string> {
  const name = `${nameOf(url)}_copy${copies.push('') - 1}`
  copies[copies.length - 1] = name
  await onServer(`create database ${name} template ${nameOf(url)}`)
  return withDatabase(server, name)
}

const clock = () => new Date('2026-11-20T03:00:00Z')
const log = pino({ level: process.env.TEST_LOG ?? 'silent' })

/** A process that adds events and lets the log take them in, as far as it does; all its connections are closed after. */
async function goOn(adminUrl: string, dataDir: string, events: number) {
  const { username, password } = new URL(urls.jobs)
  const jobs = connect(withDatabase(adminUrl, nameOf(adminUrl), username, password))
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const place = { jobs, folder: join(dataDir, 'secrets'), clock }
  try {
    await fixIdentity({ jobs, config: logConfig(dataDir), now: clock() })
    await admin.query(
      `insert into events (id, name, class, subject_kind, subject_id, at)
       select gen_random_uuid(), 'note.made', 'public', 'note', gen_random_uuid(), now() from generate_series(1, $1)`,
      [events],
    )
    await admin.query('select mufakat.number_events(100000)')
    const metrics = createMetrics()
    const signer = startSigner({ ...place, log, metrics })
    const refused = await signer.idle().then(
      () => false,
      () => true,
    )
    await signer.stop()
    const standing = await standingOf(place)
    const { rows } = await admin.query('select size from log_days order by day desc limit 1')
    const figures = await metrics.registry.metrics()
    const gauge = /mufakat_log_refuses 1\n/.test(figures) && !/mufakat_log_behind_events 0\n/.test(figures)
    return { refused, standing, size: rows[0]?.size as string | undefined, gauge }
  } finally {
    await admin.end()
    await jobs.close()
  }
}

const dataDir = testFolder()
const headFile = join(dataDir, 'secrets/log-head')

test('a database that was restored from an older copy is noticed before anything is signed', async () => {
  assert.equal((await goOn(urls.admin, dataDir, 300)).size, '300')
  const backup = await copyOf(urls.admin)
  const before = await copyOf(urls.admin)
  assert.equal((await goOn(urls.admin, dataDir, 100)).size, '400')
  const kept = readFileSync(headFile)
  assert.equal(checkpointIn(kept).size, 400)

  for (const more of [1, 99, 200]) {
    const restored = await goOn(backup, dataDir, more)
    assert.equal(restored.refused, true, String(more))
    assert.ok(restored.gauge)
    assert.equal(restored.standing.kind === 'refused' && restored.standing.refusal, 'put-back')
    assert.equal(restored.size, '300', 'nothing was published')
    assert.deepEqual(readFileSync(headFile), kept)
  }

  // Signed elsewhere in the meantime, past the size that is remembered here: another history all the same.
  const elsewhere = testFolder()
  cpSync(dataDir, elsewhere, { recursive: true })
  rmSync(join(elsewhere, 'secrets/log-head'))
  assert.equal((await goOn(before, elsewhere, 250)).size, '550')
  const forked = await goOn(before, dataDir, 1)
  assert.deepEqual([forked.refused, forked.size], [true, '550'])

  assert.equal((await goOn(urls.admin, dataDir, 5)).size, '405', 'the newer database goes on')
})

test('a database without its log, or a folder without its key, is not given a new one', async () => {
  const empty = testFolder()
  cpSync(dataDir, empty, { recursive: true })
  rmSync(join(empty, 'secrets/log-key'))
  const keyless = await goOn(urls.admin, empty, 1)
  assert.equal(keyless.standing.kind === 'refused' && keyless.standing.refusal, 'no-key')
  writeFileSync(join(empty, 'secrets/log-head'), 'torn')
  cpSync(join(dataDir, 'secrets/log-key'), join(empty, 'secrets/log-key'))
  const torn = await goOn(urls.admin, empty, 1)
  assert.equal(torn.standing.kind === 'refused' && torn.standing.refusal, 'head-unreadable')

  const fresh = await testDatabase()
  const anew = await goOn(fresh.urls.admin, dataDir, 3)
  assert.deepEqual([anew.refused, anew.size], [true, undefined])
})

test('the name of the log is fixed at its first start', async () => {
  const jobs = connect(urls.jobs)
  const named = (config: object) => fixIdentity({ jobs, config: { ...logConfig(dataDir), ...config }, now: clock() })
  await assert.rejects(
    named({ MUFAKAT_LOG_ORIGIN: 'other.example' }),
    /^Error: MUFAKAT_LOG_ORIGIN is other\.example, but .* never changes\.$/,
  )
  const { origin, vkey } = await named({ MUFAKAT_LOG_ORIGIN: undefined, BASE_URL: 'https://elsewhere.example' })
  assert.equal(origin, 'log.mekarsari.example')
  assert.ok(vkey.startsWith(`${origin}+`))
  await jobs.close()
  assert.equal(statSync(join(dataDir, 'secrets/log-key')).mode & 0o777, 0o600)

  const fresh = await testDatabase()
  const other = { ...logConfig(dataDir), MUFAKAT_LOG_ORIGIN: 'other.example' }
  await assert.rejects(
    fixIdentity({ jobs: fresh.jobs, config: other, now: clock() }),
    /is the key of the public log log\.mekarsari\.example/,
  )
  const { MUFAKAT_LOG_ORIGIN: _, ...byHost } = logConfig(testFolder())
  const config = { ...byHost, BASE_URL: 'https://mufakat.example.go.id' }
  assert.equal((await fixIdentity({ jobs: fresh.jobs, config, now: clock() })).origin, 'mufakat.example.go.id')
})

test('processes that start at once for the first time make one log with one key', async () => {
  const { jobs } = await testDatabase()
  const config = logConfig(testFolder())
  const made = await Promise.all([1, 2, 3, 4].map(() => fixIdentity({ jobs, config, now: clock() })))
  assert.equal(new Set(made.map(({ vkey }) => vkey)).size, 1)
  assert.equal(typeof signerOf(made[0]!, secretsFolder(config)), 'object')
})
