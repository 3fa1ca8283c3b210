import type { VerifierKey } from './key.ts'
import { formatNote, parseNote, parseSignatureLines, verifySignatures } from './note.ts'

/**
 * The checkpoint with the cosignatures that a witness answered. Lines by unknown keys are left out; throws when a line
 * is malformed, wrong, carries no time, or when none is by a known key. An older line by the same key is replaced.
 */
export function withCosignatures(
  checkpoint: Uint8Array,
  answer: string,
  witnesses: readonly VerifierKey[],
): Uint8Array {
  const { text, signatures } = parseNote(checkpoint)
  const verified = verifySignatures(text, parseSignatureLines(answer), witnesses)
  if (verified.length === 0) throw new Error('The answer holds no cosignature by a known witness.')
  if (verified.some(({ timestamp }) => timestamp === 0)) throw new Error('A cosignature leaves out its time.')
  const kept = signatures.filter(({ name, id }) => !verified.some(({ key }) => key.name === name && key.id === id))
  return formatNote(
    text,
    [...kept, ...verified].map(({ line }) => line),
  )
}
