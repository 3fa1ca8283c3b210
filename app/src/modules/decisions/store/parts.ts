import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { BallotAnswer, Relation, Result, RoundRule, Stance } from '../decision.ts'

/** `body` as it reads now; how it read before is in `versions`, after `first_body`. */
export type Option = { id: string; position: number; title: string; body: string; first_body: string }
export type OptionVersion = { option_id: string; number: number; body: string; amendment_id: string; day: string }
export type Concerned = { organisation_id: string; relation: Relation }
export type Link = {
  id: string
  kind: 'objective' | 'task' | 'document'
  record_id: string | null
  title: string | null
  url: string | null
}
/** `day`: the calendar day of what was said or done. */
export type Position = {
  organisation_id: string
  stance: Stance
  option_id: string | null
  reason: string
  day: string
}
export type Amendment = {
  id: string
  organisation_id: string
  clause: string
  body: string
  reason: string
  revises_id: string | null
  day: string
  answer: 'accepted' | 'declined' | 'withdrawn' | null
  answer_reason: string | null
  answered_on: string | null
}
export type Question = { id: string; organisation_id: string; body: string; day: string }
export type Answer = { id: string; question_id: string; organisation_id: string; body: string; day: string }
export type Recusal = {
  /** Absent where the reader is told the party alone. */
  person: string | null
  organisation_id: string
  ground: string
  concerned_id: string | null
}
export type Delegation = { organisation_id: string; person: string | null; reason: string }
export type PastRound = { id: string; number: number; rule: RoundRule; option_id: string; secret: boolean }
export type Outcome = {
  round_id: string
  result: Result
  option_id: string
  yes: number | null
  no: number | null
  abstain: number | null
  eligible: number
  cast_ballots: number
  recused: number
  decided_on: string
}
export type Ballot = {
  round_id: string
  organisation_id: string
  answer: BallotAnswer | null
  reason: string | null
  weight: number
}
export type Publication = { published_on: string; answer: string; reason: string; review_on: string | null }
export type Step = { id: string; title: string; organisation_id: string; due_on: string; task_id: string | null }
export type Dissent = { organisation_id: string; body: string }
export type Appeal = {
  id: string
  organisation_id: string
  grounds: string
  day: string
  upheld: boolean | null
  reason: string | null
}

/** What stands beside a decision, in the order it happened, as far as this actor may see it. */
export type Parts = {
  options: Option[]
  versions: OptionVersion[]
  concerned: Concerned[]
  links: Link[]
  positions: Position[]
  amendments: Amendment[]
  questions: Question[]
  answers: Answer[]
  recusals: Recusal[]
  delegations: Delegation[]
  rounds: PastRound[]
  outcomes: Outcome[]
  ballots: Ballot[]
  publication: Publication | null
  steps: Step[]
  dissents: Dissent[]
  appeals: Appeal[]
  withdrawal: { reason: string; day: string } | null
  /** How many have answered the question of interest. */
  asked: number
}

const day = "(t.created_at at time zone 'Asia/Jakarta')::date as day"
const inTime = 't.created_at, t.id'
const lists: Record<string, string> = {
  options: `select t.id, t.position, t.title, t.body as first_body, coalesce((select v.body from option_versions v
    where v.option_id = t.id order by v.number desc limit 1), t.body) as body
    from decision_options t where t.decision_id = $1 order by t.position`,
  versions: `select t.option_id, t.number, t.body, t.amendment_id, ${day} from option_versions t
    where t.decision_id = $1 order by t.option_id, t.number`,
  concerned: `select t.organisation_id, t.relation from decision_concerned t where t.decision_id = $1 order by ${inTime}`,
  links: `select t.id, t.kind, t.record_id, t.title, t.url from decision_links t where t.decision_id = $1 order by ${inTime}`,
  positions: `select t.organisation_id, t.stance, t.option_id, t.reason, ${day} from positions t where t.decision_id = $1 order by ${inTime}`,
  amendments: `select t.id, t.organisation_id, t.clause, t.body, t.reason, t.revises_id, ${day},
    a.answer, a.reason as answer_reason, (a.created_at at time zone 'Asia/Jakarta')::date as answered_on
    from amendments t left join amendment_answers a on a.amendment_id = t.id where t.decision_id = $1 order by ${inTime}`,
  questions: `select t.id, t.organisation_id, t.body, ${day} from decision_questions t where t.decision_id = $1 order by ${inTime}`,
  answers: `select t.id, t.question_id, t.organisation_id, t.body, ${day} from decision_answers t where t.decision_id = $1 order by ${inTime}`,
  recusals: `select mufakat.actor_name(t.person_id) as person, t.organisation_id, t.ground, t.concerned_id from recusals t where t.decision_id = $1 order by ${inTime}`,
  delegations: `select t.organisation_id, mufakat.actor_name(t.to_person_id) as person, t.reason from delegations t where t.decision_id = $1 order by ${inTime}`,
  rounds:
    'select t.id, t.number, t.rule, t.option_id, t.secret from decision_rounds t where t.decision_id = $1 order by t.number',
  outcomes: `select t.round_id, t.result, t.option_id, t.yes, t.no, t.abstain, t.eligible, t.cast_ballots, t.recused, t.decided_on
    from decision_outcomes t where t.decision_id = $1 order by ${inTime}`,
  // by party, not by time
  ballots:
    'select t.round_id, t.organisation_id, t.answer, t.reason, t.weight from ballots t where t.decision_id = $1 order by t.organisation_id, t.round_id',
  publication:
    'select t.published_on, t.answer, t.reason, t.review_on from decision_publications t where t.decision_id = $1',
  steps:
    'select t.id, t.title, t.organisation_id, t.due_on, t.task_id from next_steps t where t.decision_id = $1 order by t.due_on, t.id',
  dissents: `select t.organisation_id, t.body from dissents t where t.decision_id = $1 order by ${inTime}`,
  appeals: `select t.id, t.organisation_id, t.grounds, ${day}, a.upheld, a.reason from appeals t
    left join appeal_answers a on a.appeal_id = t.id where t.decision_id = $1 order by ${inTime}`,
  withdrawal: `select t.reason, ${day} from decision_withdrawals t where t.decision_id = $1`,
  asked: 'select from interest_answers t where t.decision_id = $1',
}
const single = new Set(['publication', 'withdrawal'])

/** All in one statement: twenty small reads cost a page more than the rest of it. */
export async function readParts(tx: ReadTx, id: string): Promise<Parts> {
  const columns = Object.entries(lists).map(([name, query]) => {
    const [before, after = ''] = query.split('$1')
    const of = sql`${sql.raw(before!)}${id}::uuid${sql.raw(after)}`
    if (single.has(name)) return sql`(select to_json(x) from (${of}) x) as ${sql.ref(name)}`
    return sql`(select coalesce(json_agg(x), '[]') from (${of}) x) as ${sql.ref(name)}`
  })
  const { rows } = await sql<Omit<Parts, 'asked'> & { asked: unknown[] }>`select ${sql.join(columns)}`.execute(tx)
  const { asked, ...parts } = rows[0]!
  return { ...parts, asked: asked.length }
}

/** Decisions that would undo this one, or that it undoes. */
export async function reversalsOf(tx: ReadTx, id: string, reverses: string | null) {
  return tx
    .selectFrom('decisions')
    .leftJoin('decision_outcomes', (join) =>
      join.onRef('decision_outcomes.decision_id', '=', 'decisions.id').on('decision_outcomes.result', '=', 'adopted'),
    )
    .leftJoin('decision_publications', 'decision_publications.decision_id', 'decisions.id')
    .select(['decisions.id', 'decisions.number', 'decisions.raised_on', 'reverses_id', 'published_on'])
    .select('decision_outcomes.result')
    .where((eb) => eb.or([eb('reverses_id', '=', id), ...(reverses ? [eb('decisions.id', '=', reverses)] : [])]))
    .orderBy('decisions.created_at')
    .execute()
}

export type Colleague = { person_id: string; name: string; organisation_id: string; organisation: string }

/** Who acts for these parties without heading them: they may be handed a ballot. */
export async function colleaguesOf(
  tx: ReadTx,
  programmeId: string,
  parties: string[],
  today: string,
): Promise<Colleague[]> {
  if (parties.length === 0) return []
  return tx
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.person_id')
    .innerJoin('organisations', 'organisations.id', 'seats.organisation_id')
    .select(['seats.person_id', 'people.name', 'seats.organisation_id', 'organisations.name as organisation'])
    .where('seats.programme_id', '=', programmeId)
    .where('seats.organisation_id', 'in', parties)
    .where('seats.role', 'in', ['officer', 'coordinator', 'deputy'])
    .where('seats.first_day', '<=', today)
    .where((eb) => eb.or([eb('seats.last_day', 'is', null), eb('seats.last_day', '>=', today)]))
    .orderBy('organisations.name')
    .orderBy('people.name')
    .execute()
}
