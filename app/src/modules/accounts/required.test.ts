import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '#app/app.ts'
import { allModules } from '#app/modules.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { createUser } from './create-user.ts'
import { accounts } from './module.ts'
import { type Browser, browser } from './testing/browser.ts'
import { enrolApp } from './testing/enrolment.ts'
import { password, peopleOf } from './testing/people.ts'

const start = new Date('2026-11-24T03:00:00Z')
const db = await testDatabase()
const site = testSite(db, [accounts()], { now: start })
const { add } = await peopleOf(db, site)
const config = { ...site.deps.config, MUFAKAT_REQUIRE_SECOND_FACTOR: 'officials' as const }
const deps = { ...site.deps, config }
const { app } = createApp(deps, [accounts()])
const strict = { app, deps }

async function enter(person: Browser, email: string, next = '/work/sessions') {
  return (await person.post('/sign-in', { email, password, next })).headers.get('location')
}

test('where it is required, an official without a second factor reaches nothing but the page to set one up', async () => {
  const { email } = await add(['operator'])
  const person = browser(strict)
  assert.equal(await enter(person, email), '/work/sessions')
  for (const path of [
    '/work/sessions',
    '/work/accounts',
    '/work/tokens',
    '/work/resets',
    '/work/password',
    '/sign-in',
  ]) {
    assert.equal((await person.get(path)).headers.get('location'), '/work/factors', path)
  }
  assert.equal(
    (await person.post('/work/tokens', { name: 'lewat belakang', days: '30' })).headers.get('location'),
    '/work/factors',
  )
  assert.equal((await person.post('/work/sessions/ending', {})).headers.get('location'), '/work/factors')
  const page = await (await person.get('/work/factors')).text()
  assert.match(page, /mewajibkan langkah kedua/)
  const { codes } = await enrolApp(person, site.time)
  assert.equal(codes.length, 10)
  assert.equal((await person.get('/work/accounts')).status, 200)
  const [, factor] = (await (await person.get('/work/factors')).text()).match(/factors\/([0-9a-f-]{36})\/removal/)!
  const removal = await person.post(`/work/factors/${factor}/removal`, {})
  assert.equal(removal.status, 403)
  assert.match(await removal.text(), /Pasang yang lain dahulu/)
})

test('setting it up on one device signs the others out; they come back with the code', async () => {
  const { email } = await add(['operator'])
  const [here, there] = [browser(strict), browser(strict)]
  await enter(here, email)
  const app = await enrolApp(here, site.time)
  site.time.now = new Date(start.getTime() + 60_000)
  await enter(there, email)
  assert.equal((await there.get('/work/accounts')).headers.get('location'), '/sign-in?next=%2Fwork%2Faccounts')
  assert.equal((await there.post('/sign-in/second', { code: app.code() })).status, 303)
  assert.equal((await there.get('/work/accounts')).status, 200)
  site.time.now = start
})

test('residents are asked for nothing, and signing out works while setting up', async () => {
  const resident = browser(strict)
  await enter(resident, (await add()).email)
  assert.equal((await resident.get('/work/sessions')).status, 200)
  const official = browser(strict)
  await enter(official, (await add(['operator'])).email)
  const token = official.jar.get('mufakat')!
  assert.equal((await official.post('/sign-out', {})).headers.get('location'), '/')
  official.jar.set('mufakat', token)
  assert.equal((await official.get('/work/factors')).headers.get('location'), '/sign-in?next=%2Fwork%2Ffactors')
})

test('the first operator of an empty installation comes from the printed link over a second factor to the desk', async () => {
  const { app } = createApp(deps, allModules({ demoSignIns: [] }))
  const email = 'pertama@dinkes.example'
  const made = await createUser(deps, { name: 'Operator Pertama', email, roles: ['operator'] }, site.time.now)
  assert.equal(made.kind, 'done')
  const { pathname } = new URL((made.kind === 'done' && made.value.link) || '')
  const person = browser({ app, deps })
  assert.equal((await person.post(pathname, { password, repeat: password })).status, 303)
  assert.equal((await person.post('/sign-in', { email, password })).headers.get('location'), '/work')
  for (const path of ['/work', '/work/discussions', '/work/operator'])
    assert.equal((await person.get(path)).headers.get('location'), '/work/factors', path)
  await enrolApp(person, site.time)
  const desk = await person.get('/work')
  assert.equal(desk.status, 200)
  assert.match(await desk.text(), /Operator Pertama/)
})
