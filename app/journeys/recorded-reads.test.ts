import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allModules } from '#app/modules.ts'
import type { PersonActor } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { testSite } from '#kernel/testing/site.ts'
import { exampleDatabase, exampleNow as now } from '#world/testing/example.ts'
import { linksIn, patternOf } from './crawl.ts'
import { pagesOf } from './house.ts'

/** Events keep the class of their record; the register of requests is public by a constraint, escalations open to members. */
const neverClosed = ['events', 'information_requests', 'escalations']
const slug = 'stunting'
/** Columns that hold a record's own words. */
const texts = ['title', 'name', 'text', 'purpose', 'expected_evidence']
const mostEach = 5

const db = await exampleDatabase()
const site = testSite(db, allModules({ demoSignIns: [] }), { now })
const [programme] = await ask<{ id: string; owner_id: string }>('select id, owner_id from programmes where slug = $1', [
  slug,
])
await closeRecords()
const auditor = await seatAuditor()
const patterns = pagesOf(site.app)

test('wherever an auditor sees words of a restricted record, on a page or through the API, that read is an event', async () => {
  const silent = new Set<string>()
  const shown = new Set<string>()
  const read = async (door: '' | '/api/v1', path: string) => {
    const last = await lastEvent()
    const response = await site.get(door + path, { as: auditor })
    if (response.status !== 200) return undefined
    const text = await response.text()
    const ids = new Set([...text.matchAll(/penanda-([0-9a-f-]{36})/g)].map((match) => match[1]!))
    for (const id of ids) shown.add(id)
    const told = await readsAfter(last)
    if ([...ids].some((id) => !told.has(id))) silent.add(door + patternOf(path, patterns))
    return text
  }
  await followLinks(async (path) => {
    const page = await read('', path)
    if (page !== undefined) await read('/api/v1', path)
    return page
  })
  assert.ok(shown.size > 50, `only ${shown.size} restricted records were shown at all`)
  assert.deepEqual([...silent], [])
})

/** Some pages of every route, as the auditor finds them from the programme's own page on. */
async function followLinks(visit: (path: string) => Promise<string | undefined>): Promise<void> {
  const waiting = [`/programmes/${slug}`, '/work', '/programmes', '/people']
  const seen = new Set<string>()
  const visits = new Map<string, number>()
  while (waiting.length > 0) {
    const path = waiting.shift()!
    // Each kind of query is a page of its own: another letter of a detector shows other records.
    const kind = `${patternOf(path, patterns)} ${[...new URLSearchParams(path.split('?')[1]).keys()].sort()}`
    if (seen.has(path) || (visits.get(kind) ?? 0) >= mostEach) continue
    seen.add(path)
    visits.set(kind, (visits.get(kind) ?? 0) + 1)
    const page = await visit(path)
    waiting.push(...linksIn(page ?? '').filter((href) => !seen.has(href)))
  }
}

/** Every record of the programme becomes restricted and says its own id; past the triggers that keep what was agreed. */
async function closeRecords(): Promise<void> {
  for (const table of (await readCatalogue(db.admin.pool)).values()) {
    const has = (name: string) => table.columns.has(name)
    if (!has('class') || !has('owner_id') || !has('programme_id') || neverClosed.includes(table.name)) continue
    const marks = texts.filter(has).map((name) => `${name} = case when ${name} is not null then 'penanda-' || id end`)
    const set = ["class = 'restricted'", ...marks].join(', ')
    await ask(`set session_replication_role = replica;
      update ${table.name} set ${set} where programme_id = '${programme!.id}'; reset session_replication_role`)
  }
}

async function seatAuditor(): Promise<PersonActor> {
  const [organisationId, personId] = [newId(now), newId(now)]
  await ask(`
    insert into organisations (id, name, kind, created_at) values ('${organisationId}', 'Inspektorat', 'agency', now());
    insert into people (id, name, created_at) values ('${personId}', 'Auditor', now());
    insert into parties (programme_id, organisation_id, role, since, created_at)
      values ('${programme!.id}', '${organisationId}', 'oversight', '2020-01-01', now());
    insert into seats (id, programme_id, organisation_id, person_id, role, first_day, created_at)
      values ('${newId(now)}', '${programme!.id}', '${organisationId}', '${personId}', 'auditor', '2020-01-01', now())`)
  const seat = { programmeId: programme!.id, organisationId, role: 'auditor' as const }
  return { kind: 'person', personId, name: 'Auditor', seats: [seat], roles: [], organisationIds: [] }
}

async function lastEvent(): Promise<number> {
  const [row] = await ask<{ last: number }>('select coalesce(max(arrival), 0) as last from pending_events')
  return row!.last
}

async function readsAfter(arrival: number): Promise<Set<string>> {
  const rows = await ask<{ subject_id: string }>(
    `select subject_id from events join pending_events on event_id = events.id where name = 'record.read' and arrival > $1`,
    [arrival],
  )
  return new Set(rows.map((row) => row.subject_id))
}

async function ask<T>(text: string, values?: unknown[]): Promise<T[]> {
  return (await db.admin.pool.query(text, values)).rows as T[]
}
