import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { interests } from './module.ts'
import { interestPaths } from './paths.ts'
import { declarationStandings, interestsIn } from './public.ts'

const db = await testDatabase()
const story = await cast(db)
const site = testSite(db, [interests], { now: story.now })
const { actors, slug, people, organisations } = story

const declare = (as: Actor, form: Record<string, string | string[]> = {}) =>
  site.post(interestPaths.declare(), { _key: newId(site.time.now), complete: 'yes', ...form }, { as })
const matches = (as: Actor, person: string, ...bodies: string[]) =>
  readAs(db.app, as, site.time.now, (tx) => interestsIn(tx, person, bodies))
const pageOf = async (path: string, as?: Actor) => (await site.get(path, { as })).text()
const body = async (name: string) => {
  const id = newId(site.time.now)
  await db.admin.kysely
    .insertInto('organisations')
    .values({ id, name, kind: 'business', created_at: site.time.now })
    .execute()
  return id
}
const supplier = await body('PT Sumber Pangan Contoh')

describe('declaring interests', () => {
  test('the register shows person, post, kind, organisation and dates to everyone, and never the note', async () => {
    const note = 'Adik saya, Budi, pemegang saham'
    const family = { kind: 'family', organisation: 'pt sumber pangan contoh', since: '2025-03-01', note }
    assert.equal((await declare(actors.head, family)).status, 303)
    const register = await wordsOf(await site.get(interestPaths.register(slug)))
    assert.match(register, /Agus Santoso/)
    assert.match(register, /Kepala dinas, Dinas Kesehatan Kabupaten Contoh/)
    assert.match(register, /Keluarga: PT Sumber Pangan Contoh \(sejak 1 Maret 2025\)/)
    const person = interestPaths.person(slug, people.head.id)
    for (const reader of [undefined, actors.otherOfficer, actors.otherHead, actors.officer, actors.operator]) {
      assert.doesNotMatch(await pageOf(person, reader), /Budi/)
      assert.doesNotMatch(await pageOf(`/api/v1${person}`, reader), /Budi/)
    }
    for (const reader of [actors.auditor, actors.informationOfficer]) assert.match(await pageOf(person, reader), /Budi/)
    assert.match(await pageOf(interestPaths.mine(), actors.head), /Budi/)
  })

  test('the register is searched, narrowed and sorted by link', async () => {
    const words = async (query: string) => wordsOf(await site.get(`${interestPaths.register(slug)}?${query}`))
    assert.match(await words('q=agus'), /1–1 dari 1/)
    assert.match(await words('standing=missing&sort=person&dir=desc'), /Yusuf Hakim.*Made Putra/)
    assert.match(await words('q=tidakada'), /Tidak ada yang cocok/)
  })

  test('an auditor and an information officer who read notes leave an event; a head reads those of the own people', async () => {
    await declare(actors.officer, {
      kind: 'gift',
      organisation: 'PT Sumber Pangan Contoh',
      since: '2026-10-01',
      note: 'Parsel',
    })
    const person = interestPaths.person(slug, people.officer.id)
    assert.match(await pageOf(person, actors.head), /Parsel/)
    assert.doesNotMatch(await pageOf(person, actors.otherHead), /Parsel/)
    const reads = async () =>
      (await db.admin.pool.query("select person_id from events where name = 'record.read'")).rows.length
    const before = await reads()
    await pageOf(person, actors.auditor)
    assert.equal(await reads(), before + 1)
  })

  test('it stands for twelve months to the day, then it has run out; a new one replaces it', async () => {
    const { head } = people
    const standing = async (day: string) =>
      (await readAs(db.app, actors.head, site.time.now, (tx) => declarationStandings(tx, [head.id], day))).get(head.id)
    assert.equal(await standing('2026-11-23'), 'missing')
    assert.equal(await standing('2027-11-24'), 'valid')
    assert.equal(await standing('2027-11-25'), 'run-out')
    assert.equal((await matches(actors.visitor, head.id, supplier)).length, 1)
    await declare(actors.head)
    assert.deepEqual(await matches(actors.visitor, head.id, supplier), [])
    assert.match(await pageOf(interestPaths.mine(), actors.head), /Pernyataan sebelumnya/)
  })

  test('what still holds is kept with its note, what is not ticked has ended', async () => {
    const { otherHead } = actors
    await declare(otherHead, { kind: 'ownership', organisation: 'PT Sumber Pangan Contoh', note: 'Saham 5 persen' })
    const [kept] = (
      await db.admin.pool.query('select id from declared_interests where created_by = $1', [otherHead.personId])
    ).rows
    await declare(otherHead, { keep: kept.id, kind: 'address', organisation: 'Koperasi Baru', unlisted: 'yes' })
    const mine = await pageOf(interestPaths.mine(), otherHead)
    for (const told of ['Saham 5 persen', 'Koperasi Baru', 'Alamat yang sama']) assert.ok(mine.includes(told), told)
    const stolen = await declare(actors.deputy, { keep: kept.id })
    assert.equal(stolen.status, 303)
    assert.deepEqual(await matches(actors.visitor, people.deputy.id, supplier), [])
  })

  test('a name that is only near is not guessed, an incomplete form says what to mend', async () => {
    const near = await declare(actors.coordinator, { kind: 'post', organisation: 'Sumber Pangan' })
    assert.equal(near.status, 422)
    assert.match(await near.text(), /PT Sumber Pangan Contoh.*centang/s)
    const gift = await declare(actors.coordinator, { kind: 'gift', organisation: 'PT Sumber Pangan Contoh' })
    assert.match(await gift.text(), /tanggal hadiah/)
    const unticked = await declare(actors.coordinator, { complete: '' })
    assert.match(await unticked.text(), /Centang bila pernyataan ini benar/)
  })
})

describe('what the database itself refuses', () => {
  const as = (actor: Actor, statement: ReturnType<typeof sql>) =>
    writeAs(db.app, actor, site.time.now, (tx) => statement.execute(tx))

  test('nobody declares for another, on another day, or without a post', async () => {
    const row = (person: string, day: string, by = person) =>
      sql`insert into interest_declarations (id, person_id, number, declared_on, created_at, created_by)
        values (${newId(site.time.now)}, ${person}, 90, ${day}, ${site.time.now}, ${by})`
    await assert.rejects(as(actors.officer, row(people.head.id, story.today, people.officer.id)), /row-level security/)
    await assert.rejects(as(actors.officer, row(people.head.id, story.today)), /row-level security/)
    await assert.rejects(as(actors.officer, row(people.officer.id, '2026-01-01')), /row-level security/)
    await assert.rejects(as(actors.resident, row(people.resident.id, story.today)), /row-level security/)
    assert.equal((await declare(actors.resident)).status, 403)
    assert.equal((await declare(actors.expiredSeat)).status, 403)
  })

  test('nothing is added to a declaration afterwards, and nothing in it is changed', async () => {
    await declare(actors.officer, { kind: 'family', organisation: 'PT Sumber Pangan Contoh' })
    const { rows } = await db.admin.pool.query(
      'select id from interest_declarations where person_id = $1 order by number desc limit 1',
      [people.officer.id],
    )
    const later = sql`insert into declared_interests (id, declaration_id, kind, organisation_name, created_at, created_by)
      values (${newId(site.time.now)}, ${rows[0].id}, 'gift', 'Lain', ${site.time.now}, ${people.officer.id})`
    await assert.rejects(as(actors.officer, later), /never added to/)
    for (const statement of [
      sql`update interest_declarations set declared_on = '2027-01-01'`,
      sql`update declared_interests set until = '2026-01-01'`,
      sql`delete from declared_interests`,
      sql`update interest_notes set note = ''`,
    ])
      await assert.rejects(as(actors.officer, statement), /permission denied/)
  })
})

describe('which organisations a person has an interest in', () => {
  test('posts that the directory knows count without being declared, also under a name that was merged away', async () => {
    const old = await body('Dinkes lama')
    await db.admin.pool.query('update organisations set merged_into_id = $1 where id = $2', [
      organisations.owner.id,
      old,
    ])
    const found = await matches(actors.visitor, people.head.id, old, organisations.other.id)
    assert.deepEqual(found, [{ kind: 'post', organisation_id: old, source: 'membership' }])
    assert.deepEqual(await matches(actors.visitor, people.expiredSeat.id, organisations.other.id), [])
  })

  test('a declaration that has run out still counts, an interest that has ended does not', async () => {
    await declare(actors.auditor, { kind: 'supplier', organisation: 'PT Sumber Pangan Contoh', until: '2026-12-01' })
    const later = (day: string) =>
      readAs(db.app, actors.visitor, new Date(`${day}T03:00:00Z`), (tx) =>
        interestsIn(tx, people.auditor.id, [supplier]),
      )
    assert.equal((await later('2026-11-30')).length, 1)
    assert.equal((await later('2026-12-02')).length, 0)
    await declare(actors.auditor, { kind: 'address', organisation: 'PT Sumber Pangan Contoh' })
    assert.equal((await later('2028-05-01'))[0]?.source, 'address')
  })
})
