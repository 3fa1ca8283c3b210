import type { Repair } from './repair-report.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The text of a file and how it was encoded; `bom` when a byte order mark said so. */
export type DecodedText = { text: string; encoding: Encoding; bom: boolean; repairs: Repair[] }

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Byte order mark first, then the zero bytes that UTF-16 leaves between Latin letters, then UTF-8 when every byte fits
 * it, and Windows-1252 for the rest, because no byte is wrong in it. `forced` skips the guessing, not the mark.
 */
export function decodeBytes(bytes: Uint8Array, forced?: Encoding): DecodedText {
  const mark = MARKS.find(([, sign]) => sign.every((byte, index) => bytes[index] === byte))
  const encoding = mark?.[0] ?? forced ?? guessWithoutMark(bytes)
  const body = mark ? bytes.subarray(mark[1].length) : bytes
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(body)
  const text = decoded.replaceAll('\0', '')
  const repairs: Repair[] = []
  const repair = (reason: Repair['reason'], read: string) =>
    repairs.push({ line: null, column: null, reason, raw: '', read })
  if (!mark && !forced && encoding !== 'utf-8') repair('encoding-assumed', encoding)
  if (text.length < decoded.length) repair('nul-removed', String(decoded.length - text.length))
  return { text, encoding, bom: mark !== undefined, repairs }
}

function guessWithoutMark(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, 4096)
  const pairs = Math.floor(sample.length / 2)
  const zeros = [0, 0]
  for (let index = 0; index < pairs * 2; index++) if (sample[index] === 0) zeros[index % 2]!++
  if (pairs > 1 && zeros[1]! > pairs * 0.3 && zeros[0]! < pairs * 0.1) return 'utf-16le'
  if (pairs > 1 && zeros[0]! > pairs * 0.3 && zeros[1]! < pairs * 0.1) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
