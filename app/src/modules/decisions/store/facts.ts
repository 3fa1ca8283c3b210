import { sql } from 'kysely'
import { type Actor, personOf } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Decision, Facts, Round, Voter } from '../decision.ts'

const columns = [
  'decisions.id',
  'decisions.programme_id',
  'decisions.owner_id',
  'decisions.class',
  'decisions.lang',
  'decisions.number',
  'decisions.raised_on',
  'decisions.question',
  'decisions.question_en',
  'decisions.background',
  'decisions.rule',
  'decisions.quorum',
  'decisions.charter_number',
  'decisions.state',
  'decisions.reverses_id',
  'decisions.created_at',
  'decisions.version',
] as const

export async function readDecision(tx: ReadTx, id: string): Promise<Decision | undefined> {
  const row = await tx.selectFrom('decisions').select(columns).where('id', '=', id).executeTakeFirst()
  return row as Decision | undefined
}

/** What the rules judge, as this actor sees it; undefined = no such decision for them. */
export async function readFacts(tx: ReadTx, id: string, actor: Actor): Promise<Facts | undefined> {
  const [decision, voters, round, extra] = await Promise.all([
    tx
      .selectFrom('decisions')
      .innerJoin('programmes', 'programmes.id', 'decisions.programme_id')
      .select(columns)
      .select(['programmes.slug', 'programmes.status as programme_status'])
      .where('decisions.id', '=', id)
      .executeTakeFirst(),
    votersOf(tx, id),
    openRound(tx, id),
    standingOf(tx, id, actor),
  ])
  if (!decision) return undefined
  const { parties, voted, failed, published, appeals, options, recused, answered } = extra
  const me = { recused, answered }
  return { ...decision, parties, voters, round, voted, failed, published, appeals, options, me } as Facts
}

export async function votersOf(tx: ReadTx, id: string): Promise<Voter[]> {
  const { rows } = await sql<Voter>`select * from mufakat.decision_electorate(${id})`.execute(tx)
  return rows
}

async function openRound(tx: ReadTx, id: string): Promise<Round | undefined> {
  const { rows } = await sql<Round>`
    select r.id, r.number, r.rule, r.option_id, r.secret, r.last_day as first_last_day, t.last_day,
      t.eligible, t.recused, t.cast_ballots, t.needed, t.spoiled
    from decision_rounds r join decisions d on d.id = r.decision_id and d.state = 'voting'
      cross join lateral mufakat.round_turnout(r.id) t
    where r.decision_id = ${id} order by r.number desc limit 1`.execute(tx)
  return rows[0]
}

type Standing = Pick<Facts, 'parties' | 'voted' | 'failed' | 'published' | 'appeals' | 'options'> & Facts['me']

async function standingOf(tx: ReadTx, id: string, actor: Actor): Promise<Standing> {
  const person = personOf(actor)
  const { rows } = await sql<Standing>`
    select array(select p.organisation_id from parties p join decisions d on d.programme_id = p.programme_id
        where d.id = ${id} and p.role in ('lead', 'member') and p.since <= mufakat.today()
          and coalesce(p.until, 'infinity') >= mufakat.today()) as parties,
      array(select b.organisation_id from ballots b where b.round_id = (
        select r.id from decision_rounds r where r.decision_id = ${id} order by r.number desc limit 1)) as voted,
      exists (select from decision_outcomes o where o.decision_id = ${id} and o.result = 'no-consensus') as failed,
      exists (select from decision_publications p where p.decision_id = ${id}) as published,
      (select count(*) from appeals a where a.decision_id = ${id}
        and not exists (select from appeal_answers x where x.appeal_id = a.id)) as appeals,
      (select count(*) from decision_options o where o.decision_id = ${id}) as options,
      mufakat.is_recused(${id}, ${person}) as recused,
      exists (select from interest_answers i where i.decision_id = ${id} and i.person_id = ${person}) as answered`.execute(
    tx,
  )
  return rows[0]!
}
