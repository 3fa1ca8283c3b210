import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { JobActor } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { readAs } from '#kernel/database.ts'
import { declareInterests } from '#modules/interests/operations/declare-interests.ts'
import { interestSignals } from '#modules/interests/signals.ts'
import type { Measurement, Observation } from '#modules/monitoring/signal.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { noLinks } from './links.ts'
import { answerInterest } from './operations/answer-interest.ts'
import { castBallot } from './operations/cast-ballot.ts'
import { closeVote } from './operations/close-vote.ts'
import { linkDecision } from './operations/link-decision.ts'
import { nameConcerned } from './operations/name-concerned.ts'
import { proposeAmendment } from './operations/propose-amendment.ts'
import { publishDecision } from './operations/publish-decision.ts'
import { recordDissent } from './operations/record-dissent.ts'
import { decisionRows, decisionSignals } from './signals.ts'
import { stage } from './testing/stage.ts'

const evaluator: JobActor = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] }
const at = '2026-11-28'

async function story() {
  const set = await stage({ rule: 'majority' })
  const evaluate = <T>(work: (tx: never, evaluation: never) => Promise<T>) =>
    readAs(set.db.jobs, evaluator, new Date(`${at}T03:00:00Z`), async (tx) =>
      work(tx as never, evaluationAt(set.programmeId, at, 90, await readCalendar(tx)) as never),
    )
  const measure = (indicator: string) =>
    evaluate<Measurement>(decisionSignals.measures.find((one) => one.indicator === indicator)!.measure as never)
  const all = [...decisionSignals.conditions, ...interestSignals.conditions]
  const observe = (detector: string, letter: string) =>
    evaluate<Observation>(all.find((one) => one.detector === detector && one.letter === letter)!.observe as never)

  /** Decided on the first day of the story and published on the day named. */
  const decide = async (votes: string, how: { published?: string; document?: boolean } = {}) => {
    set.on('2026-11-24')
    const decision = await set.voting()
    if (how.document)
      await set.done(linkDecision(noLinks), { decision, title: 'Telaah', url: 'https://contoh.go.id/telaah' })
    for (const [index, letter] of [...votes].entries())
      await set.vote(decision, set.heads[index]!, letter === 'y' ? 'yes' : 'no', letter === 'y' ? undefined : 'Belum')
    await set.done(closeVote, { decision })
    if (!how.published) return decision
    set.on(how.published)
    await set.done(publishDecision, { decision, answer: 'Ya', reason: 'Cukup' })
    set.on('2026-11-24')
    return decision
  }
  return { ...set, measure, observe, decide }
}
const sentence = (found: Observation) => ('evidence' in found ? found.evidence('id') : found.because('id'))

describe('T1, T2 and A4', () => {
  test('only a published decision with options, reason, participants, recusals and documents is explained', async () => {
    const set = await story()
    assert.equal((await set.measure('T1')).kind, 'no-records')
    const whole = await set.decide('yyyyy', { document: true, published: '2026-11-25' })
    await set.decide('yyyyn', { published: '2026-11-25' })
    await set.decide('yyyyy', { document: true })
    const found = await set.measure('T1')
    assert.ok(found.kind === 'measured')
    assert.deepEqual([found.k, found.n], [1, 3])
    assert.deepEqual(
      found.rows.filter((row) => row.counted).map((row) => row.id),
      [whole],
    )
  })

  test('the lag is the median of working days from decision to publication', async () => {
    const set = await story()
    for (const published of ['2026-11-24', '2026-11-25', '2026-11-27']) await set.decide('yyyyy', { published })
    const found = await set.measure('T2')
    assert.ok(found.kind === 'value')
    assert.deepEqual([found.value, found.n, found.rows.map((row) => row.weight)], [1, 3, [0, 1, 3]])
  })

  test('a decision is covered when every voter had declared by then, and answered for it', async () => {
    const set = await story()
    await set.decide('yyyyy', { published: '2026-11-25' })
    for (const head of set.heads) await set.done(declareInterests, { complete: true }, head)
    const later = await set.decide('yyyyy', { published: '2026-11-25' })
    const found = await set.measure('A4')
    assert.ok(found.kind === 'measured')
    // declared on the same day: both decisions of that day are covered
    assert.deepEqual([found.k, found.n], [2, 2])
    assert.ok(found.rows.some((row) => row.id === later))
    await set.db.admin.pool.query('alter table interest_declarations disable trigger user')
    await set.db.admin.pool.query("update interest_declarations set declared_on = '2025-11-01'")
    const old = await set.measure('A4')
    assert.ok(old.kind === 'measured')
    assert.deepEqual([old.k, old.n], [0, 2])
  })
})

describe('D2 and D12', () => {
  test('votes against and recorded dissents count as objections, of published decisions only', async () => {
    const set = await story()
    assert.equal((await set.observe('D2', 'a')).kind, 'unchecked')
    await set.decide('yyyyy', { published: '2026-11-25' })
    await set.decide('yyyyn', { published: '2026-11-25' })
    const dissented = await set.decide('yyyyy', { published: '2026-11-25' })
    await set.done(recordDissent, { decision: dissented, body: 'Belum cukup' }, set.third)
    await set.decide('yyynn')
    const found = await set.observe('D2', 'a')
    assert.ok(found.kind === 'observed')
    assert.deepEqual([found.value, found.n], [2 / 3, 3])
    assert.equal(sentence(found), 'Dari [3 keputusan], [2 memuat keberatan dari anggota].')
  })

  test('two parties that keep voting against each other are found once there were five contested votes', async () => {
    const set = await story()
    for (let turn = 0; turn < 4; turn += 1) await set.decide('ynyyy', { published: '2026-11-25' })
    assert.equal((await set.observe('D2', 'b')).kind, 'not-enough')
    await set.decide('yyyyn', { published: '2026-11-25' })
    const found = await set.observe('D2', 'b')
    assert.ok(found.kind === 'observed')
    assert.deepEqual([found.value, found.n], [1, 5])
    assert.deepEqual(found.parties, [set.organisations.other.id, set.fifth.organisationIds[0]].sort())
  })

  test('wordings that go to and fro between two parties are counted', async () => {
    const set = await story()
    const { decision } = await set.raise()
    let revises: string | undefined
    for (const [index, actor] of [set.third, set.fourth, set.third, set.fourth].entries()) {
      const words = { decision, body: `Rumusan ${index}`, reason: 'Lebih jelas' }
      await set.done(proposeAmendment, { ...words, ...(revises ? { revises } : { clause: 'Pasal 3' }) }, actor)
      const rows = await set.db.admin.kysely
        .selectFrom('amendments')
        .select('id')
        .where('decision_id', '=', decision)
        .orderBy('id', 'desc')
        .execute()
      const known = await set.db.admin.kysely.selectFrom('amendments').select('revises_id').execute()
      revises = rows.map((row) => row.id).find((id) => !known.some((one) => one.revises_id === id))
    }
    const found = await set.observe('D2', 'd')
    assert.ok(found.kind === 'observed')
    assert.equal(found.value, 3)
  })

  test('a ballot of someone whose interest shows afterwards is severity 3 at once; missing declarations are counted', async () => {
    const set = await story()
    await set.body('CV Terlambat')
    const question = await set.raise()
    const { decision } = question
    await set.done(nameConcerned, { decision, organisation: 'CV Terlambat', relation: 'supplier' })
    await set.open(question)
    await set.done(answerInterest, { decision, conflicted: 'no' }, set.fifth)
    await set.done(castBallot, { decision, answer: 'yes' }, set.fifth)
    const before = await set.observe('D12', 'a')
    assert.ok(before.kind === 'observed' && before.value === 0 && before.critical === false)
    await set.declare(set.fifth, 'CV Terlambat')
    const found = await set.observe('D12', 'a')
    assert.ok(found.kind === 'observed')
    assert.deepEqual([found.value, found.critical, found.parties], [1, true, set.fifth.organisationIds])
    const missing = await set.observe('D12', 'b')
    assert.ok(missing.kind === 'observed')
    assert.equal(missing.value, missing.n - 1)
  })

  test('each row opens its decision, for those who may see it', async () => {
    const set = await story()
    const decision = await set.decide('yyyyy', { published: '2026-11-25' })
    const rows = await readAs(set.db.app, set.actors.visitor, set.now, (tx) => decisionRows.describe(tx, [decision]))
    assert.equal(rows.get(decision)!.url, `/decisions/${decision}`)
    assert.equal(rows.get(decision)!.facts[0]!('id'), 'Diputus 24 November 2026 · Diumumkan 25 November 2026')
  })
})
