import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { createApp } from '#app/app.ts'
import { readConfig } from '#kernel/config.ts'
import { linkToken } from '#kernel/session/single-use.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { accounts } from './module.ts'
import { createUser } from './public.ts'
import { type Browser, browser } from './testing/browser.ts'
import { enrolApp } from './testing/enrolment.ts'
import { hiddenFields } from './testing/hidden-fields.ts'
import { startIdentityProvider } from './testing/identity-provider.ts'
import { password, peopleOf } from './testing/people.ts'

const db = await testDatabase()
const base = testSite(db, [accounts()], { now: new Date() })
const provider = await startIdentityProvider(base.deps.config.BASE_URL)
await cast(db, { now: base.time.now })
const { add } = await peopleOf(db, base)

function siteWith(extra: object = {}) {
  const own = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'mufakat', OIDC_NAME: 'SSO Pemkab' }
  const config = { ...base.deps.config, ...own, OIDC_CLIENT_SECRET: 'rahasia-klien-untuk-uji', ...extra }
  const deps = { ...base.deps, config }
  return { deps, app: createApp(deps, [accounts()]).app }
}
const byInvitation = siteWith()
const byEmail = siteWith({ OIDC_LINK: 'verified-email' })

beforeEach(async () => {
  base.time.now = new Date()
  await provider.lie('')
})

let invited = 0
async function invitation() {
  invited += 1
  const email = `undangan${invited}@dinkes.example`
  const outcome = await createUser(
    base.deps,
    { name: `Undangan ${invited}`, email, roles: ['operator'] },
    base.time.now,
  )
  assert.equal(outcome.kind, 'done')
  const { personId = '', link = '' } = outcome.kind === 'done' ? outcome.value : {}
  return { id: personId, email, subject: `subjek${invited}`, path: new URL(link).pathname }
}

/** Someone who accepted an invitation with the account of the provider, and has no password. */
async function linked() {
  const who = await invitation()
  const person = browser(byInvitation)
  const back = await provider.callback(person, `${who.path}/provider`, { login: who.subject })
  assert.equal((await person.get(back)).headers.get('location'), '/work')
  return { ...who, person }
}

const start = '/sign-in/provider?next=/work/sessions'
async function signIn(person: Browser, login: { login: string; acr?: string; amr?: string }) {
  return person.get(await provider.callback(person, start, login))
}
const ours = { 'sec-fetch-site': 'same-origin' }
const opens = async (person: Browser) => (await person.get('/work/sessions')).status === 200

test('an invitation accepted with the provider’s account links the two; from then on it opens the account', async () => {
  const { path, subject, person } = await linked()
  assert.ok(await opens(person))
  assert.equal((await person.get(path)).status, 410, 'the invitation is used up')
  const again = browser(byInvitation)
  assert.match(await (await again.get('/sign-in')).text(), /Masuk dengan SSO Pemkab/)
  assert.equal((await signIn(again, { login: subject })).headers.get('location'), '/work/sessions')
  assert.match(await (await again.get('/work/sessions')).text(), /lewat layanan masuk lain/)
  assert.match(await (await again.get('/work/factors')).text(), /Terhubung sejak/)
})

test('a link from elsewhere cannot make someone accept an invitation without seeing it', async () => {
  const { path } = await invitation()
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    { referer: 'https://evil.example/' },
    {},
  ]) {
    const answer = await browser(byInvitation).get(`${path}/provider`, headers as Record<string, string>)
    assert.equal(answer.headers.get('location'), path)
  }
})

test('a link from elsewhere signs nobody in: it leads to the page where one asks for it', async () => {
  const answer = await browser(byInvitation).get(start, { 'sec-fetch-site': 'cross-site' })
  assert.equal(answer.headers.get('location'), '/sign-in?next=%2Fwork%2Fsessions')
})

test('the request carries PKCE, state and nonce, and names no more than it must', async () => {
  const url = new URL((await browser(byInvitation).get(start, ours)).headers.get('location')!)
  const asked = Object.fromEntries(url.searchParams)
  assert.equal(asked.code_challenge_method, 'S256')
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok(asked[name]!.length >= 43, name)
  assert.equal(asked.scope, 'openid email')
})

test('an unknown account of the provider opens nothing, whatever its address, unless addresses are trusted', async () => {
  const { email } = await add()
  const login = email.split('@')[0]!
  const refused = await signIn(browser(byInvitation), { login })
  assert.equal(refused.status, 403)
  assert.match(await refused.text(), /belum terhubung/)
  assert.equal((await signIn(browser(byEmail), { login: `${login}.unverified` })).status, 403)
  const person = browser(byEmail)
  assert.equal((await signIn(person, { login })).headers.get('location'), '/work/sessions')
  assert.equal((await signIn(browser(byEmail), { login: `${login}.kembar` })).status, 403, 'one account there a person')
  assert.equal((await signIn(browser(byEmail), { login: 'tidak.ada' })).status, 403)
})

test('a token with another nonce, audience, issuer or key, an expired or an unsigned one opens nothing', async () => {
  const { subject } = await linked()
  for (const lie of ['nonce', 'audience', 'issuer', 'expired', 'unsigned', 'foreign key'] as const) {
    await provider.lie(lie)
    const person = browser(byInvitation)
    const answer = await signIn(person, { login: subject })
    assert.equal(answer.status, 403, lie)
    assert.equal(await opens(person), false)
  }
  await provider.lie('signed anew')
  assert.equal((await signIn(browser(byInvitation), { login: subject })).status, 303)
})

test('an answer with another state or issuer, in another browser, a second time or too late opens nothing', async () => {
  const { subject } = await linked()
  const person = browser(byInvitation)
  const callback = () => provider.callback(person, start, { login: subject })
  const changed = async (name: string, value: string) => {
    const url = new URL(await callback(), 'http://x')
    assert.ok(url.searchParams.has(name), name)
    url.searchParams.set(name, value)
    return (await person.get(url.pathname + url.search)).status
  }
  assert.equal(await changed('state', 'x'.repeat(43)), 403)
  assert.equal(await changed('iss', 'https://evil.example'), 403)
  assert.equal(await changed('code', 'x'.repeat(43)), 403)
  assert.equal((await browser(byInvitation).get(await callback())).status, 403)
  const back = await callback()
  const journey = person.jar.get('mufakat-journey')!
  assert.equal((await person.get(back)).status, 303)
  person.jar.set('mufakat-journey', journey)
  assert.equal((await person.get(back)).status, 403, 'the code was used')
  const late = await callback()
  base.time.now = new Date(Date.now() + 601_000)
  assert.equal((await person.get(late)).status, 403)
})

test('a local second factor is asked for unless the provider says it asked for more than one itself', async () => {
  const { email } = await add()
  const login = email.split('@')[0]!
  const here = browser(byEmail)
  await here.post('/sign-in', { email, password })
  const app = await enrolApp(here, base.time)
  const first = browser(byEmail)
  const asked = async (person: Browser, amr: string) => (await signIn(person, { login, amr })).headers.get('location')
  assert.equal(await asked(first, 'mfa'), '/sign-in/second', 'an address is not enough')
  assert.equal(await asked(browser(byEmail), 'mfa'), '/sign-in/second', 'nor is it the second time')
  base.time.now = new Date(base.time.now.getTime() + 30_000)
  assert.equal((await first.post('/sign-in/second', { code: app.code() })).headers.get('location'), '/work/sessions')
  assert.equal(await asked(browser(byEmail), 'pwd'), '/sign-in/second')
  assert.equal(await asked(browser(byEmail), 'mfa'), '/work/sessions', 'linked, and vouched for by two factors')
})

test('an invitation renewed by mail does not link an account that has a second factor', async () => {
  const { id, person, email } = await linked()
  await enrolApp(person, base.time)
  await db.admin.pool.query('update single_use_links set used_at = null, created_by = null where person_id = $1', [id])
  const { rows } = await db.admin.pool.query('select id from single_use_links where person_id = $1', [id])
  const path = `/invitations/${linkToken(base.deps.secret, rows[0].id)}`
  const thief = browser(byInvitation)
  const back = await provider.callback(thief, `${path}/provider`, { login: 'pencuri', amr: 'mfa' })
  assert.equal((await thief.get(back)).status, 403, email)
})

test('where a level of assurance is asked for, a sign-in below it is refused', async () => {
  const { subject } = await linked()
  const strict = siteWith({ OIDC_ACR: 'urn:contoh:dua-faktor' })
  assert.equal((await signIn(browser(strict), { login: subject })).status, 403)
  assert.equal((await signIn(browser(strict), { login: subject, acr: 'urn:contoh:satu' })).status, 403)
  assert.equal((await signIn(browser(strict), { login: subject, acr: 'urn:contoh:dua-faktor' })).status, 303)
})

test('who has only the provider proves themselves there again, freshly, and the waiting form goes on', async () => {
  const { subject, person } = await linked()
  const other = await linked()
  base.time.now = new Date(Date.now() + 11 * 60_000)
  const { at, response } = await person.postOn('/work/tokens', { name: 'laporan', days: '30' })
  assert.match(await response.text(), /Buktikan lewat SSO Pemkab/)
  const away = `/work/proof/provider${new URL(at, 'http://x').search}`
  const asked = new URL((await person.get(away, ours)).headers.get('location')!)
  assert.equal(asked.searchParams.get('prompt'), 'login')
  await provider.lie('old login')
  assert.equal((await person.get(await provider.callback(person, away, { login: subject }))).status, 403)
  await provider.lie('')
  const stranger = await person.get(await provider.callback(person, away, { login: other.subject }))
  assert.equal(stranger.status, 403, 'another person of the provider proves nothing')
  const back = await (await person.get(await provider.callback(person, away, { login: subject }))).text()
  const kept = hiddenFields(back, '/work/tokens')
  assert.equal(kept.name, 'laporan')
  assert.match(await (await person.post('/work/tokens', kept)).text(), /mufakat_[\w-]{43}/)
})

test('signing out here says where to sign out there; a suspended or unlinked account stays shut', async () => {
  const { subject, person, id } = await linked()
  const [, identity] = (await (await person.get('/work/factors')).text()).match(/identities\/([0-9a-f-]{36})\/removal/)!
  assert.equal((await person.post(`/work/factors/identities/${identity}/removal`, {})).status, 403, 'the only way in')
  const out = await (await person.post('/sign-out', {})).text()
  assert.match(out, /Keluar juga dari SSO Pemkab/)
  assert.match(out, new RegExp(`href="${provider.issuer}/session/end`))
  await db.admin.pool.query('update accounts set disabled_at = now() where person_id = $1', [id])
  assert.equal((await signIn(browser(byInvitation), { login: subject })).status, 403)
  await db.admin.pool.query('update accounts set disabled_at = null where person_id = $1', [id])
  await db.admin.pool.query('update identities set removed_at = now() where id = $1', [identity])
  assert.equal((await signIn(browser(byInvitation), { login: subject })).status, 403)
})

test('a provider that does not answer is said so, and half a configuration stops the start', async () => {
  const away = siteWith({ OIDC_ISSUER: 'http://localhost:9' })
  const answer = await browser(away).get('/sign-in/provider', ours)
  assert.equal(answer.status, 503)
  assert.match(await answer.text(), /sedang tidak dapat dihubungi/)
  assert.throws(() => readConfig({ OIDC_ISSUER: 'https://sso.example' }), /OIDC_CLIENT_ID: is missing/)
  assert.throws(() => readConfig({ OIDC_ISSUER: 'http://sso.example', OIDC_CLIENT_ID: 'x' }), /must be https/)
})
