import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { within } from '../search-words.ts'

export type SkillCount = { skill: string; lang: string; people: number; organisations: number }
export type Knower = { person_id: string; person: string; skill: string; lang: string }
export const pageSize = 25

const official = sql`exists (select from memberships m where m.person_id = s.person_id
  and m.starts_on <= mufakat.today() and coalesce(m.ends_on, 'infinity') >= mufakat.today())`

/** Skills that officials declare today, the most frequent first. */
export async function skillCounts(tx: ReadTx, page: number): Promise<{ total: number; rows: SkillCount[] }> {
  const { rows } = await sql<SkillCount & { total: number }>`
    select min(s.skill) as skill, min(s.lang) as lang, count(distinct s.person_id) as people,
      count(distinct m.organisation_id) as organisations, count(*) over () as total
    from skills s join memberships m on m.person_id = s.person_id
      and m.starts_on <= mufakat.today() and coalesce(m.ends_on, 'infinity') >= mufakat.today()
    where s.ended_at is null group by lower(s.skill)
    order by people desc, lower(min(s.skill)) limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) }
}

/** Who declares a skill that holds these words, the closest first. */
export async function knowersOf(tx: ReadTx, q: string, page: number): Promise<{ total: number; rows: Knower[] }> {
  const where = sql`s.ended_at is null and s.skill ilike ${within(q)} and p.merged_into_id is null and ${official}`
  const counted = await sql<{ total: number }>`
    select count(*) as total from skills s join people p on p.id = s.person_id where ${where}`.execute(tx)
  const { rows } = await sql<Knower>`
    select s.person_id, p.name as person, s.skill, s.lang from skills s join people p on p.id = s.person_id
    where ${where} order by lower(s.skill) = lower(${q}) desc, lower(s.skill), lower(p.name), s.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  return { total: counted.rows[0]!.total, rows }
}

/** What the people of one organisation know today. */
export async function skillsIn(tx: ReadTx, organisationId: string): Promise<{ skill: string; people: number }[]> {
  const { rows } = await sql<{ skill: string; people: number }>`
    select min(s.skill) as skill, count(distinct s.person_id) as people
    from skills s join memberships m on m.person_id = s.person_id and m.organisation_id = ${organisationId}
      and m.starts_on <= mufakat.today() and coalesce(m.ends_on, 'infinity') >= mufakat.today()
    where s.ended_at is null group by lower(s.skill) order by people desc, lower(min(s.skill)) limit 30`.execute(tx)
  return rows
}
