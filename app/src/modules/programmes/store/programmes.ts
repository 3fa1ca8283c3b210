import { type SqlBool, sql } from 'kysely'
import { actorName } from '#kernel/acts.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { HomeFigures, Programme, ProgrammeCard, ProgrammeFigures, StatusChange } from '../programme.ts'
import { fellDue } from './commitments.ts'

const headColumns = [
  'id',
  'slug',
  'name',
  'name_en',
  'lang',
  'owner_id',
  'status',
  'class',
  'example',
  'evaluate_at',
  'evaluate_days',
  'version',
] as const
const moreColumns = [
  'summary',
  'summary_en',
  'place',
  'place_en',
  'country',
  'starts_on',
  'ends_on',
  'source',
  'template',
  'working_lang',
] as const

export async function readProgramme(tx: ReadTx, slug: string): Promise<Programme | undefined> {
  const row = await tx
    .selectFrom('programmes')
    .select([...headColumns, ...moreColumns])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row as Programme | undefined
}

export type ProgrammeFilter = { q: string; status: string }

export async function listProgrammes(
  tx: ReadTx,
  filter: ProgrammeFilter,
  page: { offset: number; limit: number; day: string },
): Promise<ProgrammeCard[]> {
  const { rows } = await sql<ProgrammeCard>`
    select p.id, p.slug, p.name, p.name_en, p.lang, p.summary, p.summary_en, p.status, p.example,
      coalesce((select array_agg(coalesce(o.acronym, o.name) order by o.name) from parties y join organisations o on o.id = y.organisation_id
        where y.programme_id = p.id and y.role = 'lead' and (y.until is null or y.until >= ${page.day})), '{}') as leads,
      (select count(*) from parties y where y.programme_id = p.id and y.role <> 'lead' and (y.until is null or y.until >= ${page.day})) as partners,
      exists (select from charter_versions c where c.programme_id = p.id and c.status = 'in-force') as "charterInForce"
    from programmes p where ${matching(filter)}
    order by array_position(array['running','preparing','finished','stopped'], p.status), p.name
    limit ${page.limit} offset ${page.offset}`.execute(tx)
  return rows
}

export async function countProgrammes(tx: ReadTx, filter: ProgrammeFilter): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from programmes p where ${matching(filter)}`.execute(tx)
  return rows[0]!.count
}

function matching({ q, status }: ProgrammeFilter) {
  const words =
    q.trim() === ''
      ? sql<SqlBool>`true`
      : sql<SqlBool>`concat_ws(' ', p.name, p.name_en, p.summary, p.summary_en) ilike ${like(q)}`
  return status === '' ? words : sql<SqlBool>`${words} and p.status = ${status}`
}

/** The words looked for, anywhere; signs of the pattern language stand for themselves. */
export function like(q: string): string {
  return `%${q.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

export async function readFigures(tx: ReadTx, day: string): Promise<HomeFigures> {
  const { rows } = await sql<HomeFigures>`
    select (select count(*) from programmes) as programmes,
      (select count(distinct y.organisation_id) from parties y join programmes p on p.id = y.programme_id
        where y.until is null or y.until >= ${day}) as organisations,
      count(*) filter (where ${fellDue(day)}) as due,
      count(*) filter (where ${fellDue(day)} and outcome in ('substantial', 'complete')) as kept,
      mufakat.event_total() as events
    from commitments`.execute(tx)
  return rows[0]!
}

/** What the figures of the home page are made of, by programme. */
export async function figuresByProgramme(tx: ReadTx, day: string): Promise<ProgrammeFigures[]> {
  const { rows } = await sql<ProgrammeFigures>`
    select p.slug, p.name, p.name_en, p.lang, p.example,
      (select count(distinct y.organisation_id) from parties y
        where y.programme_id = p.id and (y.until is null or y.until >= ${day})) as parties,
      count(c.id) filter (where c.first_due <= ${day}) as due,
      count(c.id) filter (where c.first_due <= ${day} and c.outcome in ('substantial', 'complete')) as kept,
      (select count(*) from events e where e.programme_id = p.id) as events
    from programmes p left join commitments c on c.programme_id = p.id and c.not_assessed is null
    group by p.id order by p.name`.execute(tx)
  return rows
}

export type NewProgramme = {
  id: string
  slug: string
  name: string
  name_en: string | null
  summary: string
  summary_en?: string | null
  lang: 'id' | 'en'
  owner_id: string
  place: string | null
  starts_on: string | null
  ends_on: string | null
  example: string | null
  template: string
  created_at: Date
  created_by: string | null
}

/** False when the address is taken, also by a programme that this person may not see. */
export async function addProgramme(tx: Tx, programme: NewProgramme): Promise<boolean> {
  const result = await tx
    .insertInto('programmes')
    .values({ ...programme, status: 'preparing' })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function changeProgramme(
  tx: Tx,
  id: string,
  change: Partial<Omit<Programme, 'id' | 'slug' | 'example' | 'source'>>,
): Promise<number> {
  const row = await tx
    .updateTable('programmes')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function addStatusChange(
  tx: Tx,
  programmeId: string,
  change: StatusChange & { id: string; created_at: Date; created_by: string | null },
): Promise<void> {
  await tx
    .insertInto('status_changes')
    .values({ ...change, programme_id: programmeId })
    .execute()
}

export async function statusChangesOf(
  tx: ReadTx,
  programmeId: string,
): Promise<(StatusChange & { person: string | null })[]> {
  const rows = await tx
    .selectFrom('status_changes')
    .select([
      'from_status',
      'to_status',
      'reason',
      'status_changes.lang',
      'on_day',
      actorName('status_changes.created_by').as('person'),
    ])
    .where('programme_id', '=', programmeId)
    .orderBy('status_changes.id', 'desc')
    .execute()
  return rows as (StatusChange & { person: string | null })[]
}
