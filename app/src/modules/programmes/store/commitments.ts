import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type {
  Commitment,
  CommitmentAssessment,
  CommitmentMove,
  CommitmentRecord,
  CommitmentReport,
  CommitmentRow,
  CommitmentSort,
  CommitmentTally,
  DueCommitment,
} from '../commitment.ts'
import { like } from './programmes.ts'

const columns = [
  'id',
  'programme_id',
  'owner_id',
  'class',
  'lang',
  'title',
  'title_en',
  'amount',
  'unit',
  'money',
  'currency',
  'expected_evidence',
  'first_due',
  'first_target',
  'current_due',
  'current_target',
  'outcome',
  'outcome_on',
  'not_assessed',
  'version',
] as const

/** `outcome`: one of the scale, 'none', or as of `day`: 'due' and 'kept', the same as in the tally. */
export type CommitmentFilter = { q: string; party: string; outcome: string; day: string }
type Ordered = { sort: CommitmentSort; dir: 'asc' | 'desc'; offset: number; limit: number }

export async function listCommitments(
  tx: ReadTx,
  programmeId: string,
  filter: CommitmentFilter,
  order: Ordered,
): Promise<CommitmentRow[]> {
  const rows = await narrowed(tx, programmeId, filter)
    .select(columns.map((column) => `c.${column}` as const))
    .select(['o.name as party', 'o.acronym'])
    .orderBy(orderings[order.sort], (by) => (order.dir === 'asc' ? by.asc().nullsLast() : by.desc().nullsLast()))
    .orderBy('c.id')
    .offset(order.offset)
    .limit(order.limit)
    .execute()
  return rows as unknown as CommitmentRow[]
}

const orderings = {
  due: sql`c.current_due`,
  title: sql`lower(c.title)`,
  party: sql`lower(o.name)`,
  outcome: sql`array_position(array['not-started','limited','substantial','complete','withdrawn','unclear'], c.outcome)`,
}

export async function countCommitments(tx: ReadTx, programmeId: string, filter: CommitmentFilter): Promise<number> {
  const row = await narrowed(tx, programmeId, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

function narrowed(tx: ReadTx, programmeId: string, { q, party, outcome, day }: CommitmentFilter) {
  let query = tx
    .selectFrom('commitments as c')
    .innerJoin('organisations as o', 'o.id', 'c.owner_id')
    .where('c.programme_id', '=', programmeId)
  if (q.trim())
    query = query.where(sql<SqlBool>`concat_ws(' ', c.title, c.title_en, o.name, o.acronym) ilike ${like(q)}`)
  if (party) query = query.where('c.owner_id', '=', party)
  if (outcome === 'none') query = query.where('c.outcome', 'is', null)
  else if (outcome === 'due' || outcome === 'kept') {
    query = query.where('c.first_due', '<=', day).where('c.not_assessed', 'is', null)
    if (outcome === 'kept') query = query.where('c.outcome', 'in', ['substantial', 'complete'])
  } else if (outcome) query = query.where('c.outcome', '=', outcome)
  return query
}

export async function readCommitment(tx: ReadTx, id: string): Promise<CommitmentRow | undefined> {
  const row = await tx
    .selectFrom('commitments as c')
    .innerJoin('organisations as o', 'o.id', 'c.owner_id')
    .select(columns.map((column) => `c.${column}` as const))
    .select(['o.name as party', 'o.acronym'])
    .where('c.id', '=', id)
    .executeTakeFirst()
  return row as unknown as CommitmentRow | undefined
}

/** What is still open comes first, the earliest date above. */
export async function openCommitments(tx: ReadTx, programmeId: string, limit: number): Promise<CommitmentRow[]> {
  const rows = await narrowed(tx, programmeId, { q: '', party: '', outcome: '', day: '' })
    .select(columns.map((column) => `c.${column}` as const))
    .select(['o.name as party', 'o.acronym'])
    .orderBy(sql`coalesce(c.outcome in ('complete', 'withdrawn'), false)`)
    .orderBy('c.current_due', (by) => by.asc().nullsLast())
    .limit(limit)
    .execute()
  return rows as unknown as CommitmentRow[]
}

export async function dueBetween(tx: ReadTx, from: string, to: string, limit: number): Promise<DueCommitment[]> {
  const rows = await tx
    .selectFrom('commitments as c')
    .innerJoin('programmes as p', 'p.id', 'c.programme_id')
    .innerJoin('organisations as o', 'o.id', 'c.owner_id')
    .select(['c.id', 'c.class', 'c.programme_id', 'c.owner_id', 'c.title', 'c.title_en', 'c.lang', 'c.current_due'])
    .select(['p.slug', 'p.name as programme', 'p.name_en as programme_en', 'p.lang as programme_lang'])
    .select(sql<string>`coalesce(o.acronym, o.name)`.as('party'))
    .where('c.current_due', '>=', from)
    .where('c.current_due', '<=', to)
    .where((eb) => eb.or([eb('c.outcome', 'is', null), eb('c.outcome', 'not in', ['complete', 'withdrawn'])]))
    .orderBy('c.current_due')
    .limit(limit)
    .execute()
  return rows as DueCommitment[]
}

/** As indicator F1 counts: not what a source did not assess, nor what was withdrawn by its first date. */
export function fellDue(day: string): RawBuilder<boolean> {
  return sql`(first_due <= ${day} and not_assessed is null and (outcome is distinct from 'withdrawn' or outcome_on > first_due))`
}

/** All, due by their first date, and kept of those. */
export async function tallyCommitments(tx: ReadTx, programmeId: string, day: string): Promise<CommitmentTally> {
  const { rows } = await sql<CommitmentTally>`
    select count(*) as all, count(*) filter (where ${fellDue(day)}) as due,
      count(*) filter (where ${fellDue(day)} and outcome in ('substantial', 'complete')) as kept
    from commitments where programme_id = ${programmeId}`.execute(tx)
  return rows[0]!
}

export type NewCommitment = Omit<
  Commitment,
  'version' | 'outcome' | 'outcome_on' | 'first_target' | 'current_target' | 'not_assessed'
> & {
  created_at: Date
  created_by: string | null
}

export async function addCommitment(tx: Tx, commitment: NewCommitment): Promise<void> {
  await tx.insertInto('commitments').values(commitment).execute()
}

export type CommitmentChange = Partial<
  Pick<Commitment, 'current_due' | 'current_target' | 'outcome' | 'outcome_on' | 'not_assessed'>
>

/** Returns the new version of the row. */
export async function changeCommitment(
  tx: Tx,
  id: string,
  { current_target, ...change }: CommitmentChange,
): Promise<number> {
  const row = await tx
    .updateTable('commitments')
    .set({
      ...change,
      ...(current_target === undefined ? {} : { current_target: current_target && JSON.stringify(current_target) }),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

type Origin = { created_at: Date; created_by: string | null }

export async function addMove(tx: Tx, move: CommitmentMove & Origin): Promise<void> {
  await tx.insertInto('commitment_moves').values(move).execute()
}

export async function addReport(tx: Tx, report: CommitmentReport & Origin): Promise<void> {
  await tx.insertInto('commitment_reports').values(report).execute()
}

export async function addAssessment(tx: Tx, assessment: CommitmentAssessment & Origin): Promise<void> {
  await tx.insertInto('commitment_assessments').values(assessment).execute()
}

/** Everything recorded below a commitment, newest first. */
export async function recordOf(tx: ReadTx, commitmentId: string): Promise<CommitmentRecord> {
  const { rows: moves } = await sql<CommitmentRecord['moves'][number]>`
    select m.id, m.commitment_id, m.from_due, m.to_due, m.to_target, m.reason, m.lang, m.asked_by, m.on_day,
      mufakat.actor_name(m.created_by) as person, o.name as organisation from commitment_moves m
    left join organisations o on o.id = m.asked_by
    where m.commitment_id = ${commitmentId} order by m.id desc`.execute(tx)
  const { rows: reports } = await sql<CommitmentRecord['reports'][number]>`
    select r.id, r.commitment_id, r.text, r.url, r.document_id, r.amount, r.lang, r.on_day, mufakat.actor_name(r.created_by) as person, null as organisation from commitment_reports r
    where r.commitment_id = ${commitmentId} order by r.id desc`.execute(tx)
  const { rows: assessments } = await sql<CommitmentRecord['assessments'][number]>`
    select a.id, a.commitment_id, a.outcome, a.reason, a.lang, a.assessor_id, a.raw, a.on_day,
      mufakat.actor_name(a.created_by) as person, o.name as organisation from commitment_assessments a
    left join organisations o on o.id = a.assessor_id
    where a.commitment_id = ${commitmentId} order by a.on_day desc, a.id desc`.execute(tx)
  return { moves, reports, assessments }
}
