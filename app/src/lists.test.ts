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

/** Lists in which somebody looks for one row among many; the coverage of a charter without cells, archives and findings, which keep no words, have nothing to look through. */
const searched = lists.filter((path) => !/duplicates|interests|coverage|archives|text-findings|\/work/.test(path))
const sorted = [
  '/organisations',
  '/people',
  ...['parties', 'seats', 'objectives', 'tasks', 'commitments'].map((one) => `/programmes/${world.slug}/${one}`),
]

/** Some are the information officer's own. */
const readerOf = (path: string) =>
  /erasures|text-findings/.test(path) ? world.actors.informationOfficer : world.actors.operator

test('every list has a search that keeps what was looked for', async () => {
  for (const path of [...searched, '/indicators', `/programmes/${world.slug}/history`]) {
    const html = await (await site.get(`${path}?q=tidakadaapapun`, { as: readerOf(path) })).text()
    assert.match(html, /role="search"[\s\S]*?name="q" type="search" value="tidakadaapapun"/, path)
  }
})

test('lists are sorted by link, in both directions', async () => {
  for (const path of sorted) {
    const html = await (await site.get(path)).text()
    const links = [...html.matchAll(/<a class="mf-sort" href="([^"]+)"/g)].map((found) =>
      found[1]!.replaceAll('&amp;', '&'),
    )
    if (links.length === 0 && !html.includes('<table')) continue
    assert.ok(links.length >= 2, path)
    const again = await (await site.get(links[0]!)).text()
    assert.match(again, /aria-sort="(ascending|descending)"/, links[0])
  }
})

test('a page beyond the end of any list leads to its last page, and claims nothing', async () => {
  assert.ok(lists.length >= 15, lists.join(' '))
  for (const path of lists) {
    const as = { as: readerOf(path) }
    const beyond = await site.get(`${path}?page=999`, as)
    assert.equal(beyond.status, 302, path)
    const last = new URL(beyond.headers.get('location')!, `http://localhost:3000${path}`)
    assert.equal((await site.get(last.pathname + last.search, as)).status, 200, last.href)
  }
})
