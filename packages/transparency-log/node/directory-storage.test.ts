import assert from 'node:assert/strict'
import * as disk from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { createLog, nothingChecked, openCheckpoint, openLog, signingKey, verifyLog } from '../src/index.ts'
import { DirectoryStorage, type Files } from './directory-storage.ts'
import { MemoryDisk } from './disk.fixture.ts'
import { folderFor } from './folders.fixture.ts'
import { sourceAt } from './log-source.ts'

const NOW = 1_767_225_600
const origin = 'log.example.id/2026'
const key = signingKey(origin, 'ed25519', Buffer.alloc(32, 1))
const open = (bytes: Uint8Array) => openCheckpoint(bytes, [key.verifier])
const entriesOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => Buffer.from(`entry ${from + at}`))
const optionsFor = (folder: string) => ({
  storage: new DirectoryStorage(folder),
  origin,
  signers: [key],
})

test('a log in a folder is what a static web server serves, and verifies from there', async (t) => {
  const folder = folderFor(t)
  const log = await createLog(optionsFor(folder), NOW)
  await log.append(entriesOf(300), NOW)
  await log.append(entriesOf(1, 300), NOW)
  assert.deepEqual((await disk.readdir(folder)).sort(), ['.tlog', 'checkpoint', 'tile'])
  assert.equal((await disk.stat(join(folder, 'tile/0/000'))).size, 8192)
  assert.equal((await disk.stat(join(folder, 'tile/0/001.p/45'))).size, 45 * 32)
  const { checkpoint, checked } = await verifyLog(sourceAt(folder), open, nothingChecked())
  assert.equal(checkpoint.size, 301)
  assert.deepEqual(checked, { signatures: 1, entries: 301, bundles: 2, tiles: 3, olderPartials: 2, beyond: 0 })
  assert.deepEqual(await disk.readdir(join(folder, '.tlog/temporary')), [], 'nothing is left over')
  assert.equal((await disk.readdir(join(folder, '.tlog/state/log'))).length, 1)
})

test('an object never changes; the same bytes again are fine', async (t) => {
  const storage = new DirectoryStorage(folderFor(t))
  await storage.write('tile/0/000.p/1', Buffer.alloc(32, 1))
  await storage.write('tile/0/000.p/1', Buffer.alloc(32, 1))
  await assert.rejects(storage.write('tile/0/000.p/1', Buffer.alloc(32, 2)), /is there with other bytes/)
  assert.deepEqual(await storage.read('tile/0/000.p/1'), Buffer.alloc(32, 1))
})

test('nothing outside the folder is read or written', async (t) => {
  const storage = new DirectoryStorage(folderFor(t))
  for (const path of ['../secret', 'tile/../../secret', '/etc/passwd', '.tlog/state/log/1', 'tile/0/000/../001', '']) {
    assert.equal(await storage.read(path), undefined, path)
    await assert.rejects(storage.write(path, Buffer.alloc(1)), /not the path/)
  }
  for (const name of ['../a', 'a/b', '', 'A']) await assert.rejects(storage.readState(name), /not a name for a state/)
})

test('of two writers with the same view of a state one wins, and the other knows', async (t) => {
  const folder = folderFor(t)
  const [a, b] = [new DirectoryStorage(folder), new DirectoryStorage(folder)]
  assert.deepEqual(
    [await a.replaceState('log', Buffer.from('x'), Buffer.from('y')), await a.readState('log')],
    [false, undefined],
  )
  let value: Buffer | undefined
  for (let round = 0; round < 20; round++) {
    const next = [Buffer.from(`a${round}`), Buffer.from(`b${round}`)]
    const won = await Promise.all([a.replaceState('log', value, next[0]!), b.replaceState('log', value, next[1]!)])
    assert.equal(won.filter(Boolean).length, 1)
    value = next[won.indexOf(true)]
    assert.deepEqual([await a.readState('log'), await b.readState('log')], [value, value])
  }
})

test('a writer that was overtaken twice between its look and its write has lost, though its number is free again', async () => {
  const disk = new MemoryDisk()
  const quick = new DirectoryStorage('/log', disk.files)
  const value = (text: string) => Buffer.from(text)
  await quick.replaceState('log', undefined, value('start'))
  const link: Files['link'] = async (from, to) => {
    assert.ok(await quick.replaceState('log', value('start'), value('first')))
    assert.ok(await quick.replaceState('log', value('first'), value('second')))
    return disk.files.link(from, to)
  }
  const slow = new DirectoryStorage('/log', { ...disk.files, link })
  assert.equal(await slow.replaceState('log', value('start'), value('fork')), false)
  assert.deepEqual(await slow.readState('log'), value('second'))
  assert.ok(await quick.replaceState('log', value('second'), value('third')))
})

test('two logs on one folder at once never sign two trees of one size', async (t) => {
  const folder = folderFor(t)
  await createLog(optionsFor(folder), NOW)
  const logs = await Promise.all([openLog(optionsFor(folder), NOW), openLog(optionsFor(folder), NOW)])
  const roots = new Map<number, string>()
  for (let round = 0; round < 10; round++) {
    const results = await Promise.allSettled(logs.map((log, who) => log.append([Buffer.from(`${who} ${round}`)], NOW)))
    for (const result of results) {
      if (result.status === 'rejected') continue
      const { size, root } = result.value
      assert.equal(roots.get(size) ?? Buffer.from(root).toString('hex'), Buffer.from(root).toString('hex'))
      roots.set(size, Buffer.from(root).toString('hex'))
    }
  }
  assert.ok(roots.size >= 10)
  const { checkpoint } = await verifyLog(sourceAt(folder), open, nothingChecked())
  assert.ok(checkpoint.size >= roots.size)
})
