import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { pino } from 'pino'
import { writeAs } from '../database.ts'
import { newId } from '../ids.ts'
import { openKeys } from '../keys/keys.ts'
import { testDatabase } from '../testing/database.ts'
import { mailServer } from '../testing/mail-server.ts'
import { mailActor, startMailer } from './send.ts'

const db = await testDatabase()
const { keys } = db.jobs
const time = { now: new Date('2026-11-20T03:00:00Z') }
const clock = () => time.now
// Nobody listens there.
const away = openKeys({ url: 'postgres://mufakat_keys@127.0.0.1:1/keys', wrapping: () => [] })
after(() => away.close())

async function queue(address: string) {
  const [id, subject] = [newId(time.now), newId(time.now)]
  const address_place = `notes/${id}/email`
  const address_sealed = (await keys.of(subject, time.now)).seal(address_place, address)
  const mail = { id, address: '', address_sealed, address_place, sealed_for: subject, subject: 'Kabar', body: 'Ada.' }
  await writeAs(db.jobs, mailActor, time.now, (tx) =>
    tx
      .insertInto('mails')
      .values({ ...mail, created_at: time.now })
      .execute(),
  )
  return { id, subject }
}

const row = (id: string) =>
  db.admin.kysely.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('a sealed address is opened as the letter leaves, waits for the keys, and nobody writes to who was erased', async () => {
  const server = await mailServer({ refuse: (to) => (to === 'tolak@surat.example' ? 550 : undefined) })
  const options = { secret: 'sealed-test-secret', smtpUrl: server.url, from: 'mufakat@kab.example', clock }
  const sender = startMailer({ ...options, jobs: db.jobs, log: pino({ level: 'silent' }) })
  after(() => sender.stop().then(server.close))
  const [good, gone, refused] = [
    await queue('ada@surat.example'),
    await queue('pergi@surat.example'),
    await queue('tolak@surat.example'),
  ]
  await keys.destroy(gone.subject, time.now)
  db.jobs.keys = away
  const waiting = startMailer({ ...options, jobs: { ...db.jobs, keys: away }, log: pino({ level: 'silent' }) })
  await waiting.flush()
  await waiting.stop()
  db.jobs.keys = keys
  assert.deepEqual(server.delivered, [])
  const kept = await row(good.id)
  assert.deepEqual([kept.sent_at, kept.attempts, kept.last_error], [null, 0, 'the keys database does not answer'])
  time.now = new Date(time.now.getTime() + 60_000)
  await sender.flush()
  assert.deepEqual(
    server.delivered.map(({ to }) => to),
    ['ada@surat.example'],
  )
  assert.equal((await row(gone.id)).last_error, 'the addressee was erased')
  assert.notEqual((await row(gone.id)).given_up_at, null)
  // What the server says of an address it refuses does not bring the address into the clear.
  const { last_error, address } = await row(refused.id)
  assert.equal(address, '')
  assert.ok(last_error && !last_error.includes('surat.example'), last_error ?? '')
})
