import { type Insertable, sql } from 'kysely'
import { type Actor, personOf } from '#kernel/access.ts'
import type { DB, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { BallotAnswer, Decision, Round } from '../decision.ts'

export type By = { actor: Actor; now: Date; today: string }

/** Tables whose rows say what happened to a decision. */
type DetailTable =
  | 'amendment_answers'
  | 'amendments'
  | 'appeal_answers'
  | 'appeals'
  | 'decision_answers'
  | 'decision_concerned'
  | 'decision_links'
  | 'decision_options'
  | 'decision_publications'
  | 'decision_questions'
  | 'decision_rounds'
  | 'decision_withdrawals'
  | 'delegations'
  | 'dissents'
  | 'interest_answers'
  | 'next_steps'
  | 'option_versions'
  | 'positions'
  | 'round_extensions'
type NewRow<T extends DetailTable> = Omit<Insertable<DB[T]>, 'id' | 'created_at' | 'created_by'>

/** Adds one row beside its decision; returns its id. */
export async function addDetail<T extends DetailTable>(tx: Tx, by: By, table: T, row: NewRow<T>): Promise<string> {
  const id = newId(by.now)
  const values = { ...row, id, created_at: by.now, created_by: personOf(by.actor) }
  await tx
    .insertInto(table as DetailTable)
    .values(values as never)
    .execute()
  return id
}

export async function touch(tx: Tx, { id, version }: Pick<Decision, 'id' | 'version'>): Promise<number> {
  await tx
    .updateTable('decisions')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute()
  return version + 1
}

export type NewDecision = Pick<
  Decision,
  | 'programme_id'
  | 'owner_id'
  | 'class'
  | 'lang'
  | 'question'
  | 'question_en'
  | 'background'
  | 'rule'
  | 'quorum'
  | 'charter_number'
  | 'reverses_id'
>

/** The caller holds the lock of the programme, so that no number is given twice. */
export async function addDecision(tx: Tx, by: By, decision: NewDecision): Promise<{ id: string; number: number }> {
  const id = newId(by.now)
  const year = by.today.slice(0, 4)
  const { last } = await tx
    .selectFrom('decisions')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('programme_id', '=', decision.programme_id)
    .where('raised_on', '>=', `${year}-01-01`)
    .where('raised_on', '<=', `${year}-12-31`)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  const stamp = { created_at: by.now, created_by: personOf(by.actor) }
  await tx
    .insertInto('decisions')
    .values({ ...decision, id, number, raised_on: by.today, ...stamp })
    .execute()
  return { id, number }
}

type OpenBallot = { answer: BallotAnswer; reason: string | null }

/** In a secret round the answer goes to a sum, and the row says only that the party has voted. */
export async function addBallot(
  tx: Tx,
  by: By,
  round: Pick<Round, 'id' | 'secret'> & { decision_id: string },
  organisationId: string,
  { answer, reason }: OpenBallot,
): Promise<void> {
  const id = newId(by.now)
  if (round.secret) {
    await sql`select mufakat.cast_secret_ballot(${id}, ${round.id}, ${organisationId}, ${answer}, ${by.now})`.execute(
      tx,
    )
    return
  }
  const person = personOf(by.actor)!
  const ballot = { id, decision_id: round.decision_id, round_id: round.id, organisation_id: organisationId }
  await tx
    .insertInto('ballots')
    .values({ ...ballot, person_id: person, answer, reason, created_at: by.now, created_by: person })
    .execute()
}

export type Outcome = {
  result: string
  option_id: string
  yes: number | null
  no: number | null
  abstain: number | null
}

/** Figures and result are filled in by the database. */
export async function addOutcome(tx: Tx, by: By, decisionId: string, round: Round): Promise<Outcome> {
  return tx
    .insertInto('decision_outcomes')
    .values({
      id: newId(by.now),
      decision_id: decisionId,
      round_id: round.id,
      result: 'void',
      option_id: round.option_id,
      eligible: 0,
      cast_ballots: 0,
      recused: 0,
      decided_on: by.today,
      created_at: by.now,
      created_by: personOf(by.actor),
    })
    .returning(['result', 'option_id', 'yes', 'no', 'abstain'])
    .executeTakeFirstOrThrow()
}

type Found = { person_id: string; organisation_id: string; ground: string; source: string; concerned_id: string | null }

/** Writes down who is out and why, for everyone entitled to vote who is not on record yet; returns the new rows. */
export async function recordRecusals(tx: Tx, by: By, decisionId: string): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select e.person_id, e.organisation_id, i.kind as ground, i.source, c.organisation_id as concerned_id
    from mufakat.decision_electorate(${decisionId}) e join decision_concerned c on c.decision_id = ${decisionId}
      cross join lateral mufakat.interests_in(e.person_id, array[c.organisation_id]) i
    union
    select a.person_id, a.organisation_id, 'own-answer', 'answer', null from interest_answers a
    where a.decision_id = ${decisionId} and a.conflicted
    except
    select r.person_id, r.organisation_id, r.ground, r.source, r.concerned_id from recusals r
    where r.decision_id = ${decisionId}`.execute(tx)
  for (const row of rows)
    await tx
      .insertInto('recusals')
      .values({
        ...row,
        id: newId(by.now),
        decision_id: decisionId,
        created_at: by.now,
        created_by: personOf(by.actor),
      })
      .execute()
  return rows
}
