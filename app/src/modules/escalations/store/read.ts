import { sql } from 'kysely'
import { actorName } from '#kernel/acts.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { AnswerKind, Escalation, Facts } from '../escalation.ts'
import { type ListQuery, pageSize } from '../list-query.ts'

export async function readFacts(tx: ReadTx, id: string): Promise<Facts | undefined> {
  const { rows } = await sql<Facts>`
    select e.id, e.programme_id, e.owner_id, e.class, e.lang, e.question, e.tried, e.subject_kind, e.subject_id,
      e.raised_on, e.needed_by, e.state, e.closed_on, e.created_by, e.version, p.status as programme_status,
      array(select x.organisation_id from escalation_parties x where x.escalation_id = e.id order by x.created_at, x.id) as asked,
      array(select x.organisation_id from escalation_parties x where x.escalation_id = e.id and not exists (
        select from escalation_answers a where a.escalation_id = e.id and a.organisation_id = x.organisation_id)) as waiting
    from escalations e join programmes p on p.id = e.programme_id where e.id = ${id}`.execute(tx)
  return rows[0]
}

export type Answer = {
  organisation_id: string
  person: string | null
  kind: AnswerKind
  reason: string
  decision_id: string | null
  answered_on: string
}

export async function answersOf(tx: ReadTx, id: string): Promise<Answer[]> {
  const rows = await tx
    .selectFrom('escalation_answers as a')
    .select(['a.organisation_id', 'a.kind', 'a.reason', 'a.decision_id', 'a.answered_on'])
    .select(actorName('a.person_id').as('person'))
    .where('a.escalation_id', '=', id)
    .orderBy('a.created_at')
    .orderBy('a.id')
    .execute()
  return rows as Answer[]
}

export async function withdrawalOf(tx: ReadTx, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('escalation_withdrawals')
    .select('reason')
    .where('escalation_id', '=', id)
    .executeTakeFirst()
  return row?.reason
}

export type ListedEscalation = Pick<
  Escalation,
  'id' | 'question' | 'lang' | 'class' | 'raised_on' | 'needed_by' | 'state' | 'closed_on'
> & { owner: string; asked: string[] }

export async function listEscalations(tx: ReadTx, programmeId: string, query: Partial<ListQuery>, limit = pageSize) {
  let fitting = tx
    .selectFrom('escalations as e')
    .innerJoin('organisations as o', 'o.id', 'e.owner_id')
    .where('e.programme_id', '=', programmeId)
  if (query.q) {
    const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`
    fitting = fitting.where((eb) => eb.or([eb('e.question', 'ilike', like), eb('o.name', 'ilike', like)]))
  }
  if (query.state) fitting = fitting.where('e.state', '=', query.state)
  const { total } = await fitting.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { sort = 'raised', dir = 'desc', page = 1 } = query
  const column = sort === 'raised' ? 'e.raised_on' : sort === 'needed' ? 'e.needed_by' : 'e.question'
  const rows = await fitting
    .select(['e.id', 'e.question', 'e.lang', 'e.class', 'e.raised_on', 'e.needed_by', 'e.state', 'e.closed_on'])
    .select('o.name as owner')
    .select(
      sql<string[]>`array(select coalesce(y.acronym, y.name) from escalation_parties x
        join organisations y on y.id = x.organisation_id where x.escalation_id = e.id order by y.name)`.as('asked'),
    )
    .orderBy(column, dir)
    .orderBy('e.id', dir)
    .limit(limit)
    .offset((page - 1) * limit)
    .execute()
  return { total, rows: rows as ListedEscalation[] }
}

export type Tally = { open: number; all: number }

export async function tallyEscalations(tx: ReadTx, programmeId: string): Promise<Tally> {
  return tx
    .selectFrom('escalations')
    .where('programme_id', '=', programmeId)
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .select(sql<number>`count(*) filter (where state = 'open')`.as('open'))
    .executeTakeFirstOrThrow()
}

/** Parties that have someone in the head's seat, who can answer. */
export async function headedParties(tx: ReadTx, programmeId: string, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('seats')
    .select('organisation_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('role', '=', 'head')
    .where('first_day', '<=', today)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', today)]))
    .execute()
  return rows.map((row) => row.organisation_id)
}

/** Who heads one of these parties on a day. */
export async function headsOf(tx: ReadTx, programmeId: string, parties: string[], day: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('seats')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('organisation_id', 'in', parties)
    .where('role', '=', 'head')
    .where('first_day', '<=', day)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', day)]))
    .execute()
  return rows.map((row) => row.person_id)
}

export type Waiting = Pick<Escalation, 'id' | 'question' | 'lang' | 'needed_by'> & { programme: string; owner: string }

/** Open matters that ask a party this person heads, which has not answered; the soonest first. */
export async function waitingFor(tx: ReadTx, personId: string, limit: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select e.id, e.question, e.lang, e.needed_by, p.name as programme, o.name as owner
    from escalations e join programmes p on p.id = e.programme_id join organisations o on o.id = e.owner_id
    where e.state = 'open' and e.created_by is distinct from ${personId}
      and exists (select from escalation_parties x join seats s on s.organisation_id = x.organisation_id
        where x.escalation_id = e.id and s.programme_id = e.programme_id and s.person_id = ${personId} and s.role = 'head'
          and s.first_day <= mufakat.today() and coalesce(s.last_day, 'infinity') >= mufakat.today()
          and not exists (select from escalation_answers a where a.escalation_id = e.id and a.organisation_id = x.organisation_id))
    order by e.needed_by, e.id limit ${limit}`.execute(tx)
  return rows
}
