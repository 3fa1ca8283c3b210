import { sql } from 'kysely'
import { type Actor, personOf } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Declaration, Interest, InterestKind } from './interest.ts'

/** The newest declaration of each of these people, up to a day. */
export async function newestDeclarations(
  tx: ReadTx,
  personIds: string[],
  day: string,
): Promise<Map<string, Declaration>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('interest_declarations')
    .distinctOn('person_id')
    .select(['id', 'person_id', 'declared_on', 'valid_until'])
    .where('person_id', 'in', personIds)
    .where('declared_on', '<=', day)
    .orderBy('person_id')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row as Declaration]))
}

export async function declarationsOf(tx: ReadTx, personId: string): Promise<Declaration[]> {
  const rows = await tx
    .selectFrom('interest_declarations')
    .select(['id', 'person_id', 'declared_on', 'valid_until'])
    .where('person_id', '=', personId)
    .orderBy('number', 'desc')
    .limit(20)
    .execute()
  return rows as Declaration[]
}

export async function interestsOf(tx: ReadTx, declarationIds: string[]): Promise<Interest[]> {
  if (declarationIds.length === 0) return []
  const rows = await tx
    .selectFrom('declared_interests')
    .leftJoin('organisations', 'organisations.id', 'declared_interests.organisation_id')
    .select(['declared_interests.id', 'declaration_id', 'declared_interests.kind', 'organisation_id', 'since', 'until'])
    .select((eb) => eb.fn.coalesce('organisations.name', 'organisation_name').as('organisation'))
    .select('organisations.lang')
    .where('declaration_id', 'in', declarationIds)
    .orderBy('declared_interests.created_at')
    .orderBy('declared_interests.id')
    .execute()
  return rows.map((row) => ({ ...row, lang: row.lang ?? 'id' })) as Interest[]
}

/** The notes of these interests that this actor may read. */
export async function notesOf(tx: ReadTx, interestIds: string[]): Promise<Map<string, string>> {
  if (interestIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('interest_notes')
    .select(['interest_id', 'note'])
    .where('interest_id', 'in', interestIds)
    .execute()
  return new Map(rows.map((row) => [row.interest_id, row.note]))
}

/** Someone of whom a declaration is asked: seated today for a party that takes part in the work. */
export type Declarant = { id: string; name: string; post: string | null; organisation_id: string; organisation: string }

export async function declarantsIn(tx: ReadTx, programmeId: string, day: string): Promise<Declarant[]> {
  const rows = await tx
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.person_id')
    .innerJoin('organisations', 'organisations.id', 'seats.organisation_id')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.person_id', '=', 'seats.person_id')
        .onRef('memberships.organisation_id', '=', 'seats.organisation_id')
        .on('memberships.starts_on', '<=', day)
        .on((eb) => eb.or([eb('memberships.ends_on', 'is', null), eb('memberships.ends_on', '>=', day)])),
    )
    .distinctOn(['organisations.name', 'people.name', 'people.id'])
    .select(['people.id', 'people.name', 'memberships.post', 'seats.organisation_id'])
    .select('organisations.name as organisation')
    .where('seats.programme_id', '=', programmeId)
    .where('seats.role', 'in', ['officer', 'head', 'coordinator', 'deputy'])
    .where('seats.first_day', '<=', day)
    .where((eb) => eb.or([eb('seats.last_day', 'is', null), eb('seats.last_day', '>=', day)]))
    .orderBy('organisations.name')
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
  return rows
}

export async function peopleNamed(tx: ReadTx, ids: string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return tx.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
}

export type NewInterest = {
  kind: InterestKind
  organisationId: string | null
  organisationName: string | null
  since: string | null
  until: string | null
  note: string | null
}

export async function addDeclaration(
  tx: Tx,
  by: { actor: Actor; now: Date; today: string },
  interests: NewInterest[],
): Promise<string> {
  const person_id = personOf(by.actor)!
  const stamp = { created_at: by.now, created_by: person_id }
  const id = newId(by.now)
  await tx
    .insertInto('interest_declarations')
    .values((eb) => ({
      id,
      person_id,
      number: sql<number>`1 + ${eb
        .selectFrom('interest_declarations')
        .select((one) => one.fn.coalesce(one.fn.max('number'), sql`0`).as('last'))
        .where('person_id', '=', person_id)}`,
      declared_on: by.today,
      ...stamp,
    }))
    .execute()
  for (const { note, organisationId, organisationName, ...rest } of interests) {
    const interest = { id: newId(by.now), organisation_id: organisationId, organisation_name: organisationName }
    await tx
      .insertInto('declared_interests')
      .values({ ...rest, ...interest, declaration_id: id, ...stamp })
      .execute()
    if (note)
      await tx
        .insertInto('interest_notes')
        .values({ interest_id: interest.id, person_id, note, ...stamp })
        .execute()
  }
  return id
}
