import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import type { VerifierKey } from './key.ts'
import { openNote, type VerifiedSignature } from './note.ts'

export type OpenedCheckpoint = { checkpoint: Required<Checkpoint>; text: string; verified: VerifiedSignature[] }

/**
 * Verifies a signed checkpoint. At least one key whose name is the checkpoint's origin must have signed,
 * so that a key of one log never vouches for another. `cosigners` are verified beside it.
 */
export function openCheckpoint(
  bytes: Uint8Array,
  logKeys: readonly VerifierKey[],
  cosigners: readonly VerifierKey[] = [],
): OpenedCheckpoint {
  const { text, verified } = openNote(bytes, [...logKeys, ...cosigners])
  const checkpoint = parseCheckpoint(text)
  const byLog = verified.some(({ key }) => logKeys.includes(key) && key.name === checkpoint.origin)
  if (!byLog) throw new Error(`checkpoint: not signed by a known key of the log ${checkpoint.origin}.`)
  return { checkpoint, text, verified }
}
