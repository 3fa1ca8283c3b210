import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Account } from '../account.ts'
import type { MailText } from '../mails.ts'

const accountColumns = [
  'accounts.person_id as personId',
  'people.name',
  'accounts.email',
  'accounts.password_hash as hash',
  'accounts.lang',
  'accounts.disabled_at as disabledAt',
] as const

function accounts(tx: ReadTx) {
  return tx.selectFrom('accounts').innerJoin('people', 'people.id', 'accounts.person_id').select(accountColumns)
}

export function accountByEmail(tx: ReadTx, email: string): Promise<Account | undefined> {
  return accounts(tx).where('accounts.email', '=', email).executeTakeFirst() as Promise<Account | undefined>
}

export function accountOf(tx: ReadTx, personId: string): Promise<Account | undefined> {
  return accounts(tx).where('accounts.person_id', '=', personId).executeTakeFirst() as Promise<Account | undefined>
}

/** Locks the account's row until the transaction ends, so that two changes of one password follow each other. */
export async function lockedAccount(tx: Tx, personId: string): Promise<Account | undefined> {
  await tx.selectFrom('accounts').select('person_id').where('person_id', '=', personId).forUpdate().execute()
  return accountOf(tx, personId)
}

/** The people whose accounts stand under these addresses and are not suspended, locked until the transaction ends. */
export async function lockedOpenAccounts(tx: Tx, emails: string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('accounts')
    .select('person_id')
    .where('email', 'in', ['', ...emails])
    .where('disabled_at', 'is', null)
    .orderBy('person_id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.person_id)
}

/** Whether this account has signed in from this network in the last 90 days. */
export async function knowsNetwork(tx: ReadTx, personId: string, network: Buffer, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 90 * 86_400_000)
  const found = await tx
    .selectFrom('sessions')
    .select('id')
    .where('person_id', '=', personId)
    .where('network_hash', '=', network)
    .where('created_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export async function setHash(tx: Tx, personId: string, hash: string): Promise<void> {
  await tx.updateTable('accounts').set({ password_hash: hash }).where('person_id', '=', personId).execute()
}

export async function setDisabled(tx: Tx, personId: string, at: Date | null): Promise<void> {
  await tx.updateTable('accounts').set({ disabled_at: at }).where('person_id', '=', personId).execute()
}

export type NewAccount = { personId: string; email: string; lang: 'id' | 'en'; hash?: string }

export async function addAccount(tx: Tx, account: NewAccount, now: Date): Promise<void> {
  await tx
    .insertInto('accounts')
    .values({
      person_id: account.personId,
      email: account.email,
      lang: account.lang,
      password_hash: account.hash ?? null,
      created_at: now,
    })
    .execute()
}

export type Recipient = Pick<Account, 'personId' | 'email'>

/** Queues a mail in the transaction of what it tells of; it is sent after commit. */
export async function addMail(tx: Tx, to: Recipient, text: MailText, now: Date, linkId?: string): Promise<void> {
  await tx
    .insertInto('mails')
    .values({
      id: newId(now),
      person_id: to.personId,
      address: to.email,
      subject: text.subject,
      body: text.body,
      link_id: linkId ?? null,
      created_at: now,
    })
    .execute()
}

export type SessionRow = {
  id: string
  official: boolean
  createdAt: Date
  seenAt: Date
  userAgent: string | null
  method: string
  networkSealed: Buffer | null
}

/** Sessions not yet ended, newest first; the caller leaves out those past their limits. */
export function sessionsOf(tx: ReadTx, personId: string): Promise<SessionRow[]> {
  return tx
    .selectFrom('sessions')
    .select(['id', 'official', 'created_at as createdAt', 'seen_at as seenAt', 'user_agent as userAgent'])
    .select(['method', 'network_sealed as networkSealed'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
}

export async function sessionByToken(
  tx: ReadTx,
  tokenHash: Buffer,
): Promise<{ id: string; personId: string } | undefined> {
  return tx
    .selectFrom('sessions')
    .select(['id', 'person_id as personId'])
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export type TokenRow = { id: string; name: string; createdAt: Date; expiresAt: Date; usedAt: Date | null }

export function tokensOf(tx: ReadTx, personId: string, now: Date): Promise<TokenRow[]> {
  return tx
    .selectFrom('api_tokens')
    .select(['id', 'name', 'created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
}

export type NewToken = { id: string; tokenHash: Buffer; personId: string; name: string; expiresAt: Date }

export async function addToken(tx: Tx, token: NewToken, now: Date): Promise<void> {
  await tx
    .insertInto('api_tokens')
    .values({
      id: token.id,
      token_hash: token.tokenHash,
      person_id: token.personId,
      name: token.name,
      created_at: now,
      expires_at: token.expiresAt,
    })
    .execute()
}

/** Whether a form made this token already: its key became the token's id. */
export async function hasToken(tx: ReadTx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('api_tokens').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

export async function revokeToken(tx: Tx, personId: string, tokenId: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('id', '=', tokenId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

export type MailRow = {
  id: string
  address: string
  address_sealed: Buffer | null
  address_place: string | null
  sealed_for: string | null
  subject: string
  body: string
  link_id: string | null
  capability: string | null
  createdAt: Date
}

export function newestMails(tx: ReadTx, most: number, onlyReserved: boolean): Promise<MailRow[]> {
  let query = tx
    .selectFrom('mails')
    .select(['id', 'address', 'address_sealed', 'address_place', 'sealed_for', 'subject', 'body', 'link_id'])
    .select(['capability', 'created_at as createdAt'])
    .orderBy('created_at', 'desc')
    .limit(most)
  // RFC 2606: names that belong to nobody, so the mail of a real person is never shown.
  if (onlyReserved)
    query = query.where(sql<boolean>`address ~ '[@.](example|test|invalid|localhost|example\\.(com|net|org))$'`)
  return query.execute()
}
