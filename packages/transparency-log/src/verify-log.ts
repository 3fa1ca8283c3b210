import { encodeBundle } from './bundle.ts'
import type { Checkpoint } from './checkpoint.ts'
import { Frontier, type Tile } from './frontier.ts'
import { HASH_BYTES, leafHash, sameBytes } from './hash.ts'
import type { OpenedCheckpoint } from './open-checkpoint.ts'
import { type ReadObject, readBundle, readTile } from './read-tile.ts'
import { parseTilePath, TILE_WIDTH, type TileAddress, tilePath, tileWidth } from './tile-path.ts'

/** Where a log is read from. `list`: every path under `tile/`, where the place can tell. */
export type LogSource = { read: ReadObject; list?: () => AsyncIterable<string> }

/** What was recomputed. `olderPartials`: partial tiles and bundles of earlier sizes; `beyond`: objects past the checkpoint. */
export type Checked = {
  signatures: number
  entries: number
  bundles: number
  tiles: number
  olderPartials: number
  beyond: number
}

export type VerifiedLog = { checkpoint: Required<Checkpoint>; checked: Checked }

const READ_AHEAD = 8

/**
 * Recomputes a log from its entries: the signatures of its checkpoint, every tile, the root, and partial tiles left from
 * earlier sizes. `open` verifies the signatures; `previous` is an earlier checkpoint of the same log that this one must
 * extend; `checked` counts as it goes, so that a caller knows how far it came. Throws naming what does not hold.
 */
export async function verifyLog(
  source: LogSource,
  open: (checkpoint: Uint8Array) => OpenedCheckpoint,
  checked: Checked,
  previous?: Checkpoint,
): Promise<VerifiedLog> {
  const note = await source.read('checkpoint')
  if (note === undefined) throw new Error('checkpoint: missing.')
  const { checkpoint, verified } = open(note)
  checked.signatures = verified.length
  if (previous !== undefined) checkPrevious(checkpoint, previous)
  const frontier = await recompute(source.read, checkpoint.size, checked, previous)
  if (!sameBytes(frontier.root(), checkpoint.root)) {
    throw new Error(`The ${checkpoint.size} entries do not lead to the root that the checkpoint signs.`)
  }
  if (source.list !== undefined) await checkStored(source.read, source.list(), checkpoint.size, checked)
  return { checkpoint, checked }
}

export function nothingChecked(): Checked {
  return { signatures: 0, entries: 0, bundles: 0, tiles: 0, olderPartials: 0, beyond: 0 }
}

function checkPrevious({ origin, size }: Checkpoint, previous: Checkpoint): void {
  if (previous.origin !== origin) throw new Error(`The earlier checkpoint is of another log, ${previous.origin}.`)
  if (previous.size > size) throw new Error(`The log went back from ${previous.size} entries to ${size}.`)
}

async function recompute(read: ReadObject, size: number, checked: Checked, previous?: Checkpoint): Promise<Frontier> {
  const frontier = new Frontier()
  const same = () => {
    if (previous?.size !== frontier.size || sameBytes(frontier.root(), previous.root)) return
    throw new Error(
      `The first ${previous.size} entries are not those of the earlier checkpoint: the log was rewritten.`,
    )
  }
  same()
  const stored = ({ level, index }: Tile) => readTile(read, size, level, index)
  for (let next = 0; next * TILE_WIDTH < size; next += READ_AHEAD) {
    const count = Math.min(READ_AHEAD, Math.ceil(size / TILE_WIDTH) - next)
    // Bundle and leaf tile side by side: over HTTP each of them waits for the network.
    const loaded = await Promise.all(
      Array.from({ length: count }, (_, at) =>
        Promise.all([readBundle(read, size, next + at), readTile(read, size, 0, next + at)]),
      ),
    )
    for (const [entries, leaves] of loaded) {
      const full: Tile[] = []
      for (const entry of entries) {
        frontier.push(leafHash(entry), (tile) => full.push(tile))
        same()
      }
      checked.entries += entries.length
      checked.bundles++
      for (const tile of full) checkTile(tile, tile.level === 0 ? leaves : await stored(tile), checked)
    }
  }
  for (const tile of frontier.partials()) checkTile(tile, await stored(tile), checked)
  return frontier
}

function checkTile({ level, index, hashes }: Tile, stored: Uint8Array, checked: Checked): void {
  if (!sameBytes(stored, hashes)) {
    const path = tilePath({ level, index, width: hashes.length / HASH_BYTES })
    throw new Error(`${path}: holds other hashes than the entries give.`)
  }
  checked.tiles++
}

// What the checkpoint needs has been checked by now; anything else stored must agree with it as far as both reach.
async function checkStored(read: ReadObject, paths: AsyncIterable<string>, size: number, checked: Checked) {
  for await (const path of paths) {
    const address = parseTilePath(path)
    if (address === undefined) throw new Error(`${path}: not the path of a tile or a bundle.`)
    const width = tileWidth(size, address.level, address.index)
    if (address.width === width) continue
    const agrees = width === 0 || (await agreesWithTree(read, path, address, size))
    if (!agrees) throw new Error(`${path}: does not agree with the tree of the checkpoint.`)
    if (address.width < width) checked.olderPartials++
    else checked.beyond++
  }
}

async function agreesWithTree(read: ReadObject, path: string, { level, index, width }: TileAddress, size: number) {
  const bytes = await read(path)
  if (bytes === undefined) return true
  const common = Math.min(width, tileWidth(size, level, index))
  if (level !== 'entries') {
    const tile = await readTile(read, size, level, index)
    return bytes.length === width * HASH_BYTES && startSame(bytes, tile, common * HASH_BYTES)
  }
  const bundle = encodeBundle((await readBundle(read, size, index)).slice(0, common))
  return width > common ? startSame(bytes, bundle, bundle.length) : sameBytes(bytes, bundle)
}

function startSame(a: Uint8Array, b: Uint8Array, length: number): boolean {
  return sameBytes(a.subarray(0, length), b.subarray(0, length))
}
