import { decodeBase64, encodeBase64 } from './base64.ts'
import { sha256 } from './hash.ts'
import { encodeUtf8 } from './utf8.ts'

/** A non-public field of a record, with the salt that hides it: all that is needed to show what a commitment holds. */
export type Disclosure = { recordId: string; name: string; salt: Uint8Array; value: string }

export const SALT_BYTES = 32

const DOMAIN = encodeUtf8('mufakat/field/v1\0')

/**
 * Commitment to a field: SHA-256("mufakat/field/v1" || 0x00 || len16(recordId) || recordId || len16(name) || name ||
 * salt || len32(value) || value); texts in UTF-8, lengths big-endian in bytes, the salt 32 random bytes.
 */
export function fieldDigest({ recordId, name, salt, value }: Disclosure): Uint8Array {
  if (salt.length !== SALT_BYTES) throw new Error(`A salt has ${SALT_BYTES} bytes, this one ${salt.length}.`)
  return sha256(Buffer.concat([DOMAIN, withLength(recordId, 2), withLength(name, 2), salt, withLength(value, 4)]))
}

/** A disclosure as plain JSON, to hand to somebody: salt in base64. */
export function formatDisclosure({ recordId, name, salt, value }: Disclosure): string {
  return JSON.stringify({ recordId, name, salt: encodeBase64(salt), value })
}

/** Reads a disclosure; throws naming the member that is wrong. */
export function parseDisclosure(text: string): Disclosure {
  const given: unknown = JSON.parse(text)
  const { recordId, name, salt, value } = (given ?? {}) as Record<string, unknown>
  const bytes = typeof salt === 'string' ? decodeBase64(salt) : undefined
  if (bytes?.length !== SALT_BYTES) throw new Error(`disclosure: "salt" is ${SALT_BYTES} bytes in base64.`)
  for (const [member, text] of Object.entries({ recordId, name, value })) {
    if (typeof text !== 'string') throw new Error(`disclosure: "${member}" is a text.`)
  }
  return { recordId: String(recordId), name: String(name), salt: bytes, value: String(value) }
}

function withLength(text: string, width: 2 | 4): Uint8Array {
  const bytes = encodeUtf8(text)
  if (bytes.length >= 256 ** width) throw new Error(`A text of ${bytes.length} bytes is too long for a commitment.`)
  const length = Buffer.alloc(width)
  length.writeUIntBE(bytes.length, 0, width)
  return Buffer.concat([length, bytes])
}
