import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pino } from 'pino'
import { visitor } from '#kernel/access.ts'
import { connect, readAs, writeAs } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import { migrate } from '#kernel/migrate.ts'
import { startPostgres } from '#kernel/postgres/launcher.ts'
import { removeDataDir } from '#kernel/postgres/throwaway.ts'
import { startSequencer } from '#kernel/sequencer.ts'
import { withDatabase } from '#kernel/testing/database.ts'
import { createMetrics } from '#kernel/web/metrics.ts'
import { nothingChecked, openCheckpoint, parseVkey, verifyLog } from '#packages/transparency-log'
import { readEntry } from './entry.ts'
import { HeadFile } from './signing/head-file.ts'
import { fixIdentity } from './signing/identity.ts'
import { startSigner } from './signing/signer.ts'
import { publishedCheckpoint } from './store/days.ts'
import { logJob } from './store/rows.ts'
import { SqlStorage } from './store/storage.ts'
import { logConfig, newEvent } from './testing/log.ts'

const rounds = 4
const clock = () => new Date()
const log = pino({ level: process.env.TEST_LOG ?? 'silent' })

test('PostgreSQL is killed again and again under load: no acknowledged event and no published checkpoint is lost', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-test-'))
  chmodSync(dataDir, 0o711)
  const postgres = await startPostgres({ dataDir })
  const passwords = { appPassword: 'app', jobsPassword: 'jobs' }
  await migrate({ adminUrl: postgres.adminUrl, sourceDir: join(import.meta.dirname, '../..'), ...passwords })
  const app = connect(withDatabase(postgres.adminUrl, 'postgres', 'mufakat_app', 'app'))
  const jobs = connect(withDatabase(postgres.adminUrl, 'postgres', 'mufakat_jobs', 'jobs'))
  const identity = await fixIdentity({ jobs, config: logConfig(dataDir), now: clock() })
  const place = { jobs, folder: join(dataDir, 'secrets'), clock, log, metrics: createMetrics() }
  const signer = startSigner(place)
  const sequencer = startSequencer({ ...place, listenUrl: postgres.adminUrl, onNumbered: signer.wake })
  const acknowledged: string[] = []
  const seen: Uint8Array[] = []
  let writing = true
  const write = async () => {
    while (writing) {
      const event = newEvent()
      await writeAs(app, visitor, clock(), (tx) => appendEvent(tx, visitor, clock(), event)).then(
        () => acknowledged.push(event.subjectId),
        pause,
      )
    }
  }
  const published = () => readAs(jobs, logJob, clock(), publishedCheckpoint).catch(() => undefined)
  try {
    const writers = [write(), write(), write()]
    for (let round = 0; round < rounds; round++) {
      const before = acknowledged.length
      const size = seen.length
      while (acknowledged.length < before + 40 || seen.length <= size) {
        const note = await published()
        if (note && note.toString() !== seen.at(-1)?.toString()) seen.push(note)
      }
      const killed = postgres.pid
      process.kill(killed, 'SIGKILL')
      while (postgres.pid === killed) await pause()
    }
    writing = false
    await Promise.all(writers)
    await settled(() => sequencer.idle())
    await settled(() => signer.idle())

    const storage = new SqlStorage(jobs, new HeadFile(place.folder), clock)
    const read = (path: string) => storage.read(path)
    const open = (bytes: Uint8Array) => openCheckpoint(bytes, [parseVkey(identity.vkey)])
    for (const note of seen) await verifyLog({ read }, open, nothingChecked(), open(note).checkpoint)
    const rows = await readAs(jobs, logJob, clock(), (tx) => tx.selectFrom('log_entries').select('entry').execute())
    const logged = new Set(rows.map(({ entry }) => readEntry(entry).fields?.subject.id))
    assert.deepEqual(
      acknowledged.filter((id) => !logged.has(id)),
      [],
    )
    assert.ok(acknowledged.length >= rounds * 40)
  } finally {
    writing = false
    await sequencer.stop()
    await signer.stop()
    await Promise.all([app.close(), jobs.close()])
    await postgres.stop()
    removeDataDir(dataDir)
  }
})

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 100))

/** A loop that met the killed PostgreSQL says so and goes on. */
async function settled(work: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === 100) throw error
      await pause()
    }
  }
}
