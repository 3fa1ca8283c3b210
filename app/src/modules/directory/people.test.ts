import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { both } from '#kernel/reason.ts'
import { type Cast, cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { directory } from './module.ts'
import { directoryPaths as paths } from './paths.ts'

const db = await testDatabase()
const world = await cast(db)
const { people, organisations } = world
const seat = {
  personId: people.officer.id,
  programme: 'Penurunan Stunting',
  lang: 'id' as const,
  href: '/programmes/stunting',
  role: both('Petugas', 'Officer'),
  organisation: organisations.owner.name,
  firstDay: '2026-01-05',
  lastDay: null,
  example: null,
}
const seatsOf = async (_tx: unknown, ids: string[]) => (ids.includes(seat.personId) ? [seat] : [])
const site = testSite(db, [directory({ seatsOf })], { now: world.now })

const as = (who: keyof Cast['actors']) => ({ as: world.actors[who] })
const post = (path: string, form: Record<string, string>, who: keyof Cast['actors']) =>
  site.post(path, { _key: newId(world.now), ...form }, as(who))
const text = async (path: string, ask: Parameters<typeof site.get>[1] = {}) => (await site.get(path, ask)).text()
const membershipOf = async (person: string) =>
  (await db.admin.pool.query('select id from memberships where person_id = $1', [person])).rows[0].id as string

test('people who hold no post are not shown: not in the list, not by address, not to the operator’s search', async () => {
  for (const ask of [{}, as('operator')]) {
    const list = await text(paths.people(), ask)
    assert.match(list, /Made Putra/)
    for (const hidden of ['Wulan Sari', 'Fitri Handayani', 'Nurul Aini']) {
      assert.ok(!list.replace(/<header>[\s\S]*?<\/header>/, '').includes(hidden), hidden)
    }
    assert.doesNotMatch(await text(`${paths.people()}?q=wulan`, ask), /Wulan Sari/)
    assert.equal((await site.get(paths.person(people.resident.id), ask)).status, 404)
    assert.equal((await site.get(`/api/v1${paths.person(people.resident.id)}`, ask)).status, 404)
  }
})

test('a person’s page shows posts with their days, skills and seats; who left is shown as having left', async () => {
  const html = await text(paths.person(people.officer.id))
  assert.match(html, /Staf/)
  assert.match(html, /5 Januari 2026/)
  assert.match(html, /href="\/programmes\/stunting"/)
  assert.match(await text(paths.person(people.expiredSeat.id)), /Tidak memegang jabatan sekarang/)
  assert.match(await text(`${paths.people()}?who=before`), /Hendra Gunawan/)
  assert.doesNotMatch(await text(`${paths.people()}?who=now`), /Hendra Gunawan/)
})

test('an officer appoints colleagues in the own agency only, and only a head or the coordination team appoints a head', async () => {
  const { owner, other } = organisations
  const form = { personId: people.auditor.id, post: 'Penghubung', startsOn: '2026-11-24' }
  assert.match(await text(`${paths.appointment(owner.id)}?q=bambang`, as('officer')), /Bambang Wijaya/)
  assert.equal((await post(paths.appointment(other.id), form, 'officer')).status, 403)
  const asHead = await post(paths.appointment(owner.id), { ...form, head: 'yes' }, 'officer')
  assert.equal(asHead.status, 403)
  assert.match(await asHead.text(), /Pimpinan hanya ditunjuk dan diakhiri oleh pimpinan/)
  assert.equal((await post(paths.appointment(owner.id), form, 'officer')).status, 303)
  const twice = await post(paths.appointment(owner.id), form, 'officer')
  assert.equal(twice.status, 422)
  assert.match(await twice.text(), /sudah memegang jabatan itu di sini/)
  assert.equal((await post(paths.appointment(owner.id), { ...form, post: 'Wakil', head: 'yes' }, 'head')).status, 303)
  assert.equal((await post(paths.appointment(owner.id), { ...form, personId: people.resident.id }, 'head')).status, 422)
})

test('who coordinates, but whose own post has ended, is told why no new person can be recorded', async () => {
  const actor = { ...world.actors.coordinator, organisationIds: [] }
  const ended = "update memberships set ends_on = '2026-11-01' where person_id = $1"
  await db.admin.pool.query(ended, [people.coordinator.id])
  const form = { name: 'Orang Baru', post: 'Staf', startsOn: '2026-11-24', _key: newId(world.now) }
  const refused = await site.post(paths.newPerson(organisations.other.id), form, { as: actor })
  assert.equal(refused.status, 403)
  assert.match(await refused.text(), /Jabatan Anda sendiri sudah berakhir/)
  await db.admin.pool.query('update memberships set ends_on = null where person_id = $1', [people.coordinator.id])
})

test('the database keeps an officer from making a head, whatever the application would say', async () => {
  const client = await db.app.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('mufakat.kind','person',true), set_config('mufakat.person',$1,true), set_config('mufakat.today',$2,true)`,
      [people.officer.id, world.today],
    )
    const insert = `insert into memberships (id, person_id, organisation_id, post, head, starts_on, created_at) values ($1, $2, $3, 'X', $4, $5, now())`
    await assert.rejects(
      client.query(insert, [newId(world.now), people.officer.id, organisations.owner.id, true, world.today]),
      /row-level security/,
    )
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('a post is ended with its last day and stays on record; days that cannot be are refused in words', async () => {
  const membership = await membershipOf(people.observer.id)
  const path = paths.endPost(people.observer.id, membership)
  const early = await post(path, { endsOn: '2025-01-01' }, 'operator')
  assert.match(await early.text(), /Hari terakhir tidak boleh sebelum hari mulai/)
  assert.equal((await post(path, { endsOn: '2026-11-20' }, 'otherOfficer')).status, 403)
  assert.equal((await post(path, { endsOn: '2026-11-20' }, 'observer')).status, 303)
  assert.match(await text(paths.person(people.observer.id)), /20 November 2026/)
  assert.equal((await site.get(paths.endPost(people.officer.id, membership), as('operator'))).status, 404)
})

test('one declares one’s own skills, others find who knows what, and a removed skill is found no more', async () => {
  const declare = (skill: string, who: 'officer' | 'otherOfficer', person = people[who].id) =>
    post(paths.newSkill(person), { skill }, who)
  assert.equal((await declare('analisis data gizi', 'officer')).status, 303)
  assert.equal((await declare('Analisis Data Gizi', 'officer')).status, 422)
  assert.equal((await declare('hukum perjanjian', 'otherOfficer')).status, 303)
  const foreign = await declare('sulap', 'otherOfficer', people.officer.id)
  assert.equal(foreign.status, 403)
  assert.match(await foreign.text(), /Keahlian hanya dinyatakan oleh orangnya sendiri/)
  const found = await text(paths.skills('data gizi'))
  assert.match(found, /Made Putra/)
  assert.match(found, /Dinas Kesehatan Kabupaten Contoh/)
  assert.doesNotMatch(found, /Sri Rahayu/)
  assert.match(await text(paths.organisation(organisations.owner.id)), /analisis data gizi/)
  const { rows } = await db.admin.pool.query('select id from skills where person_id = $1', [people.officer.id])
  assert.equal((await post(paths.endSkill(people.officer.id, rows[0].id), {}, 'otherOfficer')).status, 403)
  assert.equal((await post(paths.endSkill(people.officer.id, rows[0].id), {}, 'officer')).status, 303)
  assert.match(await text(paths.skills('data gizi')), /Belum ada yang menyatakan/)
  assert.equal((await declare('analisis data gizi', 'officer')).status, 303, 'it may be declared again')
})

test('a name is corrected by oneself, the own agency or the operator', async () => {
  const path = paths.personName(people.officer.id)
  assert.equal((await post(path, { name: 'Made A. Putra', _version: '1' }, 'otherHead')).status, 403)
  assert.equal((await post(path, { name: 'Made A. Putra', _version: '1' }, 'officer')).status, 303)
  assert.match(await text(paths.person(people.officer.id)), /Made A\. Putra/)
})
