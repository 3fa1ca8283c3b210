import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { SubjectHead } from '#kernel/subject-reader.ts'
import type { Act, Classification, classificationOrders, Target } from '../classification.ts'
import { pageSize } from '../page-size.ts'

export type ClassificationRow = Classification & { owner: string; slug: string }
export type RegisterFilter = {
  q: string
  ground: string
  standing: '' | 'standing' | 'ended' | 'review'
  class: '' | 'restricted' | 'secret'
  sort: (typeof classificationOrders)[number]
  dir: 'asc' | 'desc'
  page: number
}

const columns = sql`s.id, s.programme_id, s.owner_id, s.record_id, s.record_kind, s.part, s.place, s.from_class, s.to_class,
  s.ground, s.other_law, s.label, s.information, s.harm, s.weighing, s.stays_open, s.appeal_to, s.hides_existence, s.ends_when,
  s.then_class, s.by_office, s.lang, s.decided_on, s.created_by, s.ends_on, s.next_review_on, s.ended_by, s.ended_on, s.in_force,
  o.name as owner, p.slug`
const joined = sql`from classification_states s join organisations o on o.id = s.owner_id join programmes p on p.id = s.programme_id`
const orders = {
  label: sql`lower(s.label)`,
  ground: sql`s.ground`,
  ends: sql`coalesce(s.ends_on, 'infinity')`,
  review: sql`s.next_review_on`,
}

export async function listClassifications(tx: ReadTx, programmeId: string, filter: RegisterFilter, today: string) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    sql`s.programme_id = ${programmeId}`,
    ...(filter.q ? [sql`(s.label ilike ${like} or s.harm ilike ${like} or o.name ilike ${like})`] : []),
    ...(filter.ground ? [sql`s.ground = ${filter.ground}`] : []),
    ...(filter.class ? [sql`s.to_class = ${filter.class}`] : []),
    ...(filter.standing === 'standing' ? [sql`s.ended_by is null`] : []),
    ...(filter.standing === 'ended' ? [sql`s.ended_by is not null`] : []),
    ...(filter.standing === 'review' ? [sql`s.ended_by is null and s.next_review_on <= ${today}`] : []),
  ]
  const where = sql`where ${sql.join(conditions, sql` and `)}`
  const order = filter.sort ? sql`${orders[filter.sort]} ${sql.raw(filter.dir)},` : sql``
  const [counted, found] = await Promise.all([
    sql<{ total: number }>`select count(*) as total ${joined} ${where}`.execute(tx),
    sql<ClassificationRow>`select ${columns} ${joined} ${where} order by ${order} s.decided_on desc, s.id desc
      limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(tx),
  ])
  return { rows: found.rows, total: counted.rows[0]!.total }
}

/** How many stand, by what they ask of the deciders. */
export async function tallyClassifications(tx: ReadTx, programmeId: string, today: string) {
  const { rows } = await sql<{ standing: number; due: number; ended: number }>`
    select count(*) filter (where s.ended_by is null) as standing,
      count(*) filter (where s.ended_by is null and s.next_review_on <= ${today}) as due,
      count(*) filter (where s.ended_by is not null) as ended
    from classification_states s where s.programme_id = ${programmeId}`.execute(tx)
  return rows[0]!
}

export async function protectedTotals(tx: ReadTx, programmeId: string): Promise<{ year: number; count: number }[]> {
  const { rows } = await sql<{ year: number; count: number }>`
    select year, count from mufakat.protected_totals(${programmeId})`.execute(tx)
  return rows
}

export async function readClassification(tx: ReadTx, id: string): Promise<ClassificationRow | undefined> {
  const { rows } = await sql<ClassificationRow>`select ${columns} ${joined} where s.id = ${id}`.execute(tx)
  return rows[0]
}

/** As the public is told of them. */
export async function decisionHeads(tx: ReadTx, ids: string[]): Promise<SubjectHead[]> {
  const { rows } = await sql<SubjectHead>`select id, label as title, null as title_en, lang
    from classifications where id = any (${ids}::uuid[])`.execute(tx)
  return rows
}

export type ActRow = {
  act: Act
  reason: string | null
  expires_on: string | null
  review_on: string | null
  decided_on: string
  person: string | null
}
export async function actsOf(tx: ReadTx, id: string): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`
    select a.act, a.reason, a.expires_on, a.review_on, a.decided_on, p.name as person
    from classification_acts a left join people p on p.id = a.created_by
    where a.classification_id = ${id} order by a.created_at, a.id`.execute(tx)
  return rows
}

export async function readTarget(tx: ReadTx, id: string): Promise<Target | undefined> {
  const { rows } = await sql<Target>`
    select id, kind, record_table, programme_id, owner_id, class from classified_records where id = ${id}`.execute(tx)
  return rows[0]
}

/** Closed records for which no decision stands: the law asks for one. Only those a head or information officer answers for. */
export async function withoutGround(
  tx: ReadTx,
  places: Place[] | 'everywhere',
): Promise<(Target & { slug: string })[]> {
  if (places !== 'everywhere' && places.length === 0) return []
  const { rows } = await sql<Target & { slug: string }>`
    select r.id, r.kind, r.record_table, r.programme_id, r.owner_id, r.class, p.slug
    from classified_records r join programmes p on p.id = r.programme_id
    where r.class in ('restricted', 'secret') ${within(places, sql`r`)}
      and not exists (select from classification_states s where s.record_id = r.id and s.part = 'record' and s.ended_by is null)
    order by r.created_at, r.id limit 200`.execute(tx)
  return rows
}

export type Place = { programmeId: string; organisationId: string }

/** Decisions whose review is due on or before a day, or that wait for a second person. */
export async function waitingDecisions(tx: ReadTx, places: Place[] | 'everywhere', day: string) {
  if (places !== 'everywhere' && places.length === 0) return []
  const { rows } = await sql<ClassificationRow>`select ${columns} ${joined}
    where s.ended_by is null and (not s.in_force or s.next_review_on <= ${day}) ${within(places, sql`s`)}
    order by s.next_review_on, s.id limit 200`.execute(tx)
  return rows
}

function within(places: Place[] | 'everywhere', table: ReturnType<typeof sql>) {
  if (places === 'everywhere') return sql``
  const pairs = places.map(({ programmeId, organisationId }) => sql`(${programmeId}::uuid, ${organisationId}::uuid)`)
  return sql`and (${table}.programme_id, ${table}.owner_id) in (${sql.join(pairs)})`
}

/** Records of a programme that may be decided about, closed ones without a ground first. */
export async function targetsIn(tx: ReadTx, programmeId: string, owners: string[] | 'all'): Promise<Target[]> {
  if (owners !== 'all' && owners.length === 0) return []
  const { rows } = await sql<Target>`
    select r.id, r.kind, r.record_table, r.programme_id, r.owner_id, r.class from classified_records r
    where r.programme_id = ${programmeId} ${owners === 'all' ? sql`` : sql`and r.owner_id in (${sql.join(owners)})`}
      and not exists (select from classification_states s where s.record_id = r.id and s.part = 'record' and s.ended_by is null)
    order by r.class in ('restricted', 'secret') desc, r.kind, r.created_at desc limit 300`.execute(tx)
  return rows
}

/** The decision that withholds the whole record; what happens next is an act of that one. */
export async function standingDecision(tx: ReadTx, recordId: string) {
  const { rows } = await sql<{ id: string; label: string; lang: string }>`select s.id, s.label, s.lang
    from classification_states s where s.record_id = ${recordId} and s.part = 'record' and s.ended_by is null`.execute(
    tx,
  )
  return rows[0]
}
