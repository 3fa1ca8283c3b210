import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { readAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { accounts } from './module.ts'
import { createResetLink, createUser } from './public.ts'
import { type Browser, browser } from './testing/browser.ts'

const start = new Date('2026-11-24T03:00:00Z')
const password = 'perahu kertas di sungai'
const better = 'layang layang di sawah'
const db = await testDatabase()
const site = testSite(db, [accounts()], { now: start })
const { people, programmeId, organisations } = await cast(db, { now: start })
let made = 0

async function user(roles: 'operator'[] = []) {
  made += 1
  const email = `orang${made}@dinkes.example`
  const outcome = await createUser(site.deps, { name: `Orang ke-${made}`, email, roles, password }, start)
  assert.equal(outcome.kind, 'done')
  return { email, id: outcome.kind === 'done' ? outcome.value.personId : '' }
}

async function signedIn(email: string, secret = password) {
  const person = browser(site)
  assert.equal((await person.post('/sign-in', { email, password: secret })).status, 303)
  return person
}

/** Someone of the cast, given a password past the rules. */
async function castMember(key: keyof typeof people) {
  const { id, email } = people[key]
  const hash = await db.admin.kysely
    .selectFrom('accounts')
    .select('password_hash')
    .where('person_id', '=', (await shared).id)
    .executeTakeFirstOrThrow()
  await db.admin.kysely.updateTable('accounts').set(hash).where('person_id', '=', id).execute()
  return signedIn(email)
}
const shared = user()

function after(hours: number) {
  site.time.now = new Date(start.getTime() + hours * 3_600_000)
}

beforeEach(() => after(0))

const pathOf = (link: string | undefined) => new URL(link!).pathname
const set = (person: Browser, path: string, chosen: string, repeat = chosen) =>
  person.post(path, { password: chosen, repeat })

async function newestMail(address: string) {
  const page = (await (await browser(site, '127.0.0.1').get('/dev/mailbox')).text()).replaceAll('<wbr/>', '')
  const [mail = ''] = page.split('<h2').filter((part) => part.includes(address))
  return { text: mail, path: mail.match(/href="(\/(?:invitations|resets)\/[\w-]{43})\?lang=id"/)?.[1] ?? '' }
}

test('a new account’s link makes the password once; afterwards and after 24 hours it is gone', async () => {
  const outcome = await createUser(site.deps, { name: 'Ayu Pratiwi', email: 'ayu@dinkes.example' }, start)
  const path = pathOf(outcome.kind === 'done' ? outcome.value.link : undefined)
  const person = browser(site)
  const page = await person.get(path)
  assert.match(await page.text(), /Selamat datang, Ayu Pratiwi/)
  assert.equal(page.headers.get('referrer-policy'), 'same-origin')
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.equal((await set(person, path, 'pendek')).status, 422)
  assert.match(await (await set(person, path, 'pratiwi1')).text(), /terlalu dekat dengan nama/)
  assert.match(await (await set(person, path, better, password)).text(), /harus sama/)
  assert.equal((await set(person, path, better)).headers.get('location'), '/sign-in?done=password')
  assert.equal((await set(person, path, password)).status, 410)
  assert.equal((await person.get(path)).status, 410)
  await signedIn('ayu@dinkes.example', better)
  const late = await createUser(site.deps, { name: 'Bayu Segara', email: 'bayu@dinkes.example' }, start)
  after(24)
  assert.equal((await person.get(pathOf(late.kind === 'done' ? late.value.link : undefined))).status, 410)
  after(0)
  assert.equal((await person.get(`/invitations/${'x'.repeat(43)}`)).status, 410)
})

test('a forgotten password: the same answer for everyone, a link only for an account, all devices signed out', async () => {
  const { email } = await user()
  const device = await signedIn(email)
  const answers = []
  for (const address of [email, 'tidak.ada@dinkes.example']) {
    const started = performance.now()
    const response = await browser(site).post('/sign-in/reset', { email: address })
    answers.push({ status: response.status, page: await response.text() })
    assert.ok(performance.now() - started >= 245, 'the time tells nothing')
  }
  assert.deepEqual(answers[1], answers[0])
  const { path } = await newestMail(email)
  after(0.1)
  assert.equal((await set(browser(site), path, better)).status, 303)
  assert.equal((await device.get('/work/sessions')).status, 303)
  assert.match((await newestMail(email)).text, /Kata sandi akun Anda baru saja diganti/)
  await signedIn(email, better)
  const printed = pathOf(await createResetLink(site.deps, email, start))
  assert.equal((await browser(site).get(printed)).status, 200)
  assert.equal(await createResetLink(site.deps, 'tidak.ada@dinkes.example', start), undefined)
})

test('a newer link makes the earlier one worthless', async () => {
  const { email } = await user()
  const [first, second] = [
    await createResetLink(site.deps, email, start),
    await createResetLink(site.deps, email, start),
  ]
  assert.equal((await browser(site).get(pathOf(first))).status, 410)
  assert.equal((await browser(site).get(pathOf(second))).status, 200)
})

test('changing the password needs the current one, keeps this device under a new token and ends the others', async () => {
  const { email } = await user()
  const [here, there] = [await signedIn(email), await signedIn(email)]
  const token = here.jar.get('mufakat')!
  const change = (current: string) => here.post('/work/password', { current, password: better, repeat: better })
  assert.equal((await change('bukan ini')).status, 422)
  assert.equal((await change(password)).headers.get('location'), '/work/password?done=changed')
  assert.notEqual(here.jar.get('mufakat'), token)
  assert.equal((await here.get('/work/password')).status, 200)
  assert.equal((await there.get('/work/password')).status, 303)
  const copy = browser(site)
  copy.jar.set('mufakat', token)
  assert.equal((await copy.get('/work/password')).status, 303)
})

test('an invitation sent twice is one invitation, whose link stays the one that was mailed', async () => {
  const key = newId(start)
  const coordinator = await castMember('coordinator')
  const email = 'sekali@lain.example'
  const values = { name: 'Sekali Saja', email, lang: 'id', post: 'Staf', organisationId: organisations.other.id }
  const invite = () => coordinator.post('/work/invitations', { ...values, _key: key })
  await invite()
  const { path } = await newestMail(email)
  assert.equal((await invite()).headers.get('location'), '/work/invitations?done=invited')
  assert.equal((await newestMail(email)).path, path)
  assert.equal((await set(browser(site), path, better)).status, 303)
})

test('a coordinator invites someone with a seat; an officer and a stranger cannot', async () => {
  const invitation = {
    name: 'Candra Kirana',
    email: 'candra@lain.example',
    lang: 'id',
    post: 'Kepala bidang',
    organisationId: organisations.other.id,
    seat: `${programmeId}:officer`,
  }
  const officer = await castMember('officer')
  assert.equal((await officer.post('/work/invitations', invitation)).status, 403)
  const coordinator = await castMember('coordinator')
  const observing = { ...invitation, organisationId: organisations.observing.id }
  assert.match(await (await coordinator.post('/work/invitations', observing)).text(), /tidak dapat memegang kursi itu/)
  assert.equal(
    (await coordinator.post('/work/invitations', invitation)).headers.get('location'),
    '/work/invitations?done=invited',
  )
  assert.equal((await coordinator.post('/work/invitations', { ...invitation, email: '' })).status, 422)
  const { path } = await newestMail('candra@lain.example')
  assert.equal((await set(browser(site), path, better)).status, 303)
  const invited = await signedIn('candra@lain.example', better)
  assert.equal((await invited.get('/work/invitations')).status, 403)
  assert.match(await (await coordinator.get('/work/invitations')).text(), /Candra Kirana[\s\S]*Diterima/)
  const seats = await db.admin.kysely
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.person_id')
    .select('seats.role')
    .where('people.name', '=', 'Candra Kirana')
    .execute()
  assert.deepEqual(seats, [{ role: 'officer' }])
})

test('the operator invites without a seat, sends an invitation again, and cannot give a seat', async () => {
  const operator = await castMember('operator')
  const form = {
    name: 'Damar Wulan',
    email: 'damar@lain.example',
    lang: 'id',
    post: 'Staf',
    organisationId: organisations.other.id,
  }
  assert.equal((await operator.post('/work/invitations', { ...form, seat: `${programmeId}:auditor` })).status, 403)
  assert.equal((await operator.post('/work/invitations', form)).status, 303)
  const first = await newestMail(form.email)
  const [, id] = (await (await operator.get('/work/invitations')).text()).match(
    /\/work\/invitations\/([0-9a-f-]{36})\/renewal/,
  )!
  site.time.now = new Date(start.getTime() + 60_000)
  assert.equal((await operator.post(`/work/invitations/${id}/renewal`, {})).status, 303)
  const second = await newestMail(form.email)
  assert.equal((await browser(site).get(first.path)).status, 410)
  assert.equal((await browser(site).get(second.path)).status, 200)
})

test('a suspended account loses sessions, tokens and links at once, and gets back in only when reinstated', async () => {
  const { email, id } = await user()
  const person = await signedIn(email)
  const link = pathOf(await createResetLink(site.deps, email, start))
  const operator = await castMember('operator')
  assert.equal((await person.post(`/work/accounts/${id}/suspension`, {})).status, 403)
  assert.equal((await operator.post(`/work/accounts/${people.operator.id}/suspension`, {})).status, 403, 'not oneself')
  assert.match(await (await operator.get(`/work/accounts?q=${email}`)).text(), /Nonaktifkan/)
  assert.equal((await operator.post(`/work/accounts/${id}/suspension`, {})).status, 303)
  assert.equal((await person.get('/work/sessions')).status, 303)
  assert.equal((await browser(site).get(link)).status, 410)
  assert.equal((await browser(site).post('/sign-in', { email, password })).status, 422)
  await operator.post(`/work/accounts/${id}/reinstatement`, {})
  await signedIn(email)
})

test('the app’s own role reads no account, session, link, token, attempt or mail, as whoever it acts', async () => {
  const tables = ['accounts', 'sessions', 'single_use_links', 'api_tokens', 'attempt_limits', 'mails']
  const operator = {
    kind: 'person',
    personId: people.operator.id,
    name: '',
    seats: [],
    roles: ['operator'],
    organisationIds: [],
  } as const
  for (const table of tables) {
    const read = readAs(db.app, { ...operator, seats: [], roles: ['operator'], organisationIds: [] }, start, (tx) =>
      sql`select 1 from ${sql.table(table)}`.execute(tx),
    )
    await assert.rejects(read, /permission denied/, table)
  }
  const asked = readAs(db.app, { kind: 'visitor' }, start, (tx) =>
    sql`select mufakat.session_actor('\\x00', now(), current_date)`.execute(tx),
  )
  await assert.rejects(asked, /permission denied/)
})

test('no link, token, password or address of a network stands in the database; events carry no personal data', async () => {
  const { email } = await user()
  const person = await signedIn(email)
  const link = pathOf(await createResetLink(site.deps, email, start))
    .split('/')
    .at(-1)!
  const page = await (await person.post('/work/tokens', { name: 'cari', days: '30' })).text()
  const [token = ''] = page.match(/(?<=mufakat_)[\w-]{43}/) ?? []
  const secrets = [link, token, person.jar.get('mufakat')!, password, better, '203.0.113']
  const { rows } = await sql<{
    name: string
  }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db.admin.kysely)
  for (const { name } of rows) {
    const found = await sql<{
      text: string
    }>`select coalesce(string_agg(t::text, ' '), '') as text from ${sql.table(name)} t`.execute(db.admin.kysely)
    for (const secret of secrets) assert.ok(!found.rows[0]!.text.includes(secret), `${name} holds ${secret}`)
    if (name === 'events') assert.doesNotMatch(found.rows[0]!.text, /@|Orang ke-|Candra|Damar/)
  }
  const named = await db.admin.kysely
    .selectFrom('events')
    .select('name')
    .distinct()
    .where('class', '=', 'restricted')
    .execute()
  const names = named.map(({ name }) => name)
  for (const name of [
    'account.created',
    'account.invited',
    'session.opened',
    'password.changed',
    'password.reset',
    'sign-in.refused',
    'account.suspended',
    'api-token.added',
  ]) {
    assert.ok(names.includes(name), name)
  }
})
