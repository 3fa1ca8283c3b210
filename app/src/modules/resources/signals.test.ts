import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { JobActor } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { readAs } from '#kernel/database.ts'
import { conditionOf, indicatorOf } from '#modules/monitoring/catalogue/catalogue.ts'
import { readCondition } from '#modules/monitoring/condition.ts'
import { readIndicator } from '#modules/monitoring/indicator.ts'
import { conditionThreshold, indicatorThreshold } from '#modules/monitoring/threshold.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { changeContract } from './operations/change-contract.ts'
import { correctRealisation } from './operations/correct-realisation.ts'
import { recordContract } from './operations/record-contract.ts'
import { recordRealisation } from './operations/record-realisation.ts'
import { reviseBudgetLine } from './operations/revise-budget-line.ts'
import { budgetLineRows, contractRows, resourceSignals } from './signals.ts'
import { realisationsOf } from './store/lines.ts'
import { stage } from './testing/stage.ts'

const evaluator: JobActor = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] }

async function story() {
  const set = await stage()
  const asked = async <T>(at: string, ask: (tx: never, evaluation: never) => Promise<T>): Promise<T> =>
    readAs(set.db.jobs, evaluator, new Date(`${at}T03:00:00Z`), async (tx) =>
      ask(tx as never, evaluationAt(set.programmeId, at, 365, await readCalendar(tx)) as never),
    )
  const observe = (at: string) => asked(at, resourceSignals.conditions[0]!.observe)
  const measure = (at: string) => asked(at, resourceSignals.measures[0]!.measure)
  const entry = conditionOf('D12.d')!.condition
  const condition = async (at: string) =>
    readCondition('D12', entry, conditionThreshold('D12', entry, [], at), await observe(at))
  const spend = (id: string, amount: number, spentOn: string) =>
    set.done(recordRealisation, { slug: set.slug, id, spentOn, amount, evidence: 'SP2D' }, set.actors.officer)
  let number = 0
  const sign = async (line: string, supplier: string, fields: object = {}) => {
    const asked = { slug: set.slug, id: line, number: `${++number}`, title: 'Alat', supplier, method: 'open' }
    const terms = { bids: 3, value: 1_000, signedOn: '2026-10-01', ...fields }
    return (await set.done(recordContract, { ...asked, ...terms }, set.actors.officer)).id
  }
  return { ...set, observe, measure, condition, spend, sign }
}

describe('S2', () => {
  test('compares what was spent in the last year that is over with the first plan, weighted by plan, as known on the day', async () => {
    const set = await story()
    assert.equal((await set.measure('2026-11-24')).kind, 'no-records')
    const a = await set.plan({ fiscalYear: 2025, planned: 800_000_000 })
    const b = await set.plan({ fiscalYear: 2025, planned: 200_000_000 })
    await set.plan({ fiscalYear: 2024, planned: 7 })
    const running = await set.plan({ fiscalYear: 2026, planned: 999 })
    await set.done(reviseBudgetLine, { slug: set.slug, id: a, amount: 5, because: 'Geser' }, set.actors.officer)
    await set.spend(a, 800_000_000, '2025-12-01')
    await set.spend(b, 250_000_000, '2025-12-01')
    await set.spend(running, 1, '2026-01-05')
    const found = await set.measure('2026-11-24')
    assert.ok(found.kind === 'measured')
    assert.deepEqual([found.k, found.n], [50, 1000])
    assert.deepEqual(
      found.rows.map(({ id, counted, weight, note }) => [id === a ? 'a' : 'b', counted, weight, note]),
      [
        ['a', false, 800, 'exact'],
        ['b', true, 200, 'over'],
      ],
    )
    const entry = indicatorOf('S2')!
    const level = readIndicator(entry, indicatorThreshold(entry, [], '2026-11-24'), found).level
    // 5 % is no longer below 5 %
    assert.equal(level, 'watch')
    const rows = await readAs(set.db.app, set.actors.visitor, set.now, (tx) => realisationsOf(tx, b))
    set.on('2026-11-25')
    const fix = {
      realisation: rows[0]!.id,
      spentOn: '2025-12-01',
      amount: 200_000_000,
      evidence: 'SP2D',
      because: 'Salah',
    }
    await set.done(correctRealisation, { slug: set.slug, id: b, ...fix }, set.actors.officer)
    const [before, after] = [await set.measure('2026-11-24'), await set.measure('2026-11-25')]
    assert.deepEqual([before.kind === 'measured' && before.k, after.kind === 'measured' && after.k], [50, 0])
    const shown = await readAs(set.db.app, set.actors.visitor, set.now, (tx) => budgetLineRows.describe(tx, [a, b]))
    assert.match(shown.get(b)!.facts[1]!('id'), /Rencana awal Rp 200 juta, realisasi Rp 200 juta/)
  })
})

describe('D12 d', () => {
  test('needs four contracts of one requester; half of them with one supplier is it, as told on the day', async () => {
    const set = await story()
    const [company, rival] = set.companies
    assert.equal((await set.observe('2026-11-24')).kind, 'unchecked')
    const line = await set.plan()
    await set.sign(line, company.id)
    await set.sign(line, company.id)
    await set.sign(line, rival.id)
    assert.equal((await set.condition('2026-11-24')).state, 'not-enough')
    const fourth = await set.sign(line, company.id, { signedOn: '2026-11-02' })
    const found = await set.observe('2026-11-24')
    assert.ok(found.kind === 'observed')
    assert.deepEqual([found.value, found.n, found.alternatives], [0.75, 4, { singleBid: 0 }])
    assert.deepEqual(found.parties, [set.owner.id])
    assert.equal(found.rows.filter((row) => row.counted).length, 3)
    assert.match(found.evidence('id'), /Dari \[4 kontrak\] yang dipesan Dinas Kesehatan.*\[3 dipegang satu penyedia\]/)
    assert.equal((await set.condition('2026-11-24')).state, 'true')
    set.on('2026-11-25')
    await set.done(
      changeContract,
      { slug: set.slug, id: fourth, kind: 'annulled', because: 'Salah catat' },
      set.actors.officer,
    )
    assert.equal((await set.condition('2026-11-24')).state, 'true', 'the past is told as it was')
    assert.equal((await set.condition('2026-11-25')).state, 'not-enough')
    const shown = await readAs(set.db.app, set.actors.visitor, set.now, (tx) => contractRows.describe(tx, [fourth]))
    assert.match(shown.get(fourth)!.facts[0]!('id'), /CV Sumber Contoh/)
  })

  test('another requester’s contracts do not count together, and old ones not at all', async () => {
    const set = await story()
    const line = await set.plan()
    const [company] = set.companies
    for (const requester of [set.owner.id, set.owner.id, set.other.id]) await set.sign(line, company.id, { requester })
    await set.sign(line, company.id, { requester: set.owner.id, signedOn: '2025-11-24' })
    const found = await set.observe('2026-11-24')
    assert.equal(found.kind, 'not-enough')
    assert.equal(found.kind === 'not-enough' && found.n, 3)
  })

  test('tenders with one bid fire it too; where one supplier is asked directly, one bid says nothing', async () => {
    const set = await story()
    const line = await set.plan()
    const [company, rival] = set.companies
    const bodies = [company.id, rival.id, set.owner.id, set.other.id, set.ministry.id]
    for (const supplier of bodies) await set.sign(line, supplier, { method: 'direct', bids: 1 })
    assert.equal((await set.condition('2026-11-24')).state, 'false')
    for (const [index, supplier] of bodies.entries()) await set.sign(line, supplier, { bids: index < 2 ? 1 : 4 })
    const found = await set.observe('2026-11-24')
    assert.ok(found.kind === 'observed')
    assert.deepEqual([found.value, found.alternatives], [0.2, { singleBid: 0.4 }])
    assert.equal(found.rows.length, 5)
    assert.match(found.evidence('en'), /Of \[5 tenders\], \[2 had a single bid\]/)
    assert.equal((await set.condition('2026-11-24')).state, 'true')
  })
})
