import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#kernel/access.ts'
import { cast } from '#kernel/testing/cast.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { discussionPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { actors, people, slug, site, db } = set
const elsewhere = await cast(db, { slug: 'program-lain', now: set.now })
// The observer acts for a community group; everyone else has a post in an agency.
await db.admin.pool.query("update organisations set kind = 'community' where id = $1", [set.organisations.observing.id])
const task = await set.plan()

const question = await set.write(actors.observer, task, 'Kapan @Intan Permata dan @Made Putra rapat?', {
  kind: 'question',
})
const answer = await set.reply(actors.officer, question, 'Sudah kami kabari @Intan, mohon ditunggu', { quote: 'yes' })
await set.post(discussionPaths.answer(slug, question), { answer }, actors.observer)
const remark = await set.write(actors.resident, task, 'Kapan buka?')
set.later(16)
await set.post(discussionPaths.correction(slug, question), { body: 'Maksud saya rapat teknis' }, actors.observer)
const hidden = await set.write(actors.observer, task, 'Nomor rahasia 4711')
await set.post(discussionPaths.hiding(slug, hidden), { reason: 'Memuat nomor' }, actors.informationOfficer)

const ids = Object.values({ ...people, ...elsewhere.people }).map((person) => person.id)
const pages = [
  discussionPaths.list(slug),
  discussionPaths.list(slug, { q: 'rapat' }),
  discussionPaths.list(slug, { show: 'questions' }),
  discussionPaths.record(slug, task),
  discussionPaths.record(slug, task, { sort: 'oldest' }),
  discussionPaths.thread(slug, question),
  discussionPaths.thread(slug, hidden),
]
const doors = [taskPaths.task(slug, task), ...pages, ...pages.map((path) => `/api/v1${path}`)]
/** Of the discussion alone: forms and the reader's own name stand around it. */
const told = async (path: string, as?: Actor) => {
  const text = await set.page(path, as)
  return path.startsWith('/api') ? text : [...text.matchAll(/<ul class="mf-comments">.*?<\/ul>/gs)].join(' ')
}
const clock = /\d\d[.:]\d\d WIB|datetime="\d{4}-\d\d-\d\dT|"(at|created_at)":"[^"]*T/

for (const [who, reader] of [
  ['a visitor', undefined],
  ['a resident', actors.resident],
  ['someone whose seat has ended', actors.expiredSeat],
] as const)
  test(`${who} reads the day, public officials by name, and of others their party alone`, async () => {
    for (const door of doors) {
      const text = await told(door, reader)
      assert.ok(text.length > 20, door)
      assert.doesNotMatch(text, clock, door)
      assert.ok(!text.includes('Intan'), `${door}: ${text}`)
      for (const id of ids) assert.ok(!text.includes(id), `${door} names ${id}`)
    }
    const thread = await wordsOf(await site.get(discussionPaths.thread(slug, question), { as: reader }))
    assert.match(thread, /Anggota Yayasan Pemantau Contoh +24 November 2026.*Kapan @… dan @Made Putra rapat\?/)
    assert.match(thread, /Menyebut +Made Putra dan 1 orang lain/)
    assert.match(thread, /Made Putra *, *Dinas Kesehatan Kabupaten Contoh +24 November 2026/)
    assert.match(thread, /Mengutip Anggota Yayasan Pemantau Contoh/)
    const stub = await wordsOf(await site.get(discussionPaths.thread(slug, hidden), { as: reader }))
    // The information officer of this story has no post in a public body.
    assert.match(stub, /Alasan: Memuat nomor\. Diputus tim koordinasi atau PPID\./)
    const found = await wordsOf(await site.get(discussionPaths.list(slug, { q: 'Intan' }), { as: reader }))
    assert.match(found, /Tidak ada yang cocok/)
  })

for (const [who, reader] of [
  ['a member', actors.otherOfficer],
  ['a member of another programme', elsewhere.actors.officer],
  ['the information officer', actors.informationOfficer],
] as const)
  test(`${who} reads names and minutes; residents stay unnamed`, async () => {
    const thread = await wordsOf(await site.get(discussionPaths.thread(slug, question), { as: reader }))
    assert.match(thread, /Intan Permata *, *Yayasan Pemantau Contoh +24 November 2026, 10\.\d\d WIB/)
    assert.match(thread, /Menyebut +Intan Permata dan Made Putra/)
    assert.match(thread, /@Intan Permata dan @Made Putra rapat/)
    const stub = await wordsOf(await site.get(discussionPaths.thread(slug, hidden), { as: reader }))
    assert.match(stub, /Diputus Nurul Aini/)
    for (const door of doors) assert.ok(!(await told(door, reader)).includes(people.resident.name), door)
    const json = await set.page(`/api/v1${discussionPaths.thread(slug, question)}`, reader)
    assert.match(json, /"at":"2026-11-24T03:/)
    for (const id of ids) assert.ok(!json.includes(id))
  })

test('oneself one always reads, as a party’s member and as a resident', async () => {
  const outside: Actor = { ...actors.observer, seats: [] }
  await db.admin.pool.query('update seats set last_day = $1 where person_id = $2', ['2026-11-20', people.observer.id])
  const own = await wordsOf(await site.get(discussionPaths.thread(slug, question), { as: outside }))
  assert.match(own, /Intan Permata *, *Yayasan Pemantau Contoh +24 November 2026/)
  assert.match(own, /@Intan Permata dan/)
  const resident = await wordsOf(await site.get(discussionPaths.thread(slug, remark), { as: actors.resident }))
  assert.match(resident, /Anda, sebagai warga +24 November 2026/)
  await db.admin.pool.query('update seats set last_day = null where person_id = $1', [people.observer.id])
})

test('notifications of someone without a seat say the day', async () => {
  await set.reply(actors.officer, remark, 'Buka hari Senin')
  const page = await wordsOf(await site.get(discussionPaths.notifications(), { as: actors.resident }))
  assert.match(page, /Komentar Anda dibalas: +Latih kader posyandu +24 November 2026 +Baru/)
  const json = await set.page(`/api/v1${discussionPaths.notifications()}`, actors.resident)
  assert.doesNotMatch(json, clock)
  await set.reply(actors.resident, answer, 'Terima kasih')
  const member = await wordsOf(await site.get(discussionPaths.notifications(), { as: actors.observer }))
  assert.match(member, /Anda disebut: +Latih kader posyandu +24 November 2026, 10\.\d\d WIB/)
})

test('the address of a comment does not tell its minute', () => {
  const minute = Math.floor(set.now.getTime() / 60_000)
  for (const id of [question, answer, remark, hidden])
    assert.notEqual(Math.floor(Number.parseInt(id.replace('-', '').slice(0, 12), 16) / 60_000), minute)
})
