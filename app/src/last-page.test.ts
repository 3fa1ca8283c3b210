import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { allModules } from './modules.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, allModules({ demoSignIns: [] }), { now: world.now })

/** Every list of the API that has pages and an address without further ids. */
const lists = site.openapi.entries
  .filter(({ method, query }) => method === 'get' && query && 'page' in query.shape)
  .map(({ path }) => path.replace(':slug', world.slug))
  .filter((path) => !path.includes(':'))

test('a page beyond the end of any list leads to its last page, and claims nothing', async () => {
  assert.ok(lists.length >= 15, lists.join(' '))
  const as = { as: world.actors.operator }
  for (const path of lists) {
    const beyond = await site.get(`${path}?page=999`, as)
    assert.equal(beyond.status, 302, path)
    const last = new URL(beyond.headers.get('location')!, `http://localhost:3000${path}`)
    assert.equal((await site.get(last.pathname + last.search, as)).status, 200, last.href)
  }
})
