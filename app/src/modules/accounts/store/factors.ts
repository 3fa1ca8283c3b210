import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Factors, Passkey, TotpKey } from '../factor.ts'

const totpColumns = ['id', 'sealed', 'last_step as lastStep', 'created_at as createdAt', 'used_at as usedAt'] as const

const passkeyColumns = [
  'id',
  'credential_id as credentialId',
  'public_key as publicKey',
  'counter',
  'transports',
  'name',
  'synced',
  'created_at as createdAt',
  'used_at as usedAt',
] as const

export async function factorsOf(tx: ReadTx, personId: string): Promise<Factors> {
  const totp = await tx
    .selectFrom('totp_keys')
    .select(totpColumns)
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const passkeys = await tx
    .selectFrom('passkeys')
    .select(passkeyColumns)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  const { left } = await openCodes(tx, personId)
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow()
  return { totp, passkeys, codesLeft: left }
}

/** An authenticator whose first code has not been typed yet. */
export function unconfirmedTotp(tx: ReadTx, personId: string, since: Date): Promise<TotpKey | undefined> {
  return tx
    .selectFrom('totp_keys')
    .select(totpColumns)
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .where('removed_at', 'is', null)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
}

export async function addTotp(tx: Tx, key: { id: string; personId: string; sealed: Buffer }, now: Date): Promise<void> {
  await tx
    .insertInto('totp_keys')
    .values({ id: key.id, person_id: key.personId, sealed: key.sealed, created_at: now })
    .execute()
}

/** Every authenticator of the person that was begun and not confirmed, or (`all`) every one. Returns how many there were. */
export async function removeTotp(tx: Tx, personId: string, now: Date, which: 'unconfirmed' | 'all'): Promise<number> {
  let query = tx
    .updateTable('totp_keys')
    .set({ removed_at: now })
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
  if (which === 'unconfirmed') query = query.where('confirmed_at', 'is', null)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

export async function confirmTotp(tx: Tx, id: string, step: number, now: Date): Promise<void> {
  await tx
    .updateTable('totp_keys')
    .set({ confirmed_at: now, used_at: now, last_step: step })
    .where('id', '=', id)
    .execute()
}

/** Uses the code of a step up; false when it, or a later one, was used meanwhile. */
export async function useTotpStep(tx: Tx, id: string, step: number, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('totp_keys')
    .set({ last_step: step, used_at: now })
    .where('id', '=', id)
    .where('last_step', '<', step)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** New codes; every earlier one stops working. */
export async function replaceCodes(tx: Tx, personId: string, hashes: Buffer[], now: Date): Promise<void> {
  await tx
    .updateTable('recovery_codes')
    .set({ replaced_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute()
  if (hashes.length === 0) return
  const rows = hashes.map((code_hash) => ({ id: newId(now), person_id: personId, code_hash, created_at: now }))
  await tx.insertInto('recovery_codes').values(rows).execute()
}

export async function useCode(tx: Tx, personId: string, hash: Buffer, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

function openCodes(tx: ReadTx, personId: string) {
  return tx
    .selectFrom('recovery_codes')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
}

export function passkeyByCredential(
  tx: ReadTx,
  credentialId: Buffer,
): Promise<(Passkey & { personId: string }) | undefined> {
  return tx
    .selectFrom('passkeys')
    .select([...passkeyColumns, 'person_id as personId'])
    .where('credential_id', '=', credentialId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

export type NewPasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'name' | 'synced'>

export async function addPasskey(tx: Tx, personId: string, key: NewPasskey, now: Date): Promise<string> {
  const id = newId(now)
  await tx
    .insertInto('passkeys')
    .values({
      id,
      person_id: personId,
      credential_id: key.credentialId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: key.transports,
      name: key.name,
      synced: key.synced,
      created_at: now,
    })
    .execute()
  return id
}

/** Counts a use; false when the passkey is gone or its counter did not go up, as that of a copied one would not. */
export async function countPasskeyUse(tx: Tx, id: string, counter: number, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('passkeys')
    .set({ counter, used_at: now })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    // Many authenticators, the synced ones above all, do not count and always say 0.
    .where((eb) => eb.or([eb('counter', '<', counter), eb.and([eb('counter', '=', 0), eb.val(counter === 0)])]))
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** One passkey of the person, or all. Returns how many there were. */
export async function removePasskeys(tx: Tx, personId: string, now: Date, id?: string): Promise<number> {
  let query = tx
    .updateTable('passkeys')
    .set({ removed_at: now })
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
  if (id) query = query.where('id', '=', id)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** False when this challenge was used before. */
export async function useChallenge(tx: Tx, hash: Buffer, expiresAt: Date): Promise<boolean> {
  const added = await tx
    .insertInto('used_challenges')
    .values({ challenge_hash: hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) > 0
}
