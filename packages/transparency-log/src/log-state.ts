import { decodeBundle, encodeBundle } from './bundle.ts'
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { parseDecimal } from './decimal.ts'
import { parseNote } from './note.ts'
import { encodeUtf8 } from './utf8.ts'

/**
 * The head of a log as its storage keeps it. `pending`: the tree is decided and not yet signed; its last entries
 * are kept here until all tiles are written. `settled`: everything is written and `note` is the signed checkpoint.
 */
export type LogState =
  | { kind: 'pending'; head: Checkpoint; from: number; entries: readonly Uint8Array[] }
  | { kind: 'settled'; head: Checkpoint; note: Uint8Array }

export function encodeState(state: LogState): Uint8Array {
  if (state.kind === 'settled') return Buffer.concat([encodeUtf8('settled\n'), state.note])
  const header = encodeUtf8(`pending ${state.from}\n${formatCheckpoint(state.head)}\n`)
  return Buffer.concat([header, encodeBundle(state.entries)])
}

export function decodeState(bytes: Uint8Array): LogState {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [first = ''] = buffer.toString('latin1', 0, 40).split('\n')
  const rest = buffer.subarray(first.length + 1)
  if (first === 'settled') return { kind: 'settled', head: parseCheckpoint(parseNote(rest).text), note: rest }
  const from = first.startsWith('pending ') ? parseDecimal(first.slice(8)) : undefined
  const end = rest.indexOf('\n\n')
  if (from === undefined || end < 0) throw new Error('The stored head of the log cannot be read.')
  const head = parseCheckpoint(rest.toString('utf8', 0, end + 1))
  return { kind: 'pending', head, from, entries: decodeBundle(rest.subarray(end + 2)) }
}
