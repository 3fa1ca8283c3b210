import { sign, verify } from 'node:crypto'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import type { SigningKey, VerifierKey } from './key.ts'
import { encodeUtf8 } from './utf8.ts'

const TIMESTAMP_BYTES = 8

/** Message of an Ed25519 cosignature (C2SP tlog-cosignature): the checkpoint as of `timestamp` (POSIX seconds). */
export function cosignatureMessage(text: string, timestamp: number): Uint8Array {
  return encodeUtf8(`cosignature/v1\ntime ${timestamp}\n${text}`)
}

/** Message of an ML-DSA-44 cosignature over a whole tree: the `cosigned_message` structure with start 0. Throws when a name is longer than 255 bytes. */
export function subtreeMessage(cosigner: string, timestamp: number, { origin, size, root }: Checkpoint): Uint8Array {
  return Buffer.concat([
    encodeUtf8('subtree/v1\n\0'),
    shortText(cosigner),
    uint64(timestamp),
    shortText(origin),
    uint64(0),
    uint64(size),
    root,
  ])
}

/** Signs a note text. `timestamp` (POSIX seconds) goes into the two kinds of cosignatures; plain Ed25519 has none. */
export function signText(text: string, { verifier, key }: SigningKey, timestamp: number): Uint8Array {
  if (verifier.type === 'ed25519') return sign(null, encodeUtf8(text), key)
  return Buffer.concat([uint64(timestamp), sign(null, messageOf(verifier, text, timestamp), key)])
}

/** `timestamp`: POSIX seconds, 0 for a plain signature. Undefined when the signature is not by `verifier` over `text`. */
export function verifyText(
  text: string,
  verifier: VerifierKey,
  signature: Uint8Array,
): { timestamp: number } | undefined {
  if (verifier.type === 'ed25519') {
    return verify(null, encodeUtf8(text), verifier.key, signature) ? { timestamp: 0 } : undefined
  }
  if (signature.length < TIMESTAMP_BYTES) return undefined
  const timestamp = Number(Buffer.from(signature.subarray(0, TIMESTAMP_BYTES)).readBigUInt64BE())
  if (!Number.isSafeInteger(timestamp)) return undefined
  const message = messageOrNothing(verifier, text, timestamp)
  if (message === undefined) return undefined
  return verify(null, message, verifier.key, signature.subarray(TIMESTAMP_BYTES)) ? { timestamp } : undefined
}

function messageOf({ type, name }: VerifierKey, text: string, timestamp: number): Uint8Array {
  // Both kinds speak of a checkpoint and of nothing else.
  const checkpoint = parseCheckpoint(text)
  return type === 'cosignature' ? cosignatureMessage(text, timestamp) : subtreeMessage(name, timestamp, checkpoint)
}

function messageOrNothing(verifier: VerifierKey, text: string, timestamp: number): Uint8Array | undefined {
  try {
    return messageOf(verifier, text, timestamp)
  } catch {
    return undefined
  }
}

function shortText(text: string): Uint8Array {
  const bytes = encodeUtf8(text)
  if (bytes.length < 1 || bytes.length > 255) throw new Error('ML-DSA-44 signs names and origins of 1 to 255 bytes.')
  return Buffer.concat([Buffer.of(bytes.length), bytes])
}

function uint64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}
