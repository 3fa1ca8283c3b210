import { encodeBundle } from './bundle.ts'
import type { Frontier } from './frontier.ts'
import { HASH_BYTES, leafHash } from './hash.ts'
import { TILE_WIDTH, tilePath } from './tile-path.ts'

/** A tree that can grow: its unfinished tiles and the entries of its unfinished bundle. */
export type Growth = { frontier: Frontier; tail: readonly Uint8Array[] }

/** The tree with `entries` added, and every object (path, bytes) that it needs and the tree before did not have. */
export function grow(before: Growth, entries: readonly Uint8Array[]): Growth & { objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>()
  const frontier = before.frontier.copy()
  let tail = [...before.tail]
  for (const entry of entries) {
    tail.push(entry)
    frontier.push(leafHash(entry), ({ level, index, hashes }) => {
      objects.set(tilePath({ level, index, width: TILE_WIDTH }), hashes)
    })
    if (tail.length < TILE_WIDTH) continue
    const index = frontier.size / TILE_WIDTH - 1
    objects.set(tilePath({ level: 'entries', index, width: TILE_WIDTH }), encodeBundle(tail))
    tail = []
  }
  if (tail.length > 0 && entries.length > 0) {
    const index = Math.floor(frontier.size / TILE_WIDTH)
    objects.set(tilePath({ level: 'entries', index, width: tail.length }), encodeBundle(tail))
  }
  for (const { level, index, hashes } of frontier.partials()) {
    const unit = TILE_WIDTH ** level
    const grown = Math.floor(before.frontier.size / unit) !== Math.floor(frontier.size / unit)
    if (grown) objects.set(tilePath({ level, index, width: hashes.length / HASH_BYTES }), hashes)
  }
  return { frontier, tail, objects }
}
