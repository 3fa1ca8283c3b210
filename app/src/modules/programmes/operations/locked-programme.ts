import type { Tx } from '#kernel/database.ts'
import { lock } from '#kernel/operation.ts'
import type { Programme } from '../programme.ts'
import { readProgramme } from '../store/programmes.ts'

/** The programme, with acts on its description, state, parties and seats one after the other. */
export async function lockedProgramme(tx: Tx, slug: string): Promise<Programme | undefined> {
  const found = await readProgramme(tx, slug)
  if (!found) return undefined
  await lock(tx, found.id)
  return readProgramme(tx, slug)
}
