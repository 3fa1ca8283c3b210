import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { countPasskeyUse, useChallenge } from './store/factors.ts'

export const passkeyUse = z.strictObject({
  passkeyId: z.uuid(),
  counter: z.number().int().min(0),
  challenge: z.strictObject({ hash: z.instanceof(Buffer), until: z.date() }),
})

/** Uses up the challenge and counts the use; false when either was used before, as by a replay or a copied device. */
export async function usePasskey(tx: Tx, use: z.output<typeof passkeyUse>, now: Date): Promise<boolean> {
  const fresh = await useChallenge(tx, use.challenge.hash, use.challenge.until)
  return fresh && countPasskeyUse(tx, use.passkeyId, use.counter, now)
}
