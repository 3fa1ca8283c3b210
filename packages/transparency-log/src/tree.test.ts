import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { grow } from './grow.ts'
import {
  decodeBundle,
  encodeBundle,
  Frontier,
  parseTilePath,
  proveConsistency,
  proveInclusion,
  rootAt,
  tilePath,
  tileWidth,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'
import { entriesOf, leaf, path, proof, treeHash } from './naive.fixture.ts'
import { levelCount } from './tile-path.ts'

/** Grows a tree in batches of the given sizes and keeps every object that was ever written. */
function grown(batches: readonly number[]) {
  let growth: Parameters<typeof grow>[0] = { frontier: new Frontier(), tail: [] }
  const objects = new Map<string, Uint8Array>()
  for (const count of batches) {
    const next = grow(growth, entriesOf(count, growth.frontier.size))
    for (const [path, bytes] of next.objects) {
      assert.ok(!objects.has(path), `${path} is written once`)
      objects.set(path, bytes)
    }
    growth = next
  }
  return { ...growth, objects, read: async (path: string) => objects.get(path) }
}

test('tile paths are those that the specification prints', () => {
  assert.equal(tilePath({ level: 0, index: 1234067, width: 256 }), 'tile/0/x001/x234/067')
  assert.equal(tilePath({ level: 0, index: 273, width: 112 }), 'tile/0/273.p/112')
  assert.equal(tilePath({ level: 'entries', index: 0, width: 256 }), 'tile/entries/000')
  assert.equal(tilePath({ level: 63, index: 1000, width: 1 }), 'tile/63/x001/000.p/1')
})

test('a tile path and its address are one to one; other spellings are no paths', () => {
  const address = fc.record({
    level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
    index: fc.integer({ min: 0, max: 10 ** 12 }),
    width: fc.integer({ min: 1, max: 256 }),
  })
  fc.assert(fc.property(address, (given) => assert.deepEqual(parseTilePath(tilePath(given)), { ...given })))
  const wrong = ['tile/00/000', 'tile/64/000', 'tile/0/00', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01']
  const worse = [
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/../000',
    '/tile/0/000',
    'tile/0/000/',
    'tile/x/000',
    '',
  ]
  for (const path of [...wrong, ...worse]) assert.equal(parseTilePath(path), undefined, path)
})

test('sizes 70,000 and 256 have the tiles that the specification counts', () => {
  const widths = (size: number, level: number) => {
    const all: number[] = []
    for (let index = 0; tileWidth(size, level, index) > 0; index++) all.push(tileWidth(size, level, index))
    return { full: all.filter((width) => width === 256).length, partial: all.filter((width) => width < 256) }
  }
  assert.deepEqual(widths(70_000, 0), { full: 273, partial: [112] })
  assert.deepEqual(widths(70_000, 1), { full: 1, partial: [17] })
  assert.deepEqual(widths(70_000, 2), { full: 0, partial: [1] })
  assert.deepEqual(widths(256, 0), { full: 1, partial: [] })
  assert.deepEqual(widths(256, 1), { full: 0, partial: [1] })
  assert.deepEqual([levelCount(0), levelCount(1), levelCount(256), levelCount(70_000)], [0, 1, 2, 3])
})

test('a tree of 70,000 entries writes exactly the tiles of that size and every one holds the right hashes', () => {
  const { objects, frontier } = grown([70_000])
  const tiles = [...objects.keys()].filter((path) => !path.startsWith('tile/entries/'))
  assert.equal(tiles.length, 273 + 1 + 1 + 1 + 1)
  assert.equal(objects.size - tiles.length, 274)
  const entries = entriesOf(70_000)
  assert.deepEqual(frontier.root(), treeHash(entries))
  const level1 = objects.get('tile/1/001.p/17')!
  assert.deepEqual(Buffer.from(level1.subarray(0, 32)), treeHash(entries.slice(65_536, 65_536 + 256)))
  assert.deepEqual(Buffer.from(objects.get('tile/2/000.p/1')!), treeHash(entries.slice(0, 65_536)))
})

test('however entries are batched, root and tiles are the same, and each object is written once', () => {
  const batches = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 })
  const property = fc.property(batches, (counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0)
    const [inBatches, atOnce] = [grown(counts), grown([total])]
    assert.deepEqual(inBatches.frontier.root(), treeHash(entriesOf(total)))
    for (const [path, bytes] of atOnce.objects) assert.deepEqual(inBatches.objects.get(path), bytes, path)
  })
  fc.assert(property, { numRuns: 40 })
})

test('proofs made from tiles are those of RFC 6962, for every index and pair of sizes up to 70', async () => {
  const { read } = grown(Array.from({ length: 70 }, () => 1))
  const entries = entriesOf(70)
  for (let size = 1; size <= 70; size++) {
    const tree = entries.slice(0, size)
    assert.deepEqual(await rootAt(read, 70, size), treeHash(tree))
    for (let index = 0; index < size; index++) {
      assert.deepEqual(await proveInclusion(read, size, index), path(index, tree), `${index} of ${size}`)
      if (index === 0) continue
      assert.deepEqual(await proveConsistency(read, index, size), proof(index, tree), `${index} to ${size}`)
    }
  }
})

test('proofs from the tiles of a tree over three levels verify at any index and older size', async () => {
  const { read, frontier } = grown([66_000])
  const entries = entriesOf(66_000)
  const root = frontier.root()
  const indices = fc.oneof(
    fc.integer({ min: 1, max: 65_999 }),
    fc.constantFrom(1, 255, 256, 257, 65_535, 65_536, 65_999),
  )
  const property = fc.asyncProperty(indices, async (index) => {
    const inclusion = await proveInclusion(read, 66_000, index)
    assert.ok(verifyInclusion({ index, size: 66_000, leaf: leaf(entries[index]!), root, proof: inclusion }))
    const root1 = await rootAt(read, 66_000, index)
    const consistency = await proveConsistency(read, index, 66_000)
    assert.ok(verifyConsistency({ size1: index, size2: 66_000, root1, root2: root, proof: consistency }))
  })
  await fc.assert(property, { numRuns: 150 })
})

test('a proof for what is not there is refused', async () => {
  const { read } = grown([5])
  await assert.rejects(proveInclusion(read, 5, 5), /no entry 5 in a tree of 5/)
  await assert.rejects(proveConsistency(read, 6, 5), /does not extend/)
  await assert.rejects(proveInclusion(read, 300, 5), /missing/)
})

test('bundles hold entries of 0 to 65,535 bytes and nothing else', () => {
  const entries = [Buffer.alloc(0), Buffer.from('a'), Buffer.alloc(65_535, 1)]
  const bundle = encodeBundle(entries)
  assert.equal(bundle.length, 6 + 1 + 65_535)
  assert.deepEqual([...bundle.subarray(0, 5)], [0, 0, 0, 1, 0x61])
  assert.deepEqual(
    decodeBundle(bundle).map((entry) => Buffer.from(entry)),
    entries,
  )
  assert.throws(() => encodeBundle([Buffer.alloc(65_536)]), /at most 65535 bytes/)
  assert.throws(() => decodeBundle(bundle.subarray(0, 10)), /ends inside entry 2/)
  assert.throws(() => decodeBundle(Buffer.of(0)), /inside the length of entry 0/)
})
