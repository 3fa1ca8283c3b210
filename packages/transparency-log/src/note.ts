import { decodeBase64, encodeBase64 } from './base64.ts'
import { hasControl, isKeyName, type SigningKey, type VerifierKey } from './key.ts'
import { signText, verifyText } from './signature.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

/** One signature line of a note, not yet verified. `line` is its text without the newline. */
export type SignatureLine = { name: string; id: string; signature: Uint8Array; line: string }

/** A note taken apart; nothing in it is to be believed before `openNote`. */
export type Note = { text: string; signatures: SignatureLine[] }

/** A signature that a known key made. `timestamp`: POSIX seconds, 0 for plain signatures. */
export type VerifiedSignature = { key: VerifierKey; timestamp: number; line: string }

// The specification asks for at least 16 signatures; a limit keeps a hostile note from costing time.
const MAX_SIGNATURES = 100
const MAX_NOTE_BYTES = 1_000_000

/** Takes a signed note apart (C2SP signed-note, "Format"); throws saying what is malformed. */
export function parseNote(bytes: Uint8Array): Note {
  if (bytes.length > MAX_NOTE_BYTES) throw new Error(`note: longer than ${MAX_NOTE_BYTES} bytes.`)
  const note = decodeUtf8(bytes)
  if (note === undefined) throw new Error('note: not valid UTF-8.')
  if (hasControl(note, '\n')) throw new Error('note: holds a control character other than newline.')
  const end = note.lastIndexOf('\n\n')
  if (end < 0) throw new Error('note: no empty line between text and signatures.')
  return { text: note.slice(0, end + 1), signatures: parseSignatureLines(note.slice(end + 2)) }
}

/** Reads signature lines that stand alone, as a witness answers them. */
export function parseSignatureLines(text: string): SignatureLine[] {
  if (!text.endsWith('\n')) throw new Error('note: the last line is not a whole signature line.')
  const lines = text.slice(0, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw new Error(`note: more than ${MAX_SIGNATURES} signatures.`)
  return lines.map(parseSignatureLine)
}

/** `— <name> base64(key id || signature)` */
export function formatSignatureLine({ name, id }: VerifierKey, signature: Uint8Array): string {
  return `— ${name} ${encodeBase64(Buffer.concat([Buffer.from(id, 'hex'), signature]))}`
}

export function formatNote(text: string, lines: readonly string[]): Uint8Array {
  return encodeUtf8(`${text}\n${lines.map((line) => `${line}\n`).join('')}`)
}

/** A note over `text` signed by every key, in their order. `timestamp`: POSIX seconds, used by cosigning keys. */
export function signNote(text: string, keys: readonly SigningKey[], timestamp: number): Uint8Array {
  if (!text.endsWith('\n') || hasControl(text, '\n')) {
    throw new Error('A note text ends with a newline and holds no other control characters.')
  }
  return formatNote(text, signatureLines(text, keys, timestamp))
}

export function signatureLines(text: string, keys: readonly SigningKey[], timestamp: number): string[] {
  return keys.map((key) => formatSignatureLine(key.verifier, signText(text, key, timestamp)))
}

/**
 * Verifies a note against known keys. Signatures by other keys are ignored. Throws when the note is malformed,
 * when a signature under the name and id of a known key is wrong, and when no known key signed.
 */
export function openNote(
  bytes: Uint8Array,
  keys: readonly VerifierKey[],
): { text: string; verified: VerifiedSignature[] } {
  const { text, signatures } = parseNote(bytes)
  const verified = verifySignatures(text, signatures, keys)
  if (verified.length === 0) {
    const names = keys.map(({ name, id }) => `${name}+${id}`).join(', ')
    throw new Error(`note: no signature by a known key (${names}).`)
  }
  return { text, verified }
}

/** The signatures by known keys; throws when one of them is wrong. */
export function verifySignatures(
  text: string,
  signatures: readonly SignatureLine[],
  keys: readonly VerifierKey[],
): VerifiedSignature[] {
  return signatures.flatMap(({ name, id, signature, line }) => {
    // Two keys can share name and id by accident only; then either may have signed.
    const known = keys.filter((key) => key.name === name && key.id === id)
    if (known.length === 0) return []
    for (const key of known) {
      const result = verifyText(text, key, signature)
      if (result !== undefined) return [{ key, timestamp: result.timestamp, line }]
    }
    throw new Error(`note: the signature of ${name}+${id} is wrong.`)
  })
}

function parseSignatureLine(line: string, at: number): SignatureLine {
  const [dash, name = '', base64 = '', ...rest] = line.split(' ')
  const bytes = decodeBase64(base64)
  if (dash !== '—' || rest.length > 0 || !isKeyName(name) || bytes === undefined || bytes.length < 5) {
    throw new Error(`note, signature line ${at + 1}: expected "— <key name> <base64 of key id and signature>".`)
  }
  const id = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return { name, id, signature: bytes.subarray(4), line }
}
