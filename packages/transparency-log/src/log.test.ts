import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DyingStorage } from './crash.fixture.ts'
import {
  createLog,
  decodeBundle,
  type LogStorage,
  MemoryStorage,
  nothingChecked,
  openCheckpoint,
  openLog,
  openNote,
  proveConsistency,
  verifyConsistency,
  verifyLog,
} from './index.ts'
import { entriesOf, keyOf, logKey, NOW, ORIGIN, treeHash } from './naive.fixture.ts'

const options = (storage: LogStorage) => ({ storage, origin: ORIGIN, signers: [logKey] })
const open = (bytes: Uint8Array) => openCheckpoint(bytes, [logKey.verifier])

function sourceOf(storage: MemoryStorage) {
  return { read: (path: string) => storage.read(path) }
}

/** Every entry of the log, read from its bundles. */
async function entriesIn(storage: MemoryStorage, size: number): Promise<string[]> {
  const { checkpoint } = await verifyLog(sourceOf(storage), open, nothingChecked())
  assert.equal(checkpoint.size, size)
  const longest = new Map<string, { width: number; bytes: Uint8Array }>()
  for (const [path, bytes] of storage.objects) {
    const [, bundle, width = '256'] = /^tile\/entries\/([x0-9/]+?)(?:\.p\/(\d+))?$/.exec(path) ?? []
    if (bundle === undefined) continue
    if (Number(width) > (longest.get(bundle)?.width ?? 0)) longest.set(bundle, { width: Number(width), bytes })
  }
  const bundles = [...longest].sort(([a], [b]) => (a < b ? -1 : 1))
  return bundles.flatMap(([, { bytes }]) => decodeBundle(bytes).map((entry) => Buffer.from(entry).toString()))
}

test('a log grows in batches; every checkpoint extends the one before and verifies from the entries', async () => {
  const storage = new MemoryStorage()
  const log = await createLog(options(storage), NOW)
  assert.equal(open(storage.checkpoint!).checkpoint.size, 0)
  let older = { size: 0, root: treeHash([]) as Uint8Array }
  for (const count of [1, 254, 1, 1, 300, 0, 1000]) {
    const { first, size, root, checkpoint } = await log.append(entriesOf(count, older.size), NOW)
    assert.deepEqual([first, size], [older.size, older.size + count])
    assert.deepEqual(Buffer.from(root), treeHash(entriesOf(size)))
    assert.deepEqual(open(checkpoint).checkpoint.root, root)
    assert.deepEqual(storage.checkpoint, checkpoint)
    if (older.size > 0) {
      const proof = await log.proveConsistency(older.size, size)
      assert.ok(verifyConsistency({ size1: older.size, size2: size, root1: older.root, root2: root, proof }))
    }
    older = { size, root }
  }
  assert.deepEqual(await entriesIn(storage, 1557), entriesOf(1557).map(String))
})

test('appends that are called at once queue: no entry lost, none twice', async () => {
  const storage = new MemoryStorage()
  const log = await createLog(options(storage), NOW)
  const appended = await Promise.all(entriesOf(100).map((entry) => log.append([entry], NOW)))
  assert.deepEqual(
    appended.map(({ first }) => first),
    Array.from({ length: 100 }, (_, at) => at),
  )
  assert.deepEqual(await entriesIn(storage, 100), entriesOf(100).map(String))
})

test('a reopened log goes on where it was, with the same tiles as one that never stopped', async () => {
  const [stopped, steady] = [new MemoryStorage(), new MemoryStorage()]
  await createLog(options(stopped), NOW)
  const log = await createLog(options(steady), NOW)
  for (const count of [3, 253, 100, 256, 1]) {
    const { size } = await log.head(NOW)
    await log.append(entriesOf(count, size), NOW)
    await (await openLog(options(stopped), NOW)).append(entriesOf(count, size), NOW)
  }
  assert.deepEqual(stopped.objects, steady.objects)
  assert.deepEqual(stopped.checkpoint, steady.checkpoint)
})

test('two processes on one storage: one append of each size wins, the other signs nothing and can go on', async () => {
  const storage = new MemoryStorage()
  const [a, b] = [await createLog(options(storage), NOW), await openLog(options(storage), NOW)]
  await a.append([Buffer.from('from a')], NOW)
  await assert.rejects(b.append([Buffer.from('from b')], NOW), /Another process/)
  await b.append([Buffer.from('from b again')], NOW)
  assert.deepEqual(await entriesIn(storage, 2), ['from a', 'from b again'])
})

test('killed before or after any step of its storage, a log reopens, keeps what it acknowledged and never forks', async () => {
  const batches = [entriesOf(200), entriesOf(100, 200), entriesOf(1, 300), entriesOf(300, 301)]
  const property = async (at: number, after: boolean) => {
    const storage = new MemoryStorage()
    const published: Uint8Array[] = []
    const publish = storage.publish.bind(storage)
    storage.publish = (checkpoint) => publish(checkpoint).then(() => void published.push(checkpoint))
    await createLog(options(storage), NOW)
    const dying = new DyingStorage(storage, at, after)
    let acknowledged = 0
    try {
      const log = await openLog(options(dying), NOW)
      for (const batch of batches) acknowledged = (await log.append(batch, NOW)).size
    } catch {}
    const log = await openLog(options(storage), NOW)
    const { size } = await log.head(NOW)
    assert.ok(size >= acknowledged, 'an acknowledged entry is never lost')
    assert.deepEqual(await entriesIn(storage, size), entriesOf(size).map(String))
    const { size: end, root } = await log.append([Buffer.from('after the crash')], NOW)
    assert.equal(end, size + 1)
    for (const note of published) {
      const { checkpoint: older } = open(note)
      assert.ok(older.size <= end)
      const proof = await proveConsistency((path) => storage.read(path), older.size, end)
      if (older.size === 0) continue
      assert.ok(verifyConsistency({ size1: older.size, size2: end, root1: older.root, root2: root, proof }))
    }
    return dying.steps
  }
  const steps = await property(Number.POSITIVE_INFINITY, false)
  assert.ok(steps > 20, `${steps} steps`)
  for (let at = 1; at <= steps; at++) for (const after of [false, true]) await property(at, after)
})

test('no checkpoint is signed before its size and root are kept', async () => {
  const storage = new MemoryStorage()
  const log = await createLog(options(storage), NOW)
  let kept = ''
  storage.replaceState = new Proxy(storage.replaceState, {
    apply: async (replace, self, args: Parameters<LogStorage['replaceState']>) => {
      const text = Buffer.from(args[2]).toString('latin1')
      if (text.startsWith('settled'))
        assert.ok(kept.includes(text.slice(8, text.indexOf('\n\n'))), 'the head was pending before')
      kept = text
      return Reflect.apply(replace, self, args)
    },
  })
  for (let n = 0; n < 5; n++) await log.append(entriesOf(100, n * 100), NOW)
  assert.ok(kept.startsWith('settled'))
})

test('whatever happens between batches, a crash at a random step never makes the log disagree with itself', async () => {
  const run = fc.record({
    at: fc.integer({ min: 1, max: 40 }),
    after: fc.boolean(),
    count: fc.integer({ min: 1, max: 600 }),
  })
  const property = fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 6 }), async (runs) => {
    const storage = new MemoryStorage()
    await createLog(options(storage), NOW)
    for (const { at, after, count } of runs) {
      try {
        const log = await openLog(options(new DyingStorage(storage, at, after)), NOW)
        await log.append(entriesOf(count, (await log.head(NOW)).size), NOW)
      } catch {}
    }
    const { size } = await (await openLog(options(storage), NOW)).head(NOW)
    assert.deepEqual(await entriesIn(storage, size), entriesOf(size).map(String))
  })
  await fc.assert(property, { numRuns: 25 })
})

test('a damaged storage is not built upon', async () => {
  const storage = new MemoryStorage()
  await (await createLog(options(storage), NOW)).append(entriesOf(300), NOW)
  const tile = storage.objects.get('tile/0/001.p/44')!
  storage.objects.set('tile/0/001.p/44', Buffer.concat([Buffer.alloc(32), tile.subarray(32)]))
  await assert.rejects(openLog(options(storage), NOW), /do not lead to the head/)
  storage.objects.delete('tile/0/001.p/44')
  await assert.rejects(openLog(options(storage), NOW), /missing/)
})

test('a log is not started over another, nor without its keys, nor opened as another', async () => {
  const storage = new MemoryStorage()
  await (await createLog(options(storage), NOW)).append(entriesOf(300), NOW)
  await assert.rejects(createLog(options(storage), NOW), /holds a log already/)
  storage.states.clear()
  await assert.rejects(createLog(options(storage), NOW), /holds a log already/)
  await assert.rejects(openLog(options(new MemoryStorage()), NOW), /holds no log/)
  const other = keyOf('other.example', 'ed25519', 8)
  const fresh = new MemoryStorage()
  await createLog({ storage: fresh, origin: 'other.example', signers: [other] }, NOW)
  await assert.rejects(openLog(options(fresh), NOW), /holds the log other.example/)
  const pq = keyOf(ORIGIN, 'ml-dsa-44', 3)
  for (const signers of [[], [pq], [other], [logKey, keyOf(ORIGIN, 'cosignature', 2)]]) {
    await assert.rejects(createLog({ storage: new MemoryStorage(), origin: ORIGIN, signers }, NOW))
  }
  const both = await createLog({ storage: new MemoryStorage(), origin: ORIGIN, signers: [logKey, pq] }, NOW)
  const { checkpoint } = await both.append(entriesOf(3), NOW)
  assert.equal(openNote(checkpoint, [logKey.verifier, pq.verifier]).verified[1]?.timestamp, NOW)
})

test('a head that was put back to an older copy signs nothing: it would fork what readers have seen', async () => {
  const storage = new MemoryStorage()
  const log = await createLog(options(storage), NOW)
  await log.append(entriesOf(5), NOW)
  const copy = new Map(storage.states)
  await log.append(entriesOf(5, 5), NOW)
  const seen = storage.checkpoint
  storage.states.set('log', copy.get('log')!)
  await assert.rejects(
    openLog(options(storage), NOW),
    /published checkpoint has 10 entries, the head 5: it was put back/,
  )
  assert.deepEqual(storage.checkpoint, seen)
})

test('an entry that is too long is refused and leaves no trace; the log goes on', async () => {
  const storage = new MemoryStorage()
  const log = await createLog(options(storage), NOW)
  await assert.rejects(log.append([Buffer.from('a'), Buffer.alloc(65_536)], NOW), /at most 65535/)
  await log.append([Buffer.alloc(65_535), Buffer.alloc(0)], NOW)
  assert.equal((await log.head(NOW)).size, 2)
  assert.equal(storage.objects.size, 2)
})

test('a cosigned checkpoint is published only while it is the current one and still signed by the log', async () => {
  const storage = new MemoryStorage()
  const log = await createLog(options(storage), NOW)
  const { checkpoint } = await log.append(entriesOf(3), NOW)
  const cosigned = Buffer.from(`${Buffer.from(checkpoint)}— w.example AAAAAAAA\n`)
  await log.publishCosigned(cosigned, NOW)
  assert.deepEqual(storage.checkpoint, cosigned)
  assert.deepEqual((await (await openLog(options(storage), NOW)).head(NOW)).checkpoint, cosigned)
  await log.append(entriesOf(1, 3), NOW)
  await assert.rejects(log.publishCosigned(cosigned, NOW), /has grown/)
  await assert.rejects(log.publishCosigned(Buffer.from('text\n\n— w.example AAAAAAAA\n'), NOW), /no signature/)
})
