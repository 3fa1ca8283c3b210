import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { accounts } from './module.ts'
import { createResetLink, createUser } from './public.ts'
import { type Browser, browser } from './testing/browser.ts'
import { enrolApp } from './testing/enrolment.ts'
import { stepAt, totpCode } from './totp.ts'

const start = new Date('2026-11-24T03:00:00Z')
const password = 'perahu kertas di sungai'
const db = await testDatabase()
const site = testSite(db, [accounts()], { now: start })
let made = 0

async function user(roles: 'operator'[] = ['operator']) {
  made += 1
  const email = `orang${made}@dinkes.example`
  const outcome = await createUser(site.deps, { name: `Orang ke-${made}`, email, roles, password }, start)
  assert.equal(outcome.kind, 'done')
  return { email, id: outcome.kind === 'done' ? outcome.value.personId : '' }
}

async function signedIn(email: string) {
  const person = browser(site)
  assert.equal((await person.post('/sign-in', { email, password })).headers.get('location'), '/work')
  return person
}

/** An account whose sign-in needs the app, and the browser in which it was set up. */
async function enrolled() {
  const who = await user()
  const here = await signedIn(who.email)
  return { ...who, here, app: await enrolApp(here, site.time) }
}

async function firstStep(email: string, next = '/work/sessions') {
  const person = browser(site)
  const answer = await person.post('/sign-in', { email, password, next })
  assert.equal(answer.headers.get('location'), '/sign-in/second')
  return person
}

function wait(seconds: number) {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1000)
}

beforeEach(() => {
  site.time.now = start
})

const opens = async (person: Browser) => (await person.get('/work/sessions')).status === 200
const eventsOf = async (id: string, name: string) =>
  db.admin.kysely
    .selectFrom('events')
    .select(['payload'])
    .where('subject_id', '=', id)
    .where('name', '=', name)
    .execute()
const mailsTo = async (email: string) =>
  (await db.admin.kysely.selectFrom('mails').select('subject').where('address', '=', email).execute()).map(
    ({ subject }) => subject,
  )

test('once an app is set up, the password opens nothing until its code is given', async () => {
  const { email, app, here } = await enrolled()
  assert.equal(app.codes.length, 10)
  assert.ok(await opens(here), 'the browser in which it was set up goes on')
  const person = await firstStep(email)
  assert.equal(person.jar.has('mufakat'), false)
  assert.equal(await opens(person), false)
  wait(30)
  const answer = await person.post('/sign-in/second', { code: app.code() })
  assert.equal(answer.headers.get('location'), '/work/sessions')
  assert.ok(await opens(person))
  assert.equal(person.jar.has('mufakat-step'), false)
  assert.match(await (await person.get('/work/sessions')).text(), /dengan kata sandi dan kode/)
})

test('a code works once, in whichever order and however many browsers send it', async () => {
  const { email, app } = await enrolled()
  wait(60)
  const code = app.code()
  const browsers = await Promise.all([1, 2, 3].map(() => firstStep(email)))
  const answers = await Promise.all(browsers.map((person) => person.post('/sign-in/second', { code })))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422, 422])
  wait(30)
  const earlier = totpCode(app.key, stepAt(site.time.now) - 1)
  assert.equal((await (await firstStep(email)).post('/sign-in/second', { code: earlier })).status, 422)
  await assert.rejects(db.admin.pool.query(`set role mufakat_owner; update totp_keys set last_step = 0`), /only go up/)
})

test('guessing codes is slowed for the account from wherever it comes, and each wrong one is recorded', async () => {
  const { email, id, app } = await enrolled()
  const thieves: Browser[] = []
  while (thieves.length < 12) thieves.push(await firstStep(email))
  const statuses = await Promise.all(thieves.map((thief) => thief.post('/sign-in/second', { code: '000000' })))
  assert.equal(statuses.filter(({ status }) => status === 422).length, 5)
  assert.equal(statuses.filter(({ status }) => status === 429).length, 7)
  const slowed = await thieves[0]!.post('/sign-in/second', { code: app.code() })
  assert.equal(slowed.headers.get('retry-after'), '2')
  assert.equal((await eventsOf(id, 'sign-in.refused')).length, 5)
  wait(31)
  assert.equal((await thieves[0]!.post('/sign-in/second', { code: app.code() })).status, 303)
})

test('the first step is bound to its browser, ten minutes and the password, and cannot be made up', async () => {
  const { email, app } = await enrolled()
  wait(30)
  const forged = browser(site)
  forged.jar.set('mufakat-step', Buffer.from(JSON.stringify({ personId: email })).toString('base64url'))
  assert.equal((await forged.post('/sign-in/second', { code: app.code() })).status, 410)
  const late = await firstStep(email)
  wait(601)
  assert.equal((await late.post('/sign-in/second', { code: app.code() })).status, 410)
  const before = await firstStep(email)
  await db.admin.kysely
    .updateTable('accounts')
    .set({ password_hash: sql<string>`password_hash || 'x'` })
    .where('email', '=', email)
    .execute()
  assert.equal((await before.post('/sign-in/second', { code: app.code() })).status, 410)
})

test('a session planted before signing in is worthless after it, and every step has a new token', async () => {
  const { email, app, here } = await enrolled()
  const planted = here.jar.get('mufakat')!
  const person = browser(site)
  person.jar.set('mufakat', planted)
  wait(30)
  await person.post('/sign-in', { email, password })
  await person.post('/sign-in/second', { code: app.code() })
  assert.notEqual(person.jar.get('mufakat'), planted)
  assert.equal(await opens(here), false)
})

test('a recovery code opens once and its person is told; new codes make the old ones worthless', async () => {
  const { email, id, app } = await enrolled()
  const [first = '', second = ''] = app.codes
  const person = await firstStep(email)
  assert.equal((await person.post('/sign-in/second', { code: first.toLowerCase() })).status, 303)
  assert.equal((await (await firstStep(email)).post('/sign-in/second', { code: first })).status, 422)
  assert.deepEqual(await eventsOf(id, 'recovery-code.used'), [{ payload: { left: 9 } }])
  assert.ok((await mailsTo(email)).some((subject) => subject.startsWith('Kode pemulihan dipakai')))
  assert.match(await (await person.get('/work/factors')).text(), /Sisa 9 kode/)
  const fresh = await (await person.post('/work/factors/recovery-codes', {})).text()
  assert.equal((await (await firstStep(email)).post('/sign-in/second', { code: second })).status, 422)
  const [anew = ''] = fresh.match(/(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/) ?? []
  assert.equal((await (await firstStep(email)).post('/sign-in/second', { code: anew })).status, 303)
})

test('a new password by mail does not get past the second factor', async () => {
  const { email } = await enrolled()
  const link = new URL((await createResetLink(site.deps, email, site.time.now))!).pathname
  const better = 'layang layang di sawah'
  assert.equal((await browser(site).post(link, { password: better, repeat: better })).status, 303)
  const answer = await browser(site).post('/sign-in', { email, password: better })
  assert.equal(answer.headers.get('location'), '/sign-in/second')
})

test('setting up or removing a factor ends the other devices, gives this one a new token and tells its person', async () => {
  const { email, id } = await user()
  const [here, there] = [await signedIn(email), await signedIn(email)]
  const before = here.jar.get('mufakat')
  await enrolApp(here, site.time)
  assert.notEqual(here.jar.get('mufakat'), before)
  assert.equal(await opens(there), false)
  const [, factor] = (await (await here.get('/work/factors')).text()).match(/factors\/([0-9a-f-]{36})\/removal/)!
  const stranger = await signedIn((await user()).email)
  assert.notEqual((await stranger.post(`/work/factors/${factor}/removal`, {})).status, 303)
  assert.equal((await here.post(`/work/factors/${factor}/removal`, {}, { origin: 'https://evil.example' })).status, 403)
  const held = here.jar.get('mufakat')
  assert.equal((await here.post(`/work/factors/${factor}/removal`, {})).status, 303)
  assert.notEqual(here.jar.get('mufakat'), held)
  assert.equal((await eventsOf(id, 'second-factor.removed')).length, 1)
  assert.equal((await mailsTo(email)).length, 2)
  await signedIn(email)
})

test('neither key nor codes stand in the database in clear', async () => {
  const { app } = await enrolled()
  const hex = app.key.toString('hex')
  const { rows } = await db.admin.pool.query(
    `select (select string_agg(t::text, ' ') from totp_keys t) as keys, (select string_agg(t::text, ' ') from recovery_codes t) as codes,
      (select string_agg(t::text, ' ') from events t) as events, (select string_agg(t::text, ' ') from mails t) as mails`,
  )
  const stored = JSON.stringify(rows)
  for (const secret of [hex, app.key.toString('base64'), ...app.codes]) assert.ok(!stored.includes(secret))
})
