import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { type Tx, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { answerInterest } from './operations/answer-interest.ts'
import { castBallot } from './operations/cast-ballot.ts'
import { closeVote } from './operations/close-vote.ts'
import { openVote } from './operations/open-vote.ts'
import { withdrawDecision } from './operations/withdraw-decision.ts'
import { stage } from './testing/stage.ts'

const set = await stage({ rule: 'majority', quorum: 0.6 })
const { actors, heads, third, act, done, vote, voting, db } = set
const now = set.now

const kinds = (outcomes: { kind: string }[]) => outcomes.map((one) => one.kind).sort()
const roundOf = async (decision: string) =>
  (
    await db.admin.kysely
      .selectFrom('decision_rounds')
      .select('id')
      .where('decision_id', '=', decision)
      .executeTakeFirstOrThrow()
  ).id
const sqlAs = (actor: Actor, work: (tx: Tx) => Promise<unknown>) => writeAs(db.app, actor, set.site.time.now, work)
const ballotRow = (decision: string, round: string, actor: { personId: string }, party: string) =>
  sql`insert into ballots (id, decision_id, round_id, organisation_id, person_id, answer, created_at, created_by)
    values (${newId(now)}, ${decision}, ${round}, ${party}, ${actor.personId}, 'yes', ${now}, ${actor.personId})`

describe('two at once', () => {
  test('two chairs close one vote: one closes it, the other is told that it is decided', async () => {
    const decision = await voting()
    for (const head of heads) await vote(decision, head, 'yes')
    const outcomes = await Promise.all([act(closeVote, { decision }), act(closeVote, { decision }, actors.deputy)])
    assert.deepEqual(kinds(outcomes), ['denied', 'done'])
    assert.equal((await set.outcomeOf(decision)).length, 1)
  })

  test('two ballots of one party, and two votes opened on one question', async () => {
    const decision = await voting()
    await done(answerInterest, { decision, conflicted: 'no' }, third)
    const ballots = await Promise.all([1, 2, 3].map(() => act(castBallot, { decision, answer: 'yes' }, third)))
    assert.deepEqual(kinds(ballots), ['denied', 'denied', 'done'])
    const { decision: other, options } = await set.raise()
    const input = { decision: other, option: options[0], lastDay: '2026-12-01' }
    const rounds = await Promise.all([act(openVote, input), act(openVote, input, actors.deputy)])
    assert.deepEqual(kinds(rounds), ['denied', 'done'])
  })

  test('a ballot while the vote is closed: it is counted or refused, never lost', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const decision = await voting({ lastDay: '2026-11-24' })
      for (const head of heads.slice(0, 4)) await vote(decision, head, 'yes')
      set.on('2026-11-24')
      await done(answerInterest, { decision, conflicted: 'no' }, heads[4])
      const [ballot] = await Promise.all([
        act(castBallot, { decision, answer: 'yes' }, heads[4]),
        act(withdrawDecision, { decision, reason: 'Ditarik' }),
        act(closeVote, { decision }),
      ])
      const [outcome] = await set.outcomeOf(decision)
      const cast = await db.admin.kysely
        .selectFrom('ballots')
        .select('id')
        .where('decision_id', '=', decision)
        .execute()
      assert.equal(cast.length, ballot.kind === 'done' ? 5 : 4)
      if (outcome) assert.equal(outcome.cast_ballots, cast.length)
    }
  })

  test('SQL by the app’s role that holds a ballot open while the vote is closed waits its turn', async () => {
    const decision = await voting()
    for (const head of heads) await vote(decision, head, 'yes')
    const round = await roundOf(decision)
    let closing: Promise<unknown> = Promise.resolve()
    await assert.rejects(
      sqlAs(actors.officer, async (tx) => {
        await sql`select mufakat.lock_decision(${decision})`.execute(tx)
        closing = act(closeVote, { decision })
        await ballotRow(decision, round, actors.officer, set.organisations.owner.id).execute(tx)
      }),
      /not-voter/,
    )
    assert.equal(((await closing) as { kind: string }).kind, 'done')
  })
})

describe('SQL by the app’s role', () => {
  test('writes no ballot that the rules refuse', async () => {
    const decision = await voting()
    const round = await roundOf(decision)
    const party = third.organisationIds[0]!
    const cast = (actor: Actor & { personId: string }, of = party) =>
      sqlAs(actor, (tx) => ballotRow(decision, round, actor, of).execute(tx))
    await assert.rejects(cast(third), /unanswered/)
    await done(answerInterest, { decision, conflicted: 'no' }, third)
    await assert.rejects(cast(third, set.organisations.other.id), /not-voter/)
    await assert.rejects(cast(actors.expiredSeat, set.organisations.other.id), /not-voter/)
    await assert.rejects(cast(actors.observer, set.organisations.observing.id), /not-voter/)
    await cast(third)
    await assert.rejects(cast(third), /duplicate key/)
    await assert.rejects(
      sqlAs(actors.otherHead, (tx) => ballotRow(decision, round, third, party).execute(tx)),
      /not-voter|row-level security/,
    )
    await assert.rejects(
      sqlAs(third, (tx) => sql`update ballots set answer = 'no'`.execute(tx)),
      /permission denied/,
    )
    await assert.rejects(
      sqlAs(third, (tx) => sql`delete from ballots`.execute(tx)),
      /permission denied/,
    )
  })

  test('closes nothing without quorum, before its day, twice, or with figures of its own', async () => {
    const decision = await voting()
    const round = await roundOf(decision)
    const close = (actor: Actor & { personId: string }, result = 'adopted') =>
      sqlAs(actor, (tx) =>
        sql`insert into decision_outcomes (id, decision_id, round_id, result, option_id, yes, no, abstain, eligible, cast_ballots, recused, decided_on, created_at, created_by)
          select ${newId(now)}, decision_id, id, ${result}, option_id, 99, 0, 0, 99, 99, 0, '2020-01-01', ${now}, ${actor.personId}
          from decision_rounds where id = ${round}`.execute(tx),
      )
    await assert.rejects(close(actors.coordinator), /no-quorum/)
    for (const head of heads.slice(0, 3)) await vote(decision, head, 'no', 'Belum siap')
    await assert.rejects(close(actors.coordinator), /too-early/)
    await assert.rejects(close(actors.head), /not-chair|row-level security/)
    for (const head of heads.slice(3)) await vote(decision, head, 'yes')
    await close(actors.coordinator)
    const [outcome] = await set.outcomeOf(decision)
    const { result, yes, no, eligible, decided_on } = outcome!
    assert.deepEqual(
      { result, yes, no, eligible, decided_on },
      { result: 'rejected', yes: 2, no: 3, eligible: 5, decided_on: set.today },
    )
    await assert.rejects(close(actors.deputy), /not-now|closed|duplicate/)
  })

  test('sets no state, opens no class, and begins no question in the middle', async () => {
    const { decision } = await set.raise({ class: 'members' })
    const change = (text: string) =>
      sqlAs(actors.coordinator, (tx) => sql.raw(`${text} where id = '${decision}'`).execute(tx))
    await assert.rejects(change("update decisions set state = 'decided'"), /permission denied/)
    await assert.rejects(change("update decisions set class = 'public'"), /permission denied/)
    await assert.rejects(change("update decisions set question = 'Lain'"), /permission denied/)
    const raise = (state: string, day: string) =>
      sqlAs(actors.head, (tx) =>
        sql`insert into decisions (id, programme_id, owner_id, lang, number, raised_on, question, background, rule, quorum, charter_number, state, created_at, created_by)
          values (${newId(now)}, ${set.programmeId}, ${set.organisations.owner.id}, 'id', 99, ${day}, 'x', 'y', 'majority', 0.5, 1, ${state}, ${now}, ${actors.head.personId})`.execute(
          tx,
        ),
      )
    await assert.rejects(raise('decided', set.today), /not-new/)
    await assert.rejects(raise('deliberating', '2026-01-01'), /not-new/)
  })
})
