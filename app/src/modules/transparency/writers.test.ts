import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { visitor } from '#kernel/access.ts'
import { connect, Rollback, writeAs } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import { startSequencer } from '#kernel/sequencer.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { createMetrics } from '#kernel/web/metrics.ts'
import { nothingChecked, openCheckpoint, parseVkey, verifyLog } from '#packages/transparency-log'
import { readEntry } from './entry.ts'
import { HeadFile } from './signing/head-file.ts'
import { startSigner } from './signing/signer.ts'
import { SqlStorage } from './store/storage.ts'
import { newEvent, testLog } from './testing/log.ts'

const db = await testDatabase()
await cast(db)
const clock = () => new Date()
const { identity, place } = await testLog(db, clock)
const log = pino({ level: process.env.TEST_LOG ?? 'silent' })

/** One process of the app: its own connections, sequencer and signer over the same database and secrets folder. */
function appProcess() {
  const jobs = connect(db.urls.jobs, { max: 5 })
  const metrics = createMetrics()
  const signer = startSigner({ ...place, jobs, log, metrics })
  const sequencer = startSequencer({ jobs, listenUrl: db.urls.admin, clock, log, metrics, onNumbered: signer.wake })
  return {
    async idle() {
      await sequencer.idle()
      await signer.idle()
    },
    async stop() {
      await sequencer.stop()
      await signer.stop()
      await jobs.close()
    },
  }
}

test('two processes and many writers that commit out of order or not at all: each committed event once', async () => {
  const processes = [appProcess(), appProcess()]
  const committed: string[] = []
  const refused: string[] = []
  const gate: (() => void)[] = []
  const writer = async (index: number) => {
    for (let turn = 0; turn < 40; turn++) {
      const event = newEvent({ name: 'note.made' })
      const kept = (index + turn) % 5 !== 0
      await writeAs(db.app, visitor, clock(), async (tx) => {
        await appendEvent(tx, visitor, clock(), event)
        // Every second one waits until a later one has gone by, so that commits overtake one another.
        if ((index + turn) % 2 === 0) await new Promise<void>((resolve) => gate.push(resolve))
        else gate.shift()?.()
        if (!kept) throw new Rollback(undefined)
      }).catch((error) => assert.ok(error instanceof Rollback, String(error)))
      ;(kept ? committed : refused).push(event.subjectId)
    }
  }
  let writing = true
  const all = Promise.all(Array.from({ length: 8 }, (_, index) => writer(index))).finally(() => (writing = false))
  while (writing) {
    gate.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  await all
  await Promise.all(processes.map((one) => one.idle()))

  const storage = new SqlStorage(db.jobs, new HeadFile(place.folder), clock)
  const entries: string[] = []
  const read = (path: string) => storage.read(path)
  const { checkpoint } = await verifyLog(
    { read },
    (bytes) => openCheckpoint(bytes, [parseVkey(identity.vkey)]),
    nothingChecked(),
  )
  const { rows } = await db.admin.pool.query('select entry from log_entries order by position')
  for (const [at, { entry }] of rows.entries()) {
    const { number, fields } = readEntry(entry)
    assert.equal(number, at + 1)
    if (fields?.name === 'note.made') entries.push(fields.subject.id!)
  }
  assert.equal(rows.length, checkpoint.size)
  assert.deepEqual(entries.toSorted(), committed.toSorted())
  assert.ok(refused.length > 20 && !entries.some((id) => refused.includes(id)))
  await Promise.all(processes.map((one) => one.stop()))
})
