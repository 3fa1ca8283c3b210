import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { pino } from 'pino'
import { writeAs } from '#kernel/database.ts'
import { followBatch } from '#kernel/followers/batch.ts'
import { actorOf } from '#kernel/followers/follower.ts'
import { forgetOldMails } from '#kernel/mail/forget.ts'
import { startMailer } from '#kernel/mail/send.ts'
import { mailServer } from '#kernel/testing/mail-server.ts'
import { createUser } from '#modules/accounts/public.ts'
import { requestPaths } from '#modules/requests/paths.ts'
import { erasures } from './erasing.ts'
import { askOwnErasure, askRequestErasure } from './operations/ask-erasure.ts'
import { decideErasure } from './operations/decide-erasure.ts'
import { erasurePaths } from './paths.ts'
import { erasables, everythingIn, stage } from './testing/stage.ts'

const set = await stage()
const { actors, db, site, done, answered, on, settle, visitor, clock } = set
const keys = db.jobs.keys
const said: string[] = []
const log = pino({ level: 'trace' }, { write: (line: string) => void said.push(line) })
const mailer = (smtpUrl: string) =>
  startMailer({ jobs: db.jobs, smtpUrl, from: 'mufakat@kab.example', secret: set.secret, clock, log })
const wait = (ms: number) => {
  site.time.now = new Date(site.time.now.getTime() + ms)
}
const days = (count: number) => count * 86_400_000
const letters = async () =>
  (
    await db.admin.pool.query(
      `select * from mails where subject ilike '%penghapusan data%' or sealed_for = id order by id`,
    )
  ).rows
/** Quoted-printable as a mail program shows it. */
const shown = (raw: string) =>
  Buffer.from(
    raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

async function nowhere(...values: string[]): Promise<void> {
  const copy = `${await everythingIn(db.admin.pool)}\n${said.join('\n')}`.toLowerCase()
  for (const value of values) assert.ok(!copy.includes(value.toLowerCase()), value)
}

async function erasedRequester(email: string): Promise<{ id: string; token: string; erasure: string }> {
  const { id, token } = await answered({ email })
  // Letters of the request itself are not what is looked at here.
  await db.admin.pool.query('delete from mails')
  const { id: erasure } = await done<{ id: string }>(askRequestErasure, { token }, visitor)
  await done(decideErasure, { erasure, outcome: 'erase' })
  return { id, token, erasure }
}

test('granted while the mail server is down: it waits sealed though the keys are gone, is sent once, and the address is nowhere', async () => {
  on('2026-11-03')
  const gone = await mailServer()
  await gone.close()
  const address = 'kartika.dewi@surat.example'
  const { id, token } = await erasedRequester(address)
  await settle()
  assert.ok((await keys.erased([id])).has(id))
  const down = mailer(gone.url)
  await down.flush()
  await down.stop()
  const [waiting] = await letters()
  assert.deepEqual([waiting.sent_at, waiting.attempts, waiting.address], [null, 1, ''])
  assert.equal(waiting.sealed_for, waiting.id, 'under a key of its own')
  await nowhere(address, 'kartika.dewi')
  const back = await mailServer({ port: gone.port })
  wait(60_000)
  const up = mailer(back.url)
  await up.flush()
  await up.flush()
  await up.stop()
  await back.close()
  assert.deepEqual(
    back.delivered.map(({ to }) => to),
    [address],
  )
  const text = shown(back.delivered[0]!.raw)
  assert.match(text, /dikabulkan dan sudah dilaksanakan: identitas dan semua tulisan/)
  assert.ok(text.includes(requestPaths.erasure(token)), 'the page that shows it')
  await nowhere(address, 'kartika.dewi')
  const row = (await db.admin.pool.query('select * from mails where id = $1', [waiting.id])).rows[0]
  assert.deepEqual(
    [row.sent_at, row.address_sealed, row.sealed_for, row.subject, row.body],
    [site.time.now, null, null, '', ''],
  )
  assert.ok((await keys.erased([waiting.id])).has(waiting.id))
})

test('refused: ground, the page with the reason, and how to object; the reason itself is not in the letter', async () => {
  on('2026-11-05')
  const { token } = await answered({ email: 'lestari@surat.example' })
  await db.admin.pool.query('delete from mails')
  const { id: erasure } = await done<{ id: string }>(askRequestErasure, { token }, visitor)
  await done(decideErasure, { erasure, outcome: 'refuse', ground: 'archive', reason: 'Bukti sengketa Ibu Lestari.' })
  const server = await mailServer()
  await settle()
  await settle()
  const sender = mailer(server.url)
  await sender.flush()
  await sender.stop()
  await server.close()
  const sent = server.delivered.filter(({ to }) => to === 'lestari@surat.example').map(({ raw }) => shown(raw))
  assert.equal(sent.length, 1)
  assert.match(sent[0]!, /ditolak. Dasarnya: Wajib disimpan sebagai arsip.*keberatan tertulis kepada atasan PPID/s)
  assert.ok(sent[0]!.includes(erasurePaths.ofRequest(token)) && !sent[0]!.includes('sengketa'))
  await nowhere('lestari@surat.example')
})

test('an account: in its language, after it was closed; a mail server that names the address while it refuses leaves no trace', async () => {
  on('2026-11-07')
  const email = 'Wening.Prameswari@surat.example'
  const made = await createUser(site.deps, { name: 'Wening Prameswari', email }, site.time.now)
  const personId = made.kind === 'done' ? made.value.personId : ''
  await db.admin.pool.query(`update accounts set lang = 'en' where person_id = $1`, [personId])
  const { id: erasure } = await done<{ id: string }>(askOwnErasure, {}, { ...actors.resident, personId, seats: [] })
  await done(decideErasure, { erasure, outcome: 'erase' })
  await settle()
  let answer: number | undefined = 421
  const server = await mailServer({ refuse: (to) => answer && (to.toLowerCase() === email.toLowerCase() ? answer : 0) })
  const sender = mailer(server.url)
  for (const code of [421, 451]) {
    answer = code
    wait(120_000)
    await sender.flush()
    const [waiting] = await letters()
    assert.ok(waiting.address_sealed && waiting.last_error.includes(String(code)), waiting.last_error)
    await nowhere(email, 'wening.')
  }
  answer = undefined
  wait(120_000)
  await sender.flush()
  await sender.stop()
  await server.close()
  const sent = server.delivered.filter(({ to }) => to.toLowerCase() === email.toLowerCase())
  assert.equal(sent.length, 1)
  assert.match(shown(sent[0]!.raw), /granted and has been carried out: your account is closed/)
  await nowhere(email, 'wening')
})

test('what fails after the keys are destroyed is done again, and the letter leaves only then, once', async () => {
  on('2026-11-09')
  const address = 'purnama@surat.example'
  const { id } = await erasedRequester(address)
  let failing = true
  const breaking = {
    erase: async () => {
      if (failing) throw new Error('the disk is full')
      return 0
    },
  }
  const options = { jobs: db.jobs, erasables: [...erasables, breaking], clock, baseUrl: site.deps.config.BASE_URL }
  const follower = erasures(options)
  const turn = () =>
    writeAs(db.jobs, actorOf(follower), clock(), (tx) =>
      followBatch(tx, follower, async (_tx, _which, _number, error) => {
        throw error
      }),
    )
  await db.admin.pool.query('select mufakat.number_events(100000)')
  const server = await mailServer()
  after(() => server.close())
  const sender = mailer(server.url)
  await assert.rejects(turn(), /the disk is full/)
  assert.ok((await keys.erased([id])).has(id), 'the key had gone by then')
  await sender.flush()
  assert.deepEqual(server.delivered, [], 'nobody is told that it is done')
  failing = false
  while ((await turn()) === 'more');
  await sender.flush()
  await sender.stop()
  assert.deepEqual(
    server.delivered.map(({ to }) => to),
    [address],
  )
  await nowhere(address)
})

test('refused for good, or never sent for 30 days: the key is destroyed and nothing is left to send', async () => {
  on('2026-11-11')
  await erasedRequester('tolak@surat.example')
  await settle()
  const server = await mailServer({ refuse: (to) => (to === 'tolak@surat.example' ? 550 : undefined) })
  const sender = mailer(server.url)
  await sender.flush()
  await sender.stop()
  const refused = (await db.admin.pool.query('select * from mails where given_up_at is not null')).rows[0]
  assert.deepEqual([refused.address_sealed, refused.last_error], [null, 'EENVELOPE 550'])
  assert.ok((await keys.erased([refused.id])).has(refused.id))
  await erasedRequester('lama@surat.example')
  await settle()
  const [old] = await letters()
  await forgetOldMails(db.jobs, new Date(site.time.now.getTime() + days(29)))
  assert.ok((await keys.known([old.id])).has(old.id))
  await forgetOldMails(db.jobs, new Date(site.time.now.getTime() + days(31)))
  assert.ok((await keys.erased([old.id])).has(old.id))
  wait(days(31))
  const late = mailer(server.url)
  await late.flush()
  await late.stop()
  await server.close()
  assert.deepEqual(server.delivered, [])
  await nowhere('tolak@', 'lama@')
})
