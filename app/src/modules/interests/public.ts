import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { type Standing, standingOn } from './interest.ts'
import { newestDeclarations } from './store.ts'

export { type InterestKind, interestKinds, type Standing } from './interest.ts'
export { interestPaths } from './paths.ts'
export { interestKindName } from './words.ts'

/** One interest of a person in one organisation: declared, known from a post, or at the same address. */
export type Match = { kind: string; organisation_id: string; source: 'declared' | 'membership' | 'address' }

/** Which of these organisations a person has an interest in today. */
export async function interestsIn(tx: ReadTx, personId: string, organisationIds: string[]): Promise<Match[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<Match>`
    select kind, organisation_id, source from mufakat.interests_in(${personId}, ${organisationIds}::uuid[])
    order by source, kind, organisation_id`.execute(tx)
  return rows
}

/** How the declaration of each of these people stood on a day. */
export async function declarationStandings(
  tx: ReadTx,
  personIds: string[],
  day: string,
): Promise<Map<string, Standing>> {
  const newest = await newestDeclarations(tx, personIds, day)
  return new Map(personIds.map((id) => [id, standingOn(newest.get(id), day)]))
}
