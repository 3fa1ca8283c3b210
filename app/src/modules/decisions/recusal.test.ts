import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { PersonActor } from '#kernel/access.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { addOption } from './operations/add-option.ts'
import { answerInterest } from './operations/answer-interest.ts'
import { castBallot } from './operations/cast-ballot.ts'
import { closeVote } from './operations/close-vote.ts'
import { delegateBallot } from './operations/delegate-ballot.ts'
import { nameConcerned } from './operations/name-concerned.ts'
import { openVote } from './operations/open-vote.ts'
import { publishDecision } from './operations/publish-decision.ts'
import { takePosition } from './operations/take-position.ts'
import { decisionPaths } from './paths.ts'
import { readFacts } from './store/facts.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage({ rule: 'majority', quorum: 0.8 })
const { actors, heads, third, fourth, fifth, act, done, vote, db } = set
await set.body('PT Sumber Pangan Contoh')
await set.declare(third, 'PT Sumber Pangan Contoh')
const recused = 'Anda berkepentingan dalam perkara ini, jadi tidak ikut memutus'

/** A question that concerns these organisations, with its vote open. */
const concerning = async (names: string[], fields: object = {}) => {
  const question = await set.raise()
  for (const organisation of names)
    await done(nameConcerned, { decision: question.decision, organisation, relation: 'supplier' })
  await set.open(question, fields)
  return question.decision
}
const sqlAs = (actor: PersonActor, statement: ReturnType<typeof sql>) =>
  writeAs(db.app, actor, set.site.time.now, (tx) => statement.execute(tx))
const turnout = async (decision: string) => {
  const round = (await readAs(db.app, actors.visitor, set.site.time.now, (tx) => readFacts(tx, decision)))!.round!
  return { eligible: round.eligible, recused: round.recused, needed: round.needed }
}

describe('who has an interest takes no part, by any door', () => {
  test('declared: no position, option, ballot or delegation, by page, API, operation or SQL', async () => {
    const question = await set.raise()
    const { decision } = question
    await done(nameConcerned, { decision, organisation: 'PT Sumber Pangan Contoh', relation: 'supplier' })
    for (const [declared, input] of [
      [takePosition, { stance: 'support', reason: 'Bagus' }],
      [addOption, { title: 'Lain' }],
    ] as const)
      assert.equal(
        saying(await act(declared, { decision, ...input }, third)),
        declared === addOption ? 'Hanya instansi yang mengajukan dan tim koordinasi yang dapat melakukan ini' : recused,
      )
    const stand = sql`insert into positions (id, decision_id, organisation_id, person_id, stance, reason, created_at, created_by)
      values (${newId(set.now)}, ${decision}, ${third.organisationIds[0]}, ${third.personId}, 'support', 'x', ${set.now}, ${third.personId})`
    await assert.rejects(sqlAs(third, stand), /recused/)
    await set.open(question)
    assert.equal(saying(await vote(decision, third, 'yes')), recused)
    const path = decisionPaths.act(decision, 'ballot')
    assert.equal((await set.site.post(path, { answer: 'yes' }, { as: third })).status, 403)
    assert.equal((await set.site.api(path, { answer: 'yes' }, { as: third })).status, 403)
    const round = sql`(select id from decision_rounds where decision_id = ${decision})`
    const ballot = sql`insert into ballots (id, decision_id, round_id, organisation_id, person_id, answer, created_at, created_by)
      select ${newId(set.now)}, ${decision}, ${round}, ${third.organisationIds[0]}, ${third.personId}, 'yes', ${set.now}, ${third.personId}`
    await assert.rejects(sqlAs(third, ballot), /recused/)
  })

  test('matched by a post that nobody declared, or by the own answer, which is never taken back', async () => {
    const decision = await concerning(['Dinas Empat Kabupaten Contoh'])
    assert.equal(saying(await vote(decision, fourth, 'yes')), recused)
    await done(answerInterest, { decision, conflicted: 'yes' }, fifth)
    assert.equal(saying(await act(castBallot, { decision, answer: 'yes' }, fifth)), recused)
    assert.equal((await act(answerInterest, { decision, conflicted: 'no' }, fifth)).kind, 'denied')
    assert.deepEqual(await turnout(decision), { eligible: 3, recused: 2, needed: 3 })
  })

  test('quorum and majority are counted again without them, and recusal is a position with its reason', async () => {
    const decision = await concerning(['PT Sumber Pangan Contoh'])
    assert.deepEqual(await turnout(decision), { eligible: 4, recused: 1, needed: 4 })
    for (const head of heads) if (head !== third) await vote(decision, head, 'yes')
    await done(closeVote, { decision })
    const [outcome] = await set.outcomeOf(decision)
    assert.deepEqual([outcome!.result, outcome!.eligible, outcome!.recused], ['adopted', 4, 1])
    await done(publishDecision, { decision, answer: 'Ya', reason: 'Cukup' })
    const words = await wordsOf(await set.site.get(decisionPaths.decision(decision)))
    assert.match(words, /1 tidak ikut memutus karena konflik kepentingan/)
    assert.match(
      words,
      /Dinas Tiga Kabupaten Contoh Tidak ikut memutus Konflik kepentingan: Kepala Tiga, keluarga di PT Sumber Pangan Contoh/,
    )
  })

  test('a chair with an interest neither opens, closes nor publishes; another does', async () => {
    await set.body('CV Ketua')
    await set.declare(actors.coordinator, 'CV Ketua', 'ownership')
    const question = await set.raise()
    await done(
      nameConcerned,
      { decision: question.decision, organisation: 'CV Ketua', relation: 'applicant' },
      actors.deputy,
    )
    const { decision, options } = question
    const open = sql`insert into decision_rounds (id, decision_id, number, rule, option_id, last_day, created_at, created_by)
      values (${newId(set.now)}, ${decision}, 1, 'majority', ${options[0]}, '2026-12-01', ${set.now}, ${actors.coordinator.personId})`
    await assert.rejects(sqlAs(actors.coordinator, open), /recused/)
    await assert.rejects(set.open(question), /berkepentingan/)
    await done(openVote, { decision, option: options[1], lastDay: '2026-12-01' }, actors.deputy)
    for (const head of heads) await vote(decision, head, 'yes')
    assert.equal(saying(await act(closeVote, { decision })), recused)
    await done(closeVote, { decision }, actors.deputy)
    assert.equal(saying(await act(publishDecision, { decision, answer: 'Ya', reason: 'Ya' })), recused)
  })

  test('where every head of a party is out, the coordination team names who votes; that person is asked too', async () => {
    await set.body('CV Kepala')
    await set.declare(actors.head, 'CV Kepala')
    const decision = await concerning(['CV Kepala'])
    const hand = { decision, person: actors.officer.personId, reason: 'Kepala berkepentingan' }
    assert.equal(saying(await act(delegateBallot, hand, actors.head)), recused)
    await done(delegateBallot, hand, actors.deputy)
    assert.deepEqual(await turnout(decision), { eligible: 5, recused: 0, needed: 4 })
    assert.equal((await vote(decision, actors.officer, 'yes')).kind, 'done')
  })

  test('an interest declared after the ballot takes the ballot out of the count', async () => {
    await set.body('CV Terlambat')
    const decision = await concerning(['CV Terlambat'])
    for (const head of heads)
      await vote(decision, head, head === fifth ? 'yes' : 'no', head === fifth ? undefined : 'Belum')
    await set.declare(fifth, 'CV Terlambat')
    await done(closeVote, { decision })
    const [outcome] = await set.outcomeOf(decision)
    assert.deepEqual([outcome!.yes, outcome!.no, outcome!.eligible, outcome!.cast_ballots], [0, 4, 4, 4])
  })

  test('nobody is shut out without a ground', async () => {
    const decision = await concerning(['PT Sumber Pangan Contoh'])
    const shut = (ground: string, source: string, concerned: string | null) =>
      sqlAs(
        actors.coordinator,
        sql`insert into recusals (id, decision_id, person_id, organisation_id, ground, source, concerned_id, created_at, created_by)
          values (${newId(set.now)}, ${decision}, ${fourth.personId}, ${fourth.organisationIds[0]}, ${ground}, ${source}, ${concerned}, ${set.now}, ${actors.coordinator.personId})`,
      )
    await assert.rejects(shut('own-answer', 'answer', null), /unfounded/)
    await assert.rejects(shut('family', 'declared', set.organisations.other.id), /unfounded/)
    const answer = sql`insert into interest_answers (id, decision_id, person_id, organisation_id, conflicted, created_at, created_by)
      values (${newId(set.now)}, ${decision}, ${fourth.personId}, ${fourth.organisationIds[0]}, true, ${set.now}, ${actors.coordinator.personId})`
    await assert.rejects(sqlAs(actors.coordinator, answer), /not-voter/)
    assert.equal((await vote(decision, fourth, 'yes')).kind, 'done')
  })
})
