import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { sameBytes, sha256 } from './hash.ts'
import { encodeUtf8 } from './utf8.ts'

/** What a key signs with: a note (0x01), a timestamped cosignature (0x04), or a post-quantum one (0x06). */
export type KeyType = 'ed25519' | 'cosignature' | 'ml-dsa-44'

type Encoding = {
  type: KeyType
  byte: number
  publicBytes: number
  publicPrefix: Uint8Array
  privatePrefix: Uint8Array
}

const ed25519 = {
  publicBytes: 32,
  publicPrefix: hex('302a300506032b6570032100'),
  privatePrefix: hex('302e020100300506032b657004220420'),
}
const mlDsa44 = {
  publicBytes: 1312,
  publicPrefix: hex('30820532300b06096086480165030403110382052100'),
  privatePrefix: hex('3034020100300b060960864801650304031104228020'),
}

// The prefixes are the DER of SPKI and of PKCS #8 (RFC 8410, RFC 9881) up to the key or the seed itself.
const ENCODINGS: readonly Encoding[] = [
  { type: 'ed25519', byte: 0x01, ...ed25519 },
  { type: 'cosignature', byte: 0x04, ...ed25519 },
  { type: 'ml-dsa-44', byte: 0x06, ...mlDsa44 },
]

/** A public key with its name, as a vkey carries it. `id`: 8 hex digits; `bytes`: the raw public key. */
export type VerifierKey = { name: string; id: string; type: KeyType; bytes: Uint8Array; key: KeyObject }

/** A private key with the public one that verifies what it signs. */
export type SigningKey = { verifier: VerifierKey; key: KeyObject }

const SEED_BYTES = 32
const SKEY_PREFIX = 'PRIVATE+KEY+'

/** `<name>+<key id>+base64(type || public key)` (C2SP signed-note, "Verifier keys"). */
export function formatVkey({ name, id, type, bytes }: VerifierKey): string {
  return `${name}+${id}+${encodeBase64(Buffer.concat([Buffer.of(encodingOf(type).byte), bytes]))}`
}

/** Reads a vkey; throws when it is malformed, of another type, or its key id is not that of its key. */
export function parseVkey(text: string): VerifierKey {
  const { name, id, encoding, material } = parseKey(text, 'vkey')
  if (material.length !== encoding.publicBytes) {
    throw new Error(`The vkey of ${name} holds ${material.length} bytes of key, expected ${encoding.publicBytes}.`)
  }
  const verifier = verifierKey(name, encoding, material)
  if (verifier.id !== id) throw new Error(`The vkey of ${name} says key id ${id}, its key has ${verifier.id}.`)
  return verifier
}

/** `PRIVATE+KEY+<name>+<key id>+base64(type || seed)`: what golang.org/x/mod/sumdb/note reads for Ed25519. */
export function formatSkey(name: string, type: KeyType, seed: Uint8Array): string {
  const { verifier } = signingKey(name, type, seed)
  const material = Buffer.concat([Buffer.of(encodingOf(type).byte), seed])
  return `${SKEY_PREFIX}${name}+${verifier.id}+${encodeBase64(material)}`
}

/** Reads an skey; throws as `parseVkey` does. Its text never enters a message. */
export function parseSkey(text: string): SigningKey {
  if (!text.startsWith(SKEY_PREFIX)) throw new Error(`A private key starts with ${SKEY_PREFIX}.`)
  const { name, id, encoding, material } = parseKey(text.slice(SKEY_PREFIX.length), 'skey')
  const signer = signingKey(name, encoding.type, material)
  if (signer.verifier.id !== id) {
    throw new Error(`The skey of ${name} says key id ${id}, its key has ${signer.verifier.id}.`)
  }
  return signer
}

/** The key pair that a seed of 32 random bytes gives (RFC 8032; FIPS 204, algorithm 6). */
export function signingKey(name: string, type: KeyType, seed: Uint8Array): SigningKey {
  if (seed.length !== SEED_BYTES) throw new Error(`A seed has ${SEED_BYTES} bytes, this one ${seed.length}.`)
  const encoding = encodingOf(type)
  const key = createPrivateKey({ key: Buffer.concat([encoding.privatePrefix, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return { verifier: verifierKey(name, encoding, spki.subarray(encoding.publicPrefix.length)), key }
}

/** Do two keys wrap the same public key, whatever their names and types? */
export function samePublicKey(a: VerifierKey, b: VerifierKey): boolean {
  return sameBytes(a.bytes, b.bytes)
}

/** Key names are not empty and hold no Unicode space, no plus sign and no control character. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\p{White_Space}+]/u.test(name) && !hasControl(name) && name.isWellFormed()
}

/** ASCII control characters, which no note may hold; `except` is let through. */
export function hasControl(text: string, except = ''): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x20 && text[at] !== except) return true
  }
  return false
}

function verifierKey(name: string, encoding: Encoding, bytes: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new Error('A key name is not empty and holds no space, plus sign or control character.')
  const digest = sha256(Buffer.concat([encodeUtf8(name), Buffer.of(0x0a, encoding.byte), bytes]))
  const id = Buffer.from(digest.subarray(0, 4)).toString('hex')
  const key = createPublicKey({ key: Buffer.concat([encoding.publicPrefix, bytes]), format: 'der', type: 'spki' })
  return { name, id, type: encoding.type, bytes: Buffer.from(bytes), key }
}

// The base64 part may hold plus signs itself, the name may not.
function parseKey(text: string, kind: string) {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  const bytes = base64 === undefined ? undefined : decodeBase64(base64)
  if (name === undefined || id === undefined || bytes === undefined) {
    throw new Error(`Not a ${kind}: expected <name>+<8 hex digits>+<base64>.`)
  }
  const encoding = ENCODINGS.find(({ byte }) => byte === bytes[0])
  if (encoding === undefined) {
    throw new Error(`The ${kind} of ${name} has signature type ${bytes[0]}; known are 1, 4 and 6.`)
  }
  return { name, id, encoding, material: bytes.subarray(1) }
}

function encodingOf(type: KeyType): Encoding {
  return ENCODINGS.find((encoding) => encoding.type === type)!
}

function hex(text: string): Uint8Array {
  return Buffer.from(text, 'hex')
}
