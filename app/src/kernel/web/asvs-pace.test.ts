import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { browser } from '#modules/accounts/testing/browser.ts'
import { password, peopleOf } from '#modules/accounts/testing/people.ts'
import { testDatabase } from '../testing/database.ts'
import { testSite } from '../testing/site.ts'

const db = await testDatabase()
const site = testSite(db, allModules({ demoSignIns: [] }))
const { add } = await peopleOf(db, site)
const costly = ['/search?q=posyandu', '/api/v1/search?q=posyandu', '/data/catalog.jsonld', '/data/organisations.csv']
beforeEach(() => {
  site.time.now = new Date(site.time.now.getTime() + 60_000)
})

type Reader = ReturnType<typeof browser>
const askTimes = async (reader: Reader, times: number, paths = costly) => {
  const statuses = new Map<number, number>()
  for (let at = 0; at < times; at++) {
    const response = await reader.get(paths[at % paths.length]!)
    await response.text()
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
  }
  return statuses
}

test('searches and exports of one network are slowed for a minute, those of others and programs of this machine are not', async () => {
  const first = await askTimes(browser(site, '198.51.100.7'), 130)
  assert.equal(first.get(429), 10)
  const slowed = await browser(site, '198.51.100.99').get('/api/v1/search?q=posyandu')
  assert.equal(slowed.status, 429)
  const wait = Number(slowed.headers.get('retry-after'))
  assert.ok(wait >= 1 && wait <= 60, String(wait))
  assert.equal(((await slowed.json()) as { error: { kind: string } }).error.kind, 'tooMany')
  assert.equal((await browser(site, '198.51.101.7').get(costly[0]!)).status, 200)
  assert.equal((await askTimes(browser(site, '127.0.0.1'), 130)).get(429), undefined)
  site.time.now = new Date(site.time.now.getTime() + 60_000)
  assert.equal((await browser(site, '198.51.100.7').get(costly[0]!)).status, 200)
})

test('people are counted one by one, by whichever network and device; plain pages count too, tiles of the log do not', async () => {
  const enter = async (email: string, address: string) => {
    const person = browser(site, address)
    assert.equal((await person.post('/sign-in', { email, password })).status, 303)
    return person
  }
  const [{ email }, other] = [await add(), await add()]
  const [desk, phone] = [await enter(email, '198.51.100.7'), await enter(email, '192.0.2.7')]
  const beside = await enter(other.email, '198.51.100.7')
  await askTimes(desk, 60)
  await askTimes(phone, 60)
  for (const device of [desk, phone])
    for (const path of [costly[0]!, '/work', '/programmes']) assert.equal((await device.get(path)).status, 429, path)
  assert.equal((await desk.get('/log/tile/0/000')).status, 404)
  assert.equal((await beside.get(costly[0]!)).status, 200)
})
