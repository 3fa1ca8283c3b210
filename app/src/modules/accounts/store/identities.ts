import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'

export type Identity = { id: string; personId: string; issuer: string; createdAt: Date; usedAt: Date | null }

function identities(tx: ReadTx) {
  return tx
    .selectFrom('identities')
    .select(['id', 'person_id as personId', 'issuer', 'created_at as createdAt', 'used_at as usedAt'])
    .where('removed_at', 'is', null)
}

export function identityBySubject(tx: ReadTx, issuer: string, subject: string): Promise<Identity | undefined> {
  return identities(tx).where('issuer', '=', issuer).where('subject', '=', subject).executeTakeFirst()
}

export function identitiesOf(tx: ReadTx, personId: string): Promise<Identity[]> {
  return identities(tx).where('person_id', '=', personId).orderBy('created_at').execute()
}

export type NewIdentity = {
  personId: string
  issuer: string
  subject: string
  linkedBy: 'invitation' | 'verified-email'
}

export async function addIdentity(tx: Tx, given: NewIdentity, now: Date): Promise<string> {
  const id = newId(now)
  const { personId, issuer, subject, linkedBy } = given
  await tx
    .insertInto('identities')
    .values({ id, person_id: personId, issuer, subject, linked_by: linkedBy, created_at: now })
    .execute()
  return id
}

/** Notes the use; false when the link was removed meanwhile. */
export async function useIdentity(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('identities')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

export async function removeIdentity(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('identities')
    .set({ removed_at: now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}
