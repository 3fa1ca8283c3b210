import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { PersonalRow } from '#kernel/personal-data.ts'

/** Tables of the sign-in job: everything they hold about one person, without secrets and their hashes. */
export function ownAccount(tx: ReadTx, personId: string): Promise<PersonalRow[]> {
  return tx
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.person_id')
    .select(['people.id', 'people.name', 'accounts.email', 'accounts.lang'])
    .select(['accounts.created_at as since', 'accounts.disabled_at as disabled'])
    .where('accounts.person_id', '=', personId)
    .execute()
}

export async function ownSessions(
  tx: ReadTx,
  personId: string,
  network: (sealed: Buffer | null) => string | undefined,
): Promise<PersonalRow[]> {
  const rows = await tx
    .selectFrom('sessions')
    .select(['created_at as opened', 'seen_at as seen', 'ended_at as ended', 'method', 'user_agent as device'])
    .select('network_sealed')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(({ network_sealed, ...row }) => ({ ...row, network: network(network_sealed) ?? null }))
}

export function ownTokens(tx: ReadTx, personId: string): Promise<PersonalRow[]> {
  return tx
    .selectFrom('api_tokens')
    .select(['name', 'created_at as opened', 'expires_at as expires', 'used_at as seen', 'revoked_at as ended'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute()
}

export async function ownFactors(tx: ReadTx, personId: string): Promise<PersonalRow[]> {
  const apps = await tx
    .selectFrom('totp_keys')
    .select(['created_at as opened', 'used_at as seen', 'removed_at as ended'])
    .where('person_id', '=', personId)
    .execute()
  const passkeys = await tx
    .selectFrom('passkeys')
    .select(['name', 'created_at as opened', 'used_at as seen', 'removed_at as ended'])
    .where('person_id', '=', personId)
    .execute()
  const codes = await tx
    .selectFrom('recovery_codes')
    .select(['created_at as opened', 'used_at as seen', 'replaced_at as ended'])
    .where('person_id', '=', personId)
    .execute()
  const identities = await tx
    .selectFrom('identities')
    .select(['issuer', 'subject', 'created_at as opened', 'used_at as seen', 'removed_at as ended'])
    .where('person_id', '=', personId)
    .execute()
  return [
    ...apps.map((row) => ({ kind: 'totp', name: null, ...row })),
    ...passkeys.map((row) => ({ kind: 'passkey', ...row })),
    ...codes.map((row) => ({ kind: 'recovery-code', name: null, ...row })),
    ...identities.map(({ issuer, subject, ...row }) => ({ kind: 'provider', name: `${issuer} ${subject}`, ...row })),
  ]
}

export function ownMails(tx: ReadTx, personId: string): Promise<PersonalRow[]> {
  return tx
    .selectFrom('mails')
    .select(['created_at as opened', 'sent_at as sent', 'address', 'subject'])
    .where('person_id', '=', personId)
    .where('forgotten_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()
}

type OwnEvent = { at: Date; name: string; about: string; id: string; programme: string | null; payload: unknown }

/**
 * Read as the person: what they did, as far as it is open to them today, and what was done to their account; newest
 * first. An act in a record that is closed to them by now is not shown again through this door.
 */
export async function ownEvents(tx: ReadTx, personId: string, most: number): Promise<PersonalRow[]> {
  const acts = await tx
    .selectFrom('events')
    .select(['at', 'name', 'subject_kind as about', 'subject_id as id', 'programme_id as programme', 'payload'])
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  const { rows } = await sql<OwnEvent>`
    select * from mufakat.own_account_events() order by at desc limit ${most}`.execute(tx)
  const all: OwnEvent[] = [...acts, ...rows]
  all.sort((a, b) => b.at.getTime() - a.at.getTime())
  return all.slice(0, most).map((row) => ({ ...row, payload: JSON.stringify(row.payload) }))
}

/** Read as the person: public facts about them. */
export function ownPosts(tx: ReadTx, personId: string): Promise<PersonalRow[]> {
  return tx
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .select(['organisations.name as organisation', 'memberships.post', 'memberships.head'])
    .select(['memberships.starts_on as first', 'memberships.ends_on as last'])
    .where('memberships.person_id', '=', personId)
    .orderBy('memberships.starts_on')
    .execute()
}

export async function ownSeats(tx: ReadTx, personId: string): Promise<PersonalRow[]> {
  const seats = await tx
    .selectFrom('seats')
    .leftJoin('programmes', 'programmes.id', 'seats.programme_id')
    .leftJoin('organisations', 'organisations.id', 'seats.organisation_id')
    .select(['programmes.name as programme', 'organisations.name as organisation', 'seats.role'])
    .select(['seats.first_day as first', 'seats.last_day as last'])
    .where('seats.person_id', '=', personId)
    .orderBy('seats.first_day')
    .execute()
  const roles = await tx
    .selectFrom('installation_roles')
    .select(['role', 'first_day as first', 'last_day as last'])
    .where('person_id', '=', personId)
    .execute()
  return [...seats, ...roles.map((row) => ({ programme: null, organisation: null, ...row }))]
}
