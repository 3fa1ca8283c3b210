import type { ReadTx, Tx } from '../database.ts'
import { newId } from '../ids.ts'
import type { Keys } from '../keys/keys.ts'

/** To an address that nobody may keep: a letter that tells somebody what became of their data. */
export type LastLetter = { eventId: string; address: string; subject: string; body: string; capability?: string }

const placeOf = (id: string) => `mails/${id}/address`
/** Longer than any letter is kept: held until it is released. */
const heldMs = 60 * 86_400_000

/**
 * Puts it into the queue with the address sealed under a key of the letter's own, which is destroyed when the letter was
 * sent or given up, or after 30 days. One for an event, however often this is called. `held`: it waits for releaseLetter.
 */
export async function queueLastLetter(
  tx: Tx,
  keys: Keys,
  now: Date,
  letter: LastLetter & { held?: boolean },
): Promise<void> {
  const { eventId, address, subject, body, capability, held } = letter
  if (await lastLetterOf(tx, eventId)) return
  const id = newId(now)
  const address_sealed = (await keys.of(id, now)).seal(placeOf(id), address)
  const sealed = { address: '', address_sealed, address_place: placeOf(id), sealed_for: id }
  const next_attempt_at = held ? new Date(now.getTime() + heldMs) : null
  await tx
    .insertInto('mails')
    .values({ id, ...sealed, event_id: eventId, subject, body, capability, next_attempt_at, created_at: now })
    .execute()
}

export async function releaseLetter(tx: Tx, eventId: string): Promise<void> {
  await tx
    .updateTable('mails')
    .set({ next_attempt_at: null })
    .where('event_id', '=', eventId)
    .whereRef('sealed_for', '=', 'id')
    .execute()
}

/** Whether a letter was written for this event already; what was sent is known by the event alone. */
export async function lastLetterOf(tx: ReadTx, eventId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('mails').select('id').where('event_id', '=', eventId).executeTakeFirst()
  return row?.id
}

export const isLastLetter = ({ id, sealed_for }: { id: string; sealed_for: string | null }) => sealed_for === id
