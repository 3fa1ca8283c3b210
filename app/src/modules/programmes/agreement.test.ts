import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#kernel/testing/database.ts'
import { type BodyKey, problemCode, type Regency, regency, shows, textOf } from './testing/regency.ts'

const db = await testDatabase()

describe('the life of an agreement: charter, signatures, commitments', () => {
  let world: Regency
  const path = '/programmes/banjir-kali-sadar'
  before(async () => {
    world = await regency(db)
    const { site, ids, as } = world
    const founder = await as('bappeda', 'officer')
    const form = { name: 'Banjir Kali Sadar', organisationId: ids.bappeda.id, template: 'free', lang: 'id' }
    await site.post('/programmes/new', form, { as: founder })
    const seat = async (key: BodyKey, who: 'head' | 'officer', role: string) => {
      const body = { organisationId: ids[key].id, personId: ids[key][who], role }
      assert.equal((await site.api(`${path}/seats/new`, body, { as: await as('bappeda', 'officer') })).status, 200)
    }
    const party = async (key: BodyKey, role: string) =>
      site.api(`${path}/parties/new`, { organisationId: ids[key].id, role }, { as: await as('bappeda', 'officer') })
    await party('dinkes', 'member')
    await party('dinsos', 'member')
    await party('inspektorat', 'oversight')
    for (const key of ['bappeda', 'dinkes', 'dinsos'] as const) await seat(key, 'head', 'head')
    await seat('dinkes', 'officer', 'officer')
    await seat('inspektorat', 'officer', 'auditor')
  })

  test('the draft charter is for its owner’s seats and the team; others are told that there is none yet', async () => {
    const { site, as } = world
    await shows(await site.get(`${path}/charter`), /Piagam belum ada/)
    const seen = await shows(
      await site.get(`${path}/charter`, { as: await as('dinkes', 'officer') }),
      /Piagam belum ada/,
    )
    assert.match(textOf(seen), /Hanya koordinator atau wakil koordinator program ini/)
    await shows(
      await site.get(`${path}/charter`, { as: await as('bappeda', 'officer') }),
      /rancangan ini hanya terbuka bagi instansi pemimpin dan tim koordinasi/,
    )
  })

  test('an incomplete draft is not proposed, and the reason names what is missing', async () => {
    const { site, as } = world
    const refused = await site.post(`${path}/charter/proposal`, {}, { as: await as('bappeda', 'officer') })
    assert.equal(refused.status, 409)
    await shows(refused, /Rancangan belum lengkap: tujuan, dasar hukum/)
  })

  test('the coordinator writes the draft; a line that cannot be read is shown with what was typed', async () => {
    const { site, as } = world
    const coordinator = await as('bappeda', 'officer')
    const wrong = { ...draft({ legalBasis: 'Perda 3/2024 | bukan alamat' }), _version: '1' }
    const refused = await site.post(`${path}/charter/draft`, wrong, { as: coordinator })
    assert.equal(refused.status, 422)
    await shows(refused, /Baris ini belum dapat dibaca: "Perda 3\/2024 \| bukan alamat"/)
    const blind = await site.post(`${path}/charter/draft`, draft({}), { as: coordinator })
    assert.equal(blind.status, 409)
    const again = await blind.text()
    assert.match(again, /name="_version" value="1"/)
    assert.match(again, /Peringatan dini/)
    const saved = await site.post(`${path}/charter/draft`, { ...draft({}), _version: '1' }, { as: coordinator })
    assert.equal(saved.headers.get('location'), `${path}/charter/versions/1`)
    const cells = await site.get(`${path}/charter/draft/cells`, { as: coordinator })
    await shows(cells, /Peringatan dini/, /33\.02\.01 Lumbir/)
    const chosen = ['peringatan-dini|33.02.01', 'peringatan-dini|33.02.02', 'pengungsian|33.02.01']
    assert.equal((await site.post(`${path}/charter/draft/cells`, { cells: chosen }, { as: coordinator })).status, 303)
  })

  test('once proposed, the text is fixed in the database itself', async () => {
    const { site, as } = world
    const proposed = await site.post(`${path}/charter/proposal`, {}, { as: await as('bappeda', 'officer') })
    assert.equal(proposed.status, 303)
    await shows(await site.get(`${path}/charter`), /Sudah ditandatangani 0 dari 3 pihak/, /3 sel layanan/)
    const rewrite = sql`update charter_versions set purpose = 'lain'`.execute(db.admin.kysely)
    await assert.rejects(rewrite, /never rewritten/)
  })

  test('only the head of a party signs for it, once; observers and oversight do not sign', async () => {
    const { site, ids, as } = world
    const sign = async (key: BodyKey, who: 'head' | 'officer') =>
      site.api(`${path}/charter/versions/1/signature`, { organisationId: ids[key].id }, { as: await as(key, who) })
    assert.equal(await problemCode(await sign('dinkes', 'officer')), 'not-head')
    assert.equal(await problemCode(await sign('inspektorat', 'officer')), 'not-head')
    assert.equal((await sign('bappeda', 'head')).status, 200)
    assert.equal(await problemCode(await sign('bappeda', 'head')), 'already-signed')
    assert.equal((await sign('dinkes', 'head')).status, 200)
    await shows(await site.get(`${path}/charter`), /Sudah ditandatangani 2 dari 3 pihak/)
  })

  test('with the last signature the charter is in force: roles are required, cells become rows, the programme may run', async () => {
    const { site, ids, as } = world
    const form = { organisationId: ids.dinsos.id }
    await site.post(`${path}/charter/versions/1/signature`, form, { as: await as('dinsos', 'head') })
    await shows(await site.get(`${path}/charter`), /Berlaku sejak 12 Januari 2026/)
    const cells = await db.admin.kysely.selectFrom('required_cells').select(['territory_name']).execute()
    assert.equal(cells.length, 3)
    await shows(
      await site.get(`${path}/seats`),
      /2 dari 3 peran belum ada orangnya/,
      /Penghubung warga Kosong 1 hari kerja/,
    )
    const started = await site.post(
      `${path}/status`,
      { to: 'running', reason: 'Piagam berlaku' },
      { as: await as('bappeda', 'officer') },
    )
    assert.equal(started.status, 303)
  })

  test('a second version says in words what it changes, and supersedes the first when all have signed', async () => {
    const { site, ids, as, at } = world
    at('2026-03-02')
    const coordinator = await as('bappeda', 'officer')
    await site.post(`${path}/charter/draft`, draft({ quorum: '75', roles: 'Koordinator\nJuru bicara' }), {
      as: coordinator,
    })
    await site.post(`${path}/charter/proposal`, {}, { as: coordinator })
    await shows(
      await site.get(`${path}/charter/versions/2`),
      /Kuorum 67% pihak yang berhak memutus 75% pihak yang berhak memutus/,
      /Dihapus: Wakil koordinator; Penghubung warga Ditambah: Juru bicara/,
    )
    for (const key of ['bappeda', 'dinkes', 'dinsos'] as const) {
      await site.post(
        `${path}/charter/versions/2/signature`,
        { organisationId: ids[key].id },
        { as: await as(key, 'head') },
      )
    }
    await shows(await site.get(`${path}/charter/versions/1`), /Diganti Versi 1/)
    await shows(await site.get(`${path}/seats`), /1 dari 2 peran belum ada orangnya/)
  })

  test('a member party promises; the first date stays when the date moves, with the reason and who asked', async () => {
    const { site, ids, as, at } = world
    const officer = await as('dinkes', 'officer')
    const made = await site.post(`${path}/commitments/new`, promise(ids.dinkes.id), { as: officer })
    const one = made.headers.get('location')!
    assert.match(one, /\/commitments\/[0-9a-f-]{36}$/)
    at('2026-04-01')
    const move = { to: '2026-07-31', reason: 'Lelang diulang', askedBy: ids.dinkes.id }
    assert.equal((await site.post(`${one}/move`, move, { as: officer })).status, 303)
    await shows(
      await site.get(one),
      /tanggal awal 30 Juni 2026 31 Juli 2026 Mundur 31 hari/,
      /Lelang diulang/,
      /12 posyandu/,
    )
    const rewrite = sql`update commitments set first_due = '2026-12-31'`.execute(db.app.kysely)
    await assert.rejects(rewrite, /permission denied/)
  })

  test('who promised reports with evidence, and someone of another party assesses', async () => {
    const { site, as, at } = world
    at('2026-07-15')
    const one = await firstCommitment(world)
    const officer = await as('dinkes', 'officer')
    const report = { text: '10 posyandu beroperasi', amount: '10', url: 'https://contoh.go.id/bukti' }
    assert.equal((await site.post(`${one}/report`, report, { as: officer })).status, 303)
    const own = await site.post(`${one}/assessment`, { outcome: 'complete', reason: 'Selesai' }, { as: officer })
    assert.equal(own.status, 403)
    await shows(own, /Pihak yang berjanji tidak menilai janjinya sendiri/)
    const judged = { outcome: 'substantial', reason: '10 dari 12 sudah buka' }
    assert.equal((await site.post(`${one}/assessment`, judged, { as: await as('inspektorat', 'officer') })).status, 303)
    await shows(await site.get(one), /Sebagian besar/, /10 posyandu tercapai/, /Dian Anggraini, Inspektorat Daerah/)
    await shows(await site.get(`${path}/commitments`), /1 dari 1 janji yang sudah jatuh tempo dinilai dipenuhi/)
  })

  test('two people assess from the same page: the second is told of the first', async () => {
    const { site, as } = world
    const one = await firstCommitment(world)
    const page = await (await site.get(`${one}/assessment`, { as: await as('dinsos', 'head') })).text()
    const version = page.match(/name="_version" value="(\d+)"/)![1]!
    const judge = async (key: BodyKey, who: 'head' | 'officer', outcome: string) =>
      site.post(
        `${one}/assessment`,
        { outcome, reason: 'Menurut bukti', _version: version },
        { as: await as(key, who) },
      )
    assert.equal((await judge('dinsos', 'head', 'complete')).status, 303)
    const late = await judge('bappeda', 'officer', 'limited')
    assert.equal(late.status, 409)
    await shows(late, /Janji dinilai pihak lain, 15 Juli 2026/, /Menurut bukti/)
  })

  test('what was assessed as complete cannot be moved any more', async () => {
    const { site, ids, as } = world
    const move = { to: '2026-12-31', reason: 'x', askedBy: ids.dinkes.id }
    const refused = await site.post(`${await firstCommitment(world)}/move`, move, { as: await as('dinkes', 'officer') })
    await shows(refused, /sudah dinilai selesai atau ditarik/)
  })

  test('a commitment for members is counted for visitors and read by members; a restricted one is only counted', async () => {
    const { site, ids, as } = world
    const secret = { ...promise(ids.dinsos.id), title: 'Data 42 keluarga dibagikan', firstDue: '2026-09-30' }
    await site.post(`${path}/commitments/new`, { ...secret, class: 'members' }, { as: await as('dinsos', 'head') })
    const made = await db.admin.kysely
      .selectFrom('commitments')
      .selectAll()
      .where('class', '=', 'members')
      .executeTakeFirstOrThrow()
    const restricted = {
      ...made,
      id: made.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      class: 'restricted',
      title: 'Nama korban',
      source: null,
    }
    await db.admin.kysely
      .insertInto('commitments')
      .values({ ...restricted, first_target: null, current_target: null })
      .execute()
    const visitor = await shows(await site.get(`${path}/commitments`), /1 catatan untuk anggota/, /1 catatan terbatas/)
    assert.doesNotMatch(visitor, /42 keluarga|Nama korban/)
    const member = await shows(
      await site.get(`${path}/commitments`, { as: await as('dinkes', 'officer') }),
      /42 keluarga/,
    )
    assert.doesNotMatch(member, /Nama korban/)
    await shows(await site.get(`${path}/commitments`, { as: await as('bappeda', 'officer') }), /Nama korban/)
    assert.equal((await site.get(`${path}/commitments/${made.id}`)).status, 404)
    const grant = { recordId: restricted.id, personId: ids.dinkes.officer, why: 'Menyusun daftar', until: '2026-08-31' }
    assert.equal((await site.post(`${path}/grants/new`, grant, { as: await as('bappeda', 'officer') })).status, 303)
    const granted = await site.get(`${path}/commitments/${restricted.id}`, { as: await as('dinkes', 'officer') })
    assert.equal(granted.status, 200)
    assert.equal((await site.post(`${path}/grants/new`, grant, { as: await as('dinkes', 'officer') })).status, 403)
  })
})

function draft(change: Record<string, string>) {
  return {
    purpose: 'Kali Sadar tidak lagi membanjiri permukiman.',
    legalBasis: 'Perda Nomor 3 Tahun 2024 | https://contoh.go.id/perda',
    decisionRule: 'consensus',
    quorum: '67',
    cadenceEvery: '2',
    cadenceUnit: 'week',
    waitingLimit: '10',
    publishable: ['commitments', 'decisions'],
    roles: 'Koordinator\nWakil koordinator\nPenghubung warga',
    services: 'Peringatan dini\nPengungsian',
    territories: '33.02.01 Lumbir\n33.02.02 Wangon',
    ...change,
  }
}

function promise(organisationId: string) {
  const what = { title: 'Membuka 12 posyandu siaga banjir', amount: '12', unit: 'posyandu' }
  return { organisationId, ...what, firstDue: '2026-06-30', class: 'public' }
}

async function firstCommitment({ db }: Regency): Promise<string> {
  const row = await db.admin.kysely
    .selectFrom('commitments')
    .select('id')
    .where('class', '=', 'public')
    .executeTakeFirstOrThrow()
  return `/programmes/banjir-kali-sadar/commitments/${row.id}`
}
