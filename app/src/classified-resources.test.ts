import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testSite } from '#kernel/testing/site.ts'
import { classifyRecord } from '#modules/classification/operations/classify-record.ts'
import { test as wholeTest } from '#modules/classification/testing/stage.ts'
import { offerResource } from '#modules/resources/operations/offer-resource.ts'
import { recordContract } from '#modules/resources/operations/record-contract.ts'
import { resourcePaths as paths } from '#modules/resources/paths.ts'
import { stage } from '#modules/resources/testing/stage.ts'
import { allModules } from './modules.ts'

const set = await stage()
const { actors, slug, done } = set
const site = testSite(set.db, allModules({ demoSignIns: [] }), { now: set.now })
const page = async (path: string, as?: typeof actors.officer) => (await site.get(path, { as })).text()
const withhold = (record: string) => done(classifyRecord, { slug, record, ...wholeTest }, actors.head)
const title = 'Perkiraan harga sendiri'
const contract = { slug, number: '7', title, supplier: set.companies[0].id, method: 'direct', bids: 1, value: 1 }

describe('a record of this room that is withheld by a decision', () => {
  test('a budget line: its stub stands in the list; sums, page, search, data and its contract tell nothing of it', async () => {
    const open = await set.plan({ title: 'Pos terbuka', planned: 3_000 })
    const line = await set.plan({ title, planned: 77_000 })
    const paid = (
      await done(recordContract, { ...contract, id: line, title: 'Sewa', signedOn: '2026-11-02' }, actors.officer)
    ).id
    assert.match(await page(paths.overview(slug)), /80\.000/)
    await withhold(line)
    for (const list of [paths.lines(slug), paths.overview(slug)]) {
      const shown = await page(list)
      assert.match(shown, /Daftar keluarga berisiko.*Pasal 17 huruf h/s)
      assert.doesNotMatch(shown, /Perkiraan harga|77\.000|80\.000/)
    }
    assert.match(await page(paths.lines(slug)), new RegExp(open))
    assert.equal((await site.get(paths.line(slug, line))).status, 403)
    assert.match(await page(paths.contract(slug, paid)), /tidak terbuka untuk Anda/)
    assert.doesNotMatch(await page('/search?q=perkiraan+harga'), new RegExp(line))
    for (const file of ['/data/budget-lines.csv', '/data/contracts.csv'])
      assert.doesNotMatch(await page(file), new RegExp(line))
    assert.match(await page(paths.line(slug, line), actors.head), /Perkiraan harga sendiri.*Rp 77\.000/s)
  })

  test('a contract and a resource: neither in their lists, nor on the page of the line', async () => {
    const line = await set.plan()
    const signed = { ...contract, id: line, signedOn: '2026-11-02' }
    const closed = (await done(recordContract, signed, actors.officer)).id
    const asked = { slug, kind: 'data', title, quantity: 1, unit: 'berkas', availableFrom: '2026-11-02' }
    const offer = (await done(offerResource, asked, actors.officer)).id
    for (const path of [paths.contracts(slug), paths.offers(slug), paths.line(slug, line)])
      assert.match(await page(path), new RegExp(path.endsWith('offers') ? offer : closed))
    await withhold(closed)
    await withhold(offer)
    for (const path of [paths.contracts(slug), paths.offers(slug), paths.line(slug, line)])
      assert.doesNotMatch(await page(path), new RegExp(`${title}|${closed}|${offer}`))
    for (const path of [paths.contract(slug, closed), paths.offer(slug, offer)])
      assert.equal((await site.get(path)).status, 403)
    assert.doesNotMatch(await page('/data/contracts.csv'), new RegExp(closed))
  })
})
