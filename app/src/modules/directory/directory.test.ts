import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { run } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { type Cast, cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { directory } from './module.ts'
import { addOrganisation } from './operations/add-organisation.ts'
import { directoryPaths as paths } from './paths.ts'

const db = await testDatabase()
const world = await cast(db)
const { owner, other } = world.organisations
const party = {
  organisationId: owner.id,
  programme: 'Penurunan Stunting',
  lang: 'id' as const,
  href: '/programmes/stunting',
  role: both('Pemimpin', 'Lead'),
  since: '2026-01-05',
  until: null,
  example: 'Kabupaten rekaan',
}
const programmesOf = async (_tx: unknown, ids: string[]) => (ids.includes(owner.id) ? [party] : [])
const site = testSite(db, [directory({ programmesOf })], { now: world.now })

const key = () => newId(world.now)
const as = (who: keyof Cast['actors']) => ({ as: world.actors[who] })
const post = (path: string, form: Record<string, string>, who: keyof Cast['actors'] = 'operator') =>
  site.post(path, { _key: key(), ...form }, as(who))
const idIn = (response: Response) => response.headers.get('location')!.split('/').at(-1)!
const add = async (name: string, form: Record<string, string> = {}) =>
  idIn(await post(paths.newOrganisation(), { name, kind: 'agency', country: 'ID', ...form }))
const text = async (path: string, ask: Parameters<typeof site.get>[1] = {}) => (await site.get(path, ask)).text()
const count = async (sql: string, values: unknown[] = []) =>
  Number((await db.admin.pool.query(`select count(*) from ${sql}`, values)).rows[0].count)

describe('finding an organisation', () => {
  test('it is found by its present name, a former name, an acronym and an identifier, in any order of words', async () => {
    const id = await add('Badan Riset dan Inovasi Daerah', { acronym: 'BRIDA' })
    await post(paths.renaming(id), { name: 'Badan Riset dan Inovasi Kabupaten', why: 'renamed', _version: '1' })
    await post(paths.newName(id), { name: 'Balitbang', kind: 'acronym' })
    await post(paths.newIdentifier(id), { scheme: 'kode-satker', value: '018.09.400881' })
    for (const q of ['inovasi kabup', 'daerah riset', 'brida', 'BALITBANG', '018.09.400881', 'Inovasí', 'r.i.s.e.t']) {
      const html = await text(`${paths.organisations()}?q=${encodeURIComponent(q)}`)
      assert.match(html, /Badan Riset dan Inovasi Kabupaten/, q)
      assert.match(html, /1–1 dari 1/, q)
    }
    assert.match(await text(`${paths.organisations()}?q=daerah`), /dulu Badan Riset dan Inovasi Daerah/)
    for (const q of ['%', '& | !', "'; drop table organisations"])
      assert.equal((await site.get(`${paths.organisations()}?q=${encodeURIComponent(q)}`)).status, 200)
  })

  test('a dissolved body stays findable, is marked, and can be filtered', async () => {
    const id = await add('Kantor Sandi Daerah')
    assert.equal((await post(paths.dissolution(id), { dissolvedOn: '2026-11-01', _version: '1' })).status, 303)
    assert.match(await text(`${paths.organisations()}?q=sandi`), /Bubar/)
    assert.match(await text(`${paths.organisations()}?q=sandi&state=dissolved`), /Kantor Sandi/)
    assert.doesNotMatch(await text(`${paths.organisations()}?q=sandi&state=active`), /Kantor Sandi/)
  })

  test('programmes of a higher module stand on the page, and an invented one marks it', async () => {
    const html = await text(paths.organisation(owner.id))
    assert.match(html, /href="\/programmes\/stunting"/)
    assert.match(html, /Data contoh/)
    assert.doesNotMatch(await text(paths.organisation(other.id)), /Data contoh/)
  })

  test('the JSON API answers what the page shows', async () => {
    const response = await site.get(`/api/v1${paths.organisation(owner.id)}`)
    const { data } = (await response.json()) as { data: Record<string, unknown> }
    assert.equal((data.organisation as { name: string }).name, owner.name)
    assert.deepEqual(
      (data.programmes as { role: string }[]).map((one) => one.role),
      ['Pemimpin'],
    )
  })
})

describe('who may write', () => {
  const edit = { kind: 'business', country: 'ID', _version: '1' }

  test('an officer edits the own agency and no other, by page, API or the app’s own database role', async () => {
    assert.equal((await site.get(paths.editing(other.id), as('officer'))).status, 403)
    const page = await post(paths.editing(other.id), edit, 'officer')
    assert.equal(page.status, 403)
    assert.match(await page.text(), /Hanya orang instansi ini, tim koordinasi/)
    const api = await site.api(paths.editing(other.id), { kind: 'business' }, as('officer'))
    assert.equal(api.status, 403)
    const { personId } = world.actors.officer
    const client = await db.app.pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('mufakat.kind','person',true), set_config('mufakat.person',$1,true), set_config('mufakat.today',$2,true)`,
        [personId, world.today],
      )
      const rename = await client.query(`update organisations set name = 'Dibajak' where id = $1`, [other.id])
      assert.equal(rename.rowCount, 0)
      const end = await client.query('update memberships set ends_on = $2 where organisation_id = $1', [
        other.id,
        world.today,
      ])
      assert.equal(end.rowCount, 0)
      const own = await client.query(`update organisations set website = 'https://a.example' where id = $1`, [owner.id])
      assert.equal(own.rowCount, 1)
      await assert.rejects(
        client.query(`insert into organisation_names values ($1, $2, 'X', 'former', null, now())`, [key(), other.id]),
        /row-level security/,
      )
    } finally {
      await client.query('rollback')
      client.release()
    }
    assert.equal((await post(paths.editing(owner.id), { ...edit, kind: 'agency' }, 'officer')).status, 303)
  })

  test('the coordination team changes parties of its programme; a coordinator of another programme does not', async () => {
    const elsewhere = await cast(db, { slug: 'program-lain' })
    const form = { name: 'Dikbud', kind: 'acronym', _key: key() }
    const foreign = await site.post(paths.newName(other.id), form, { as: elsewhere.actors.coordinator })
    assert.equal(foreign.status, 403)
    assert.equal((await post(paths.newName(other.id), form, 'coordinator')).status, 303)
  })

  test('a visitor is led to sign in, a former official is told why not, and nobody without a role adds bodies', async () => {
    const visitor = await site.get(paths.newOrganisation())
    assert.equal(visitor.headers.get('location'), '/sign-in?next=%2Forganisations%2Fnew')
    for (const who of ['officer', 'head', 'expiredSeat', 'resident', 'informationOfficer'] as const) {
      const refused = await post(paths.newOrganisation(), { name: 'Y', kind: 'agency', country: 'ID' }, who)
      assert.equal(refused.status, 403, who)
    }
    assert.match(await text(paths.organisation(other.id), as('officer')), /aria-disabled="true"/)
  })

  test('every change leaves an event that names no one', async () => {
    const { rows } = await db.admin.pool.query(
      `select payload::text from events where name like 'organisation%' or name like 'person%'`,
    )
    assert.ok(rows.length > 5)
    for (const { payload } of rows) assert.doesNotMatch(payload, /Badan|Dinas|Dikbud|Balitbang|018\.09/)
  })
})

describe('recording with care', () => {
  test('the same name twice is refused with a way on; someone who has looked may insist', async () => {
    await add('Dinas Perhubungan')
    const again = await post(paths.newOrganisation(), { name: 'DINAS PERHUBUNGAN', kind: 'agency', country: 'ID' })
    assert.equal(again.status, 422)
    const html = await again.text()
    assert.match(html, /Sudah ada “Dinas Perhubungan”/)
    assert.match(html, /name="another"/)
    await add('DINAS PERHUBUNGAN', { another: 'yes' })
  })

  test('a parent that is unknown, ambiguous or below itself is refused with names to choose from', async () => {
    const top = await add('Sekretariat Daerah', { acronym: 'Setda' })
    const below = await add('Bagian Hukum', { parent: 'setda' })
    assert.match(await text(paths.organisation(below)), /Sekretariat Daerah/)
    const unknown = await post(paths.editing(below), {
      kind: 'agency',
      country: 'ID',
      parent: 'Sekretariat',
      _version: '1',
    })
    assert.match(await unknown.text(), /Yang mirip: Sekretariat Daerah/)
    const nobody = await post(paths.editing(below), { kind: 'agency', country: 'ID', parent: 'Zzz', _version: '1' })
    assert.match(await nobody.text(), /Tidak ada badan bernama “Zzz”/)
    const loop = await post(paths.editing(top), {
      kind: 'agency',
      country: 'ID',
      parent: 'Bagian Hukum',
      _version: '1',
    })
    assert.equal(loop.status, 422)
    assert.match(await loop.text(), /di bawah dirinya sendiri/)
  })

  test('a form that was overtaken says what changed and keeps what was typed', async () => {
    const id = await add('Dinas Kebudayaan')
    const rename = (name: string) => post(paths.renaming(id), { name, why: 'correction', _version: '1' })
    assert.equal((await rename('Dinas Kebudayaan dan Pariwisata')).status, 303)
    const second = await rename('Dinas Budaya')
    assert.equal(second.status, 409)
    const html = await second.text()
    assert.match(html, /Nama diubah/)
    assert.match(html, /value="Dinas Budaya"/)
  })

  test('a form sent twice is one act', async () => {
    const form = { name: 'Dinas Sosial', kind: 'agency', country: 'ID', _key: key() }
    const [first, second] = [await post(paths.newOrganisation(), form), await post(paths.newOrganisation(), form)]
    assert.equal(first.headers.get('location'), second.headers.get('location'))
    assert.equal(await count(`organisations where name = 'Dinas Sosial'`), 1)
  })

  test('dissolving ends the open posts on that day; undoing it keeps them ended', async () => {
    const id = await add('Satgas Sementara')
    await post(paths.newPerson(id), { name: 'Tono Sutono', post: 'Ketua', head: 'yes', startsOn: '2026-02-01' })
    assert.match(await text(paths.dissolution(id), as('operator')), /1 jabatan yang masih berjalan/)
    const version = { _version: '1' }
    await post(paths.dissolution(id), { dissolvedOn: '2026-10-31', ...version })
    assert.equal(await count(`memberships where organisation_id = $1 and ends_on = '2026-10-31'`, [id]), 1)
    assert.equal((await post(paths.reinstatement(id), { _version: '2' })).status, 303)
    assert.equal(await count('memberships where organisation_id = $1 and ends_on is null', [id]), 0)
    const future = await post(paths.dissolution(id), { dissolvedOn: '2027-01-01', _version: '3' })
    assert.match(await future.text(), /tidak boleh sesudah hari ini/)
  })
})

test('a seat that the database does not know of gives no right, whatever the application believes', async () => {
  const outcome = await run(
    addOrganisation,
    { name: 'Lewat Belakang', kind: 'agency' },
    {
      db: db.app,
      actor: { ...world.actors.resident, seats: world.actors.coordinator.seats },
      now: world.now,
      today: world.today,
    },
  ).catch((error: Error) => error.message)
  assert.match(String(outcome), /row-level security/)
})
