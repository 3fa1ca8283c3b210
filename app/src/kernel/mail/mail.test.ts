import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { writeAs } from '../database.ts'
import { newId } from '../ids.ts'
import { cast } from '../testing/cast.ts'
import { testDatabase } from '../testing/database.ts'
import { mailServer } from '../testing/mail-server.ts'
import { forgetOldMails } from './forget.ts'
import { queueMail } from './queue.ts'
import { mailActor, startMailer } from './send.ts'

const db = await testDatabase()
const people = await cast(db)
const time = { now: people.now }
const clock = () => time.now
const log = pino({ level: 'silent' })
const timeout = 30_000
const words = (key: string) => ({
  id: { subject: `Tugas ${key}`, body: 'Ada kabar untuk Anda.' },
  en: { subject: `Task ${key}`, body: 'There is news.' },
})

function mailer(smtpUrl: string | undefined) {
  return startMailer({
    secret: 'mail-test-secret',
    jobs: db.jobs,
    smtpUrl,
    from: 'Mufakat <mufakat@kab.example>',
    clock,
    log,
  })
}

function queue(key: string, personId = people.people.officer.id, eventId?: string) {
  const write = (lang: 'id' | 'en') => words(key)[lang]
  return writeAs(db.jobs, mailActor, clock(), (tx) => queueMail(tx, clock(), { personId, eventId, write }))
}

async function mailRow(id: string | undefined) {
  return db.admin.kysely.selectFrom('mails').selectAll().where('id', '=', id!).executeTakeFirstOrThrow()
}

test('a mail written while the mail server is down waits, says why, and is sent once it is back', {
  timeout,
}, async () => {
  const gone = await mailServer()
  await gone.close()
  const sender = mailer(gone.url)
  const id = await queue('menunggu')
  await sender.flush()
  const waiting = await mailRow(id)
  assert.equal(waiting.sent_at, null)
  assert.equal(waiting.attempts, 1)
  assert.match(waiting.last_error!, /ECONNREFUSED/)
  const back = await mailServer({ port: gone.port })
  time.now = new Date(time.now.getTime() + 60_000)
  await sender.flush()
  await sender.stop()
  await back.close()
  assert.deepEqual(
    back.delivered.map((mail) => mail.to),
    [people.people.officer.email],
  )
  const sent = await mailRow(id)
  assert.deepEqual([sent.sent_at, sent.attempts, sent.last_error], [time.now, 2, null])
  assert.match(back.delivered[0]!.raw, /^Subject: Tugas menunggu\r$/m)
  assert.match(back.delivered[0]!.raw, /^From: Mufakat <mufakat@kab\.example>\r$/m)
})

test('three senders at once send each of 40 mails once', { timeout }, async () => {
  const server = await mailServer()
  const ids = await Promise.all(Array.from({ length: 40 }, (_, index) => queue(`ke-${index}`)))
  const senders = [mailer(server.url), mailer(server.url), mailer(server.url)]
  await Promise.all(senders.map((sender) => sender.flush()))
  await Promise.all(senders.map((sender) => sender.stop()))
  await server.close()
  assert.deepEqual(server.delivered.map((mail) => mail.messageId).sort(), ids.map((id) => `<${id}@kab.example>`).sort())
})

test('an address that is refused for good is given up; one refused for now is tried later; others go out', {
  timeout,
}, async () => {
  const answers = new Map([
    [people.people.auditor.email, 550],
    [people.people.observer.email, 451],
  ])
  const server = await mailServer({ refuse: (to) => answers.get(to) })
  const [never, later, fine] = [
    await queue('never', people.people.auditor.id),
    await queue('later', people.people.observer.id),
    await queue('fine', people.people.deputy.id),
  ]
  const sender = mailer(server.url)
  await sender.flush()
  assert.ok((await mailRow(fine)).sent_at)
  const refused = await mailRow(never)
  assert.ok(refused.given_up_at)
  assert.match(refused.last_error!, /550/)
  assert.ok(!refused.last_error!.includes(people.people.auditor.email))
  answers.clear()
  await sender.flush()
  assert.equal((await mailRow(later)).sent_at, null, 'it was tried again before its pause was over')
  time.now = new Date(time.now.getTime() + 61_000)
  await sender.flush()
  assert.deepEqual((await mailRow(later)).sent_at, time.now)
  await sender.stop()
  await server.close()
})

test('a mail that is refused for now eight times is given up', { timeout }, async () => {
  const server = await mailServer({ refuse: () => 451 })
  const id = await queue('delapan')
  const sender = mailer(server.url)
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await sender.flush()
    time.now = new Date(time.now.getTime() + 24 * 3_600_000)
  }
  await sender.stop()
  await server.close()
  const row = await mailRow(id)
  assert.equal(row.attempts, 8)
  assert.ok(row.given_up_at)
})

test('without a mail server mails stay to be read in the table', async () => {
  const id = await queue('pengembangan')
  const sender = mailer(undefined)
  await sender.flush()
  await sender.stop()
  const row = await mailRow(id)
  assert.deepEqual([row.sent_at, row.attempts, row.subject], [null, 0, 'Tugas pengembangan'])
  await db.admin.kysely.deleteFrom('mails').where('id', '=', id!).execute()
})

test('a person gets one mail for one event, in their language, and none without an open account', async () => {
  const { head, otherHead } = people.people
  await db.admin.kysely.updateTable('accounts').set({ lang: 'en' }).where('person_id', '=', head.id).execute()
  await db.admin.kysely
    .updateTable('accounts')
    .set({ disabled_at: people.now })
    .where('person_id', '=', otherHead.id)
    .execute()
  const eventId = newId(people.now)
  const first = await queue('x', head.id, eventId)
  assert.equal((await mailRow(first)).subject, 'Task x')
  assert.equal(await queue('x', head.id, eventId), undefined)
  assert.equal(await queue('x', otherHead.id, eventId), undefined)
})

test('the text of a mail with a sign-in link goes when it is sent; all that is personal goes after 30 days', {
  timeout,
}, async () => {
  const server = await mailServer()
  const linkId = newId(people.now)
  await db.admin.kysely
    .insertInto('single_use_links')
    .values({
      id: linkId,
      token_hash: Buffer.alloc(32, 7),
      kind: 'password-reset',
      person_id: people.people.officer.id,
      expires_at: time.now,
      created_at: time.now,
    })
    .execute()
  const id = await queue('rahasia')
  await db.admin.kysely.updateTable('mails').set({ link_id: linkId }).where('id', '=', id!).execute()
  const sender = mailer(server.url)
  await sender.flush()
  await sender.stop()
  await server.close()
  const sent = await mailRow(id)
  assert.deepEqual([sent.sent_at, sent.body], [time.now, ''])
  const day = (count: number) => new Date(time.now.getTime() + count * 86_400_000)
  await forgetOldMails(db.jobs, day(29))
  assert.equal((await mailRow(id)).address, people.people.officer.email)
  assert.ok((await forgetOldMails(db.jobs, day(31))) > 0)
  const { address, subject, body, person_id } = await mailRow(id)
  assert.deepEqual({ address, subject, body }, { address: '', subject: '', body: '' })
  assert.equal(person_id, people.people.officer.id)
  assert.equal(await forgetOldMails(db.jobs, day(31)), 0)
})
