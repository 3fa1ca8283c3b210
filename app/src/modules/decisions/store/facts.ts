import { sql } from 'kysely'
import { type Actor, personOf } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Decision, Facts } from '../decision.ts'

export async function readDecision(tx: ReadTx, id: string): Promise<Decision | undefined> {
  const row = await tx
    .selectFrom('decisions')
    .select(['id', 'programme_id', 'owner_id', 'class', 'lang', 'number', 'raised_on', 'question', 'question_en'])
    .select(['background', 'rule', 'quorum', 'charter_number', 'state', 'reverses_id', 'created_at', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as Decision | undefined
}

type Row = Omit<Facts, 'round' | 'me'> & { round: Facts['round'] | null } & Facts['me']

/** What the rules judge, as this actor sees it; undefined = no such decision for them. Who may vote only matters until it is decided. */
export async function readFacts(tx: ReadTx, id: string, actor: Actor): Promise<Facts | undefined> {
  const person = personOf(actor)
  const { rows } = await sql<Row>`
    select d.id, d.programme_id, d.owner_id, d.class, d.lang, d.number, d.raised_on, d.question, d.question_en, d.background,
      d.rule, d.quorum, d.charter_number, d.state, d.reverses_id, d.created_at, d.version, p.slug, p.status as programme_status,
      array(select y.organisation_id from parties y where y.programme_id = d.programme_id and y.role in ('lead', 'member')
        and y.since <= mufakat.today() and coalesce(y.until, 'infinity') >= mufakat.today()) as parties,
      case when d.state in ('deliberating', 'voting')
        then (select coalesce(json_agg(e), '[]') from mufakat.decision_electorate(d.id) e) else '[]' end as voters,
      case when d.state = 'voting' then (select to_json(x) from (
        select r.id, r.number, r.rule, r.option_id, r.secret, r.last_day as first_last_day, t.last_day,
          t.eligible, t.recused, t.cast_ballots, t.needed, t.spoiled
        from decision_rounds r cross join lateral mufakat.round_turnout(r.id) t
        where r.decision_id = d.id order by r.number desc limit 1) x) end as round,
      array(select b.organisation_id from ballots b where b.round_id = (
        select r.id from decision_rounds r where r.decision_id = d.id order by r.number desc limit 1)) as voted,
      exists (select from decision_outcomes o where o.decision_id = d.id and o.result = 'no-consensus') as failed,
      exists (select from decision_publications x where x.decision_id = d.id) as published,
      (select count(*) from appeals a where a.decision_id = d.id
        and not exists (select from appeal_answers x where x.appeal_id = a.id)) as appeals,
      array(select a.organisation_id from amendments a where a.decision_id = d.id
        and not exists (select from amendment_answers x where x.amendment_id = a.id)) as proposals,
      (select count(*) from decision_options o where o.decision_id = d.id) as options,
      mufakat.is_recused(d.id, ${person}) as recused,
      exists (select from interest_answers i where i.decision_id = d.id and i.person_id = ${person}) as answered
    from decisions d join programmes p on p.id = d.programme_id where d.id = ${id}`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const { recused, answered, round, ...facts } = row
  return { ...facts, round: round ?? undefined, me: { recused, answered } }
}
