import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Decision } from '../decision.ts'
import { type ListQuery, pageSize, type Tally } from '../list-query.ts'

export type ListedDecision = Pick<
  Decision,
  'id' | 'number' | 'raised_on' | 'question' | 'question_en' | 'lang' | 'state' | 'class'
> & {
  owner: string
  result: string | null
  decided_on: string | null
  published_on: string | null
  answer: string | null
}

export async function listDecisions(tx: ReadTx, programmeId: string, query: Partial<ListQuery>, limit = pageSize) {
  let fitting = tx
    .selectFrom('decisions')
    .innerJoin('organisations', 'organisations.id', 'decisions.owner_id')
    .leftJoin('decision_outcomes', (join) =>
      join
        .onRef('decision_outcomes.decision_id', '=', 'decisions.id')
        .on('decision_outcomes.result', 'in', ['adopted', 'rejected']),
    )
    .leftJoin('decision_publications', 'decision_publications.decision_id', 'decisions.id')
    .where('decisions.programme_id', '=', programmeId)
  if (query.q) {
    const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`
    fitting = fitting.where((eb) =>
      eb.or([
        eb('decisions.question', 'ilike', like),
        eb('decisions.question_en', 'ilike', like),
        eb('decision_publications.answer', 'ilike', like),
        eb(sql`extract(year from decisions.raised_on) || '/' || lpad(decisions.number::text, 3, '0')`, 'ilike', like),
      ]),
    )
  }
  if (query.state) fitting = fitting.where('decisions.state', '=', query.state)
  const { total } = await fitting.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { sort = 'raised', dir = 'desc', page = 1 } = query
  const sorted =
    sort === 'question'
      ? fitting.orderBy('decisions.question', dir)
      : fitting.orderBy('decisions.raised_on', dir).orderBy('decisions.number', dir)
  const rows = await sorted
    .select(['decisions.id', 'decisions.number', 'decisions.raised_on', 'decisions.question', 'decisions.question_en'])
    .select(['decisions.lang', 'decisions.state', 'decisions.class', 'organisations.name as owner'])
    .select(['decision_outcomes.result', 'decision_outcomes.decided_on'])
    .select(['decision_publications.published_on', 'decision_publications.answer'])
    .orderBy('decisions.id')
    .limit(limit)
    .offset((page - 1) * limit)
    .execute()
  return { total, rows: rows as ListedDecision[] }
}

export async function tallyDecisions(tx: ReadTx, programmeId: string): Promise<Tally> {
  const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`
  return tx
    .selectFrom('decisions')
    .where('programme_id', '=', programmeId)
    .select([
      count(sql`state = 'decided'`).as('decided'),
      count(sql`state in ('deliberating', 'voting')`).as('open'),
      count(sql`state = 'withdrawn'`).as('withdrawn'),
    ])
    .executeTakeFirstOrThrow()
}

export type Waiting = Named & { last_day: string; answered: boolean }

/** Open votes in which this person may still cast a ballot. */
export async function waitingBallots(tx: ReadTx, personId: string, limit: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select d.id, d.number, d.raised_on, d.question, d.question_en, d.lang, p.slug, p.name as programme,
      (select t.last_day from mufakat.round_turnout(r.id) t) as last_day,
      exists (select from interest_answers i where i.decision_id = d.id and i.person_id = ${personId}) as answered
    from decisions d join programmes p on p.id = d.programme_id
      join decision_rounds r on r.decision_id = d.id and not exists (select from decision_outcomes o where o.round_id = r.id)
    where d.state = 'voting' and d.programme_id = any (array(select mufakat.seat_programmes()))
      and exists (select from mufakat.decision_electorate(d.id) e where e.person_id = ${personId} and not e.recused
        and not exists (select from ballots b where b.round_id = r.id and b.organisation_id = e.organisation_id))
    order by last_day, d.id limit ${limit}`.execute(tx)
  return rows
}

export type Named = Pick<ListedDecision, 'id' | 'number' | 'raised_on' | 'question' | 'question_en' | 'lang'> & {
  slug: string
  programme: string
}

/** Votes of the programmes that this person coordinates which can be closed. */
export async function closableVotes(tx: ReadTx, limit: number): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select d.id, d.number, d.raised_on, d.question, d.question_en, d.lang, p.slug, p.name as programme
    from decisions d join programmes p on p.id = d.programme_id
      join decision_rounds r on r.decision_id = d.id and not exists (select from decision_outcomes o where o.round_id = r.id)
      cross join lateral mufakat.round_turnout(r.id) t
    where d.state = 'voting' and d.programme_id = any (array(select mufakat.coordinated_programmes()))
      and t.cast_ballots >= t.needed and (t.cast_ballots = t.eligible or t.last_day < mufakat.today())
    order by t.last_day, d.id limit ${limit}`.execute(tx)
  return rows
}

/** Decisions of the programmes that this person coordinates which were decided and not published. */
export async function unpublished(tx: ReadTx, limit: number): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select d.id, d.number, d.raised_on, d.question, d.question_en, d.lang, p.slug, p.name as programme
    from decisions d join programmes p on p.id = d.programme_id
    where d.state = 'decided' and d.programme_id = any (array(select mufakat.coordinated_programmes()))
      and not exists (select from decision_publications x where x.decision_id = d.id)
    order by d.raised_on, d.id limit ${limit}`.execute(tx)
  return rows
}
