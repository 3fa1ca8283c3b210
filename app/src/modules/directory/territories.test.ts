import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { readAs } from '#kernel/database.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { loadTerritories } from './load-territories.ts'
import { directory } from './module.ts'
import { directoryPaths as paths } from './paths.ts'
import { searchTerritories, territoryName } from './public.ts'

const db = await testDatabase()
const now = new Date('2026-11-24T03:00:00Z')
const site = testSite(db, [directory()], { now })
const read = <T>(work: Parameters<typeof readAs<T>>[3]) => readAs(db.app, { kind: 'visitor' }, now, work)
const text = async (path: string, lang: 'id' | 'en' = 'id') => (await site.get(path, { lang })).text()

test('every official area is loaded once with its release; loading again changes nothing', async () => {
  const first = await loadTerritories(db.jobs, now)
  assert.ok(first.areas > 90_000 && first.changed === first.areas)
  assert.deepEqual(await loadTerritories(db.jobs, now), { ...first, changed: 0 })
  const { rows } = await db.admin.pool.query('select level, count(*) from territories group by level')
  const counts = Object.fromEntries(rows.map((row) => [row.level, Number(row.count)]))
  assert.equal(counts.province, 38)
  assert.equal(counts.regency, 514)
})

test('a newer release renames and adds; what it no longer has stays, marked, and is offered no more', async () => {
  const source = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'))
  const folder = mkdtempSync(join(tmpdir(), 'areas-'))
  try {
    mkdirSync(join(folder, 'data'))
    cpSync(join(source, 'data'), join(folder, 'data'), { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '99.0.0' }))
    const regencies = join(folder, 'data/regencies.csv')
    const changed = readFileSync(regencies, 'utf8').replace('33.74,33,Kota Semarang', '33.74,33,Kota Semarang Raya')
    writeFileSync(regencies, changed)
    const villages = join(folder, 'data/villages.csv')
    const all = readFileSync(villages, 'utf8').trimEnd().split('\n')
    writeFileSync(villages, `${[...all.slice(0, -1), '33.74.01.9999,33.74.01,Kampung Baru Sekali'].join('\n')}\n`)
    const gone = all.at(-1)!.split(',')
    const loaded = await loadTerritories(db.jobs, now, folder)
    assert.equal(loaded.changed, 3)
    assert.equal(await read((tx) => territoryName(tx, '33.74')), 'Kota Semarang Raya')
    assert.equal((await read((tx) => searchTerritories(tx, 'kampung baru sekali'))).length, 1)
    const offered = await read((tx) => searchTerritories(tx, gone[2]!, 500))
    assert.ok(!offered.some((area) => area.code === gone[0]))
    assert.match(await text(paths.territory(gone[0]!)), /Tidak ada lagi sejak rilis 99\.0\.0/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('an area is found by the beginning of its name, with or without Kabupaten or Kota, the larger first', async () => {
  const names = async (q: string) => (await read((tx) => searchTerritories(tx, q))).map((area) => area.name)
  assert.equal((await names('banyumas'))[0], 'Kabupaten Banyumas')
  assert.equal((await names('Kabupaten Banyum'))[0], 'Kabupaten Banyumas')
  assert.ok((await names('yogyakarta'))[0]!.includes('Yogyakarta'))
  assert.deepEqual(await names('%'), [])
  assert.match(await text(`${paths.territories()}?q=banyumas`), /Jawa Tengah/)
})

test('a page walks down from province to village and names source, release and licence', async () => {
  assert.match(await text(paths.territories()), /Jawa Tengah/)
  const province = await text(paths.territory('33'))
  assert.match(province, /Kabupaten dan kota di dalamnya/)
  assert.match(province, /1–25 dari 35/)
  assert.match(await text(paths.territory('33.02')), /Kecamatan di dalamnya/)
  for (const lang of ['id', 'en'] as const) {
    const html = await text(paths.territories(), lang)
    assert.match(html, /idn-area-data/)
    assert.match(html, /ODbL 1\.0/)
    assert.match(html, /opendatacommons\.org/)
  }
  for (const code of ['99', 'abc', "33'", '33.']) assert.equal((await site.get(paths.territory(code))).status, 404)
})

test('the index is used for names and codes, so that a search stays fast among ninety thousand', async () => {
  await db.admin.pool.query('analyze territories')
  const { rows } = await db.admin.pool.query(
    `explain select code from territories where bare_name ~>=~ 'banyum' and bare_name ~<~ 'banyun'
     union all select code from territories where lower(name) ~>=~ 'banyum' and lower(name) ~<~ 'banyun'`,
  )
  assert.doesNotMatch(rows.map((row) => row['QUERY PLAN']).join('\n'), /Seq Scan/)
})
