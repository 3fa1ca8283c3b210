import { isSize } from './decimal.ts'
import { EMPTY_ROOT, HASH_BYTES, nodeHash, perfectRoot } from './hash.ts'
import { type ReadObject, readTile } from './read-tile.ts'
import { TILE_WIDTH } from './tile-path.ts'

type Range = { from: number; to: number }

/** Inclusion proof of entry `index` in the tree of `size` entries (RFC 6962, section 2.1.1): hashes from the leaf's sibling up. */
export async function proveInclusion(read: ReadObject, size: number, index: number): Promise<Uint8Array[]> {
  if (!isSize(size) || !isSize(index) || index >= size) {
    throw new Error(`There is no entry ${index} in a tree of ${size}.`)
  }
  const siblings: Range[] = []
  for (let from = 0, to = size; to - from > 1; ) {
    const middle = from + split(to - from)
    siblings.unshift(index < middle ? { from: middle, to } : { from, to: middle })
    if (index < middle) to = middle
    else from = middle
  }
  return hashRanges(read, size, siblings)
}

/** Consistency proof from the tree of `older` entries to that of `size` (RFC 6962, section 2.1.2); empty for older 0 or size. */
export async function proveConsistency(read: ReadObject, older: number, size: number): Promise<Uint8Array[]> {
  if (!isSize(older) || !isSize(size) || older > size) {
    throw new Error(`A tree of ${size} entries does not extend one of ${older}.`)
  }
  if (older === 0 || older === size) return []
  const ranges: Range[] = []
  let from = 0
  let to = size
  while (older < to) {
    const middle = from + split(to - from)
    ranges.unshift(older <= middle ? { from: middle, to } : { from, to: middle })
    if (older <= middle) to = middle
    else from = middle
  }
  // When the older tree is a whole left subtree the verifier knows its root already.
  if (from > 0) ranges.unshift({ from, to })
  return hashRanges(read, size, ranges)
}

/** Root of the first `size` entries, from the tiles of a tree that has at least as many. */
export async function rootAt(read: ReadObject, treeSize: number, size: number): Promise<Uint8Array> {
  if (size === 0) return EMPTY_ROOT
  const [root] = await hashRanges(read, treeSize, [{ from: 0, to: size }])
  return root!
}

async function hashRanges(read: ReadObject, size: number, ranges: readonly Range[]): Promise<Uint8Array[]> {
  const tiles = new Map<string, Promise<Uint8Array>>()
  const tileAt = (level: number, index: number) => {
    const name = `${level}/${index}`
    const tile = tiles.get(name) ?? readTile(read, size, level, index)
    tiles.set(name, tile)
    return tile
  }
  const hashes: Uint8Array[] = []
  for (const range of ranges) hashes.push(await hashRange(tileAt, range))
  return hashes
}

type TileAt = (level: number, index: number) => Promise<Uint8Array>

// A range starts where a subtree of its size starts, so it is perfect subtrees of falling size.
async function hashRange(tileAt: TileAt, { from, to }: Range): Promise<Uint8Array> {
  const subtrees: Uint8Array[] = []
  for (let start = from; start < to; ) {
    const count = largestPower(to - start)
    subtrees.push(await hashPerfect(tileAt, start, count))
    start += count
  }
  return subtrees.reduceRight((right, left) => nodeHash(left, right))
}

async function hashPerfect(tileAt: TileAt, start: number, count: number): Promise<Uint8Array> {
  let level = 0
  while (TILE_WIDTH ** (level + 1) <= count) level++
  const unit = TILE_WIDTH ** level
  const first = start / unit
  const tile = await tileAt(level, Math.floor(first / TILE_WIDTH))
  const offset = first % TILE_WIDTH
  return perfectRoot(tile.subarray(offset * HASH_BYTES, (offset + count / unit) * HASH_BYTES))
}

// Largest power of two at most n.
function largestPower(n: number): number {
  let power = 1
  while (power * 2 <= n) power *= 2
  return power
}

// Largest power of two below n: where RFC 6962 splits a tree.
function split(n: number): number {
  const power = largestPower(n)
  return power === n ? power / 2 : power
}
