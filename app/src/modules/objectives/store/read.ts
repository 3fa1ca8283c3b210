import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { LinkKind, Measure, Objective, Observation } from '../objective.ts'

export type ObjectiveRow = Objective & { owner: string; progress?: number; measures: number; complete: number }
export type MeasureRow = Measure & { owner: string; latest: Observation | undefined }
export type LinkRow = {
  id: string
  kind: LinkKind
  from_id: string
  to_id: string
  because: string | null
  owner_id: string
  lang: string
}

const objectiveColumns = [
  'objectives.id',
  'objectives.programme_id',
  'objectives.owner_id',
  'objectives.class',
  'objectives.lang',
  'objectives.scope',
  'objectives.parent_id',
  'objectives.code',
  'objectives.title',
  'objectives.title_en',
  'objectives.summary',
  'objectives.summary_en',
  'objectives.weight',
  'objectives.dropped_at',
  'objectives.dropped_because',
  'objectives.created_at',
  'objectives.version',
] as const

const measureColumns = [
  'measures.id',
  'measures.class',
  'measures.objective_id',
  'measures.programme_id',
  'measures.owner_id',
  'measures.lang',
  'measures.name',
  'measures.name_en',
  'measures.unit',
  'measures.baseline',
  'measures.baseline_on',
  'measures.first_target',
  'measures.target',
  'measures.target_on',
  'measures.weight',
  'measures.has_owner',
  'measures.version',
] as const

export async function readObjective(
  tx: ReadTx,
  programmeId: string,
  id: string,
): Promise<(Objective & { owner: string }) | undefined> {
  const row = await tx
    .selectFrom('objectives')
    .innerJoin('organisations', 'organisations.id', 'objectives.owner_id')
    .select([...objectiveColumns, 'organisations.name as owner'])
    .where('objectives.id', '=', id)
    .where('objectives.programme_id', '=', programmeId)
    .executeTakeFirst()
  return row as (Objective & { owner: string }) | undefined
}

export const objectiveOrders = ['', 'title', 'owner', 'measures'] as const
export type ObjectiveFilter = {
  q: string
  scope: string
  party: string
  sort: (typeof objectiveOrders)[number]
  dir: 'asc' | 'desc'
  page: number
}
export const pageSize = 25

export async function listObjectives(tx: ReadTx, programmeId: string, filter: ObjectiveFilter) {
  let query = tx
    .selectFrom('objectives')
    .innerJoin('organisations', 'organisations.id', 'objectives.owner_id')
    .where('objectives.programme_id', '=', programmeId)
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([
        eb('objectives.title', 'ilike', like),
        eb('objectives.title_en', 'ilike', like),
        eb('objectives.code', 'ilike', like),
      ]),
    )
  }
  if (filter.scope) query = query.where('objectives.scope', '=', filter.scope)
  if (filter.party) query = query.where('objectives.owner_id', '=', filter.party)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const keys = {
    title: sql`lower(objectives.title)`,
    owner: sql`objectives.scope = 'shared' desc, lower(organisations.name)`,
    measures: sql`(select count(*) from measures where measures.objective_id = objectives.id)`,
  }
  if (filter.sort) query = query.orderBy(sql`${keys[filter.sort]} ${sql.raw(filter.dir)}`)
  const rows = await query
    .select([...objectiveColumns, 'organisations.name as owner'])
    .orderBy('objectives.scope', 'desc')
    .orderBy(sql`coalesce(nullif(regexp_replace(objectives.code, '\\D', '', 'g'), ''), '999999')::numeric`)
    .orderBy('objectives.created_at')
    .orderBy('objectives.id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return { total, rows: rows as (Objective & { owner: string })[] }
}

/** All objectives of a programme that are not dropped, for choices, alignment and sums. */
export async function readAllObjectives(tx: ReadTx, programmeId: string): Promise<(Objective & { owner: string })[]> {
  const rows = await tx
    .selectFrom('objectives')
    .innerJoin('organisations', 'organisations.id', 'objectives.owner_id')
    .select([...objectiveColumns, 'organisations.name as owner'])
    .where('objectives.programme_id', '=', programmeId)
    .where('objectives.dropped_at', 'is', null)
    .orderBy('objectives.created_at')
    .orderBy('objectives.id')
    .execute()
  return rows as (Objective & { owner: string })[]
}

/** What a measure is judged on: the first target it was given, at once or, by that day, later. */
export function judgedTarget(day: string) {
  return sql<number | null>`coalesce(measures.first_target, (
    select given.to_target from measure_retargets given
    where given.measure_id = measures.id and (given.created_at at time zone 'Asia/Jakarta')::date <= ${day}::date
    order by given.created_at, given.id limit 1))`.as('judged_target')
}

/** Measures of the objectives that stood on the day: one dropped later counts until then. */
export async function measuresStanding(tx: ReadTx, programmeId: string, day: string) {
  return tx
    .selectFrom('measures')
    .innerJoin('objectives', 'objectives.id', 'measures.objective_id')
    .selectAll('measures')
    .select(['objectives.scope', 'objectives.weight as objective_weight', judgedTarget(day)])
    .where('measures.programme_id', '=', programmeId)
    .where(
      sql<boolean>`(objectives.dropped_at is null
        or (objectives.dropped_at at time zone 'Asia/Jakarta')::date > ${day}::date)`,
    )
    .execute()
}

/** Measures of these objectives, each with its newest observation up to a day. */
export async function measuresOf(tx: ReadTx, objectiveIds: string[], day: string): Promise<MeasureRow[]> {
  if (objectiveIds.length === 0) return []
  const measures = await tx
    .selectFrom('measures')
    .innerJoin('organisations', 'organisations.id', 'measures.owner_id')
    .select([...measureColumns, 'organisations.name as owner', judgedTarget(day)])
    .where('measures.objective_id', 'in', objectiveIds)
    .orderBy('measures.created_at')
    .orderBy('measures.id')
    .execute()
  const latest = await latestObservations(
    tx,
    measures.map((measure) => measure.id),
    day,
  )
  return measures.map((measure) => ({ ...measure, latest: latest.get(measure.id) }) as MeasureRow)
}

export async function latestObservations(
  tx: ReadTx,
  measureIds: string[],
  day: string,
): Promise<Map<string, Observation>> {
  if (measureIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('observations')
    .distinctOn('measure_id')
    .select(['id', 'measure_id', 'observed_on', 'value', 'note', 'source'])
    .where('measure_id', 'in', measureIds)
    .where('observed_on', '<=', day)
    .orderBy('measure_id')
    .orderBy('observed_on', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.measure_id, row]))
}

export async function observationsOf(tx: ReadTx, measureIds: string[]): Promise<Observation[]> {
  if (measureIds.length === 0) return []
  return tx
    .selectFrom('observations')
    .select(['id', 'measure_id', 'observed_on', 'value', 'note', 'source'])
    .where('measure_id', 'in', measureIds)
    .orderBy('observed_on', 'desc')
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
}

export type MeasureOfObjective = Omit<Measure, 'judged_target'> &
  Pick<Objective, 'scope' | 'dropped_at' | 'class'> & { stated_by: string }

export async function readMeasure(
  tx: ReadTx,
  programmeId: string,
  id: string,
): Promise<MeasureOfObjective | undefined> {
  const row = await tx
    .selectFrom('measures')
    .innerJoin('objectives', 'objectives.id', 'measures.objective_id')
    .selectAll('measures')
    .select(['objectives.scope', 'objectives.dropped_at', 'objectives.owner_id as stated_by'])
    .where('measures.id', '=', id)
    .where('measures.programme_id', '=', programmeId)
    .executeTakeFirst()
  return row as MeasureOfObjective | undefined
}

export async function linksIn(tx: ReadTx, programmeId: string): Promise<LinkRow[]> {
  const rows = await tx
    .selectFrom('objective_links')
    .select(['id', 'kind', 'from_id', 'to_id', 'because', 'owner_id', 'lang'])
    .where('programme_id', '=', programmeId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows as LinkRow[]
}

export type Conflict = { shared_id: string; conflicts: number; owner_ids: string[] }

/** Shared objectives that stood on a day, with the agencies whose own objectives were then said to work against them. */
export async function sharedConflicts(tx: ReadTx, programmeId: string, day: string): Promise<Conflict[]> {
  const until = sql`(${day}::date + 1)::timestamp at time zone 'Asia/Jakarta'`
  const { rows } = await sql<Conflict>`
    select s.id as shared_id, count(a.id) as conflicts, coalesce(array_agg(distinct a.owner_id) filter (where a.id is not null), '{}') as owner_ids
    from objectives s
      left join objective_links l on l.to_id = s.id and l.kind = 'conflicts' and l.created_at < ${until}
        and (l.ended_at is null or l.ended_at >= ${until})
      left join objectives a on a.id = l.from_id and a.scope = 'agency'
    where s.programme_id = ${programmeId} and s.scope = 'shared' and s.created_at < ${until}
      and (s.dropped_at is null or s.dropped_at >= ${until})
    group by s.id order by s.id`.execute(tx)
  return rows
}

export async function objectiveFacts(tx: ReadTx, ids: string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('objectives')
    .innerJoin('programmes', 'programmes.id', 'objectives.programme_id')
    .innerJoin('organisations', 'organisations.id', 'objectives.owner_id')
    .select(['objectives.id', 'objectives.programme_id', 'objectives.owner_id', 'objectives.class', 'objectives.lang'])
    .select(['objectives.title', 'programmes.slug', 'organisations.name as owner'])
    .where('objectives.id', 'in', ids)
    .execute()
}
