import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import {
  type Checkpoint,
  createLog,
  encodeBundle,
  nothingChecked,
  openCheckpoint,
  signingKey,
  verifyLog,
} from '../src/index.ts'
import { DirectoryStorage } from './directory-storage.ts'
import { folderFor } from './folders.fixture.ts'
import { sourceAt } from './log-source.ts'

const NOW = 1_767_225_600
const origin = 'log.example.id/2026'
const key = signingKey(origin, 'ed25519', Buffer.alloc(32, 1))
const open = (bytes: Uint8Array) => openCheckpoint(bytes, [key.verifier])
const entriesOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => Buffer.from(`entry ${from + at}`))
const SIZES = [100, 500, 700]

let pattern = ''

before(async (t) => {
  pattern = folderFor(t as TestContext)
  await build(pattern, entriesOf(700))
})

/** A log that grew through the three sizes; the checkpoint of each is kept as `checkpoint-<size>`. */
async function build(folder: string, entries: Buffer[]): Promise<void> {
  const log = await createLog({ storage: new DirectoryStorage(folder), origin, signers: [key] }, NOW)
  let from = 0
  for (const size of SIZES) {
    await log.append(entries.slice(from, size), NOW)
    cpSync(join(folder, 'checkpoint'), join(folder, `checkpoint-${size}`))
    from = size
  }
}

function copyFor(t: TestContext): string {
  const folder = folderFor(t)
  cpSync(pattern, folder, { recursive: true })
  return folder
}

const verify = (folder: string, previous?: Checkpoint) => verifyLog(sourceAt(folder), open, nothingChecked(), previous)
const checkpointIn = (folder: string, size: number) => open(readFileSync(join(folder, `checkpoint-${size}`))).checkpoint

function objectsIn(folder: string): string[] {
  const paths = readdirSync(join(folder, 'tile'), { recursive: true, encoding: 'utf8' }).map((path) => `tile/${path}`)
  return paths.filter((path) => statSync(join(folder, path)).isFile())
}

test('the whole log verifies, with the partial tiles of earlier sizes and without them', async (t) => {
  const folder = copyFor(t)
  const { checkpoint, checked } = await verify(folder, checkpointIn(folder, 500))
  assert.equal(checkpoint.size, 700)
  assert.deepEqual(checked, { signatures: 1, entries: 700, bundles: 3, tiles: 4, olderPartials: 5, beyond: 0 })
  for (const path of ['tile/0/000.p', 'tile/0/001.p', 'tile/entries/000.p', 'tile/entries/001.p', 'tile/1/000.p/1']) {
    rmSync(join(folder, path), { recursive: true })
  }
  assert.equal((await verify(folder)).checked.olderPartials, 0)
})

test('every file of the log with any byte changed, cut, longer or gone is found', async (t) => {
  const folder = copyFor(t)
  const objects = objectsIn(folder)
  assert.equal(objects.length, 12)
  for (const path of objects) {
    const file = join(folder, path)
    const bytes = readFileSync(file)
    const changes = [
      bytes.subarray(0, -1),
      bytes.subarray(0, bytes.length / 2),
      Buffer.concat([bytes, Buffer.alloc(1)]),
      Buffer.alloc(0),
    ]
    for (const at of [0, 1, 2, 31, bytes.length >> 1, bytes.length - 1]) {
      changes.push(Buffer.from(bytes).fill(bytes[at]! ^ 1, at, at + 1))
    }
    for (const changed of changes) {
      writeFileSync(file, changed)
      await assert.rejects(
        verify(folder),
        (error: Error) => error.message.includes(path) || /root|entries|missing/.test(error.message),
        path,
      )
    }
    writeFileSync(file, bytes)
  }
  await verify(folder)
  for (const path of [
    'tile/0/000',
    'tile/0/002.p/188',
    'tile/1/000.p/2',
    'tile/entries/001',
    'tile/entries/002.p/188',
    'checkpoint',
  ]) {
    const away = join(folder, 'away')
    renameSync(join(folder, path), away)
    await assert.rejects(verify(folder), /missing/, path)
    renameSync(away, join(folder, path))
  }
})

test('two tiles or two bundles that changed places are found', async (t) => {
  const folder = copyFor(t)
  for (const [a, b] of [
    ['tile/0/000', 'tile/0/001'],
    ['tile/entries/000', 'tile/entries/001'],
  ] as const) {
    const swap = () => {
      renameSync(join(folder, a), join(folder, 'away'))
      renameSync(join(folder, b), join(folder, a))
      renameSync(join(folder, 'away'), join(folder, b))
    }
    swap()
    await assert.rejects(verify(folder), /holds other hashes|do not lead/)
    swap()
  }
  await verify(folder)
})

test('an entry rewritten with its tiles recomputed does not lead to the signed root', async (t) => {
  const forged = folderFor(t)
  await build(forged, entriesOf(700).with(42, Buffer.from('entry 42, forged')))
  cpSync(join(pattern, 'checkpoint'), join(forged, 'checkpoint'))
  await assert.rejects(verify(forged), /do not lead to the root/)
})

test('a log that its own key signed anew is caught by anyone who kept an earlier checkpoint', async (t) => {
  const forged = folderFor(t)
  await build(forged, entriesOf(700).with(42, Buffer.from('entry 42, forged')))
  await verify(forged)
  for (const size of SIZES) {
    await assert.rejects(verify(forged, checkpointIn(pattern, size)), /the log was rewritten/, `${size}`)
  }
})

test('a log rolled back to an earlier checkpoint verifies as what it was, and is caught by a later one', async (t) => {
  const folder = copyFor(t)
  cpSync(join(folder, 'checkpoint-500'), join(folder, 'checkpoint'))
  const { checkpoint, checked } = await verify(folder, checkpointIn(folder, 100))
  assert.equal(checkpoint.size, 500)
  assert.ok(checked.beyond > 0, 'what lies beyond the checkpoint is counted')
  await assert.rejects(verify(folder, checkpointIn(folder, 700)), /went back from 700 entries to 500/)
})

test('a truncated log, a checkpoint of another log and one signed by another key are refused', async (t) => {
  const folder = copyFor(t)
  rmSync(join(folder, 'tile/entries/002.p'), { recursive: true })
  await assert.rejects(verify(folder), /tile\/entries\/002\.p\/188: missing/)
  const stranger = signingKey(origin, 'ed25519', Buffer.alloc(32, 2)).verifier
  await assert.rejects(
    verifyLog(sourceAt(folder), (bytes) => openCheckpoint(bytes, [stranger]), nothingChecked()),
    /no signature/,
  )
  await assert.rejects(verify(copyFor(t), { ...checkpointIn(folder, 100), size: 0 }), /the log was rewritten/)
  const other = { ...checkpointIn(folder, 100), origin: 'other.example' }
  await assert.rejects(verify(folder, other), /another log/)
})

test('a stored bundle beyond the checkpoint must agree with the entries that the checkpoint holds', async (t) => {
  const folder = copyFor(t)
  const entries = entriesOf(700).slice(512)
  const file = join(folder, 'tile/entries/002.p/189')
  writeFileSync(file, encodeBundle([...entries, Buffer.from('next')]))
  assert.equal((await verify(folder)).checked.beyond, 1)
  writeFileSync(file, encodeBundle([...entries.with(3, Buffer.from('forged')), Buffer.from('next')]))
  await assert.rejects(verify(folder), /002\.p\/189: does not agree/)
})

test('a file that is no tile is named', async (t) => {
  const folder = copyFor(t)
  for (const path of ['tile/0/000.tmp', 'tile/x', 'tile/0/000.p/0', 'tile/0/x000/000']) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'x')
    await assert.rejects(verify(folder), (error: Error) => error.message.startsWith(`${path}: not the path`))
    rmSync(file)
  }
})

test('an empty log verifies: its root is that of no entries', async (t) => {
  const folder = folderFor(t)
  await createLog({ storage: new DirectoryStorage(folder), origin, signers: [key] }, NOW)
  assert.equal((await verify(folder)).checkpoint.size, 0)
})

test('a folder that is no log says so', async (t) => {
  await assert.rejects(verify(folderFor(t)), /checkpoint: missing/)
  await assert.rejects(verify(join(folderFor(t), 'nowhere')), /checkpoint: missing/)
})
