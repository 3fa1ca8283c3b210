import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { testSite } from '#kernel/testing/site.ts'
import { exampleDatabase, exampleNow as now } from '#world/testing/example.ts'
import { linksIn, patternOf } from './crawl.ts'
import { pagesOf } from './house.ts'

/** Pages on which people stand by name, with the reason; all others name only who acts for a public body. */
const publishedNames: Record<string, string> = {
  '/people': 'the directory',
  '/people/:id': 'the directory',
  '/organisations/:id': 'posts in the directory',
  '/skills': 'one’s own entry in the directory',
  '/programmes/:slug/seats': 'seats',
  '/programmes/:slug/charter': 'signatures under the charter',
  '/programmes/:slug/charter/versions/:number': 'signatures under that version of the charter',
  '/programmes/:slug/interests': 'the register of interests',
  '/programmes/:slug/interests/:person': 'the register of interests',
  '/programmes/:slug/indicators/:indicator': 'declarations of the register, as the rows of a figure',
  '/programmes/:slug/obstacles/:obstacle': 'declarations of the register, as the rows of a figure',
  '/programmes/:slug/detectors/:detector': 'declarations of the register, as the rows of a figure',
}
/** Instants that are no act of a person: when a meeting is to begin. */
const begins = /"(first_)?starts_at":"[^"]+"|"(from|to)_at":"[^"]+"/g
const meetingPages = ['/meetings/:id', '/meetings/:id/minutes', '/programmes/:slug/meetings', '/programmes/:slug']
const mostEach = 6
/** Pages of records that can be discussed. */
const records = [
  '/decisions/:id',
  '/meetings/:id',
  '/programmes/:slug',
  '/programmes/:slug/commitments/:commitmentId',
  '/programmes/:slug/objectives/:id',
  '/programmes/:slug/obstacles/:obstacle',
  '/programmes/:slug/tasks/:id',
]

const db = await exampleDatabase()
const site = testSite(db, allModules({ demoSignIns: [] }), { now })
const patterns = pagesOf(site.app)
const { rows: unnamed } = await db.admin.pool.query<{ id: string; name: string }>(`
  select id, name from people p where not exists (select from memberships m join organisations o on o.id = m.organisation_id
    where m.person_id = p.id and o.kind in ('agency', 'legislature'))`)

test('a visitor reads of an act the day, and no name but of who acts for a public body', async () => {
  const names = new Map<string, string>()
  const instants = new Map<string, string>()
  const silent = new Set<string>()
  await followLinks(async (path, pattern, page) => {
    for (const door of ['', '/api/v1']) {
      const answered = door ? await answerTo(door + path) : page
      if (answered === undefined) continue
      const text = answered.replace(begins, '')
      if (!door && records.includes(pattern) && !text.includes('id="h-diskusi"')) silent.add(path)
      const named = unnamed.find((one) => text.includes(one.name) || (door && text.includes(one.id)))
      if (named && !(pattern in publishedNames)) names.set(door + pattern, `${path} names ${named.name}`)
      const instant = text.match(/.{60}\d{4}-\d\d-\d\dT\d\d:\d\d.{20}/s)
      if (instant && (door || !meetingPages.includes(pattern))) instants.set(door + pattern, `${path}: ${instant[0]}`)
    }
  })
  assert.ok(unnamed.length > 3)
  assert.deepEqual([...names], [])
  assert.deepEqual([...instants], [])
  assert.deepEqual([...silent], [], 'pages of records without their discussion')
})

/** Some pages of every route, as a visitor finds them. */
async function followLinks(visit: (path: string, pattern: string, page: string) => Promise<void>): Promise<void> {
  const waiting = ['/', '/programmes', '/people', '/organisations', '/indicators', '/territories', '/calendar']
  const seen = new Set<string>()
  const visits = new Map<string, number>()
  while (waiting.length > 0) {
    const path = waiting.shift()!
    const pattern = patternOf(path, patterns)
    // Each kind of query is a page of its own.
    const kind = `${pattern} ${[...new URLSearchParams(path.split('?')[1]).keys()].sort()}`
    if (!pattern || seen.has(path) || (visits.get(kind) ?? 0) >= mostEach) continue
    seen.add(path)
    visits.set(kind, (visits.get(kind) ?? 0) + 1)
    const page = await answerTo(path)
    if (page === undefined) continue
    await visit(path, pattern, page)
    waiting.push(...linksIn(page).filter((href) => !seen.has(href)))
  }
}

async function answerTo(path: string): Promise<string | undefined> {
  const response = await site.get(path)
  return response.status === 200 ? response.text() : undefined
}
