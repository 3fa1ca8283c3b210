import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { BallotAnswer, Relation, Result, RoundRule, Stance } from '../decision.ts'
import type { LinkKind } from '../links.ts'

/** `body` as it reads now; how it read before is in `versions`, after `first_body`. */
export type Option = { id: string; position: number; title: string; body: string; first_body: string }
export type OptionVersion = { option_id: string; number: number; body: string; amendment_id: string; day: string }
export type Concerned = { organisation_id: string; relation: Relation }
export type Link = {
  id: string
  kind: LinkKind | 'document'
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

/** By one function (migrations, decision-page): twenty small reads under their policies cost a page more than the rest of it. */
export async function readParts(tx: ReadTx, id: string): Promise<Parts> {
  const { rows } = await sql<{ parts: Parts }>`select mufakat.decision_parts(${id}) as parts`.execute(tx)
  return rows[0]!.parts
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
