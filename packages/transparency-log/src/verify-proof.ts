import { isSize } from './decimal.ts'
import { HASH_BYTES, nodeHash, sameBytes } from './hash.ts'

/** What an inclusion proof claims: the leaf hash is at `index` of the tree of `size` entries with this root. */
export type Inclusion = {
  index: number
  size: number
  leaf: Uint8Array
  root: Uint8Array
  proof: readonly Uint8Array[]
}

/** What a consistency proof claims: the first `size1` entries of the tree (size2, root2) are the tree (size1, root1). */
export type Consistency = {
  size1: number
  size2: number
  root1: Uint8Array
  root2: Uint8Array
  proof: readonly Uint8Array[]
}

/** Does the proof lead from the leaf to the root? (RFC 9162, section 2.1.3.2) */
export function verifyInclusion({ index, size, leaf, root, proof }: Inclusion): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, root, ...proof])) return false
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    const right = node % 2 === 1 || node === last
    hash = right ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
    // The last node of an odd level has no sibling there: it moves up to where it has one.
    while (right && node % 2 === 0 && node !== 0) {
      node /= 2
      last = Math.floor(last / 2)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameBytes(hash, root)
}

/** Does the proof lead to both roots? (RFC 9162, section 2.1.4.2) From size 0 there is nothing to prove: always no. */
export function verifyConsistency({ size1, size2, root1, root2, proof }: Consistency): boolean {
  if (!isSize(size1) || !isSize(size2) || size1 === 0 || size1 > size2) return false
  if (size1 === size2) return proof.length === 0 && sameBytes(root1, root2)
  if (proof.length === 0 || !areHashes([root1, root2, ...proof])) return false
  let node = size1 - 1
  let last = size2 - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  // node 0: the older tree is a whole left subtree, and its root starts both paths.
  const path = node === 0 ? [root1, ...proof] : proof
  let older = path[0]!
  let newer = path[0]!
  for (const hash of path.slice(1)) {
    if (last === 0) return false
    const right = node % 2 === 1 || node === last
    if (right) older = nodeHash(hash, older)
    newer = right ? nodeHash(hash, newer) : nodeHash(newer, hash)
    while (right && node % 2 === 0 && node !== 0) {
      node /= 2
      last = Math.floor(last / 2)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameBytes(older, root1) && sameBytes(newer, root2)
}

function areHashes(values: readonly Uint8Array[]): boolean {
  return values.every((value) => value.length === HASH_BYTES)
}
