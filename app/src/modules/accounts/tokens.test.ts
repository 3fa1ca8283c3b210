import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { readBearer } from '#kernel/session.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { accounts } from './module.ts'
import { createUser } from './public.ts'
import { browser } from './testing/browser.ts'

const start = new Date('2026-11-24T03:00:00Z')
const password = 'perahu kertas di sungai'
const db = await testDatabase()
const site = testSite(db, [accounts()], { now: start })
let made = 0

async function someone() {
  made += 1
  const email = `orang${made}@dinkes.example`
  const outcome = await createUser(site.deps, { name: `Orang ke-${made}`, email, password }, start)
  assert.equal(outcome.kind, 'done')
  const person = browser(site)
  assert.equal((await person.post('/sign-in', { email, password })).status, 303)
  return person
}

function after(hours: number) {
  site.time.now = new Date(start.getTime() + hours * 3_600_000)
}

beforeEach(() => after(0))

test('an API token acts for its person until it is revoked or expires, and is shown once', async () => {
  const person = await someone()
  const add = () => person.post('/work/tokens', { name: 'laporan bulanan', days: '30' })
  after(0.2)
  assert.equal((await add()).status, 307, 'twelve minutes after signing in, a proof is asked first')
  after(0)
  const [token = ''] = (await (await add()).text()).match(/mufakat_[\w-]{43}/) ?? []
  const list = await (await person.get('/work/tokens')).text()
  assert.ok(list.includes('laporan bulanan') && !list.includes(token))
  const bearer = (now: Date) => readBearer(site.deps, `Bearer ${token}`, now)
  assert.match((await bearer(start))!.actor.name, /Orang ke-/)
  assert.equal(await bearer(new Date(start.getTime() + 30 * 86_400_000)), undefined)
  const other = await someone()
  const [, id] = list.match(/\/work\/tokens\/([0-9a-f-]{36})\/revocation/)!
  await other.post(`/work/tokens/${id}/revocation`, {})
  assert.ok(await bearer(start), 'another person cannot revoke it')
  await person.post(`/work/tokens/${id}/revocation`, {})
  assert.equal(await bearer(start), undefined)
  const own = await browser(site).get('/work/tokens', { authorization: `Bearer ${token}` })
  assert.equal(own.status, 303, 'a token does not open the pages where tokens are made')
})

test('a form sent twice makes one token, and says so', async () => {
  const person = await someone()
  const twice = { name: 'laporan', days: '30', _key: newId(start) }
  const [first, second] = [await person.post('/work/tokens', twice), await person.post('/work/tokens', twice)]
  assert.deepEqual([first.status, second.status], [200, 422])
  assert.match(await second.text(), /sudah dibuat/)
  assert.equal((await (await person.get('/work/tokens')).text()).match(/\/revocation/g)?.length, 1)
})
