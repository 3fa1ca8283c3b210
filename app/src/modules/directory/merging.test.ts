import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { type Cast, cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { directory } from './module.ts'
import { directoryPaths as paths } from './paths.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, [directory()], { now: world.now })
const { owner, other } = world.organisations

const key = () => newId(world.now)
const as = (who: keyof Cast['actors']) => ({ as: world.actors[who] })
const post = (path: string, form: Record<string, string>, who: keyof Cast['actors'] = 'operator') =>
  site.post(path, { _key: key(), ...form }, as(who))
const idIn = (response: Response) => response.headers.get('location')!.split('/').at(-1)!
const add = async (name: string, form: Record<string, string> = {}) =>
  idIn(await post(paths.newOrganisation(), { name, kind: 'agency', country: 'ID', ...form }))
const text = async (path: string, ask: Parameters<typeof site.get>[1] = {}) => (await site.get(path, ask)).text()

test('a merger moves names, identifiers, posts and children, and the old address leads to the record that stays', async () => {
  const stays = await add('Rumah Sakit Umum Daerah', { acronym: 'RSUD' })
  const goes = await add('RS Umum Daerah Kabupaten', { acronym: 'RSU' })
  const child = await add('Instalasi Gizi', { parent: goes })
  await post(paths.newName(goes), { name: 'Rumah Sakit Zending', kind: 'former' })
  await post(paths.newIdentifier(goes), { scheme: 'kode-faskes', value: '3322014' })
  await post(paths.newPerson(goes), { name: 'Sulastri', post: 'Direktur', head: 'yes', startsOn: '2026-01-01' })

  const preview = await text(paths.merger(goes, stays), as('operator'))
  assert.match(preview, /Alamat RS Umum Daerah Kabupaten meneruskan/)
  assert.match(preview, /Jabatan<\/dt><dd>1/)

  const merged = await post(paths.merger(goes), { into: stays })
  assert.equal(merged.headers.get('location'), paths.organisation(stays))
  const page = await text(paths.organisation(stays))
  for (const part of [
    'Rumah Sakit Zending',
    '3322014',
    'Sulastri',
    'Instalasi Gizi',
    'RS Umum Daerah Kabupaten',
    'RSU',
  ])
    assert.ok(page.includes(part), part)
  for (const path of [paths.organisation(goes), paths.editing(goes), `/api/v1${paths.organisation(goes)}`]) {
    const old = await site.get(path)
    assert.equal(old.status, 301)
    assert.ok(old.headers.get('location')!.endsWith(paths.organisation(stays)))
  }
  assert.match(await text(`${paths.organisations()}?q=zending`), /Rumah Sakit Umum Daerah/)
  assert.doesNotMatch(await text(`${paths.organisations()}?q=kabupaten`), new RegExp(goes))
  assert.match(await text(paths.organisation(child)), new RegExp(stays))
  assert.equal((await post(paths.editing(goes), { kind: 'agency', country: 'ID' })).status, 403)
})

test('a chain of mergers leads to its end', async () => {
  const [a, b, c] = [await add('Puskesmas Satu'), await add('Puskesmas Dua'), await add('Puskesmas Tiga')]
  await post(paths.merger(a!), { into: b! })
  await post(paths.merger(b!), { into: c! })
  assert.equal((await site.get(paths.organisation(a!))).headers.get('location'), paths.organisation(c!))
  assert.match(await text(paths.organisation(c!)), /Puskesmas Satu/)
})

test('who does not keep both records may not merge them, and is told why', async () => {
  const mine = await add('Balai Latihan')
  const refused = await post(paths.merger(owner.id), { into: mine }, 'officer')
  assert.equal(refused.status, 403)
  const elsewhere = await cast(db, { slug: 'program-lain' })
  const foreign = await site.post(
    paths.merger(owner.id),
    { into: other.id, _key: key() },
    { as: elsewhere.actors.coordinator },
  )
  assert.equal(foreign.status, 403)
  const self = await post(paths.merger(mine), { into: mine })
  assert.equal(self.status, 422)
  assert.match(await self.text(), /keduanya catatan yang sama/)
})

test('likely duplicates are listed with the reason; different bodies with one acronym are not', async () => {
  const twins = [await add('Dinas Ketahanan Pangan'), await add('Dinas Ketahanan  Pangan.', { another: 'yes' })]
  await add('Badan Usaha Air Bersih', { acronym: 'BUAB' })
  await add('Badan Usaha Air Bersih Tirta', { acronym: 'BUAB' })
  await add('Dinas Pertanian Kabupaten A', { acronym: 'Distan' })
  await add('Dinas Pertanian Kabupaten B', { acronym: 'Distan' })
  const numbered = [await add('Koperasi Melati'), await add('Kopma Melati Jaya')]
  await post(paths.newIdentifier(numbered[0]!), { scheme: 'npwp', value: '01.234.567.8-901.000' })
  await post(paths.newIdentifier(numbered[1]!), { scheme: 'nomor-pajak', value: '012345678901000' })
  const html = await text(paths.duplicates(), as('coordinator'))
  assert.match(html, /Nama sama/)
  assert.match(html, /Singkatan sama/)
  assert.match(html, /Nomor sama/)
  for (const id of [...twins, ...numbered]) assert.ok(html.includes(id!))
  assert.doesNotMatch(html, /Dinas Pertanian/)
  assert.equal((await site.get(paths.duplicates())).status, 404)
})

test('two records of one person become one: posts and skills move, the old address forwards', async () => {
  const body = await add('Museum Daerah')
  await post(paths.newPerson(body), { name: 'Siti Aminah', post: 'Kurator', startsOn: '2024-01-01' })
  const namesake = await post(paths.newPerson(body), {
    name: 'siti aminah',
    post: 'Kurator muda',
    startsOn: '2023-01-01',
  })
  assert.equal(namesake.status, 422)
  assert.match(await namesake.text(), /Sudah ada Siti Aminah \(Museum Daerah\)/)
  const form = { name: 'Siti Aminah', post: 'Kurator muda', startsOn: '2023-01-01', another: 'yes' }
  await post(paths.newPerson(body), form)
  const { rows } = await db.admin.pool.query(
    `select id from people where name ilike 'siti aminah' order by created_at, id`,
  )
  const [stays, goes] = rows.map((row) => row.id as string)
  assert.equal((await post(paths.personMerger(goes!), { into: stays! })).status, 303)
  assert.match(await text(paths.person(stays!)), /Kurator muda/)
  assert.equal((await site.get(paths.person(goes!))).headers.get('location'), paths.person(stays!))
})

test('a person with an account or a seat is not merged away, because nobody could sign in any more', async () => {
  const refused = await post(paths.personMerger(world.people.officer.id), { into: world.people.head.id })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /masih punya akun, kursi, atau peran/)
})
