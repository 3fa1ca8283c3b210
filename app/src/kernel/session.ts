import { sql } from 'kysely'
import type { InstallationRole, PersonActor, Seat } from './access.ts'
import { jakartaDate, type ReadTx, type Tx, writeAs } from './database.ts'
import { newId } from './ids.ts'
import type { Lang } from './reason.ts'
import { signInJob } from './session/job.ts'
import { hashToken, isToken, newToken } from './session/token.ts'
import type { Deps, Session } from './web/request.ts'

export { dropToken, isSecure, keepToken, sessionCookie, tokenOf } from './session/cookie.ts'

export type SignedIn = { actor: PersonActor; session?: Session; lang: Lang }

/** The person behind a session cookie, by one query; the time last seen is written at most once a minute. */
export async function readSession(deps: Pick<Deps, 'jobs'>, token: string, now: Date): Promise<SignedIn | undefined> {
  if (!isToken(token)) return undefined
  const found = await sql<{ found: FoundSession | null }>`
    select mufakat.session_actor(${hashToken(token)}, ${now}, ${jakartaDate(now)}) as found`.execute(deps.jobs.kysely)
  const row = found.rows[0]?.found
  if (!row) return undefined
  if (now.getTime() - Date.parse(row.seenAt) >= 60_000) await touch(deps, row.sessionId, now)
  return { actor: actorOf(row), session: sessionOf(row), lang: row.lang }
}

/** The person behind `Authorization: Bearer mufakat_…`, for the JSON API. */
export async function readBearer(deps: Pick<Deps, 'jobs'>, header: string, now: Date): Promise<SignedIn | undefined> {
  const token = header.match(/^Bearer +mufakat_([\w-]{43})$/i)?.[1]
  if (!token) return undefined
  const found = await sql<{ found: FoundToken | null }>`
    select mufakat.token_actor(${hashToken(token)}, ${now}, ${jakartaDate(now)}) as found`.execute(deps.jobs.kysely)
  const row = found.rows[0]?.found
  if (!row) return undefined
  if (!row.usedAt || now.getTime() - Date.parse(row.usedAt) >= 3_600_000) await touchToken(deps, row.tokenId, now)
  return { actor: actorOf(row), lang: row.lang }
}

/** Today's seats, roles and organisations of a person, inside a transaction of the sign-in job. */
export async function personActor(tx: ReadTx, personId: string, now: Date): Promise<PersonActor | undefined> {
  const found = await sql<{ found: FoundPerson | null }>`
    select mufakat.person_actor(${personId}, ${jakartaDate(now)}) as found`.execute(tx)
  const row = found.rows[0]?.found
  return row ? actorOf(row) : undefined
}

/** How a session was opened: `code` and `recovery-code` after the password, `provider` = another sign-in service. */
export type SignInMethod = 'password' | 'code' | 'recovery-code' | 'passkey' | 'provider'
/** `networkSealed`: the network readable to its person only; `strong`: opened by more than one factor. */
export type Device = { networkHash?: Buffer; networkSealed?: Buffer; userAgent?: string }
export type NewSession = Device & { personId: string; official: boolean; method: SignInMethod; strong: boolean }

/** Opens a session; the token goes into the cookie and nowhere else. */
export async function openSession(tx: Tx, session: NewSession, now: Date): Promise<{ id: string; token: string }> {
  const id = newId(now)
  const token = newToken()
  await tx
    .insertInto('sessions')
    .values({
      id,
      token_hash: hashToken(token),
      person_id: session.personId,
      official: session.official,
      created_at: now,
      seen_at: now,
      verified_at: now,
      method: session.method,
      strong: session.strong,
      network_hash: session.networkHash ?? null,
      network_sealed: session.networkSealed ?? null,
      user_agent: session.userAgent?.slice(0, 200) ?? null,
    })
    .execute()
  return { id, token }
}

/** The same session under a new token, after the person proved who they are; the old token is worthless at once. `strong`: by a second factor. */
export async function rotateSession(tx: Tx, sessionId: string, now: Date, strong?: true): Promise<string> {
  const token = newToken()
  await tx
    .updateTable('sessions')
    .set({ token_hash: hashToken(token), verified_at: now, seen_at: now, ...(strong ? { strong } : {}) })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
  return token
}

/** Ends one session of this person. Returns whether it was open. */
export async function endSession(tx: Tx, personId: string, sessionId: string, now: Date): Promise<boolean> {
  const result = await openSessions(tx, personId, now).where('id', '=', sessionId).executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Ends the person's sessions, all or all but one. Returns how many were open. */
export async function endAllSessions(tx: Tx, personId: string, now: Date, except?: string): Promise<number> {
  const query = openSessions(tx, personId, now)
  const result = await (except ? query.where('id', '<>', except) : query).executeTakeFirst()
  return Number(result.numUpdatedRows)
}

type FoundPerson = {
  personId: string
  name: string
  seats: Seat[]
  roles: InstallationRole[]
  organisations: { id: string; name: string }[]
}
type FoundToken = FoundPerson & { lang: Lang; tokenId: string; usedAt: string | null }
type FoundSession = FoundPerson & {
  lang: Lang
  sessionId: string
  official: boolean
  strong: boolean
  method: SignInMethod
  createdAt: string
  seenAt: string
  verifiedAt: string
}

function actorOf({ personId, name, seats, roles, organisations }: FoundPerson): PersonActor {
  return { kind: 'person', personId, name, seats, roles, organisationIds: organisations.map(({ id }) => id) }
}

function sessionOf(row: FoundSession): Session {
  return {
    id: row.sessionId,
    official: row.official,
    strong: row.strong,
    method: row.method,
    createdAt: new Date(row.createdAt),
    verifiedAt: new Date(row.verifiedAt),
    organisation: row.organisations[0]?.name,
  }
}

async function touch(deps: Pick<Deps, 'jobs'>, id: string, now: Date): Promise<void> {
  await writeAs(deps.jobs, signInJob, now, (tx) =>
    tx.updateTable('sessions').set({ seen_at: now }).where('id', '=', id).where('seen_at', '<', now).execute(),
  )
}

async function touchToken(deps: Pick<Deps, 'jobs'>, id: string, now: Date): Promise<void> {
  await writeAs(deps.jobs, signInJob, now, (tx) =>
    tx.updateTable('api_tokens').set({ used_at: now }).where('id', '=', id).execute(),
  )
}

function openSessions(tx: Tx, personId: string, now: Date) {
  return tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
}
