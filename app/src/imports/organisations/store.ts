import type { ReadTx, Tx } from '#kernel/database.ts'
import { appendEvents } from '../store/append-events.ts'
import { insertRows } from '../store/insert-rows.ts'
import type { Known } from './directory.ts'

/** Every organisation with all its names, and which are parties of the programme today. */
export async function readDirectory(tx: ReadTx, programmeId: string | null, day: string): Promise<Known[]> {
  const organisations = await tx
    .selectFrom('organisations')
    .select(['id', 'name', 'acronym', 'country', 'merged_into_id', 'dissolved_on'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const names = await tx.selectFrom('organisation_names').select(['organisation_id', 'name', 'kind']).execute()
  const parties = programmeId === null ? new Set() : new Set((await readParties(tx, programmeId, day)).current)
  const namesOf = Map.groupBy(names, (row) => row.organisation_id)
  return organisations.map((row) => ({
    id: row.id,
    name: row.name,
    acronym: row.acronym,
    names: (namesOf.get(row.id) ?? []).map(({ name, kind }) => ({ name, acronym: kind === 'acronym' })),
    country: row.country,
    mergedInto: row.merged_into_id,
    dissolved: row.dissolved_on !== null && row.dissolved_on <= day,
    party: parties.has(row.id),
  }))
}

/** The parties of a day, and those that left before it. */
export async function readParties(
  tx: ReadTx,
  programmeId: string,
  day: string,
): Promise<{ current: string[]; left: string[] }> {
  const rows = await tx
    .selectFrom('parties')
    .select(['organisation_id', 'until'])
    .where('programme_id', '=', programmeId)
    .execute()
  const left = rows.filter(({ until }) => until !== null && until < day)
  const current = rows.filter((row) => !left.includes(row))
  return { current: current.map((row) => row.organisation_id), left: left.map((row) => row.organisation_id) }
}

export type NewOrganisation = {
  id: string
  name: string
  lang: string
  kind: string
  acronym: string | null
  country: string
  created_at: Date
}

export async function addOrganisations(tx: Tx, now: Date, rows: NewOrganisation[]): Promise<void> {
  await insertRows(tx, 'organisations', rows)
  const events = rows.map(({ id, kind }) => ({
    name: 'organisation.imported',
    programmeId: null,
    ownerId: id,
    class: 'public' as const,
    subjectKind: 'organisation',
    subjectId: id,
    subjectVersion: 1,
    payload: { kind },
  }))
  await appendEvents(tx, now, events)
}
