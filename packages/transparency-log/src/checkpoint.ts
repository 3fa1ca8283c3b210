import { decodeHash, encodeBase64 } from './base64.ts'
import { isSize, parseDecimal } from './decimal.ts'
import { hasControl } from './key.ts'

/** What a log says of itself: `size` entries with this root. Extension lines are opaque and rarely used. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array; extensions?: readonly string[] }

/** The note text of a checkpoint (C2SP tlog-checkpoint): origin, size, base64 root, extension lines. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  const lines = [origin, String(size), encodeBase64(root), ...extensions]
  if (!isSize(size) || root.length !== 32) throw new Error('A checkpoint needs a whole size and a root of 32 bytes.')
  if (lines.some((line) => line === '' || hasControl(line))) {
    throw new Error('Lines of a checkpoint are not empty and hold no control characters.')
  }
  return `${lines.join('\n')}\n`
}

/** Reads the note text of a checkpoint; throws naming the line that is wrong. */
export function parseCheckpoint(text: string): Required<Checkpoint> {
  if (!text.endsWith('\n')) throw new Error('checkpoint: the text does not end with a newline.')
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = text.slice(0, -1).split('\n')
  if (origin === '') throw new Error('checkpoint, line 1: expected the origin of the log.')
  const size = parseDecimal(sizeLine)
  if (size === undefined) throw new Error('checkpoint, line 2: expected a tree size without leading zeroes.')
  const root = decodeHash(rootLine)
  if (root === undefined) throw new Error('checkpoint, line 3: expected a root hash, 32 bytes in base64.')
  const empty = extensions.indexOf('')
  if (empty >= 0) throw new Error(`checkpoint, line ${empty + 4}: an extension line is empty.`)
  return { origin, size, root, extensions }
}
