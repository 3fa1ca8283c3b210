import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '#app/app.ts'
import { passwordComputations } from '#kernel/password.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { accounts } from './module.ts'
import { createUser } from './public.ts'
import { browser } from './testing/browser.ts'

const start = new Date('2026-11-24T03:00:00Z')
const password = 'perahu kertas di sungai'
const db = await testDatabase()
const site = testSite(db, [accounts()], { now: start })
await cast(db, { now: start })
const official = await user('Laras Widya', 'laras@dinkes.example', ['operator'])
const resident = await user('Teguh Karya', 'teguh@warga.example', [])

async function user(name: string, email: string, roles: 'operator'[]) {
  const made = await createUser(site.deps, { name, email, roles, password }, start)
  assert.equal(made.kind, 'done')
  return { email, id: made.kind === 'done' ? made.value.personId : '' }
}

function at(minutes: number) {
  site.time.now = new Date(start.getTime() + minutes * 60_000)
}

async function signedIn(email: string, address?: string) {
  const person = browser(site, address)
  const response = await person.post('/sign-in', { email, password, next: '/work/sessions' })
  assert.equal(response.status, 303)
  return person
}

const opens = async (person: ReturnType<typeof browser>) => (await person.get('/work/sessions')).status === 200

test('signing in opens the page that was wanted, under a cookie that scripts and other sites cannot use', async () => {
  const person = browser(site)
  const asked = await person.get('/work/sessions')
  assert.equal(asked.headers.get('location'), '/sign-in?next=%2Fwork%2Fsessions')
  const response = await person.post('/sign-in', {
    email: ` ${official.email.toUpperCase()}`,
    password,
    next: '/work/sessions',
  })
  assert.equal(response.headers.get('location'), '/work/sessions')
  const [cookie = ''] = response.headers.getSetCookie()
  assert.match(cookie, /^mufakat=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.match(await (await person.get('/work/sessions')).text(), /Firefox di Android/)
})

test('over https the cookie is bound to this host', async () => {
  const config = { ...site.deps.config, BASE_URL: 'https://mufakat.example' }
  const deps = { ...site.deps, config }
  const { app } = createApp(deps, [accounts()])
  const response = await browser({ app, deps }).post('/sign-in', { email: official.email, password })
  assert.match(response.headers.getSetCookie()[0]!, /^__Host-mufakat=[\w-]{43};.*; Secure/)
})

test('each sign-in gets a new token, and the one the browser came with is worthless', async () => {
  const person = await signedIn(official.email)
  const first = person.jar.get('mufakat')!
  await person.post('/sign-in', { email: official.email, password })
  assert.notEqual(person.jar.get('mufakat'), first)
  const thief = browser(site)
  thief.jar.set('mufakat', first)
  assert.equal(await opens(thief), false)
  const planted = browser(site)
  planted.jar.set('mufakat', 'x'.repeat(43))
  await planted.post('/sign-in', { email: official.email, password })
  assert.notEqual(planted.jar.get('mufakat'), 'x'.repeat(43))
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const person = await signedIn(official.email)
  const token = person.jar.get('mufakat')!
  assert.equal((await person.post('/sign-out', {})).status, 303)
  assert.equal(person.jar.has('mufakat'), false)
  person.jar.set('mufakat', token)
  assert.equal(await opens(person), false)
})

test('an official is signed out after 30 idle minutes and after 12 hours in all; a resident after 14 and 90 days', async () => {
  const [worker, citizen] = [await signedIn(official.email), await signedIn(resident.email)]
  at(29)
  assert.ok(await opens(worker))
  at(29 + 31)
  assert.equal(await opens(worker), false)
  at(0)
  const busy = await signedIn(official.email)
  for (let minute = 25; minute < 720; minute += 25) {
    at(minute)
    assert.ok(await opens(busy), `after ${minute} minutes`)
  }
  at(721)
  assert.equal(await opens(busy), false)
  const day = 24 * 60
  for (let days = 13; days < 90; days += 13) {
    at(days * day)
    assert.ok(await opens(citizen), `after ${days} days`)
  }
  at(90 * day + 1)
  assert.equal(await opens(citizen), false)
  at(0)
})

test('a resident who becomes an official is held to the limits of officials at once', async () => {
  const citizen = await signedIn(resident.email)
  at(60)
  assert.ok(await opens(citizen))
  const membership = { person_id: resident.id, post: 'Staf', starts_on: '2026-11-24', created_at: start }
  const body = await db.admin.kysely.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
  const id = '01900000-0000-7000-8000-000000000001'
  await db.admin.kysely
    .insertInto('memberships')
    .values({ id, organisation_id: body.id, ...membership })
    .execute()
  at(60 + 31)
  assert.equal(await opens(citizen), false)
  await db.admin.kysely.deleteFrom('memberships').where('id', '=', id).execute()
  at(0)
})

test('signing out everywhere ends every session of the person and no one else’s', async () => {
  await (await signedIn(resident.email)).post('/work/sessions/ending', {})
  const [phone, desk, other] = [
    await signedIn(resident.email),
    await signedIn(resident.email),
    await signedIn(official.email),
  ]
  const list = await (await phone.get('/work/sessions')).text()
  const [, id] = list.match(/\/work\/sessions\/([0-9a-f-]{36})\/ending/)!
  assert.equal((await other.post(`/work/sessions/${id}/ending`, {})).status, 303)
  assert.ok((await opens(desk)) && (await opens(phone)), 'another person cannot end it')
  await phone.post(`/work/sessions/${id}/ending`, {})
  assert.equal([await opens(desk), await opens(phone)].filter(Boolean).length, 1)
  await phone.post('/work/sessions/ending', {})
  assert.equal((await opens(phone)) || (await opens(desk)), false)
  assert.ok(await opens(other))
})

test('an unknown address, a wrong password, a disabled and a not yet accepted account look and cost the same', async () => {
  await createUser(site.deps, { name: 'Belum Terima', email: 'belum@dinkes.example' }, start)
  const gone = await user('Sudah Pergi', 'pergi@dinkes.example', [])
  await db.admin.kysely.updateTable('accounts').set({ disabled_at: start }).where('person_id', '=', gone.id).execute()
  const tried = [
    { email: resident.email, password: 'salah sekali ini' },
    { email: 'tidak.ada@dinkes.example', password },
    { email: 'belum@dinkes.example', password },
    { email: gone.email, password },
  ]
  const answers = []
  for (const form of tried) {
    const before = passwordComputations()
    const response = await browser(site, '198.51.100.1').post('/sign-in', form)
    const page = (await response.text())
      .replaceAll(form.email, '')
      .replace(/name="_key" value="[^"]+"|challenge&quot;:&quot;[\w-]+/g, '')
    answers.push({ status: response.status, page, work: passwordComputations() - before })
  }
  assert.equal(answers[0]!.status, 422)
  assert.equal(answers[0]!.work, 1)
  assert.match(answers[0]!.page, /Alamat surel atau kata sandi tidak cocok/)
  for (const answer of answers.slice(1)) assert.deepEqual(answer, answers[0])
})

test('guessing is slowed for known and unknown accounts alike, and never locks the owner out', async () => {
  const owner = await signedIn(resident.email, '192.0.2.10')
  const thief = browser(site, '198.51.100.77')
  for (const email of [resident.email, 'hantu@dinkes.example']) {
    const statuses = []
    for (let guess = 0; guess < 7; guess += 1) {
      statuses.push((await thief.post('/sign-in', { email, password: 'tebakan lagi' })).status)
    }
    assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429], email)
  }
  const before = passwordComputations()
  const slowed = await thief.post('/sign-in', { email: resident.email, password })
  assert.equal(slowed.headers.get('retry-after'), '2')
  assert.match(await slowed.text(), /Coba lagi 2 detik lagi/)
  assert.equal(passwordComputations(), before, 'the password is not even checked')
  assert.equal((await owner.post('/sign-in', { email: resident.email, password })).status, 303)
  const waits = []
  for (let wait = 2; wait <= 8; wait *= 2) {
    site.time.now = new Date(site.time.now.getTime() + wait * 1000)
    await thief.post('/sign-in', { email: resident.email, password: 'tebakan lagi' })
    waits.push((await thief.post('/sign-in', { email: resident.email, password })).headers.get('retry-after'))
  }
  assert.deepEqual(waits, ['4', '8', '16'])
  at(0)
})

test('many guesses at once cannot slip through together', async () => {
  const guess = { email: 'serentak@dinkes.example', password: 'tebakan' }
  const responses = await Promise.all(
    Array.from({ length: 12 }, () => browser(site, '198.51.100.200').post('/sign-in', guess)),
  )
  assert.equal(responses.filter(({ status }) => status === 422).length, 5)
})

test('signing in leads only to pages of this installation', async () => {
  const away = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/%0d%0aset-cookie:x',
    '/sign-out',
    '',
  ]
  for (const next of away) {
    const response = await browser(site).post('/sign-in', { email: official.email, password, next })
    const to = new URL(response.headers.get('location')!, 'http://localhost:3000')
    assert.equal(to.origin, 'http://localhost:3000', next)
    if (!next.startsWith('/%')) assert.equal(to.pathname, '/work', next)
  }
  const kept = await browser(site).post('/sign-in', { email: official.email, password, next: '/programmes/x?page=2' })
  assert.equal(kept.headers.get('location'), '/programmes/x?page=2')
})

test('a form from another site signs no one in or out', async () => {
  const person = await signedIn(official.email)
  for (const path of ['/sign-in', '/sign-out', '/work/sessions/ending']) {
    assert.equal((await person.post(path, {}, { origin: 'https://evil.example' })).status, 403)
  }
  assert.ok(await opens(person))
})
