// RFC 6962 word for word, slow and recursive: what the tests compare with.
import { createHash } from 'node:crypto'
import { type KeyType, signingKey } from './index.ts'

export function leaf(entry: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(entry).digest()
}

export function treeHash(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return createHash('sha256').digest()
  if (entries.length === 1) return leaf(entries[0]!)
  const k = splitOf(entries.length)
  const children = [treeHash(entries.slice(0, k)), treeHash(entries.slice(k))]
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), ...children]))
    .digest()
}

export function path(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length === 1) return []
  const k = splitOf(entries.length)
  if (m < k) return [...path(m, entries.slice(0, k)), treeHash(entries.slice(k))]
  return [...path(m - k, entries.slice(k)), treeHash(entries.slice(0, k))]
}

export function proof(m: number, entries: readonly Uint8Array[]): Buffer[] {
  return subproof(m, entries, true)
}

function subproof(m: number, entries: readonly Uint8Array[], whole: boolean): Buffer[] {
  if (m === entries.length) return whole ? [] : [treeHash(entries)]
  const k = splitOf(entries.length)
  if (m <= k) return [...subproof(m, entries.slice(0, k), whole), treeHash(entries.slice(k))]
  return [...subproof(m - k, entries.slice(k), false), treeHash(entries.slice(0, k))]
}

function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

export const ORIGIN = 'log.example.id/2026'
export const NOW = 1_767_225_600

/** A key that is the same in every run: its seed is 32 times `byte`. */
export function keyOf(name: string, type: KeyType, byte: number) {
  return signingKey(name, type, Buffer.alloc(32, byte))
}

export const logKey = keyOf(ORIGIN, 'ed25519', 1)

export function entriesOf(count: number, from = 0): Buffer[] {
  return Array.from({ length: count }, (_, at) => Buffer.from(`entry ${from + at}`))
}
