import { decodeBase64, decodeHash, encodeBase64 } from './base64.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { isSize, parseDecimal } from './decimal.ts'
import { leafHash } from './hash.ts'
import { parseNote, type VerifiedSignature } from './note.ts'
import type { OpenedCheckpoint } from './open-checkpoint.ts'
import { proveInclusion } from './prove.ts'
import type { ReadObject } from './read-tile.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'
import { verifyInclusion } from './verify-proof.ts'

/** A `.tlog-proof` (C2SP tlog-proof): entry `index` is in the tree of the signed checkpoint. `extra` is not authenticated. */
export type Receipt = { index: number; proof: readonly Uint8Array[]; checkpoint: Uint8Array; extra?: Uint8Array }

const HEADER = 'c2sp.org/tlog-proof@v1'
const MAX_PROOF = 63

export function formatReceipt({ index, proof, checkpoint, extra }: Receipt): Uint8Array {
  if (!isSize(index)) throw new Error('A receipt needs the index of its entry, a whole number.')
  const lines = [
    HEADER,
    ...(extra === undefined || extra.length === 0 ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...proof.map(encodeBase64),
  ]
  return Buffer.concat([encodeUtf8(`${lines.join('\n')}\n\n`), checkpoint])
}

/** Makes the receipt of entry `index` under a signed checkpoint, from the tiles that `read` finds. */
export async function makeReceipt(read: ReadObject, checkpoint: Uint8Array, index: number): Promise<Receipt> {
  const { size } = parseCheckpoint(parseNote(checkpoint).text)
  return { index, proof: await proveInclusion(read, size, index), checkpoint }
}

/** Takes a receipt apart; throws naming the line that is wrong. Nothing in it is verified. */
export function parseReceipt(bytes: Uint8Array): Receipt {
  const text = decodeUtf8(bytes)
  if (text === undefined) throw new Error('receipt: not valid UTF-8.')
  const end = text.indexOf('\n\n')
  if (end < 0) throw new Error('receipt: no empty line before the checkpoint.')
  const lines = text.slice(0, end).split('\n')
  if (lines[0] !== HEADER) throw new Error(`receipt, line 1: expected ${HEADER}.`)
  const extra = lines[1]?.startsWith('extra ') ? decodeBase64(lines[1].slice(6)) : undefined
  if (lines[1]?.startsWith('extra ') && !extra?.length)
    throw new Error('receipt, line 2: expected extra data in base64.')
  const at = extra === undefined ? 1 : 2
  const index = lines[at]?.startsWith('index ') ? parseDecimal(lines[at].slice(6)) : undefined
  if (index === undefined)
    throw new Error(`receipt, line ${at + 1}: expected "index" and a number without leading zeroes.`)
  const hashLines = lines.slice(at + 1)
  if (hashLines.length > MAX_PROOF) throw new Error(`receipt: more than ${MAX_PROOF} hashes.`)
  const proof = hashLines.map((line, n) => {
    const hash = decodeHash(line)
    if (hash === undefined) throw new Error(`receipt, line ${at + n + 2}: expected a hash, 32 bytes in base64.`)
    return hash
  })
  return { index, proof, checkpoint: encodeUtf8(text.slice(end + 2)), extra }
}

/**
 * Verifies that `entry` is in the log. `open` verifies the checkpoint: `openCheckpoint` with the log's keys,
 * or `openByPolicy` with a policy. Throws saying which of the two does not hold.
 */
export function verifyReceipt(
  receipt: Receipt,
  entry: Uint8Array,
  open: (checkpoint: Uint8Array) => OpenedCheckpoint,
): { checkpoint: Checkpoint; verified: VerifiedSignature[] } {
  const { checkpoint, verified } = open(receipt.checkpoint)
  const { size, root } = checkpoint
  const included = verifyInclusion({ index: receipt.index, size, leaf: leafHash(entry), root, proof: receipt.proof })
  if (!included) {
    throw new Error(`receipt: this entry is not number ${receipt.index} of the ${size} entries in the checkpoint.`)
  }
  return { checkpoint, verified }
}
