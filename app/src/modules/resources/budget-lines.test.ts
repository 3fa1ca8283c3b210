import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { correctRealisation } from './operations/correct-realisation.ts'
import { planBudgetLine } from './operations/plan-budget-line.ts'
import { recordRealisation } from './operations/record-realisation.ts'
import { reviseBudgetLine } from './operations/revise-budget-line.ts'
import { resourcePaths } from './paths.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage()
const { actors, slug, act, done, plan, site } = set
const page = async (path: string, as = actors.visitor as (typeof actors)[keyof typeof actors]) =>
  (await site.get(path, { as })).text()
const amounts = async (id: string) =>
  set.db.admin.kysely
    .selectFrom('budget_lines')
    .select(['planned', 'revised', 'realised'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const spend = (id: string, amount: number, fields: object = {}) =>
  done(recordRealisation, { slug, id, spentOn: '2026-10-05', amount, evidence: 'SP2D 12', ...fields }, actors.officer)
type Told = { data: { realisations: { id: string; corrected: boolean }[] } }
const spent = async (id: string) =>
  ((await (await site.get(`/api/v1${resourcePaths.line(slug, id)}`)).json()) as Told).data

describe('a budget line', () => {
  test('goes from the form to its page, its event and the sums; amounts are read as people write them', async () => {
    const fields = { code: '1.1', title: 'Air minum desa', source: 'kementerian contoh', fiscalYear: '2026' }
    const sent = await site.post(
      resourcePaths.newLine(slug),
      { ...fields, planned: '1.250.000.001', class: 'public', lang: 'id' },
      { as: actors.officer },
    )
    assert.equal(sent.status, 303)
    const path = sent.headers.get('location')!
    const id = path.split('/').at(-1)!
    assert.match(await page(path), /Air minum desa.*Rp 1\.250\.000\.001/s)
    assert.match(await page(resourcePaths.overview(slug)), /Kementerian Contoh.*1\.250\.000\.001/s)
    const event = await set.db.admin.kysely
      .selectFrom('events')
      .select(['name', 'payload'])
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    assert.equal(event.name, 'budget-line.planned')
    assert.deepEqual(event.payload, { source: set.ministry.id, year: 2026, planned: 1_250_000_001 })
  })

  test('is revised with a reason and realised with evidence, and its first plan stays', async () => {
    const id = await plan({ planned: 1_000_000 })
    await done(reviseBudgetLine, { slug, id, amount: 800_000, because: 'Pergeseran' }, actors.officer)
    await done(reviseBudgetLine, { slug, id, amount: 900_000, because: 'Tambahan' }, actors.coordinator)
    await spend(id, 300_000)
    await spend(id, 150_000)
    assert.deepEqual(await amounts(id), { planned: 1_000_000, revised: 900_000, realised: 450_000 })
    const shown = await page(resourcePaths.line(slug, id))
    assert.match(shown, /Rp 1\.000\.000.*Rp 900\.000.*Rp 450\.000.*Rp 450\.000.*50%/s)
    assert.match(shown, /1\.000\.000.*800\.000.*Pergeseran.*800\.000.*900\.000.*Tambahan/s)
  })

  test('is corrected by a newer row, once; the older one stays and no longer counts', async () => {
    const id = await plan()
    await spend(id, 500_000)
    const [first] = (await spent(id)).realisations
    const fix = { slug, id, realisation: first!.id, spentOn: '2026-10-05', amount: 50_000, evidence: 'SP2D 12' }
    const because = 'Kelebihan satu nol'
    await done(correctRealisation, { ...fix, because }, actors.officer)
    assert.equal((await amounts(id)).realised, 50_000)
    assert.match(saying(await act(correctRealisation, { ...fix, because }, actors.officer)), /sudah diperbaiki/)
    assert.equal((await amounts(id)).realised, 50_000)
    assert.deepEqual(
      (await spent(id)).realisations.map((one) => one.corrected),
      [true, false],
    )
    const other = await plan()
    assert.match(saying(await act(correctRealisation, { ...fix, id: other, because }, actors.officer)), /bukan bagian/)
  })

  test('two corrections of one row at the same time: one of them counts', async () => {
    const id = await plan()
    await spend(id, 500_000)
    const [first] = (await spent(id)).realisations
    const fix = { slug, id, realisation: first!.id, spentOn: '2026-10-05', evidence: 'SP2D 12', because: 'Salah' }
    const both = await Promise.all([
      act(correctRealisation, { ...fix, amount: 1 }, actors.officer),
      act(correctRealisation, { ...fix, amount: 2 }, actors.coordinator),
    ])
    assert.deepEqual(both.map((one) => one.kind).sort(), ['conflict', 'done'])
    assert.ok([1, 2].includes((await amounts(id)).realised))
  })

  test('ten realisations at once are all added, exactly', async () => {
    const id = await plan({ planned: 90_000_000_000_000 })
    await Promise.all(Array.from({ length: 10 }, () => spend(id, 8_999_999_999_999)))
    assert.equal((await amounts(id)).realised, 89_999_999_999_990)
    assert.match(await page(resourcePaths.line(slug, id)), /Rp 89\.999\.999\.999\.990/)
  })

  test('is told by its agency and the coordination team alone; everyone else reads why not', async () => {
    const id = await plan()
    const revise = { slug, id, amount: 1, because: 'x' }
    for (const who of [
      'otherOfficer',
      'observer',
      'auditor',
      'resident',
      'expiredSeat',
      'visitor',
      'operator',
    ] as const)
      assert.equal((await act(reviseBudgetLine, revise, actors[who])).kind, 'denied', who)
    const asked = { slug, code: 'x', title: 'x', source: set.ministry.id, fiscalYear: 2026, planned: 1 }
    assert.match(saying(await act(planBudgetLine, asked, actors.auditor)), /pengamat dan auditor/)
    assert.match(saying(await act(planBudgetLine, { ...asked, agency: set.other.id }, actors.officer)), /Anda wakili/)
    assert.match(saying(await act(planBudgetLine, asked, actors.coordinator)), /instansi yang membelanjakan/)
    await done(planBudgetLine, { ...asked, code: 'koord', agency: set.other.id }, actors.coordinator)
  })

  test('says what to mend: fractions, too much, unknown organisation, taken code, future day, same amount', async () => {
    const id = await plan({ code: 'dipakai' })
    const asked = { slug, code: 'y', title: 'y', source: set.ministry.id, fiscalYear: 2026, planned: 1 }
    const plans = (fields: object) => act(planBudgetLine, { ...asked, ...fields }, actors.officer)
    for (const planned of [1.5, 0, -1, 100_000_000_000_001]) assert.equal((await plans({ planned })).kind, 'invalid')
    assert.match(saying(await plans({ source: 'Kementerian' })), /Yang mirip: Kementerian Contoh/)
    assert.match(saying(await plans({ code: 'DIPAKAI' })), /sudah dipakai/)
    assert.equal((await plans({ code: 'DIPAKAI', fiscalYear: 2027 })).kind, 'done')
    assert.match(saying(await plans({ territory: 'mana' })), /wilayah program ini/)
    const late = { slug, id, spentOn: '2026-11-25', amount: 1, evidence: 'x' }
    assert.match(saying(await act(recordRealisation, late, actors.officer)), /setelah hari ini/)
    const same = { slug, id, amount: 1_000_000, because: 'x' }
    assert.match(saying(await act(reviseBudgetLine, same, actors.officer)), /berbeda/)
  })

  test('for members alone is no part of what others read, only its number is', async () => {
    const id = await plan({ title: 'Pos tertutup', class: 'members', code: 'tertutup' })
    assert.equal((await site.get(resourcePaths.line(slug, id))).status, 404)
    const list = await page(resourcePaths.lines(slug))
    assert.doesNotMatch(list, /Pos tertutup/)
    assert.match(list, /1 catatan untuk anggota/)
    assert.match(await page(resourcePaths.lines(slug), actors.otherOfficer), /Pos tertutup/)
  })

  test('is found by words, source, agency and year, and sorted by amount', async () => {
    await plan({ title: 'Timbangan posyandu', fiscalYear: 2024, planned: 7, code: 'z1' })
    await plan({ title: 'Timbangan puskesmas', fiscalYear: 2024, planned: 9, code: 'z2' })
    const query = { q: 'timbangan', year: 2024, source: set.ministry.id, agency: set.owner.id, territory: '-' }
    const list = await site.get(`/api/v1${resourcePaths.lines(slug, { ...query, sort: 'planned', dir: 'desc' })}`)
    const { rows, total } = ((await list.json()) as { data: { rows: { title: string }[]; total: number } }).data
    assert.equal(total, 2)
    assert.deepEqual(
      rows.map((row) => row.title),
      ['Timbangan puskesmas', 'Timbangan posyandu'],
    )
    assert.match(await page(resourcePaths.lines(slug, { q: 'tidakada' })), /Tidak ada pos yang cocok/)
  })
})
