import { EMPTY_ROOT, HASH_BYTES, nodeHash, perfectRoot } from './hash.ts'
import { TILE_WIDTH } from './tile-path.ts'

/** A tile with its hashes laid end to end; as many as it is wide. */
export type Tile = { level: number; index: number; hashes: Uint8Array }

/** The unfinished tile of every level: all that a tree must remember to grow and to know its root. */
export class Frontier {
  size: number
  readonly #levels: { hashes: Buffer; width: number }[]

  /** `partials[l]`: the hashes of the unfinished tile of level l, `floor(size / 256^l) mod 256` of them. */
  constructor(size = 0, partials: readonly Uint8Array[] = []) {
    this.size = size
    this.#levels = partials.map((partial) => {
      const hashes = Buffer.alloc(TILE_WIDTH * HASH_BYTES)
      hashes.set(partial)
      return { hashes, width: partial.length / HASH_BYTES }
    })
  }

  copy(): Frontier {
    return new Frontier(
      this.size,
      this.#levels.map(({ hashes, width }) => hashes.subarray(0, width * HASH_BYTES)),
    )
  }

  /** Adds a leaf; every tile that it completes goes to `full`, lowest level first. */
  push(leaf: Uint8Array, full: (tile: Tile) => void): void {
    let hash = leaf
    for (let level = 0; ; level++) {
      this.#levels[level] ??= { hashes: Buffer.alloc(TILE_WIDTH * HASH_BYTES), width: 0 }
      const tile = this.#levels[level]!
      tile.hashes.set(hash, tile.width * HASH_BYTES)
      tile.width++
      if (tile.width < TILE_WIDTH) break
      const index = Math.floor(this.size / TILE_WIDTH ** (level + 1))
      full({ level, index, hashes: Buffer.from(tile.hashes) })
      hash = perfectRoot(tile.hashes)
      tile.width = 0
    }
    this.size++
  }

  /** The unfinished tiles that hold at least one hash. */
  partials(): Tile[] {
    return this.#levels.flatMap(({ hashes, width }, level) => {
      const index = Math.floor(this.size / TILE_WIDTH ** (level + 1))
      return width === 0 ? [] : [{ level, index, hashes: Buffer.from(hashes.subarray(0, width * HASH_BYTES)) }]
    })
  }

  /** Merkle tree hash over all leaves (RFC 6962, section 2.1): the perfect subtrees, joined from the right. */
  root(): Uint8Array {
    let root: Uint8Array | undefined
    for (const { hashes, width } of this.#levels) {
      let end = width
      for (let count = 1; count <= width; count *= 2) {
        if (Math.floor(width / count) % 2 === 0) continue
        const subtree = perfectRoot(hashes.subarray((end - count) * HASH_BYTES, end * HASH_BYTES))
        root = root === undefined ? subtree : nodeHash(subtree, root)
        end -= count
      }
    }
    return root ?? EMPTY_ROOT
  }
}
