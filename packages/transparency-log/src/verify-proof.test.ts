import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { nodeHash, verifyConsistency, verifyInclusion } from './index.ts'
import { entriesOf, leaf, path, proof, treeHash } from './naive.fixture.ts'

const shared = fileURLToPath(new URL('../../../../shared/data/tlog', import.meta.url))
const skip = existsSync(shared) ? false : 'shared/data/tlog is not here: the reference cases were not run'

type Roots = { size1: number; size2: number; root1: string; root2: string }
type Leaf = { leafIdx: number; treeSize: number; root: string; leafHash: string }
type Case<Claim> = { file: string; given: Claim & { proof: string[] | null; wantErr: boolean } }

// Some sizes in the files are 2^64 - 1, which JSON.parse rounds: all of those are to be refused.
function cases<Claim>(kind: string): Case<Claim>[] {
  const files = readdirSync(join(shared, kind), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  )
  return files.map((file) => ({ file, given: JSON.parse(readFileSync(join(shared, kind, file), 'utf8')) }))
}

const bytes = (base64: string) => Buffer.from(base64, 'base64')

test('all reference inclusion cases: valid accepted, every other rejected', { skip }, () => {
  const all = cases<Leaf>('inclusion')
  assert.equal(all.length, 98)
  let valid = 0
  for (const { file, given } of all) {
    const { leafIdx: index, treeSize: size, root, leafHash, proof, wantErr } = given
    const hashes = (proof ?? []).map(bytes)
    const accepted = verifyInclusion({ index, size, leaf: bytes(leafHash), root: bytes(root), proof: hashes })
    assert.equal(accepted, !wantErr, file)
    if (accepted) valid++
  }
  assert.equal(valid, 6)
})

test('all reference consistency cases, size1 = 0 among them: valid accepted, every other rejected', { skip }, () => {
  const all = cases<Roots>('consistency')
  assert.equal(all.length, 98)
  let valid = 0
  for (const { file, given } of all) {
    const { size1, size2, root1, root2, proof, wantErr } = given
    const hashes = (proof ?? []).map(bytes)
    const accepted = verifyConsistency({ size1, size2, root1: bytes(root1), root2: bytes(root2), proof: hashes })
    assert.equal(accepted, !wantErr, file)
    if (accepted) valid++
  }
  assert.equal(valid, 6)
})

test('every index of every size up to 40 has a proof that verifies, for that index and entry only', () => {
  const entries = entriesOf(40)
  for (let size = 1; size <= 40; size++) {
    const root = treeHash(entries.slice(0, size))
    for (let index = 0; index < size; index++) {
      const claim = { index, size, root, leaf: leaf(entries[index]!), proof: path(index, entries.slice(0, size)) }
      assert.ok(verifyInclusion(claim), `${index} of ${size}`)
      for (let other = 0; other < size; other++) {
        if (other !== index) assert.ok(!verifyInclusion({ ...claim, index: other }), `${index} as ${other} of ${size}`)
      }
    }
  }
})

test('every pair of sizes up to 40 has a proof that verifies, for that pair only', () => {
  const entries = entriesOf(40)
  const roots = Array.from({ length: 41 }, (_, size) => treeHash(entries.slice(0, size)))
  for (let size2 = 1; size2 <= 40; size2++) {
    for (let size1 = 1; size1 <= size2; size1++) {
      const claim = {
        size1,
        size2,
        root1: roots[size1]!,
        root2: roots[size2]!,
        proof: proof(size1, entries.slice(0, size2)),
      }
      assert.ok(verifyConsistency(claim), `${size1} to ${size2}`)
      assert.ok(size1 === size2 || !verifyConsistency({ ...claim, root1: roots[size1 - 1]! }))
      assert.ok(size1 === size2 || !verifyConsistency({ ...claim, root1: roots[size2]!, root2: roots[size1]! }))
    }
  }
})

type Change = { name: string; apply: (hashes: Buffer[], at: number, bit: number) => Buffer[] }

const CHANGES: Change[] = [
  { name: 'a bit flipped', apply: (hashes, at, bit) => hashes.map((hash, n) => (n === at ? flip(hash, bit) : hash)) },
  { name: 'a hash removed', apply: (hashes, at) => hashes.filter((_, n) => n !== at) },
  { name: 'a hash twice', apply: (hashes, at) => hashes.flatMap((hash, n) => (n === at ? [hash, hash] : [hash])) },
  { name: 'garbage in front', apply: (hashes) => [Buffer.alloc(32, 7), ...hashes] },
  { name: 'garbage behind', apply: (hashes) => [...hashes, Buffer.alloc(32)] },
  { name: 'a hash cut', apply: (hashes, at) => hashes.map((hash, n) => (n === at ? hash.subarray(0, 31) : hash)) },
  { name: 'a hash longer', apply: (hashes, at) => hashes.map((h, n) => (n === at ? Buffer.concat([h, h]) : h)) },
  { name: 'two hashes swapped', apply: (hashes) => [...hashes.slice(1, 2), ...hashes.slice(0, 1), ...hashes.slice(2)] },
  { name: 'reversed', apply: (hashes) => hashes.toReversed() },
]

function flip(hash: Buffer, bit: number): Buffer {
  const changed = Buffer.from(hash)
  changed[bit >> 3]! ^= 1 << (bit & 7)
  return changed
}

const same = (a: Buffer[], b: Buffer[]) => a.length === b.length && a.every((hash, at) => hash.equals(b[at]!))

const mutation = fc.record({
  size: fc.integer({ min: 2, max: 200 }),
  pick: fc.nat(),
  change: fc.constantFrom(...CHANGES),
  at: fc.nat(),
  bit: fc.integer({ min: 0, max: 255 }),
})

test('a mutated inclusion proof, leaf or root is rejected', () => {
  const property = fc.property(mutation, ({ size, pick, change, at, bit }) => {
    const entries = entriesOf(size)
    const index = pick % size
    const hashes = path(index, entries)
    const claim = { index, size, root: treeHash(entries), leaf: leaf(entries[index]!), proof: hashes }
    assert.ok(verifyInclusion(claim))
    const changed = change.apply(hashes, at % hashes.length, bit)
    assert.equal(verifyInclusion({ ...claim, proof: changed }), same(changed, hashes), change.name)
    assert.ok(!verifyInclusion({ ...claim, leaf: flip(claim.leaf, bit) }))
    assert.ok(!verifyInclusion({ ...claim, root: flip(claim.root, bit) }))
  })
  fc.assert(property, { numRuns: 300 })
})

test('a mutated consistency proof or root is rejected', () => {
  const property = fc.property(mutation, ({ size, pick, change, at, bit }) => {
    const entries = entriesOf(size)
    const size1 = 1 + (pick % (size - 1))
    const hashes = proof(size1, entries)
    const claim = {
      size1,
      size2: size,
      root1: treeHash(entries.slice(0, size1)),
      root2: treeHash(entries),
      proof: hashes,
    }
    assert.ok(verifyConsistency(claim))
    const changed = change.apply(hashes, at % hashes.length, bit)
    assert.equal(verifyConsistency({ ...claim, proof: changed }), same(changed, hashes), change.name)
    assert.ok(!verifyConsistency({ ...claim, root1: flip(claim.root1, bit) }))
    assert.ok(!verifyConsistency({ ...claim, root2: flip(claim.root2, bit) }))
  })
  fc.assert(property, { numRuns: 300 })
})

test('a proof longer than the tree is high is rejected even where its hashes add up', () => {
  const [hash, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  assert.ok(!verifyInclusion({ index: 0, size: 1, leaf: hash, root: nodeHash(other, hash), proof: [other] }))
  const root1 = nodeHash(hash, other)
  const root2 = nodeHash(Buffer.alloc(32, 3), nodeHash(root1, hash))
  assert.ok(verifyConsistency({ size1: 2, size2: 3, root1, root2: nodeHash(root1, hash), proof: [hash] }))
  assert.ok(!verifyConsistency({ size1: 2, size2: 3, root1, root2, proof: [hash, Buffer.alloc(32, 3)] }))
})

test('numbers that are no sizes are rejected, not computed with', () => {
  const [root, hash] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  for (const size of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 64, 0]) {
    assert.ok(!verifyInclusion({ index: 0, size, leaf: hash, root, proof: [] }))
    assert.ok(!verifyInclusion({ index: size, size: 1, leaf: root, root, proof: [] }) || size === 0)
    assert.ok(!verifyConsistency({ size1: size, size2: size, root1: root, root2: root, proof: [hash] }))
  }
})
