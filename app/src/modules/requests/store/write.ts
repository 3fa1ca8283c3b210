import { type Insertable, sql } from 'kysely'
import { type Actor, personOf } from '#kernel/access.ts'
import type { DB, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import type { Lang } from '#kernel/reason.ts'
import type { JsonObject } from '#kernel/schema.ts'
import { hashToken } from '#kernel/session/token.ts'
import { namedDecision } from '#kernel/withheld.ts'
import type { InformationRequest } from '../request.ts'
import { sealWords } from '../sealed.ts'
import { bring } from './follow.ts'
import type { Rule } from './list.ts'
import { readRequest } from './read.ts'

/** `unnamed`: an act of the requester, whose row carries no author. */
export type By = { actor: Actor; now: Date; unnamed?: boolean }
/** Whoever writes words needs the keys to seal them with. */
export type Writing = By & { keys: Keys }

const authorOf = ({ actor, unnamed }: By) => (unnamed ? null : personOf(actor))

export type NewRequest = {
  id: string
  token: string
  programmeId: string | null
  channel: 'web' | 'desk'
  lang: Lang
  requester: Omit<Insertable<DB['information_requesters']>, 'request_id' | 'erased_at'>
}

/** Number, day, deadline and state are filled in by the database. */
export async function addRequest(tx: Tx, by: By, request: NewRequest): Promise<InformationRequest> {
  const { id, programmeId, channel, lang, token, requester } = request
  const filled = { year: 0, sequence: 0, received_on: '2000-01-01', first_due_on: '2000-01-01', state: 'open' }
  await tx
    .insertInto('information_requests')
    .values({
      ...filled,
      id,
      programme_id: programmeId,
      channel,
      lang,
      rule_version: 0,
      calendar_version: 0,
      created_at: by.now,
      created_by: authorOf(by),
    })
    .execute()
  await tx
    .insertInto('information_request_tokens')
    .values({ request_id: id, token_hash: hashToken(token) })
    .execute()
  await bring(tx, token)
  await tx
    .insertInto('information_requesters')
    .values({ ...requester, request_id: id })
    .execute()
  return (await readRequest(tx, id))!
}

/**
 * From which decision it was made. One that this actor may not read, or that there is not, changes nothing and is not told
 * apart. Returns what the event says of it: nothing where not everyone may know of it.
 */
export async function addDecision(tx: Tx, { now }: By, requestId: string, id: string): Promise<JsonObject> {
  const decision = await namedDecision(tx, id)
  if (!decision) return {}
  await tx
    .insertInto('information_request_decisions')
    .values({ request_id: requestId, classification_id: id, created_at: now })
    .execute()
  return decision.open ? { classification: id } : {}
}

export type TextKind =
  | 'asked'
  | 'purpose'
  | 'manner'
  | 'question'
  | 'reply'
  | 'instruction'
  | 'material'
  | 'extension'
  | 'forwarding'
  | 'answer'
  | 'withheld'
  | 'harm'
  | 'weighing'
  | 'partial'
  | 'elsewhere'
  | 'objection'
  | 'reconsideration'
  | 'dispute-outcome'

/** Sealed under the request's key; left out where nothing was written. */
export async function addText(
  tx: Tx,
  by: Writing,
  requestId: string,
  kind: TextKind,
  body: string | undefined,
  links: string[] = [],
): Promise<void> {
  if (!body && links.length === 0) return
  const id = newId(by.now)
  const key = await by.keys.of(requestId, by.now)
  const sealed = sealWords(key, id, { body: body ?? '', links })
  await tx
    .insertInto('information_request_texts')
    .values({ id, request_id: requestId, kind, sealed, created_at: by.now, created_by: authorOf(by) })
    .execute()
}

type StepRow = Insertable<DB['information_request_steps']>
export type NewStep = { kind: string } & Partial<
  Pick<StepRow, 'outcome' | 'ground' | 'organisation_id' | 'programme_id'>
>

/** Adds what happened; the database moves the request on. Returns it as it now stands. */
export async function addStep(tx: Tx, by: By, requestId: string, step: NewStep): Promise<InformationRequest> {
  await tx
    .insertInto('information_request_steps')
    .values({
      ...step,
      id: newId(by.now),
      request_id: requestId,
      // the database writes the day itself
      happened_on: '2000-01-01',
      created_at: by.now,
      created_by: authorOf(by),
    })
    .execute()
  return (await readRequest(tx, requestId))!
}

export async function addWording(tx: Tx, by: By, requestId: string, words: { subject: string; purpose: string }) {
  await tx
    .insertInto('information_request_wordings')
    .values({ ...words, id: newId(by.now), request_id: requestId, created_at: by.now, created_by: authorOf(by) })
    .execute()
}

export type NewPublication = { title: string; body: string; links: string[]; lang: Lang; withdrawn: boolean }

export async function addPublication(tx: Tx, by: By, requestId: string, row: NewPublication): Promise<void> {
  const stamp = { published_on: '2000-01-01', created_at: by.now, created_by: authorOf(by) }
  await tx
    .insertInto('information_publications')
    .values({ ...row, ...stamp, id: newId(by.now), request_id: requestId })
    .execute()
}

export async function isParty(tx: Tx, programmeId: string, organisationId: string): Promise<boolean> {
  const { rows } =
    await sql`select from parties p where p.programme_id = ${programmeId} and p.organisation_id = ${organisationId}
    and p.since <= mufakat.today() and coalesce(p.until, 'infinity') >= mufakat.today()`.execute(tx)
  return rows.length > 0
}

export async function addRule(tx: Tx, by: By, rule: Rule): Promise<void> {
  await tx
    .insertInto('information_rules')
    .values({ ...rule, created_at: by.now, created_by: authorOf(by) })
    .execute()
}
