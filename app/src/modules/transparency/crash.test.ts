import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { readAs } from '#kernel/database.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { program } from '#kernel/testing/program.ts'
import { nothingChecked, openCheckpoint, parseVkey, verifyLog } from '#packages/transparency-log'
import { readEntry } from './entry.ts'
import { HeadFile } from './signing/head-file.ts'
import { checkpointIn, publishedCheckpoint } from './store/days.ts'
import { readEntryBytes } from './store/objects.ts'
import { logJob } from './store/rows.ts'
import { SqlStorage } from './store/storage.ts'
import { happen, newEvent, testLog } from './testing/log.ts'

const db = await testDatabase()
await cast(db)
const clock = () => new Date()
const { identity, place } = await testLog(db, clock)
const key = parseVkey(identity.vkey)
const open = (bytes: Uint8Array) => openCheckpoint(bytes, [key])
const head = new HeadFile(place.folder)
const storage = new SqlStorage(db.jobs, head, clock)

/** A process of its own; true when it was killed at that step, false when it came to its end before. */
async function killedAt(step: number): Promise<boolean> {
  const signer = program('app/src/modules/transparency/testing/signer.fixture.ts')
  const child = spawn(process.execPath, [...signer, db.urls.jobs, place.folder, String(step)], {
    stdio: 'inherit',
  })
  const [code, signal] = await once(child, 'exit')
  assert.ok(signal === 'SIGKILL' || code === 0, `ended with ${code} at step ${step}`)
  return signal === 'SIGKILL'
}

/** What anybody may hold in hand after the kill: every signed checkpoint that was published or kept. */
async function seen(): Promise<Uint8Array[]> {
  const published = await readAs(db.jobs, logJob, clock(), publishedCheckpoint)
  return [published, head.read()].filter((note) => note !== undefined)
}

test('killed at any step, the log never forks, loses nothing, and signs nothing that is not stored', async () => {
  const notes: Uint8Array[] = []
  let step = 1
  do {
    await happen(
      db,
      clock(),
      Array.from({ length: 3 + ((step * 37) % 60) }, () => newEvent()),
    )
    for (const note of await seen()) {
      // The secrets folder knows of everything that readers have ever seen.
      assert.ok(checkpointIn(head.read()!).size >= checkpointIn(note).size)
      notes.push(note)
    }
  } while (await killedAt(step++))
  assert.ok(step > 12, `only ${step} steps were there to die at`)

  const read = (path: string) => storage.read(path)
  const whole = await verifyLog({ read }, open, nothingChecked())
  const { rows } = await db.admin.pool.query('select max(number) as last from event_numbers')
  assert.equal(whole.checkpoint.size, rows[0].last)
  for (const note of notes) await verifyLog({ read }, open, nothingChecked(), open(note).checkpoint)
  for (let number = 1; number <= rows[0].last; number++) {
    const bytes = await readAs(db.jobs, logJob, clock(), (tx) => readEntryBytes(tx, number - 1))
    assert.equal(readEntry(bytes!).number, number)
  }
})
