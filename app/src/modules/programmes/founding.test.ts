import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { testDatabase } from '#kernel/testing/database.ts'
import { problemCode, type Regency, regency, shows } from './testing/regency.ts'

const db = await testDatabase()

describe('founding a programme and gathering its parties', () => {
  let world: Regency
  const slug = 'penurunan-stunting'
  const path = `/programmes/${slug}`
  before(async () => {
    world = await regency(db)
  })

  test('an officer founds a programme from the form and finds a draft charter, a seat and proposed work', async () => {
    const { site, ids, as } = world
    const officer = await as('bappeda', 'officer')
    const opened = await site.get('/programmes/new', { as: officer })
    await shows(opened, /Delapan aksi konvergensi/)
    const sent = await site.post('/programmes/new', form(ids.bappeda.id), { as: officer })
    assert.equal(sent.status, 303)
    assert.equal(sent.headers.get('location'), `${path}/charter`)
    const page = await (await site.get(path, { as: await as('bappeda', 'officer') })).text()
    assert.match(page, /Penurunan Stunting/)
    assert.match(page, /Disiapkan/)
    assert.match(page, /Budi Hartono/)
    const proposals = await world.db.admin.kysely.selectFrom('programme_proposals').selectAll().execute()
    assert.equal(proposals.filter((one) => one.kind === 'activity').length, 8)
  })

  test('a citizen reads the page of the programme, but not the draft charter', async () => {
    const page = await world.site.get(path)
    assert.equal(page.status, 200)
    const text = await page.text()
    assert.match(text, /Program didirikan/)
    assert.doesNotMatch(text, /Kelola program/)
  })

  test('a second programme of the same name gets an address of its own; a wished address that is taken is refused', async () => {
    const { site, ids, as } = world
    const officer = await as('bappeda', 'officer')
    const again = await site.post('/programmes/new', form(ids.bappeda.id), { as: officer })
    assert.equal(again.headers.get('location'), `/programmes/${slug}-2/charter`)
    const body = { ...form(ids.bappeda.id), slug }
    const refused = await site.api('/programmes/new', body, { as: officer })
    assert.equal(refused.status, 422)
    assert.equal(await problemCode(refused), 'taken')
  })

  test('nobody founds a programme for an agency they do not work for', async () => {
    const { site, ids, as } = world
    const refused = await site.post('/programmes/new', form(ids.dinkes.id), { as: await as('bappeda', 'officer') })
    assert.equal(refused.status, 403)
    await shows(refused, /tidak tercatat bertugas di instansi itu/)
  })

  test('the same form sent twice makes one programme', async () => {
    const { site, ids, as } = world
    const officer = await as('dinsos', 'officer')
    const once = { ...form(ids.dinsos.id), name: 'Jalan Aman ke Sekolah', _key: '0197a000-0000-7000-8000-000000000001' }
    const first = await site.post('/programmes/new', once, { as: officer })
    const second = await site.post('/programmes/new', once, { as: officer })
    assert.equal(second.headers.get('location'), first.headers.get('location'))
    const made = await world.db.admin.kysely
      .selectFrom('programmes')
      .select('id')
      .where('slug', 'like', 'jalan-aman%')
      .execute()
    assert.equal(made.length, 1)
  })

  test('the coordinator adds a party found by part of its name; adding it twice is refused with the reason', async () => {
    const { site, ids, as } = world
    const officer = await as('bappeda', 'officer')
    const already = await (await site.get(`${path}/parties/new?q=bappeda`, { as: officer })).text()
    assert.match(already, /Sudah menjadi pihak program ini:/)
    assert.doesNotMatch(already, /Tidak ada instansi atau mitra dengan nama itu/)
    const found = await (await site.get(`${path}/parties/new?q=kesehatan`, { as: officer })).text()
    assert.match(found, /Dinas Kesehatan \(Dinkes\)/)
    const add = (key: 'dinkes' | 'forum' | 'inspektorat', role: string) =>
      site.post(`${path}/parties/new?q=x`, { organisationId: ids[key].id, role }, { as: officer })
    assert.equal((await add('dinkes', 'member')).status, 303)
    assert.equal((await add('forum', 'observer')).status, 303)
    assert.equal((await add('inspektorat', 'oversight')).status, 303)
    const twice = await add('dinkes', 'member')
    assert.equal(twice.status, 422)
    const parties = await (await site.get(`${path}/parties`)).text()
    assert.match(parties, /1–4 dari 4/)
    assert.match(parties, /Bergabung sebagai pengamat/)
  })

  test('only the coordination team changes parties: others are told so, visitors are led to sign in', async () => {
    const { site, ids, as } = world
    const stranger = await site.post(
      `${path}/parties/new`,
      { organisationId: ids.dinsos.id, role: 'member' },
      { as: await as('dinkes', 'head') },
    )
    assert.equal(stranger.status, 403)
    await shows(stranger, /Hanya koordinator atau wakil koordinator/)
    const visitor = await site.get(`${path}/parties/new`)
    assert.equal(visitor.headers.get('location'), `/sign-in?next=${encodeURIComponent(`${path}/parties/new`)}`)
  })

  test('a seat goes to someone who works for the party, in a role that fits it', async () => {
    const { site, ids, as } = world
    const officer = await as('bappeda', 'officer')
    const give = (body: object) => site.api(`${path}/seats/new`, body, { as: officer })
    const { dinkes, forum } = ids
    const deputy = { organisationId: dinkes.id, personId: dinkes.officer, role: 'deputy' }
    assert.equal((await give(deputy)).status, 200)
    assert.equal(await problemCode(await give(deputy)), 'already-seated')
    assert.equal(await problemCode(await give({ ...deputy, personId: forum.head })), 'not-a-member')
    assert.equal(await problemCode(await give({ ...deputy, role: 'head' })), 'not-a-head')
    assert.equal(
      await problemCode(await give({ organisationId: forum.id, personId: forum.head, role: 'officer' })),
      'unfit',
    )
    assert.equal(await problemCode(await give({ ...deputy, role: 'officer', firstDay: '2026-01-01' })), 'in-the-past')
    assert.equal((await give({ organisationId: dinkes.id, personId: dinkes.head, role: 'head' })).status, 200)
    assert.equal((await give({ organisationId: forum.id, personId: forum.head, role: 'observer' })).status, 200)
    const seats = await (await site.get(`${path}/seats`)).text()
    assert.match(seats, /Lestari Putri/)
  })

  test('the last coordinator and the last lead cannot go before another takes over', async () => {
    const { site, ids, as } = world
    const officer = await as('bappeda', 'officer')
    const seat = await world.db.admin.kysely
      .selectFrom('seats')
      .innerJoin('programmes', 'programmes.id', 'seats.programme_id')
      .select('seats.id')
      .where('role', '=', 'coordinator')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    const ended = await site.post(`${path}/seats/${seat.id}/end`, {}, { as: officer })
    assert.equal(ended.status, 422)
    await shows(ended, /koordinator terakhir/)
    const left = await site.post(`${path}/parties/${ids.bappeda.id}/withdrawal`, { reason: 'Pindah' }, { as: officer })
    await shows(left, /harus punya pemimpin/)
    const demoted = await site.post(
      `${path}/parties/${ids.bappeda.id}/role`,
      { role: 'member', reason: 'x' },
      { as: officer },
    )
    assert.equal(demoted.status, 422)
  })

  test('a party that withdraws keeps its place in the history and loses its seats from tomorrow', async () => {
    const { site, ids, as, at } = world
    const officer = await as('bappeda', 'officer')
    const reason = 'Tidak punya petugas lagi'
    const left = await site.post(`${path}/parties/${ids.forum.id}/withdrawal`, { reason }, { as: officer })
    assert.equal(left.status, 303)
    at('2026-01-13')
    assert.deepEqual((await as('forum', 'head')).seats, [])
    const parties = await (await site.get(`${path}/parties`)).text()
    assert.match(parties, /Pernah menjadi pihak/)
    assert.match(parties, /Tidak punya petugas lagi/)
  })

  test('two people edit the description: the second is told what changed and loses nothing', async () => {
    const { site, as } = world
    const version = await versionOf(world, slug)
    const fields = {
      name: 'Penurunan Stunting',
      summary: 'Dari 24,1% menjadi 14% pada 2029.',
      _version: String(version),
    }
    assert.equal((await site.post(`${path}/description`, fields, { as: await as('bappeda', 'officer') })).status, 303)
    const late = await site.post(
      `${path}/description`,
      { ...fields, summary: 'Ringkasan lain' },
      { as: await as('dinkes', 'officer') },
    )
    assert.equal(late.status, 409)
    const page = await late.text()
    assert.match(page, /Keterangan program diubah/)
    assert.match(page, /Dari 24,1% menjadi 14% pada 2029\./)
    assert.match(page, /Ringkasan lain/)
  })

  test('a programme does not run before its charter is in force, and says so', async () => {
    const { site, as } = world
    const refused = await site.post(
      `${path}/status`,
      { to: 'running', reason: 'Mulai' },
      { as: await as('bappeda', 'officer') },
    )
    assert.equal(refused.status, 403)
    await shows(refused, /setelah piagamnya ditandatangani semua pihak/)
  })

  test('home and list find the programme by its name; the history names what happened, in both languages', async () => {
    const { site } = world
    const home = await (await site.get('/')).text()
    assert.match(home, /Program bersama, dikerjakan terbuka/)
    assert.equal(home.match(/<dd><a class="govuk-link" href="\/(programmes|figures)">/g)?.length, 4)
    const figures = await (await site.get('/figures')).text()
    const [, events] = figures.match(new RegExp(`href="${path}/history">([\\d.]+)<`))!
    await shows(await site.get(`${path}/history`), new RegExp(`dari ${events} `))
    await shows(await site.get('/programmes?q=stunt'), /1–2 dari 2/)
    await shows(await site.get('/programmes?q=100%25'), /Tidak ada program yang cocok/)
    await shows(await site.get(`${path}/history`), /Pihak mengundurkan diri/)
    await shows(await site.get(`${path}/history?q=MENGUNDURKAN`), /1–1 dari 1 Pihak mengundurkan diri/)
    await shows(await site.get(`${path}/history?q=karim`), /1–2 dari 2 .*Kursi diakhiri: Haji Karim/)
    await shows(await site.get(`${path}/history?q=zzz`), /Tidak ada peristiwa yang cocok/)
    await shows(await site.get(`${path}/history`, { lang: 'en' }), /A party withdrew/)
  })

  test('visitors read the day of an act and the names of public bodies’ people only; members read both in full', async () => {
    const { site, ids, as } = world
    const officer = await as('bappeda', 'officer')
    const history = async (ask: { as?: typeof officer }) => {
      const page = await (await site.get(`${path}/history`, ask)).text()
      const json = await (await site.get(`/api/v1${path}/history`, ask)).text()
      return { page, json }
    }
    const visitor = await history({})
    assert.match(visitor.page, /12 Januari 2026<\/time> · Budi Hartono/)
    assert.doesNotMatch(visitor.page, /WIB|T\d\d:\d\d/)
    assert.match(visitor.json, /"at":"2026-01-12"/)
    assert.doesNotMatch(visitor.json, /T\d\d:\d\d|"id":"[^"]*","name":"\w+\.\w+"/)
    const kind = (to: string) =>
      world.db.admin.kysely.updateTable('organisations').set({ kind: to }).where('id', '=', ids.bappeda.id).execute()
    await kind('community')
    try {
      const citizen = await history({})
      assert.doesNotMatch(citizen.page + citizen.json, /Budi Hartono<|"person":"Budi Hartono"/)
      const member = await history({ as: officer })
      assert.match(member.page, /WIB<\/time> · Budi Hartono/)
      assert.match(member.json, /"at":"2026-01-12T\d\d:\d\d/)
    } finally {
      await kind('agency')
    }
  })
})

function form(organisationId: string) {
  return { name: 'Penurunan Stunting', organisationId, template: 'stunting', startsOn: '2026-01-01', lang: 'id' }
}

async function versionOf({ db }: Regency, slug: string): Promise<number> {
  const row = await db.admin.kysely
    .selectFrom('programmes')
    .select('version')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return row.version
}
