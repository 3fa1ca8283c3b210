import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { type Addressee, erasedName } from '#kernel/erasable.ts'
import { forgotten } from '#kernel/mail/forgotten.ts'
import type { Lang } from '#kernel/reason.ts'

/** A reserved name (RFC 2606) that no letter ever reaches. */
const nowhere = (personId: string) => `erased-${personId}@erased.invalid`

/** Rows of a person that go for good: how they signed in, and from where. */
const waysIn = ['sessions', 'api_tokens', 'totp_keys', 'passkeys', 'recovery_codes', 'identities'] as const

export async function accountAddress(tx: ReadTx, personId: string): Promise<Addressee | undefined> {
  const account = await tx
    .selectFrom('accounts')
    .select(['email', 'lang'])
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return account && { address: account.email, lang: account.lang as Lang }
}

/** Closes the account for good and empties what it says of its person; returns how many rows. */
export async function eraseAccount(tx: Tx, personId: string, now: Date): Promise<number> {
  const account = await tx
    .updateTable('accounts')
    .set({ email: nowhere(personId), password_hash: null, disabled_at: now, erased_at: now })
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  const mails = await tx
    .updateTable('mails')
    .set({ ...forgotten, link_id: null, forgotten_at: now })
    .where('person_id', '=', personId)
    .where('forgotten_at', 'is', null)
    .executeTakeFirst()
  let gone = Number(account.numUpdatedRows) + Number(mails.numUpdatedRows)
  await tx.deleteFrom('single_use_links').where('person_id', '=', personId).execute()
  for (const table of waysIn) {
    const { numDeletedRows } = await tx.deleteFrom(table).where('person_id', '=', personId).executeTakeFirst()
    gone += Number(numDeletedRows)
  }
  return gone + (await eraseName(tx, personId))
}

/** What somebody did under a seat, a post or an office stays under their name: it is the record of the office. */
async function eraseName(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql`
    update people p set name = ${erasedName}, version = p.version + 1 where p.id = ${personId} and p.name <> ${erasedName}
      and not exists (select from memberships m where m.person_id = p.id)
      and not exists (select from seats s where s.person_id = p.id)
      and not exists (select from installation_roles r where r.person_id = p.id)
    returning 1`.execute(tx)
  return rows.length
}

/** Whose account still says who they are. */
export async function heldAccounts(tx: ReadTx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('accounts')
    .select('person_id')
    .where('person_id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
