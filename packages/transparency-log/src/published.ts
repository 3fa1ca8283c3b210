import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { sameBytes } from './hash.ts'
import { decodeState } from './log-state.ts'
import { parseNote } from './note.ts'
import { isSame, type LogStorage } from './storage.ts'

/** Name under which the head of a log is kept. */
export const HEAD = 'log'

/**
 * Throws when readers see a checkpoint that the head does not lead up to: then the head was put back (a restored copy),
 * and signing on from it would fork the log.
 */
export async function checkNotPutBack(storage: LogStorage, head: Checkpoint, stored: Uint8Array): Promise<void> {
  const published = await storage.read('checkpoint')
  if (published === undefined) return
  const seen = parseCheckpoint(parseNote(published).text)
  if (seen.size < head.size || (seen.size === head.size && sameBytes(seen.root, head.root))) return
  // Unless another process has gone on between the two looks.
  if (!isSame(await storage.readState(HEAD), stored)) return
  throw new Error(
    `The published checkpoint has ${seen.size} entries, the head ${head.size}: it was put back. Nothing is signed.`,
  )
}

/** Publishes the checkpoint of a head. A slower process may publish an older one after a newer: so whoever publishes looks again. */
export async function publishLatest(storage: LogStorage, stored: Uint8Array): Promise<void> {
  for (let last: Uint8Array | undefined = stored, seen: Uint8Array | undefined; !isSame(last, seen); ) {
    const state = decodeState(last!)
    if (state.kind === 'settled') await storage.publish(state.note)
    seen = last
    last = await storage.readState(HEAD)
  }
}
