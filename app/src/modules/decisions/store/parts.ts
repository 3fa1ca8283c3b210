import type { ReadTx } from '#kernel/database.ts'
import type { BallotAnswer, Relation, Result, RoundRule, Stance } from '../decision.ts'

/** What stands beside a decision, in the order it happened. */
export type Option = { id: string; position: number; title: string; body: string }
export async function optionsOf(tx: ReadTx, id: string): Promise<Option[]> {
  return tx
    .selectFrom('decision_options')
    .select(['id', 'position', 'title', 'body'])
    .where('decision_id', '=', id)
    .orderBy('position')
    .execute()
}

export type Concerned = { organisation_id: string; relation: Relation }
export async function concernedOf(tx: ReadTx, id: string): Promise<Concerned[]> {
  const rows = await tx
    .selectFrom('decision_concerned')
    .select(['organisation_id', 'relation'])
    .where('decision_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as Concerned[]
}

export type Link = {
  id: string
  kind: 'objective' | 'task' | 'document'
  record_id: string | null
  title: string | null
  url: string | null
}
export async function linksOf(tx: ReadTx, id: string): Promise<Link[]> {
  const rows = await tx
    .selectFrom('decision_links')
    .select(['id', 'kind', 'record_id', 'title', 'url'])
    .where('decision_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as Link[]
}

export type Position = {
  organisation_id: string
  stance: Stance
  option_id: string | null
  reason: string
  created_at: Date
}
export async function positionsOf(tx: ReadTx, id: string): Promise<Position[]> {
  const rows = await tx
    .selectFrom('positions')
    .select(['organisation_id', 'stance', 'option_id', 'reason', 'created_at'])
    .where('decision_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as Position[]
}

export type Amendment = {
  id: string
  organisation_id: string
  clause: string
  body: string
  reason: string
  revises_id: string | null
  created_at: Date
}
export async function amendmentsOf(tx: ReadTx, id: string): Promise<Amendment[]> {
  return tx
    .selectFrom('amendments')
    .select(['id', 'organisation_id', 'clause', 'body', 'reason', 'revises_id', 'created_at'])
    .where('decision_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export type Question = { id: string; organisation_id: string; body: string; created_at: Date }
export async function questionsOf(tx: ReadTx, id: string): Promise<Question[]> {
  return tx
    .selectFrom('decision_questions')
    .select(['id', 'organisation_id', 'body', 'created_at'])
    .where('decision_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export type Answer = Question & { question_id: string }
export async function answersOf(tx: ReadTx, id: string): Promise<Answer[]> {
  return tx
    .selectFrom('decision_answers')
    .select(['id', 'question_id', 'organisation_id', 'body', 'created_at'])
    .where('decision_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export type Recusal = {
  person_id: string
  person: string | null
  organisation_id: string
  ground: string
  concerned_id: string | null
}
export async function recusalsOf(tx: ReadTx, id: string): Promise<Recusal[]> {
  return tx
    .selectFrom('recusals')
    .leftJoin('people', 'people.id', 'recusals.person_id')
    .select(['person_id', 'people.name as person', 'organisation_id', 'ground', 'concerned_id'])
    .where('decision_id', '=', id)
    .orderBy('recusals.created_at')
    .orderBy('recusals.id')
    .execute()
}

export type Delegation = { organisation_id: string; to_person_id: string; person: string | null; reason: string }
export async function delegationsOf(tx: ReadTx, id: string): Promise<Delegation[]> {
  return tx
    .selectFrom('delegations')
    .leftJoin('people', 'people.id', 'delegations.to_person_id')
    .select(['organisation_id', 'to_person_id', 'people.name as person', 'reason'])
    .where('decision_id', '=', id)
    .orderBy('delegations.created_at')
    .execute()
}

export type PastRound = {
  id: string
  number: number
  rule: RoundRule
  option_id: string
  secret: boolean
  created_at: Date
}
export async function roundsOf(tx: ReadTx, id: string): Promise<PastRound[]> {
  const rows = await tx
    .selectFrom('decision_rounds')
    .select(['id', 'number', 'rule', 'option_id', 'secret', 'created_at'])
    .where('decision_id', '=', id)
    .orderBy('number')
    .execute()
  return rows as PastRound[]
}

export type Extension = { round_id: string; to_day: string; reason: string }
export async function extensionsOf(tx: ReadTx, id: string): Promise<Extension[]> {
  return tx
    .selectFrom('round_extensions')
    .select(['round_id', 'to_day', 'reason'])
    .where('decision_id', '=', id)
    .orderBy('created_at')
    .execute()
}

export type OutcomeRow = {
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
  created_at: Date
}
/** As far as this actor may know how it ended. */
export async function outcomesOf(tx: ReadTx, id: string): Promise<OutcomeRow[]> {
  const rows = await tx
    .selectFrom('decision_outcomes')
    .select(['round_id', 'result', 'option_id', 'yes', 'no', 'abstain', 'eligible', 'cast_ballots', 'recused'])
    .select(['decided_on', 'created_at'])
    .where('decision_id', '=', id)
    .orderBy('created_at')
    .execute()
  return rows as OutcomeRow[]
}

export type Ballot = {
  round_id: string
  organisation_id: string
  answer: BallotAnswer | null
  reason: string | null
  weight: number
}
export async function ballotsOf(tx: ReadTx, id: string): Promise<Ballot[]> {
  const rows = await tx
    .selectFrom('ballots')
    .innerJoin('organisations', 'organisations.id', 'ballots.organisation_id')
    .select(['round_id', 'organisation_id', 'answer', 'reason', 'weight'])
    .where('decision_id', '=', id)
    .orderBy('organisations.name')
    .execute()
  return rows as Ballot[]
}

export type Publication = { published_on: string; answer: string; reason: string; review_on: string | null }
export async function publicationOf(tx: ReadTx, id: string): Promise<Publication | undefined> {
  return tx
    .selectFrom('decision_publications')
    .select(['published_on', 'answer', 'reason', 'review_on'])
    .where('decision_id', '=', id)
    .executeTakeFirst()
}

export type Step = { id: string; title: string; organisation_id: string; due_on: string; task_id: string | null }
export async function stepsOf(tx: ReadTx, id: string): Promise<Step[]> {
  return tx
    .selectFrom('next_steps')
    .select(['id', 'title', 'organisation_id', 'due_on', 'task_id'])
    .where('decision_id', '=', id)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
}

export type Dissent = { organisation_id: string; body: string }
export async function dissentsOf(tx: ReadTx, id: string): Promise<Dissent[]> {
  return tx
    .selectFrom('dissents')
    .select(['organisation_id', 'body'])
    .where('decision_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export type Appeal = {
  id: string
  organisation_id: string
  grounds: string
  created_at: Date
  upheld: boolean | null
  reason: string | null
  answered_at: Date | null
}
export async function appealsOf(tx: ReadTx, id: string): Promise<Appeal[]> {
  return tx
    .selectFrom('appeals')
    .leftJoin('appeal_answers', 'appeal_answers.appeal_id', 'appeals.id')
    .select(['appeals.id', 'organisation_id', 'grounds', 'appeals.created_at'])
    .select(['appeal_answers.upheld', 'appeal_answers.reason', 'appeal_answers.created_at as answered_at'])
    .where('appeals.decision_id', '=', id)
    .orderBy('appeals.created_at')
    .execute()
}

export type Withdrawal = { reason: string; created_at: Date }
export async function withdrawalOf(tx: ReadTx, id: string): Promise<Withdrawal | undefined> {
  return tx
    .selectFrom('decision_withdrawals')
    .select(['reason', 'created_at'])
    .where('decision_id', '=', id)
    .executeTakeFirst()
}

export async function askedOf(tx: ReadTx, id: string): Promise<string[]> {
  const rows = await tx.selectFrom('interest_answers').select('person_id').where('decision_id', '=', id).execute()
  return rows.map((row) => row.person_id)
}

/** Decisions that would undo this one, or that it undoes. */
export async function reversalsOf(tx: ReadTx, id: string, reverses: string | null) {
  const rows = await tx
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
  return rows
}

export type Colleague = { person_id: string; name: string; organisation_id: string; organisation: string }

/** Who acts for these parties without heading them: they may be handed a ballot. */
export async function colleaguesOf(
  tx: ReadTx,
  programmeId: string,
  parties: string[],
  day: string,
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
    .where('seats.first_day', '<=', day)
    .where((eb) => eb.or([eb('seats.last_day', 'is', null), eb('seats.last_day', '>=', day)]))
    .orderBy('organisations.name')
    .orderBy('people.name')
    .execute()
}
