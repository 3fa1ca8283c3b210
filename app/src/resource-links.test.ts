import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readAs } from '#kernel/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { linkDecision } from '#modules/decisions/operations/link-decision.ts'
import { decisionPaths } from '#modules/decisions/paths.ts'
import { decisionSignals } from '#modules/decisions/signals.ts'
import { saying, stage } from '#modules/decisions/testing/stage.ts'
import { offerResource } from '#modules/resources/operations/offer-resource.ts'
import { planBudgetLine } from '#modules/resources/operations/plan-budget-line.ts'
import { recordContract } from '#modules/resources/operations/record-contract.ts'
import { resourcePaths } from '#modules/resources/paths.ts'
import { allModules, decisionLinks } from './modules.ts'

const set = await stage({ rule: 'majority' })
const { actors, act, done, slug, third } = set
const site = testSite(set.db, allModules({ demoSignIns: [] }), { now: set.now })
const company = await set.body('CV Sumber Contoh')
await set.declare(third, 'CV Sumber Contoh', 'ownership')
const link = linkDecision(decisionLinks)
const page = async (path: string) => (await site.get(path)).text()

let count = 0
const line = async (fields: object = {}) => {
  const asked = { slug, code: `1.${++count}`, title: 'Timbangan bayi', source: set.organisations.owner.name }
  const planned = { ...asked, fiscalYear: 2026, planned: 500_000_000, ...fields }
  return (await done<{ id: string }>(planBudgetLine, planned, actors.officer)).id
}
const contract = (id: string, fields: object = {}) => {
  const asked = { slug, id, number: '7', title: 'Alat ukur', supplier: company, method: 'open', bids: 1 }
  return done(recordContract, { ...asked, value: 1, signedOn: '2026-11-02', ...fields }, actors.officer)
}
const concerned = async (decision: string) =>
  set.db.admin.kysely
    .selectFrom('decision_concerned')
    .select(['organisation_id', 'relation'])
    .where('decision_id', '=', decision)
    .execute()

describe('a decision names budget lines and resources', () => {
  test('which are read on its page, and it on theirs', async () => {
    const id = await line()
    const asked = {
      slug,
      kind: 'place',
      title: 'Aula kecamatan',
      quantity: 1,
      unit: 'ruang',
      availableFrom: '2026-11-01',
    }
    const offer = (await done<{ id: string }>(offerResource, asked, actors.officer)).id
    const { decision } = await set.raise()
    await done(link, { decision, budgetLine: id, resource: offer })
    const shown = await page(decisionPaths.decision(decision))
    assert.match(shown, /1\.1 \(2026\) Timbangan bayi.{0,80}Pos anggaran/s)
    assert.match(shown, /Aula kecamatan.{0,80}Sumber daya/s)
    for (const path of [resourcePaths.line(slug, id), resourcePaths.offer(slug, offer)])
      assert.match(await page(path), new RegExp(`Keputusan tentang ini.*${decisionPaths.decision(decision)}`, 's'))
    assert.deepEqual(await concerned(decision), [])
  })

  test('and only those of its programme that the linker sees; to others a closed one shows nothing', async () => {
    const hidden = await line({ class: 'members', title: 'Pos tertutup' })
    const { decision } = await set.raise()
    const elsewhere = '01a20b7e-f780-7000-8000-000000000000'
    assert.match(saying(await act(link, { decision, budgetLine: elsewhere })), /program/)
    await done(link, { decision, budgetLine: hidden })
    assert.doesNotMatch(await page(decisionPaths.decision(decision)), /Pos tertutup/)
  })

  test('suppliers of the line are concerned: their owner takes no part, and cannot be the one who links', async () => {
    const id = await line()
    await contract(id)
    const closed = await line({ class: 'members' })
    const other = await set.body('PT Tertutup Contoh')
    await contract(closed, { supplier: other, class: 'members' })
    const question = await set.raise()
    const { decision } = question
    await done(link, { decision, budgetLine: id })
    await done(link, { decision, budgetLine: id })
    await done(link, { decision, budgetLine: closed })
    // a supplier that only members know of is not told on a public page
    assert.deepEqual(await concerned(decision), [{ organisation_id: company, relation: 'supplier' }])
    await set.open(question)
    assert.match(saying(await set.vote(decision, third, 'yes')), /tidak ikut memutus/)
    assert.equal((await set.vote(decision, actors.head, 'yes')).kind, 'done')
    const own = await set.raise()
    await set.declare(actors.deputy, 'CV Sumber Contoh', 'family')
    assert.match(saying(await act(link, { decision: own.decision, budgetLine: id }, actors.deputy)), /penyedia pos ini/)
    assert.deepEqual(await concerned(own.decision), [])
  })

  test('after the vote a line is linked without naming anyone', async () => {
    const id = await line()
    await contract(id)
    const question = await set.raise()
    await set.open(question)
    await done(link, { decision: question.decision, budgetLine: id })
    assert.deepEqual(await concerned(question.decision), [])
  })

  test('D12 a fires for the ballot of someone whose tie to the supplier shows only afterwards', async () => {
    const id = await line()
    await contract(id)
    const question = await set.raise()
    await done(link, { decision: question.decision, budgetLine: id })
    await set.open(question)
    assert.equal((await set.vote(question.decision, set.fourth, 'yes')).kind, 'done')
    const a = decisionSignals.conditions.find((one) => one.detector === 'D12' && one.letter === 'a')!
    const observe = () =>
      readAs(set.db.app, actors.coordinator, set.now, (tx) =>
        a.observe(tx, {
          programmeId: set.programmeId,
          at: '2026-11-24',
          window: { from: '2026-08-27', to: '2026-11-24' },
          previous: { from: '2026-05-29', to: '2026-08-26' },
          calendar: { holidays: new Map(), version: 1 } as never,
        }),
      )
    const before = await observe()
    await set.declare(set.fourth, 'CV Sumber Contoh', 'family')
    const after = await observe()
    assert.ok(before.kind === 'observed' && after.kind === 'observed')
    assert.deepEqual([before.value, after.value, after.critical], [0, 1, true])
  })
})
