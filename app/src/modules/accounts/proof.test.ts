import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { run } from '#kernel/operation.ts'
import { proofNeeded } from '#kernel/proof.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { giveSeat } from '#modules/programmes/operations/give-seat.ts'
import { createUser } from './public.ts'
import { type Browser, browser } from './testing/browser.ts'
import { enrolApp } from './testing/enrolment.ts'
import { hiddenFields } from './testing/hidden-fields.ts'

const start = new Date('2026-11-24T03:00:00Z')
const password = 'perahu kertas di sungai'
const db = await testDatabase()
const site = testSite(db, allModules({ demoSignIns: [] }), { now: start })
const { people, organisations, slug } = await cast(db, { now: start })
const seats = `/programmes/${slug}/seats/new`
const seat = { organisationId: organisations.other.id, personId: people.otherOfficer.id, role: 'deputy' }

/** A cast member signs in with a password of their own. */
async function signedIn(key: keyof typeof people) {
  const { email, id } = people[key]
  const helper = `helper-${key}@dinkes.example`
  const made = await createUser(site.deps, { name: 'Penolong', email: helper, password }, site.time.now)
  if (made.kind === 'done') {
    const { personId } = made.value
    const { password_hash } = await db.admin.kysely
      .selectFrom('accounts')
      .select('password_hash')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    await db.admin.kysely.updateTable('accounts').set({ password_hash }).where('person_id', '=', id).execute()
  }
  const person = browser(site)
  assert.equal((await person.post('/sign-in', { email, password })).status, 303)
  return person
}

function minutesLater(minutes: number) {
  site.time.now = new Date(site.time.now.getTime() + minutes * 60_000)
}

beforeEach(() => {
  site.time.now = start
})

async function ask(person: Browser, fields: Record<string, string>) {
  const { at, response } = await person.postOn(seats, fields)
  assert.equal(at, `/work/proof?to=${encodeURIComponent(seats)}`)
  return { at, page: await response.text() }
}

test('ten minutes after signing in, giving a seat asks for a proof, keeps what was typed and then goes on with it', async () => {
  const person = await signedIn('coordinator')
  assert.equal((await person.get(seats)).status, 200)
  minutesLater(11)
  const form = { ...seat, firstDay: '2026-12-01', _key: '01936000-0000-7000-8000-000000000001' }
  const { at, page } = await ask(person, form)
  assert.match(page, /Isian Anda tersimpan/)
  assert.doesNotMatch(at, /personId|2026-12-01/, 'nothing that was typed stands in an address')
  const kept = hiddenFields(page, at)
  assert.equal(kept.personId, seat.personId)
  const before = person.jar.get('mufakat')
  const wrong = await person.post(at, { ...kept, _proof_password: 'bukan ini' })
  assert.equal(wrong.status, 422)
  assert.deepEqual(hiddenFields(await wrong.text(), at), kept, 'a wrong password loses nothing')
  const { at: end, response } = await person.postOn(at, { ...kept, _proof_password: password })
  assert.equal(end, seats)
  assert.equal(response.status, 303)
  assert.notEqual(person.jar.get('mufakat'), before, 'the session has a new token')
  const given = await db.admin.kysely
    .selectFrom('seats')
    .select('first_day')
    .where('person_id', '=', seat.personId)
    .where('role', '=', 'deputy')
    .execute()
  assert.deepEqual(given, [{ first_day: '2026-12-01' }])
  const again = await person.postOn(seats, { ...form, _key: '01936000-0000-7000-8000-000000000002' })
  assert.equal(again.at, seats, 'for the next ten minutes nobody asks again')
})

test('who may not do it is told so, not asked for a proof', async () => {
  const person = await signedIn('observer')
  minutesLater(11)
  const { at, response } = await person.postOn(seats, seat)
  assert.equal(at, seats)
  assert.equal(response.status, 403)
})

test('a token and code of ours: one cannot prove anything, the other need not', async () => {
  const { coordinator } = (await cast(db, { slug: 'lain', now: start })).actors
  const input = { slug: 'lain', ...seat }
  const context = { db: db.app, actor: coordinator, now: start, today: '2026-11-24' }
  const byToken = await run(giveSeat, input, { ...context, provedAt: null })
  assert.deepEqual(byToken, { kind: 'denied', reason: proofNeeded })
  const long = new Date(start.getTime() - 10 * 60_000)
  assert.equal((await run(giveSeat, input, { ...context, provedAt: long })).kind, 'denied')
  const person = await signedIn('coordinator')
  const page = await (await person.post('/work/tokens', { name: 'uji', days: '30' })).text()
  const [token = ''] = page.match(/mufakat_[\w-]{43}/) ?? []
  const response = await site.app.request(`${site.deps.config.BASE_URL}/api/v1${seats}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(seat),
  })
  assert.equal(response.status, 403)
  assert.equal(((await response.json()) as { error: { code: string } }).error.code, 'proof-needed')
})

test('where a second factor is set up, the proof is its code: the password is not enough, and a code works once', async () => {
  const person = await signedIn('deputy')
  const app = await enrolApp(person, site.time)
  minutesLater(11)
  const { at, page } = await ask(person, seat)
  assert.doesNotMatch(page, /_proof_password/)
  const kept = hiddenFields(page, at)
  assert.equal((await person.post(at, { ...kept, _proof_password: password })).status, 422)
  const code = app.code()
  const done = await person.postOn(at, { ...kept, _proof_code: code })
  assert.equal(done.at, seats)
  assert.equal((await person.post(at, { ...kept, _proof_code: code })).status, 422)
})

test('the proof leads only to pages of this installation, never repeats a secret, and no other site can start it', async () => {
  const person = await signedIn('head')
  minutesLater(11)
  const away = await person.post('/work/proof?to=https://evil.example/', {
    _proof_given: '1',
    _proof_password: password,
  })
  assert.equal(away.headers.get('location'), '/work')
  minutesLater(11)
  const asked = await person.postOn('/work/password', {
    current: password,
    password: 'rahasia baru',
    repeat: 'rahasia baru',
  })
  assert.doesNotMatch(await asked.response.text(), /rahasia baru|perahu kertas/)
  const crossed = await person.post(
    '/work/proof?to=/work',
    { _proof_password: password },
    { origin: 'https://evil.example' },
  )
  assert.equal(crossed.status, 403)
  assert.equal((await browser(site).get('/work/proof?to=/work')).status, 303)
})

test('guessing at the proof is slowed', async () => {
  const person = await signedIn('officer')
  minutesLater(11)
  const statuses = []
  for (let guess = 0; guess < 7; guess += 1) {
    const answer = await person.post('/work/proof?to=/work', { _proof_given: '1', _proof_password: 'tebakan' })
    statuses.push(answer.status)
  }
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429])
})
