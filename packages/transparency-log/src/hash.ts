import { hash } from 'node:crypto'

export const HASH_BYTES = 32

export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer')
}

/** Root of the empty tree: SHA-256 of nothing (RFC 6962, section 2.1). */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array())

/** Hash of an entry as a leaf: SHA-256(0x00 || entry) (RFC 6962, section 2.1). */
export function leafHash(entry: Uint8Array): Uint8Array {
  const input = Buffer.allocUnsafe(1 + entry.length)
  input[0] = 0x00
  input.set(entry, 1)
  return sha256(input)
}

// One buffer for all: hashing is synchronous and reads it before anyone writes again.
const pair = Buffer.alloc(1 + 2 * HASH_BYTES)
pair[0] = 0x01

/** Hash of two subtrees: SHA-256(0x01 || left || right) (RFC 6962, section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1)
  pair.set(right, 1 + HASH_BYTES)
  return sha256(pair)
}

/** Root over 2^k hashes laid end to end: a perfect subtree. */
export function perfectRoot(hashes: Uint8Array): Uint8Array {
  const level = Buffer.from(hashes)
  for (let count = level.length / HASH_BYTES; count > 1; count /= 2) {
    for (let i = 0; i < count / 2; i++) {
      level.copy(pair, 1, 2 * i * HASH_BYTES, (2 * i + 2) * HASH_BYTES)
      level.set(sha256(pair), i * HASH_BYTES)
    }
  }
  return Buffer.from(level.subarray(0, HASH_BYTES))
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
