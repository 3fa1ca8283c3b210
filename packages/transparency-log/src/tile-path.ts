import { parseDecimal } from './decimal.ts'

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256

/** Where a tile or an entry bundle is: level 0–63 or `entries`, index in the level, width 1–256 (256 is a full one). */
export type TileAddress = { level: number | 'entries'; index: number; width: number }

/** `tile/<L>/<N>[.p/<W>]`, as C2SP tlog-tiles writes it: N in groups of three digits, all but the last after an `x`. */
export function tilePath({ level, index, width }: TileAddress): string {
  const groups: string[] = []
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(String(rest % 1000).padStart(3, '0'))
  }
  const last = groups.length - 1
  const name = groups.map((group, at) => (at < last ? `x${group}` : group)).join('/')
  return `tile/${level}/${name}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

const SHAPE = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/

/** The address that a path names, or undefined when it is not the one spelling of a tile's path. */
export function parseTilePath(path: string): TileAddress | undefined {
  const [, name, groups, suffix] = SHAPE.exec(path) ?? []
  if (name === undefined || groups === undefined) return undefined
  const level = name === 'entries' ? 'entries' : parseDecimal(name)
  const width = suffix === undefined ? TILE_WIDTH : parseDecimal(suffix)
  const index = Number(groups.replaceAll(/[x/]/g, ''))
  if (level === undefined || width === undefined || width < 1 || width > TILE_WIDTH) return undefined
  if (level !== 'entries' && level > 63) return undefined
  const address: TileAddress = { level, index, width }
  return tilePath(address) === path ? address : undefined
}

/** Width of tile `index` of `level` in a tree of `size` entries: 0 (it does not exist) to 256. */
export function tileWidth(size: number, level: number | 'entries', index: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level))
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH))
}

/** Levels that a tree of `size` entries has tiles on; a level whose partial tile would be empty has only full ones. */
export function levelCount(size: number): number {
  let levels = 0
  while (size >= TILE_WIDTH ** levels) levels++
  return levels
}

/** Is this a partial tile or bundle that a tree of `size` has in full? tlog-tiles allows to delete those. */
export function isSuperseded({ level, index, width }: TileAddress, size: number): boolean {
  return width < TILE_WIDTH && tileWidth(size, level, index) === TILE_WIDTH
}
