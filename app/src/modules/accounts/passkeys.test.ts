import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { accounts } from './module.ts'
import { relyingParty } from './relying-party.ts'
import { optionsIn, softwarePasskey } from './testing/authenticator.ts'
import { type Browser, browser } from './testing/browser.ts'
import { password, peopleOf } from './testing/people.ts'

const start = new Date('2026-11-24T03:00:00Z')
const db = await testDatabase()
const site = testSite(db, [accounts()], { now: start })
const { add, signedIn } = await peopleOf(db, site)

beforeEach(() => {
  site.time.now = start
})

function wait(minutes: number) {
  site.time.now = new Date(site.time.now.getTime() + minutes * 60_000)
}

const newKey = '/work/factors/passkeys/new'
type Passkey = ReturnType<typeof softwarePasskey>

async function asked(person: Browser, path: string) {
  return optionsIn(await (await person.get(path)).text())
}

async function register(person: Browser, key: Passkey, lie = {}) {
  const passkey = key.create(await asked(person, newKey), lie)
  return person.post(newKey, { name: 'ponsel kantor', passkey })
}

async function enrolled() {
  const who = await add(['operator'])
  const here = await signedIn(who.email)
  const key = softwarePasskey()
  const made = await register(here, key)
  assert.equal(made.status, 200)
  assert.equal((await made.text()).match(/(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/g)?.length, 10)
  return { ...who, here, key }
}

async function signInBy(key: Passkey, lie = {}, person = browser(site)) {
  const passkey = key.get(await asked(person, '/sign-in'), lie)
  return { person, passkey, response: await person.post('/sign-in/passkey', { passkey, next: '/work/sessions' }) }
}

test('a passkey whose device knows its person opens a session alone, without address or password', async () => {
  const { key, email } = await enrolled()
  const { person, response } = await signInBy(key)
  assert.equal(response.headers.get('location'), '/work/sessions')
  assert.match(await (await person.get('/work/sessions')).text(), /dengan kunci sandi/)
  const second = browser(site)
  assert.equal((await second.post('/sign-in', { email, password })).headers.get('location'), '/sign-in/second')
  const passkey = key.get(await asked(second, '/sign-in/second'))
  assert.equal((await second.post('/sign-in/passkey', { passkey, next: '/work' })).headers.get('location'), '/work')
})

test('an answer for another origin or site, without verifying its person, or by an unknown key opens nothing', async () => {
  const { key, id } = await enrolled()
  const lies = [
    { origin: 'https://mufakat.evil.example' },
    { origin: 'http://localhost:3001' },
    { site: 'evil.example' },
    { unverified: true },
  ]
  for (const lie of lies) assert.equal((await signInBy(key, lie)).response.status, 422, JSON.stringify(lie))
  assert.equal((await signInBy(softwarePasskey())).response.status, 422)
  for (const passkey of ['', '{}', 'null', '{"id":"x"}', '['.repeat(50)]) {
    assert.equal((await browser(site).post('/sign-in/passkey', { passkey })).status, 422)
  }
  const { rows } = await db.admin.pool.query(
    `select payload->>'cause' as cause from events where name = 'sign-in.refused' and subject_kind = 'sign-in' and subject_id <> $1`,
    [id],
  )
  assert.ok(rows.length >= 10 && rows.every(({ cause }) => cause === 'wrong-passkey'))
})

test('a challenge works once, for ten minutes, for what it was made for, and only when this server made it', async () => {
  const { key, here } = await enrolled()
  const forRegistration = key.get(await asked(here, newKey))
  const { passkey, response } = await signInBy(key)
  assert.equal(response.status, 303)
  const replay = await browser(site).post('/sign-in/passkey', { passkey })
  assert.equal(replay.status, 422)
  const person = browser(site)
  const options = await asked(person, '/sign-in')
  const twice = [key.get(options), key.get(options)]
  const both = await Promise.all(twice.map((one) => browser(site).post('/sign-in/passkey', { passkey: one })))
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 422])
  assert.equal((await person.post('/sign-in/passkey', { passkey: forRegistration })).status, 422)
  const late = key.get(await asked(person, '/sign-in'))
  wait(10)
  assert.equal((await person.post('/sign-in/passkey', { passkey: late })).status, 422)
  const own = Buffer.alloc(54, 7).toString('base64url')
  assert.equal((await person.post('/sign-in/passkey', { passkey: key.get({ challenge: own }) })).status, 422)
})

test('a counter that does not go up gives a copied key away', async () => {
  const { key } = await enrolled()
  assert.equal((await signInBy(key, { counter: 40 })).response.status, 303)
  for (const counter of [40, 39, 1, 0])
    assert.equal((await signInBy(key, { counter })).response.status, 422, String(counter))
  assert.equal((await signInBy(key, { counter: 41 })).response.status, 303)
})

test('registering needs a fresh proof, this session’s own challenge and a verified person', async () => {
  const { email } = await add()
  const person = await signedIn(email)
  const key = softwarePasskey()
  for (const lie of [{ origin: 'https://evil.example' }, { site: 'evil.example' }, { unverified: true }]) {
    assert.equal((await register(person, key, lie)).status, 422, JSON.stringify(lie))
  }
  const other = await signedIn((await add()).email)
  const stolen = key.create(await asked(other, newKey))
  assert.equal((await person.post(newKey, { name: 'curian', passkey: stolen })).status, 422)
  const crossed = await person.post(newKey, { name: 'x', passkey: stolen }, { origin: 'https://evil.example' })
  assert.equal(crossed.status, 403)
  wait(11)
  assert.equal((await person.get(newKey)).headers.get('location'), `/work/proof?to=${encodeURIComponent(newKey)}`)
  assert.equal((await person.post(newKey, { name: 'x', passkey: stolen })).status, 307)
})

test('one passkey is one account’s: nobody else can register it, and a removed one opens nothing', async () => {
  const { key, here } = await enrolled()
  const thief = await signedIn((await add()).email)
  assert.equal((await register(thief, key)).status, 422)
  const [, id] = (await (await here.get('/work/factors')).text()).match(/factors\/([0-9a-f-]{36})\/removal/)!
  assert.equal((await thief.post(`/work/factors/${id}/removal`, {})).status, 409)
  assert.equal((await here.post(`/work/factors/${id}/removal`, {})).status, 303)
  assert.equal((await signInBy(key)).response.status, 422)
})

test('a passkey proves a session before a sensitive act, its own person’s only', async () => {
  const { key, here } = await enrolled()
  const other = await enrolled()
  wait(11)
  const ask = await (await here.post('/work/tokens', { name: 'laporan', days: '30' })).headers.get('location')!
  const page = await (await here.post(ask, { name: 'laporan', days: '30' })).text()
  const given = { _proof_given: '1', _proof_again: '1', name: 'laporan', days: '30' }
  const wrong = await here.post(ask, { ...given, _proof_passkey: other.key.get(optionsIn(page)) })
  assert.equal(wrong.status, 422)
  const { response } = await here.postOn(ask, { ...given, _proof_passkey: key.get(optionsIn(page)) })
  assert.match(await response.text(), /mufakat_[\w-]{43}/)
})

test('passkeys are bound to the host of BASE_URL; an address of numbers or plain http has none', () => {
  const at = (BASE_URL: string) => relyingParty({ config: { ...site.deps.config, BASE_URL } })
  assert.deepEqual(at('https://mufakat.mekarsari.example')?.origins, ['https://mufakat.mekarsari.example'])
  assert.equal(at('https://mufakat.mekarsari.example')?.id, 'mufakat.mekarsari.example')
  assert.equal(at('http://127.0.0.1:3000')?.origins[0], 'http://localhost:3000')
  for (const none of ['http://mufakat.example', 'https://192.0.2.1', 'https://[2001:db8::1]'])
    assert.equal(at(none), undefined, none)
})
