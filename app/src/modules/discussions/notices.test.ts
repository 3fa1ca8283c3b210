import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { startMailer } from '#kernel/mail/send.ts'
import { deliver as deliverTo } from '#kernel/testing/deliver.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { sendDigests } from './digests.ts'
import { discussionMails } from './followers.ts'
import { discussionPaths } from './paths.ts'
import { readers, stage } from './testing/stage.ts'

const set = await stage()
const { actors, people, site, slug, db } = set
const task = await set.plan()
const clock = () => site.time.now
const follower = discussionMails({ baseUrl: 'https://mufakat.example', clock, db: db.app, readers })

const deliver = () => deliverTo(db, follower, clock())
const mails = async (person: string) =>
  (
    await db.admin.pool.query('select subject, body, sent_at from mails where person_id = $1 order by created_at', [
      person,
    ])
  ).rows
const notices = async (as: Actor) => wordsOf(await site.get(discussionPaths.notifications(), { as }))
const digests = () => sendDigests({ db: db.app, jobs: db.jobs, clock, config: site.deps.config }, readers)

test('who is mentioned is told on the page and once by mail, without the words of the comment', async () => {
  const id = await set.write(actors.officer, task, 'Mohon dicek @Dewi Lestari, juga @Orang Asing.')
  await deliver()
  await deliver()
  const [mail, ...more] = await mails(people.otherHead.id)
  assert.equal(more.length, 0)
  assert.equal(mail.subject, 'Anda disebut dalam diskusi: Latih kader posyandu')
  assert.ok(mail.body.includes(`https://mufakat.example${discussionPaths.comment(slug, id, id)}`))
  assert.ok(!mail.body.includes('dicek'))
  assert.match(await notices(actors.otherHead), /Anda disebut: +Latih kader posyandu.*Baru/)
  assert.equal((await set.post(discussionPaths.visit(), {}, actors.otherHead)).status, 303)
  assert.doesNotMatch(await notices(actors.otherHead), /Baru/)
  assert.match(await notices(actors.head), /Belum ada pemberitahuan/)
  assert.equal((await site.get(discussionPaths.notifications())).status, 303)
})

test('a name that two people bear is asked, and only the one who is meant is told', async () => {
  const twin = people.grantHolder
  await db.admin.pool.query('update people set name = $1 where id = $2', [people.otherOfficer.name, twin.id])
  const path = discussionPaths.new(slug, task)
  const asked = await set.post(path, { kind: 'comment', lang: 'id', body: 'Tanya @Sri Rahayu' }, actors.officer)
  assert.equal(asked.status, 422)
  const html = await asked.text()
  assert.match(html, /Siapa yang dimaksud\?/)
  assert.ok(html.includes(twin.id) && html.includes(people.otherOfficer.id))
  await set.write(actors.officer, task, 'Tanya @Sri Rahayu', { mention: people.otherOfficer.id })
  await deliver()
  assert.equal((await mails(people.otherOfficer.id)).length, 1)
  assert.equal((await mails(twin.id)).length, 0)
})

test('whoever may not see the record hears nothing of a mention: no notice, no mail, no number', async () => {
  const hidden = await set.plan('restricted', 'Evaluasi penyedia rahasia')
  const before = await notices(actors.otherHead)
  await set.write(actors.officer, hidden, 'Lihat @Dewi Lestari')
  await deliver()
  assert.equal(await notices(actors.otherHead), before)
  assert.equal((await mails(people.otherHead.id)).length, 1)
  // The head of the owner sees the record: told on the page, not by mail.
  await set.write(actors.officer, hidden, 'Lihat @Agus Santoso')
  await deliver()
  assert.match(await notices(actors.head), /Anda disebut: +Evaluasi penyedia rahasia/)
  assert.equal((await mails(people.head.id)).length, 0)
})

test('a discussion of a hidden record shows to nobody else, nor its count; it opens and closes with the record', async () => {
  const record = await set.plan('members', 'Kontrak bersama')
  const id = await set.write(actors.officer, record, 'Kalimat anggota')
  const doors = () => [
    discussionPaths.record(slug, record),
    discussionPaths.thread(slug, id),
    taskPaths.task(slug, record),
    `/api/v1${discussionPaths.record(slug, record)}`,
  ]
  const closedTo = async (as?: Actor) => {
    for (const door of doors()) assert.equal((await site.get(door, { as })).status, 404, door)
    assert.ok(!(await set.page(discussionPaths.list(slug), as)).includes('Kalimat anggota'))
  }
  for (const who of [undefined, actors.resident, actors.expiredSeat, actors.operator]) await closedTo(who)
  const seen = async (as: Actor) =>
    (
      await readAs(db.app, as, clock(), (tx) =>
        sql`select comments from discussion_subjects where id = ${record}`.execute(tx),
      )
    ).rows
  assert.deepEqual(await seen(actors.visitor), [])
  assert.deepEqual(await seen(actors.otherHead), [{ comments: 1 }])
  const become = (recordClass: string) =>
    db.admin.pool.query('update tasks set class = $1 where id = $2', [recordClass, record])
  await become('restricted')
  await closedTo(actors.otherHead)
  assert.equal((await site.get(discussionPaths.record(slug, record), { as: actors.head })).status, 200)
  await become('public')
  assert.ok((await set.page(discussionPaths.record(slug, record))).includes('Kalimat anggota'))
  await become('secret')
  await closedTo(actors.coordinator)
})

test('an answer and a moderation are told to the author by mail; a muted record sends none', async () => {
  const question = await set.write(actors.resident, task, 'Boleh ikut?', { kind: 'question' })
  const answer = await set.reply(actors.officer, question, 'Boleh')
  await set.post(discussionPaths.answer(slug, question), { answer }, actors.officer)
  await set.post(discussionPaths.hiding(slug, question), { reason: 'Uji' }, actors.coordinator)
  await deliver()
  assert.deepEqual(
    (await mails(people.resident.id)).map((mail) => mail.subject),
    ['Pertanyaan Anda dijawab: Latih kader posyandu', 'Komentar Anda disembunyikan: Latih kader posyandu'],
  )
  const told = await notices(actors.resident)
  assert.match(told, /Komentar Anda disembunyikan/)
  assert.match(told, /Pertanyaan Anda dijawab/)
  await set.post(discussionPaths.following(slug, task), { state: 'mute' }, actors.observer)
  await set.write(actors.officer, task, 'Halo @Intan Permata')
  await deliver()
  assert.deepEqual(await mails(people.observer.id), [])
  assert.match(await notices(actors.observer), /Anda disebut/)
})

test('digests tell of followed records once, by each person’s rhythm, only what they may see, none when muted', async () => {
  const quiet = await set.plan('public', 'Dibisukan')
  const closed = await set.plan('restricted', 'Tertutup')
  const members = await set.plan('public', 'Semula terbuka')
  await db.admin.pool.query('delete from mails')
  const choose = (as: Actor, rhythm: string) => set.post(discussionPaths.digest(), { rhythm }, as)
  const follow = (as: Actor, record: string, state: string) =>
    set.post(discussionPaths.following(slug, record), { state }, as)
  await choose(actors.auditor, 'daily')
  await follow(actors.auditor, set.programmeId, 'follow')
  await follow(actors.auditor, quiet, 'mute')
  await choose(actors.otherHead, 'daily')
  await follow(actors.otherHead, set.programmeId, 'follow')
  await choose(actors.deputy, 'none')
  await follow(actors.deputy, set.programmeId, 'follow')
  await choose(actors.resident, 'daily')
  await follow(actors.resident, members, 'follow')
  await db.admin.pool.query("update tasks set class = 'members' where id = $1", [members])
  set.later(5)
  await digests()
  await db.admin.pool.query('delete from mails')
  set.later(5)
  for (const record of [task, quiet, closed, members]) await set.write(actors.officer, record, 'Kabar baru')
  set.later(24 * 60)
  await Promise.all([digests(), digests()])
  await digests()
  const [auditor, ...more] = await mails(people.auditor.id)
  assert.equal(more.length, 0)
  assert.match(auditor.body, /Latih kader posyandu: 1 komentar baru/)
  assert.match(auditor.body, /Semula terbuka: 1 komentar baru/)
  assert.doesNotMatch(auditor.body, /Dibisukan|Tertutup/)
  const [other] = await mails(people.otherHead.id)
  assert.match(other.body, /Dibisukan: 1/)
  const [resident] = await mails(people.resident.id)
  assert.match(resident.body, /Latih kader posyandu: 1/)
  assert.doesNotMatch(resident.body, /Semula terbuka/, 'the record has closed to residents')
  assert.deepEqual(await mails(people.deputy.id), [])
  assert.deepEqual(await mails(people.officer.id), [], 'one’s own writing is no news')
})

test('with the mail server down mails wait in the queue and the page tells all the same', async () => {
  await set.write(actors.officer, task, 'Tolong @Bambang Wijaya')
  await deliver()
  const options = { jobs: db.jobs, from: 'mufakat@kab.example', secret: 'x', clock, log: site.deps.log }
  const mailer = startMailer({ ...options, smtpUrl: 'smtp://127.0.0.1:1' })
  await mailer.flush()
  await mailer.stop()
  const waiting = (await mails(people.auditor.id)).at(-1)
  assert.equal(waiting.sent_at, null)
  assert.match(await notices(actors.auditor), /Anda disebut/)
})
