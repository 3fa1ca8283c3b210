import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { JobActor, PersonActor } from '#kernel/access.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { answerInterest } from './operations/answer-interest.ts'
import { castBallot } from './operations/cast-ballot.ts'
import { closeVote } from './operations/close-vote.ts'
import { nameConcerned } from './operations/name-concerned.ts'
import { publishDecision } from './operations/publish-decision.ts'
import { decisionPaths } from './paths.ts'
import { type Stage, saying, stage } from './testing/stage.ts'

type Answer = 'yes' | 'no' | 'abstain'

/** A secret vote as it is really held: through the form, each with a key of its own, at a set moment. */
async function hold(set: Stage, answers: Answer[]) {
  const decision = await set.voting({ secret: true })
  const { rows } = await set.db.admin.pool.query('select id from decision_rounds where decision_id = $1', [decision])
  for (const [index, answer] of answers.entries()) {
    const as = set.heads[index]!
    set.site.time.now = new Date(set.now.getTime() + index * 60_000)
    await set.done(answerInterest, { decision, conflicted: 'no' }, as)
    const form = { _key: newId(set.site.time.now), answer }
    const response = await set.site.post(decisionPaths.act(decision, 'ballot'), form, { as })
    assert.equal(response.status, 303)
  }
  return { decision, round: rows[0].id as string }
}

/** Every row of every table with its row version and place, ids replaced by the order in which they appear. */
async function dump(set: Stage): Promise<string> {
  const { pool } = set.db.admin
  const { rows: tables } = await pool.query(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname",
  )
  const lines: string[] = []
  for (const { name } of tables) {
    // the words of the cast's bodies, made in one statement before anything else and in no order
    const before = name === 'search_texts' ? "where t.kind <> 'organisation'" : ''
    const { rows } = await pool.query(
      `select xmin::text, ctid::text, to_jsonb(t) as row from ${name} t ${before} order by t.ctid`,
    )
    lines.push(...rows.map((row) => `${name} ${row.ctid} x${row.xmin} ${JSON.stringify(row.row)}`))
  }
  const seen = new Map<string, number>()
  const number = (found: string) => {
    if (!seen.has(found)) seen.set(found, seen.size)
    return `#${seen.get(found)}`
  }
  return lines
    .join('\n')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, number)
    .replace(/ x\d+ /g, (found) => ` ${number(found)} `)
    .replace(/"(password_hash|secret|token_hash)": ?"[^"]*"/g, '')
}

describe('a secret ballot', () => {
  test('two votes that differ only in who said what leave the same traces in every table, row version and place', async () => {
    const [one, two] = [await stage({ rule: 'majority' }), await stage({ rule: 'majority' })]
    await hold(one, ['yes', 'no', 'yes', 'abstain', 'yes'])
    await hold(two, ['abstain', 'yes', 'yes', 'yes', 'no'])
    assert.equal(await dump(one), await dump(two))
  })

  test('no role reads a sum before the vote is closed, nor adds to one', async () => {
    const set = await stage({ rule: 'two-thirds' })
    const { decision, round } = await hold(set, ['yes', 'no', 'yes'])
    const { coordinator, auditor, informationOfficer, head } = set.actors
    for (const actor of [coordinator, auditor, informationOfficer, head]) {
      const ask = (statement: ReturnType<typeof sql>) =>
        writeAs(set.db.app, actor, set.site.time.now, (tx) => statement.execute(tx))
      await assert.rejects(ask(sql`select * from secret_tallies`), /permission denied/)
      await assert.rejects(ask(sql`select * from mufakat.round_result(${round})`), /permission denied/)
      await assert.rejects(ask(sql`update secret_tallies set votes = 9`), /permission denied/)
      const ballots = await readAs(set.db.app, actor, set.site.time.now, (tx) =>
        tx.selectFrom('ballots').select(['answer', 'reason']).execute(),
      )
      assert.deepEqual(ballots, Array(3).fill({ answer: null, reason: null }))
    }
    // More than any job of ours may declare.
    const job = {
      kind: 'job',
      job: 'spy',
      classes: ['public', 'members', 'restricted', 'secret'],
    } as unknown as JobActor
    const spy = (statement: ReturnType<typeof sql>) => writeAs(set.db.jobs, job, set.now, (tx) => statement.execute(tx))
    await assert.rejects(spy(sql`select * from secret_tallies`), /permission denied/)
    const events = JSON.stringify((await set.db.admin.pool.query('select * from events')).rows)
    assert.doesNotMatch(events, /"answer"|abstain/)
    const kept = JSON.stringify((await set.db.admin.pool.query('select * from submissions')).rows)
    assert.doesNotMatch(kept, /"yes"|"no"|abstain/)
    assert.doesNotMatch(await (await set.site.get(decisionPaths.decision(decision), { as: head })).text(), /setuju, /)
  })

  test('is counted once, holds no text, and is written by no statement of one’s own', async () => {
    const set = await stage({ rule: 'majority' })
    const { decision, round } = await hold(set, ['yes', 'yes'])
    const third: PersonActor = set.third
    await set.done(answerInterest, { decision, conflicted: 'no' }, third)
    assert.match(
      saying(await set.act(castBallot, { decision, answer: 'no', reason: 'x' }, third)),
      /suara rahasia tidak memuat tulisan/,
    )
    const row = (answer: string | null) =>
      writeAs(set.db.app, third, set.site.time.now, (tx) =>
        sql`insert into ballots (id, decision_id, round_id, organisation_id, person_id, answer, created_at, created_by)
          values (${newId(set.now)}, ${decision}, ${round}, ${third.organisationIds[0]}, ${third.personId}, ${answer}, ${set.now}, ${third.personId})`.execute(
          tx,
        ),
      )
    await assert.rejects(row('yes'), /secret/)
    await assert.rejects(row(null), /incomplete/)
    const cast = (party: string, choice: string) =>
      writeAs(set.db.app, third, set.site.time.now, (tx) =>
        sql`select mufakat.cast_secret_ballot(${newId(set.now)}, ${round}, ${party}, ${choice}, ${set.now})`.execute(
          tx,
        ),
      )
    await assert.rejects(cast(set.organisations.owner.id, 'yes'), /not-voter/)
    await assert.rejects(cast(third.organisationIds[0]!, 'maybe'), /incomplete/)
    await cast(third.organisationIds[0]!, 'no')
    await assert.rejects(cast(third.organisationIds[0]!, 'no'), /duplicate key/)
    for (const head of [set.fourth, set.fifth]) await set.vote(decision, head, 'abstain')
    await set.done(closeVote, { decision })
    const [outcome] = await set.outcomeOf(decision)
    assert.deepEqual([outcome!.yes, outcome!.no, outcome!.abstain, outcome!.result], [2, 1, 2, 'adopted'])
    await set.done(publishDecision, { decision, answer: 'Ya', reason: 'Cukup' })
    const html = await (await set.site.get(decisionPaths.decision(decision))).text()
    assert.match(html, /Suara rahasia\. 2 setuju, 1 menolak, 2 abstain/)
    assert.match(html, /Sudah memberi suara/)
  })

  test('with fewer than three ballots the sums stay closed and the vote is void', async () => {
    const set = await stage({ rule: 'majority', quorum: 0.3 })
    const { decision } = await hold(set, ['yes', 'no'])
    set.on('2026-12-02')
    await set.done(closeVote, { decision })
    const [outcome] = await set.outcomeOf(decision)
    assert.deepEqual([outcome!.result, outcome!.yes, outcome!.no], ['void', null, null])
  })

  test('one cast by someone whose interest shows later voids the vote, because it cannot be taken out', async () => {
    const set = await stage({ rule: 'majority' })
    await set.body('CV Terlambat')
    const question = await set.raise()
    await set.done(nameConcerned, { decision: question.decision, organisation: 'CV Terlambat', relation: 'supplier' })
    await set.open(question, { secret: true })
    for (const head of set.heads) await set.vote(question.decision, head, 'yes')
    await set.declare(set.fifth, 'CV Terlambat')
    await set.done(closeVote, { decision: question.decision })
    const [outcome] = await set.outcomeOf(question.decision)
    assert.deepEqual([outcome!.result, outcome!.yes], ['void', null])
    await set.open(question, { secret: true })
    for (const head of set.heads.slice(0, 4)) await set.vote(question.decision, head, 'yes')
    await set.done(closeVote, { decision: question.decision })
    assert.equal((await set.outcomeOf(question.decision)).at(-1)!.result, 'adopted')
  })

  test('is not offered where the rule asks for reasons or weights', async () => {
    for (const rule of ['consensus', 'unanimous', 'weighted', 'lead-decides'] as const) {
      const set = await stage({ rule })
      await assert.rejects(set.voting({ secret: true }), /Suara rahasia hanya/)
    }
  })
})
