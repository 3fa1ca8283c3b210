import { sql } from 'kysely'
import type { PersonActor } from '#kernel/access.ts'
import { jakartaDate, type ReadTx, type Tx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import { hashToken, isToken } from '#kernel/session/token.ts'

/** When the address in use was made; undefined without one. */
export async function calendarLinkOf(
  tx: ReadTx,
  personId: string,
): Promise<{ id: string; created_at: Date } | undefined> {
  return tx
    .selectFrom('calendar_links')
    .select(['id', 'created_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}

export async function revokeCalendarLinks(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('calendar_links')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function addCalendarLink(tx: Tx, link: { id: string; personId: string; token: string }, now: Date) {
  const row = { id: link.id, person_id: link.personId, token_hash: hashToken(link.token), created_at: now }
  await tx.insertInto('calendar_links').values(row).execute()
}

type Found = Omit<PersonActor, 'kind' | 'organisationIds'> & { organisations: { id: string }[]; lang: Lang }

/** Whose calendar an address opens, with their seats of today. */
export async function calendarReader(
  tx: ReadTx,
  token: string,
  now: Date,
): Promise<{ actor: PersonActor; lang: Lang } | undefined> {
  if (!isToken(token)) return undefined
  const { rows } = await sql<{ found: Found | null }>`
    select mufakat.calendar_actor(${hashToken(token)}, ${jakartaDate(now)}) as found`.execute(tx)
  const found = rows[0]?.found
  if (!found) return undefined
  const { personId, name, seats, roles, organisations, lang } = found
  const organisationIds = organisations.map(({ id }) => id)
  return { actor: { kind: 'person', personId, name, seats, roles, organisationIds }, lang }
}
