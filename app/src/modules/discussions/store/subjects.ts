import { type Kysely, sql } from 'kysely'
import type { DB, ReadTx } from '#kernel/database.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import type { Place, Subject } from '../comment.ts'
import type { Mentionable } from '../mention.ts'

const open = sql<boolean>`not exists (select from mufakat.closed_discussions() c where c = discussion_subjects.programme_id)`

function subjects(tx: Kysely<DB>) {
  return tx
    .selectFrom('discussion_subjects')
    .innerJoin('programmes', 'programmes.id', 'discussion_subjects.programme_id')
    .select(['discussion_subjects.id', 'discussion_subjects.kind', 'discussion_subjects.programme_id'])
    .select(['discussion_subjects.owner_id', 'discussion_subjects.class', 'comments', 'slug'])
    .select(open.as('open'))
}

/** The record, if this actor may see it and its module tells of it. */
export async function readSubject(tx: ReadTx, id: string): Promise<Subject | undefined> {
  return (await subjects(tx).where('discussion_subjects.id', '=', id).executeTakeFirst()) as Subject | undefined
}

export async function readSubjects(tx: ReadTx, ids: string[]): Promise<Map<string, Subject>> {
  if (ids.length === 0) return new Map()
  const rows = (await subjects(tx).where('discussion_subjects.id', 'in', ids).execute()) as Subject[]
  return new Map(rows.map((row) => [row.id, row]))
}

/** What the records are called and where they are shown, as their own modules tell this actor. */
export async function placesOf(
  tx: ReadTx,
  wanted: Pick<Subject, 'id' | 'kind' | 'slug'>[],
  readers: SubjectReader[],
): Promise<Map<string, Place>> {
  const told = await Promise.all(
    readers.map(async (reader) => {
      const own = wanted.filter(({ kind }) => kind === reader.kind)
      const heads = own.length > 0 ? await reader.heads(tx, [...new Set(own.map(({ id }) => id))]) : []
      return heads.map((head): Place => {
        const { slug } = own.find(({ id }) => id === head.id)!
        return { ...head, kind: reader.kind, href: reader.href(slug, head.id) }
      })
    }),
  )
  return new Map(told.flat().map((place) => [place.id, place]))
}

/** People with a seat in the programme on a day, with the party they sit for. */
export async function seatedIn(tx: ReadTx, programmeId: string, day: string): Promise<Mentionable[]> {
  const rows = await tx
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.person_id')
    .innerJoin('organisations', 'organisations.id', 'seats.organisation_id')
    .select(['people.id', 'people.name'])
    .select((eb) => eb.fn.coalesce('organisations.acronym', 'organisations.name').as('organisation'))
    .where('seats.programme_id', '=', programmeId)
    .where('seats.first_day', '<=', day)
    .where((eb) => eb.or([eb('seats.last_day', 'is', null), eb('seats.last_day', '>=', day)]))
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

export async function isOpen(tx: ReadTx, programmeId: string): Promise<boolean> {
  const { rows } = await sql`select from mufakat.closed_discussions() c where c = ${programmeId}`.execute(tx)
  return rows.length === 0
}
