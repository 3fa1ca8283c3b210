import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { type Cast, cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { readList } from './importing/read-list.ts'
import { importOrganisationRecords } from './importing/run-import.ts'
import { directory } from './module.ts'
import { directoryPaths as paths } from './paths.ts'
import { asBytes, foreignBodies } from './testing/foreign-list.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, [directory()], { now: world.now })
const bodies = foreignBodies()

type Fields = Record<string, string | Uint8Array>
const as = (who: keyof Cast['actors']) => ({ as: world.actors[who] })
const send = (fields: Fields, who: keyof Cast['actors'] = 'operator') =>
  site.post(paths.importing(), formOf(fields), as(who))
function formOf(fields: Fields): FormData {
  const form = new FormData()
  form.set('_key', newId(world.now))
  for (const [name, value] of Object.entries(fields))
    form.set(name, typeof value === 'string' ? value : new File([value as Uint8Array<ArrayBuffer>], 'daftar.csv'))
  return form
}
const text = async (path: string, ask: Parameters<typeof site.get>[1] = {}) => (await site.get(path, ask)).text()
const count = async (where: string) =>
  Number((await db.admin.pool.query(`select count(*) from organisations where ${where}`)).rows[0].count)
/** The hidden fields and chosen columns that the check page would send on. */
const sentOn = (html: string): Fields => {
  const plain = (value: string) =>
    value
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
  const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const selects = [...html.matchAll(/<select[^>]*name="(map-\w+)"[^>]*>([\s\S]*?)<\/select>/g)]
  return Object.fromEntries([
    ...hidden.map(([, name, value]) => [name!, plain(value!)]),
    ...selects.map(([, name, options]) => [name!, plain(options!.match(/value="([^"]*)" selected/)?.[1] ?? '')]),
  ])
}

describe('a foreign list of 460 bodies with acronyms, parents, former names and dissolved bodies', () => {
  test('is shown before anything is written: columns, counts, what becomes of each row', async () => {
    const before = await count('true')
    const page = await send({ file: asBytes(bodies, 'comma-utf8'), source: 'Agencies 2026', country: 'GB', lang: 'en' })
    assert.equal(page.status, 200)
    const html = await page.text()
    assert.match(html, /Akan dibuat<\/dt><dd><strong>460/)
    assert.match(html, /Ditolak<\/dt><dd>0/)
    assert.match(html, /name="map-formerNames"[^>]*>[\s\S]*?value="Formerly known as \(former names\)" selected/)
    assert.match(html, /Impor 460 baris/)
    assert.equal(await count('true'), before)
  })

  test('arrives whole: parents linked, same names kept apart by their parent, former names and acronyms found', async () => {
    const check = await send({
      file: asBytes(bodies, 'comma-utf8'),
      source: 'Agencies 2026',
      country: 'GB',
      lang: 'en',
    })
    const done = await send({ ...sentOn(await check.text()), step: 'import' })
    assert.equal(done.status, 303)
    assert.match(await text(done.headers.get('location')!, as('operator')), /460 instansi dibuat dan 0 diperbarui/)
    assert.equal(await count(`country = 'GB'`), 460)
    assert.equal(await count(`country = 'GB' and parent_id is not null`), 400)
    assert.equal(await count(`name = 'Office of the Inspector General'`), 20)
    assert.equal(await count(`dissolved_on = '2002-03-31'`), 20)
    assert.equal(await count(`lang = 'en' and kind = 'non-profit'`), 20)
    assert.match(await text(`${paths.organisations()}?q=bureau+of+culture`), /Ministry of Culture/)
    assert.match(await text(`${paths.organisations()}?q=mofin`), /Ministry of Finance/)
  })

  test('imported again in other dialects it changes nothing', async () => {
    for (const dialect of ['comma-utf8', 'semicolon-1252', 'tab-utf16'] as const) {
      const fields = { file: asBytes(bodies, dialect), source: 'Agencies 2026', country: 'GB', lang: 'en' }
      const html = await (await send(fields)).text()
      assert.match(html, /Tidak berubah<\/dt><dd>460/, dialect)
      assert.match(html, /Tidak ada baris yang dapat diimpor/)
    }
    assert.equal(await count(`country = 'GB'`), 460)
  })

  test('without its name and ids the same list is still recognised, by name and parent', async () => {
    const anonymous = bodies.map((body) => ({ ...body, id: '' }))
    const html = await (await send({ file: asBytes(anonymous, 'tab-utf16'), country: 'GB', lang: 'en' })).text()
    assert.match(html, /Tidak berubah<\/dt><dd>460/)
  })

  test('a body that was renamed in the list keeps its record, and the old name still finds it', async () => {
    const renamed = bodies.map((body) =>
      body.id === 'B1' ? { ...body, name: 'Ministry of Food and Rural Affairs' } : body,
    )
    const moved = renamed.map((body) =>
      body.parent === 'Ministry of Agriculture' ? { ...body, parent: 'Ministry of Food and Rural Affairs' } : body,
    )
    const list = readList(asBytes(moved, 'semicolon-1252'))
    assert.ok(!('text' in list))
    const deps = { jobs: db.jobs, clock: () => world.now }
    const options = { source: 'Agencies 2026', map: list.map, country: 'GB' }
    await importOrganisationRecords(deps, list.records, list.report, options)
    assert.deepEqual(list.report.rows, { read: 460, created: 0, updated: 1, unchanged: 459, refused: 0, blank: 0 })
    const html = await text(`${paths.organisations()}?q=ministry+of+agriculture`)
    assert.match(html, /Ministry of Food and Rural Affairs/)
    assert.match(html, /dulu Ministry of Agriculture/)
  })
})

describe('lists as they come', () => {
  test('parents that nobody knows are made and said; loops, unknown areas and bad addresses are left out and said', async () => {
    const table = [
      'Nama,Singkatan,Induk,Wilayah,Situs web',
      'Balai Arsip,BA,Kementerian Kenangan (KMN),Atlantis,javascript:alert(1)',
      'Balai Foto,BF,KMN,,https://foto.example.id',
      'Kantor Alfa,,Kantor Beta,,',
      'Kantor Beta,,Kantor Alfa,,',
    ].join('\n')
    const html = await (await send({ table, country: 'ID' })).text()
    for (const said of [
      /Induk yang ikut dibuat<\/dt><dd>1/,
      /Kementerian Kenangan/,
      /di bawah dirinya sendiri/,
      /Atlantis/,
      /javascript:alert/,
    ])
      assert.match(html, said)
    assert.equal((await send({ ...sentOn(html), step: 'import' })).status, 303)
    assert.equal(await count(`name = 'Kementerian Kenangan' and acronym = 'KMN'`), 1)
    assert.equal(await count(`website like 'javascript%'`), 0)
    assert.doesNotMatch(await text(`${paths.organisations()}?q=balai`), /javascript:/)
  })

  test('a body is recognised by former name and by acronym, never by an acronym whose names contradict', async () => {
    const first = 'Nama,Singkatan,Nama lama\nBadan Pangan,BPN,Kantor Beras\nDinas Kelautan Kabupaten A,Dislaut,\n'
    await send({ ...sentOn(await (await send({ table: first })).text()), step: 'import' })
    const second = 'Nama,Singkatan\nKantor Beras,\nBadan Pangan Nasional,BPN\nDinas Kelautan Kabupaten B,Dislaut\n'
    const html = await (await send({ table: second })).text()
    assert.match(html, /menurut nama lama/)
    assert.match(html, /Akan dibuat<\/dt><dd><strong>2/, 'the former name took the body, so the acronym finds no other')
    const third = 'Nama,Singkatan\nBadan Pangan Nasional,BPN\n'
    assert.match(await (await send({ table: third })).text(), /menurut singkatan/)
  })

  test('an importer changes only bodies that the importer keeps; other rows are refused by name', async () => {
    const elsewhere = await cast(db, { slug: 'program-lain' })
    const form = new FormData()
    form.set('table', `Nama,Singkatan,Situs\nInspektorat Kabupaten Contoh,ITKAB,\nBadan Sama Sekali Baru,,\n`)
    // The other programme has an inspectorate of the same name; only the first one's is meant here.
    await db.admin.pool.query(`update organisations set name = 'Inspektorat Lain' where id = $1`, [
      elsewhere.organisations.oversight.id,
    ])
    const html = await (await site.post(paths.importing(), form, { as: elsewhere.actors.coordinator })).text()
    assert.match(html, /Akan dibuat<\/dt><dd><strong>1/)
    assert.match(html, /ditolak: Inspektorat Kabupaten Contoh/)
    assert.match(html, /dikelola orangnya sendiri/)
    await site.post(paths.importing(), formOf({ ...sentOn(html), step: 'import' }), {
      as: elsewhere.actors.coordinator,
    })
    assert.equal(await count(`name = 'Badan Sama Sekali Baru'`), 1)
    assert.equal(await count(`acronym = 'ITKAB'`), 0)
  })

  test('the same list comes in through the JSON API, all or nothing', async () => {
    const table = 'name,parent\nHarbour Trust,\nHarbour Trust Pilots,Harbour Trust\n'
    const response = await site.api(paths.importing(), { table, country: 'NZ', lang: 'en' }, as('coordinator'))
    assert.equal(response.status, 200)
    const { data } = (await response.json()) as { data: { report: { rows: object } } }
    assert.deepEqual(data.report.rows, { read: 2, created: 2, updated: 0, unchanged: 0, refused: 0, blank: 0 })
    const denied = await site.api(paths.importing(), { table }, as('officer'))
    assert.equal(denied.status, 403)
  })
})

describe('hostile tables', () => {
  test('formulas, markup and control characters stay text; nothing of them runs or breaks the page', async () => {
    const table =
      'Nama,Situs\n"=HYPERLINK(""http://x"",""klik"")",\n<script>alert(1)</script> Dinas,\n"Badan \u202eakab\u0007",\n'
    const page = await send({ table })
    const html = await page.text()
    assert.match(html, /Nama tampak seperti rumus/)
    assert.doesNotMatch(html, /<script>alert/)
    assert.equal((await send({ ...sentOn(html), step: 'import' })).status, 303)
    assert.doesNotMatch(await text(`${paths.organisations()}?sort=new&dir=desc`), /<script>alert/)
  })

  test('a spreadsheet, a picture, an empty table and a table without names are refused with what to do', async () => {
    const cases: [Fields, RegExp][] = [
      [{ file: Buffer.from('504b0304140006000800', 'hex') }, /simpan sebagai CSV/],
      [
        { file: Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 500 }, (_, at) => (at * 37) % 256)]) },
        /bukan tabel teks/,
      ],
      [{ table: 'Nama' }, /baris judul kolom/],
      [{ table: '' }, /Pilih berkas atau tempel/],
      [{ table: 'Tahun,Jumlah\n2020,5\n2021,6\n' }, /Pilih kolom yang berisi nama badan/],
    ]
    for (const [fields, said] of cases) {
      const response = await send(fields)
      assert.equal(response.status, 422, String(said))
      assert.match(await response.text(), said)
    }
  })

  test('a table beyond the limits is refused whole, with the limit', async () => {
    const big = await send({ table: `Nama\n${'Dinas Besar Sekali\n'.repeat(110_000)}` })
    assert.equal(big.status, 422)
    assert.match(await big.text(), /Paling besar 2 MB/)
    const many = await send({ table: `Nama\n${Array.from({ length: 5_001 }, (_, at) => `Dinas ${at}`).join('\n')}` })
    assert.match(await many.text(), /5\.001 baris\. Paling banyak 5\.000/)
    const headers = { 'content-length': String(4 * 1024 * 1024) }
    const flood = await site.post(paths.importing(), {}, { ...as('operator'), headers })
    assert.equal(flood.status, 413)
    const elsewhere = await site.post(
      paths.newOrganisation(),
      {},
      { ...as('operator'), headers: { 'content-length': '300000' } },
    )
    assert.equal(elsewhere.status, 413)
  })

  test('who may not import is told so before the table is read', async () => {
    assert.equal((await send({ table: 'Nama\nX Dinas' }, 'officer')).status, 403)
    assert.equal((await send({ table: 'Nama\nX Dinas' }, 'visitor')).status, 303)
    assert.equal(await count(`name = 'X Dinas'`), 0)
  })
})
