import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Checkpoint,
  createLog,
  formatAddCheckpoint,
  formatCheckpoint,
  nothingChecked,
  openCheckpoint,
  openLog,
  originId,
  signingKey,
  signNote,
  verifyLog,
  Witness,
} from '../src/index.ts'
import { DirectoryStorage } from './directory-storage.ts'
import { MemoryDisk } from './disk.fixture.ts'
import { folderFor } from './folders.fixture.ts'
import { sourceAt } from './log-source.ts'

const NOW = 1_767_225_600
const origin = 'log.example.id/2026'
const key = signingKey(origin, 'ed25519', Buffer.alloc(32, 1))
const open = (bytes: Uint8Array) => openCheckpoint(bytes, [key.verifier])
const entriesOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => Buffer.from(`entry ${from + at}`))
const storageOn = (disk: MemoryDisk) => new DirectoryStorage('/logs/one', disk.files)
const optionsOn = (disk: MemoryDisk) => ({ storage: storageOn(disk), origin, signers: [key] })

function verify(disk: MemoryDisk, previous?: Checkpoint) {
  const storage = storageOn(disk)
  return verifyLog({ read: (path) => storage.read(path) }, open, nothingChecked(), previous)
}

/** Appends three batches, stops at call `at`, starts again and appends once more. Gives the calls of an undisturbed run. */
async function run(at: number, loss: 'power' | 'process'): Promise<number> {
  const disk = new MemoryDisk()
  await createLog(optionsOn(disk), NOW)
  disk.restart('power')
  disk.lastCall = at
  let acknowledged: Checkpoint | undefined
  try {
    const log = await openLog(optionsOn(disk), NOW)
    for (const count of [250, 10, 5]) {
      acknowledged = open((await log.append(entriesOf(count, acknowledged?.size), NOW)).checkpoint).checkpoint
    }
  } catch {}
  const { calls } = disk
  disk.restart(loss)
  // Before anyone repairs anything, readers see a log that verifies and holds what was acknowledged.
  const seen = await verify(disk, acknowledged)
  const log = await openLog(optionsOn(disk), NOW)
  const { size } = await log.head(NOW)
  assert.ok(size >= seen.checkpoint.size)
  await log.append(entriesOf(1, size), NOW)
  const { checkpoint } = await verify(disk, seen.checkpoint)
  const whole = await createLog(optionsOn(new MemoryDisk()), NOW)
  assert.deepEqual(
    checkpoint.root,
    (await whole.append(entriesOf(size + 1), NOW)).root,
    'exactly these entries, in order',
  )
  return calls
}

test('stopped at any call to the disk, by a kill or a loss of power: what was acknowledged is there, and no fork', async () => {
  const calls = await run(Number.POSITIVE_INFINITY, 'process')
  assert.ok(calls > 100, `${calls} calls`)
  for (let at = 1; at <= calls; at++) {
    await run(at, 'power')
    await run(at, 'process')
  }
})

test('a log that is stopped again and again, repairs included, is always one log', async () => {
  const stop = fc.record({
    at: fc.integer({ min: 1, max: 120 }),
    count: fc.integer({ min: 1, max: 300 }),
    power: fc.boolean(),
  })
  const property = fc.asyncProperty(fc.array(stop, { minLength: 2, maxLength: 8 }), async (stops) => {
    const disk = new MemoryDisk()
    await createLog(optionsOn(disk), NOW)
    let acknowledged: Checkpoint | undefined
    const seen: Checkpoint[] = []
    for (const { at, count, power } of stops) {
      disk.lastCall = at
      try {
        const log = await openLog(optionsOn(disk), NOW)
        acknowledged = open((await log.append(entriesOf(count, (await log.head(NOW)).size), NOW)).checkpoint).checkpoint
      } catch {}
      disk.restart(power ? 'power' : 'process')
      seen.push((await verify(disk, acknowledged)).checkpoint)
    }
    // A reader may see a checkpoint in the moment between its new name and the disk that keeps it, and a loss of power then
    // shows the one before, until the log is opened again: then nothing that anybody ever saw is taken back.
    await openLog(optionsOn(disk), NOW)
    for (const checkpoint of seen) await verify(disk, checkpoint)
  })
  await fc.assert(property, { numRuns: 60 })
})

test('stopped at any call while the log is being started, it is either not there or there', async () => {
  for (let at = 1; at < 60; at++) {
    const disk = new MemoryDisk()
    disk.lastCall = at
    await createLog(optionsOn(disk), NOW).catch(() => {})
    disk.restart('power')
    const log = await openLog(optionsOn(disk), NOW).catch(() => createLog(optionsOn(disk), NOW))
    await log.append(entriesOf(3), NOW)
    assert.equal((await verify(disk)).checkpoint.size, 3)
  }
})

test('a witness that loses power at any call never forgets what it has cosigned', async () => {
  const root = (n: number) => Buffer.alloc(32, n)
  const cosigner = signingKey('w.example', 'cosignature', Buffer.alloc(32, 2))
  const witnessOn = (disk: MemoryDisk) =>
    new Witness({ keys: [cosigner], logs: [key.verifier], storage: storageOn(disk) })
  const request = (n: number) => {
    const checkpoint = signNote(formatCheckpoint({ origin, size: 5, root: root(n) }), [key], NOW)
    return formatAddCheckpoint({ old: 0, proof: [], checkpoint })
  }
  let answered = 0
  for (let at = 1; at < 40; at++) {
    const disk = new MemoryDisk()
    disk.lastCall = at
    const first = await witnessOn(disk)
      .addCheckpoint(request(1), NOW)
      .catch(() => undefined)
    disk.restart('power')
    const second = await witnessOn(disk).addCheckpoint(request(2), NOW)
    if (first?.status === 200) answered++
    assert.notDeepEqual([first?.status, second.status], [200, 200], `call ${at}: two roots cosigned for one size`)
    const kept = await witnessOn(disk).latest(originId(origin))
    assert.ok(kept.body.includes(root(second.status === 200 ? 2 : 1).toString('base64')))
  }
  assert.ok(answered > 0 && answered < 39)
})

const APPENDER = `
import { openLog, parseSkey } from '${new URL('../src/index.ts', import.meta.url)}'
import { DirectoryStorage } from '${new URL('./directory-storage.ts', import.meta.url)}'
const [folder, skey] = process.argv.slice(2)
const key = parseSkey(skey)
const log = await openLog({ storage: new DirectoryStorage(folder), origin: key.verifier.name, signers: [key] }, 1)
for (let { size } = await log.head(1); ; ) {
  const entries = Array.from({ length: 50 }, (_, at) => Buffer.from('entry ' + (size + at)))
  ;({ size } = await log.append(entries, 1))
  console.log(size)
}`

test('a process that is killed while it appends leaves a log that goes on, three times over', async (t) => {
  const folder = folderFor(t)
  const script = join(folderFor(t), 'append.mjs')
  writeFileSync(script, APPENDER)
  const skey = `PRIVATE+KEY+${origin}+${key.verifier.id}+${Buffer.concat([Buffer.of(1), Buffer.alloc(32, 1)]).toString('base64')}`
  await createLog({ storage: new DirectoryStorage(folder), origin, signers: [key] }, NOW)
  let acknowledged = 0
  for (const lines of [2, 5, 8]) {
    const child = spawn(process.execPath, [script, folder, skey], { stdio: ['ignore', 'pipe', 'inherit'] })
    let seen = 0
    for await (const line of createInterface(child.stdout)) {
      acknowledged = Number(line)
      if (++seen === lines) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    assert.equal(child.signalCode, 'SIGKILL')
    assert.ok((await verifyLog(sourceAt(folder), open, nothingChecked())).checkpoint.size >= acknowledged)
  }
  assert.ok(acknowledged >= 15 * 50)
})
