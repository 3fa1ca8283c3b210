import type { Actor, PersonActor } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Operation, run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { interests } from '#modules/interests/module.ts'
import { declareInterests } from '#modules/interests/operations/declare-interests.ts'
import type { CharterRule } from '../decision.ts'
import { decisions } from '../module.ts'
import { addOption } from '../operations/add-option.ts'
import { answerInterest } from '../operations/answer-interest.ts'
import { castBallot } from '../operations/cast-ballot.ts'
import { openVote } from '../operations/open-vote.ts'
import { raiseDecision } from '../operations/raise-decision.ts'

/** A programme with five voting parties, a charter in force, and short ways to act at a moment of the story. */
export async function stage(options: { now?: Date; rule?: CharterRule; quorum?: number } = {}) {
  const db = await testDatabase()
  const story = await cast(db, options)
  const site = testSite(db, [interests, decisions], { now: story.now })
  const { head, otherHead } = story.actors
  await addCharter(db, story, options.rule ?? 'majority', options.quorum ?? 0.5)
  const added = [
    await addParty(db, story, 'Tiga'),
    await addParty(db, story, 'Empat'),
    await addParty(db, story, 'Lima'),
  ]
  const [third, fourth, fifth] = added as [PersonActor, PersonActor, PersonActor]
  const heads = [head, otherHead, third, fourth, fifth]

  const ways = waysToAct(db, story, site)

  const outcomeOf = async (decision: string) =>
    db.admin.kysely.selectFrom('decision_outcomes').selectAll().where('decision_id', '=', decision).execute()

  const declare = (actor: Actor, organisation: string, kind = 'family') =>
    ways.done(declareInterests, { kind, organisation, complete: true }, actor)

  const body = async (name: string) => {
    const id = newId(site.time.now)
    const row = { id, name, kind: 'business', created_at: site.time.now }
    await db.admin.kysely.insertInto('organisations').values(row).execute()
    return id
  }

  const on = (day: string) => {
    site.time.now = new Date(`${day}T03:00:00Z`)
  }
  return { db, ...story, third, fourth, fifth, heads, site, ...ways, outcomeOf, declare, body, on }
}
export type Stage = Awaited<ReturnType<typeof stage>>

type Db = Awaited<ReturnType<typeof testDatabase>>
type Story = Awaited<ReturnType<typeof cast>>

function waysToAct(db: Db, story: Story, site: ReturnType<typeof testSite>) {
  const act = <R>(declared: object, input: object, actor: Actor = story.actors.coordinator) =>
    run(declared as Operation, input, {
      db: db.app,
      actor,
      now: site.time.now,
      today: jakartaDate(site.time.now),
    }) as Promise<Outcome<R>>

  const done = async <R = { decision: string; version: number }>(
    declared: object,
    input: object,
    actor?: Actor,
  ): Promise<R> => {
    const outcome = await act<R>(declared, input, actor)
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${saying(outcome)}`)
    return outcome.value
  }

  /** A question with two options; returns its id and theirs. */
  const raise = async (fields: object = {}) => {
    const { decision } = await done(raiseDecision, {
      programme: story.slug,
      question: 'Apakah data dibagikan?',
      background: 'Ratusan keluarga belum dikunjungi.',
      ...fields,
    })
    await done(addOption, { decision, title: 'Tetap terpisah' })
    await done(addOption, { decision, title: 'Berbagi tiga isian' })
    const rows = await db.admin.kysely
      .selectFrom('decision_options')
      .select('id')
      .where('decision_id', '=', decision)
      .orderBy('position')
      .execute()
    return { decision, options: rows.map((row) => row.id) }
  }

  const open = async (question: { decision: string; options: string[] }, fields: object = {}) =>
    done(openVote, { decision: question.decision, option: question.options[1], lastDay: '2026-12-01', ...fields })

  /** A question on which a vote is open. */
  const voting = async (fields: object = {}, raised: object = {}) => {
    const question = await raise(raised)
    await open(question, fields)
    return question.decision
  }

  const vote = async (decision: string, actor: Actor, answer: 'yes' | 'no' | 'abstain', reason?: string) => {
    await act(answerInterest, { decision, conflicted: 'no' }, actor)
    return act(castBallot, { decision, answer, ...(reason ? { reason } : {}) }, actor)
  }

  return { act, done, raise, open, voting, vote }
}

async function addCharter(db: Db, { programmeId, organisations, now }: Story, decision_rule: string, quorum: number) {
  const charter = { id: newId(now), programme_id: programmeId, owner_id: organisations.owner.id, lang: 'id', number: 1 }
  await db.admin.kysely
    .insertInto('charter_versions')
    .values({ ...charter, status: 'in-force', decision_rule, quorum, created_at: now })
    .execute()
}

/** One more voting party with a head. */
async function addParty(db: Db, { programmeId, now }: Story, name: string): Promise<PersonActor> {
  const [organisation, person] = [newId(now), newId(now)]
  const sql = db.admin.kysely
  const begin = '2026-01-05'
  const body = { id: organisation, name: `Dinas ${name} Kabupaten Contoh`, kind: 'agency', created_at: now }
  await sql.insertInto('organisations').values(body).execute()
  await sql
    .insertInto('parties')
    .values({ programme_id: programmeId, organisation_id: organisation, role: 'member', since: begin, created_at: now })
    .execute()
  await sql
    .insertInto('people')
    .values({ id: person, name: `Kepala ${name}`, created_at: now })
    .execute()
  const of = { person_id: person, organisation_id: organisation, created_at: now }
  await sql
    .insertInto('memberships')
    .values({ ...of, id: newId(now), post: 'Kepala dinas', head: true, starts_on: begin })
    .execute()
  await sql
    .insertInto('seats')
    .values({ ...of, id: newId(now), programme_id: programmeId, role: 'head', first_day: begin })
    .execute()
  return {
    kind: 'person',
    personId: person,
    name: `Kepala ${name}`,
    seats: [{ programmeId, organisationId: organisation, role: 'head' }],
    roles: [],
    organisationIds: [organisation],
  }
}

/** The sentence that a refusal says, in Indonesian. */
export function saying(outcome: Outcome<unknown>): string {
  if (outcome.kind === 'denied' || outcome.kind === 'conflict') return outcome.reason.text('id')
  if (outcome.kind === 'invalid') return outcome.problems.map((one) => `${one.field}: ${one.text('id')}`).join('; ')
  return outcome.kind
}
