import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { forgotten } from '#kernel/mail/forgotten.ts'
import type { SealedAddress } from '#kernel/mail/sealed-address.ts'

/** Where to write to the requester, sealed: the one thing that the mail job reads of them, and it cannot open it. */
export async function addresseeOf(tx: ReadTx, requestId: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('information_requesters')
    .select('email_sealed')
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row?.email_sealed ?? undefined
}

/** Its address is opened as the mail leaves, from the place where it was sealed. */
export type LinkMail = SealedAddress & { eventId: string; capability: string; subject: string; body: string }

/** Once for an event, however often it is called; the token is put in as the mail leaves. */
export async function queueLinkMail(tx: Tx, now: Date, { eventId, ...mail }: LinkMail): Promise<void> {
  const before = await tx
    .selectFrom('mails')
    .select('id')
    .where('event_id', '=', eventId)
    .where('capability', '=', mail.capability)
    .executeTakeFirst()
  if (before) return
  await tx
    .insertInto('mails')
    .values({ ...mail, address: '', id: newId(now), event_id: eventId, created_at: now })
    .execute()
}

export async function officersOn(tx: ReadTx, day: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('installation_roles')
    .select('person_id')
    .distinct()
    .where('role', '=', 'information-officer')
    .where('first_day', '<=', day)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', day)]))
    .execute()
  return rows.map((row) => row.person_id)
}

export async function seatedOn(
  tx: ReadTx,
  programmeId: string | null,
  organisationId: string | null,
  roles: string[],
  day: string,
): Promise<string[]> {
  if (!programmeId || !organisationId) return []
  const rows = await tx
    .selectFrom('seats')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('organisation_id', '=', organisationId)
    .where('role', 'in', roles)
    .where('first_day', '<=', day)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', day)]))
    .execute()
  return rows.map((row) => row.person_id)
}

/** Who decides an objection to the answer. */
export async function superiorsOf(tx: ReadTx, requestId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select s as id from mufakat.information_superiors(${requestId}) s`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

type Moved = { id: string; programme_id: string | null; owner_id: string | null; was: string | null; due_on: string }

export async function recountDeadlines(tx: Tx): Promise<Moved[]> {
  const { rows } = await sql<Moved>`select * from mufakat.recount_information_requests()`.execute(tx)
  return rows
}

/** Requests that ended more than the years of the rule ago and still name who asked. */
export async function requestsToErase(
  tx: Tx,
  most: number,
): Promise<{ id: string; programme_id: string | null; owner_id: string | null }[]> {
  const { rows } = await sql<{ id: string; programme_id: string | null; owner_id: string | null }>`
    select r.id, r.programme_id, r.owner_id from information_requests r
    join information_requesters q on q.request_id = r.id
    where q.erased_at is null and r.state in ('answered', 'withdrawn')
      and (r.objected_on is null or r.reconsidered_on is not null) and (r.disputed_on is null or r.dispute_ended_on is not null)
      and (select max(s.happened_on) from information_request_steps s where s.request_id = r.id)
        < mufakat.today() - make_interval(years => mufakat.information_rule('requester.retention'))
    order by r.received_on limit ${most}`.execute(tx)
  return rows
}

/** Requests in a person's own list that are over. */
export async function closedRequestsOf(tx: ReadTx, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('information_requesters as q')
    .innerJoin('information_requests as r', 'r.id', 'q.request_id')
    .select('r.id')
    .where('q.person_id', '=', personId)
    .where('r.state', 'in', ['answered', 'withdrawn'])
    .execute()
  return rows.map(({ id }) => id)
}

/** Which of these requests still hold something of who asked. */
export async function heldRequesters(tx: ReadTx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('information_requesters')
    .select('request_id')
    .where('request_id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute()
  return rows.map(({ request_id }) => request_id)
}

/** Empties who asked, what was written and the letters to them; returns how many rows. Number, days and decision stay. */
export async function eraseRequester(tx: Tx, requestId: string, now: Date): Promise<number> {
  const inClear = { name: null, identity_number: null, email: null, phone: null, address: null }
  const nothing = { ...inClear, person_id: null, sealed: null, email_sealed: null, sent_hash: Buffer.alloc(0) }
  const who = await tx
    .updateTable('information_requesters')
    .set({ ...nothing, erased_at: now })
    .where('request_id', '=', requestId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  const texts = await tx
    .updateTable('information_request_texts')
    .set({ body: null, links: [], sealed: null, erased_at: now })
    .where('request_id', '=', requestId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  const mails = await tx
    .updateTable('mails')
    .set({ ...forgotten, forgotten_at: now })
    .where('sealed_for', '=', requestId)
    .executeTakeFirst()
  return [who, texts, mails].reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0)
}
