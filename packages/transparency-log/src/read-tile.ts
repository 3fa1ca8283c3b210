import { decodeBundle } from './bundle.ts'
import { Frontier } from './frontier.ts'
import { HASH_BYTES } from './hash.ts'
import { levelCount, TILE_WIDTH, tilePath, tileWidth } from './tile-path.ts'

/** Reads one object of a log by its path; undefined when there is none. */
export type ReadObject = (path: string) => Promise<Uint8Array | undefined>

/** The hashes of a tile as wide as a tree of `size` has it; throws when it is missing or has another length. */
export async function readTile(read: ReadObject, size: number, level: number, index: number): Promise<Uint8Array> {
  const { bytes, width, path, stored } = await readWide(read, size, level, index)
  if (bytes.length !== stored * HASH_BYTES) {
    throw new Error(`${path}: ${bytes.length} bytes, expected ${stored * HASH_BYTES}.`)
  }
  return bytes.subarray(0, width * HASH_BYTES)
}

/** The entries of a bundle, as many as a tree of `size` has in it; throws when it is missing or holds another number. */
export async function readBundle(read: ReadObject, size: number, index: number): Promise<Uint8Array[]> {
  const { bytes, width, path, stored } = await readWide(read, size, 'entries', index)
  const entries = decodeNamed(bytes, path)
  if (entries.length !== stored) throw new Error(`${path}: ${entries.length} entries, expected ${stored}.`)
  return entries.slice(0, width)
}

/** The unfinished tiles of a tree of `size`, read back. */
export async function readFrontier(read: ReadObject, size: number): Promise<Frontier> {
  const partials: Uint8Array[] = []
  for (let level = 0; level < levelCount(size); level++) {
    const index = Math.floor(size / TILE_WIDTH ** (level + 1))
    partials.push(tileWidth(size, level, index) === 0 ? new Uint8Array() : await readTile(read, size, level, index))
  }
  return new Frontier(size, partials)
}

// A partial tile may be gone once the full one is there (tlog-tiles, "Partial Tiles"), so that one is asked next.
async function readWide(read: ReadObject, size: number, level: number | 'entries', index: number) {
  const width = tileWidth(size, level, index)
  for (const stored of new Set([width, TILE_WIDTH])) {
    const path = tilePath({ level, index, width: stored })
    const bytes = await read(path)
    if (bytes !== undefined) return { bytes, width, path, stored }
  }
  throw new Error(`${tilePath({ level, index, width })}: missing, and a tree of ${size} entries needs it.`)
}

function decodeNamed(bytes: Uint8Array, path: string): Uint8Array[] {
  try {
    return decodeBundle(bytes)
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`)
  }
}
