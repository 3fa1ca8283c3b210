import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { allModules } from '#app/modules.ts'
import { type Class, classes, mayRead } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { type ActorKey, cast } from '#kernel/testing/cast.ts'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { pagesOf } from '../house.ts'
import { type Address, addressOf } from './addresses.ts'
import { markerOf, markRows } from './marked-rows.ts'
import { sampleOf } from './sample-body.ts'

// Every page and every operation, asked about a record of every class by every kind of actor, against the one rule of
// kernel/access.ts. A record whose words all say its class stands in every table that has a class or hangs on one.

const db = await testDatabase()
const people = await cast(db)
const { slug, now } = people
const site = testSite(db, allModules({ demoSignIns: [] }), { now })
const rows = await markRows(people, db.admin.pool, await readCatalogue(db.admin.pool))
const pages = pagesOf(site.app)
const actors = Object.entries(people.actors).filter(([key]) => key !== 'job') as [Exclude<ActorKey, 'job'>, never][]

const reads = (key: ActorKey, recordClass: Class) =>
  mayRead(people.actors[key], {
    class: recordClass,
    programmeId: people.programmeId,
    ownerId: people.organisations.owner.id,
  })
const markers = (body: string) =>
  new Set([...body.matchAll(/penanda-(public|members|restricted|secret)-\w*/g)].map((one) => one[0]))
const forbiddenIn = (key: ActorKey, body: string) =>
  [...markers(body)].filter((marker) => !reads(key, marker.split('-')[1] as Class))

/** Who differs from the others in what lists tell: one of each row of the rule. */
const readers: ActorKey[] = [
  'visitor',
  'expiredSeat',
  'operator',
  'otherOfficer',
  'head',
  'coordinator',
  'auditor',
  'informationOfficer',
]

/** An answer without what differs between any two requests. */
const bare = (body: string, ids: string[]) =>
  ids
    .reduce((text, id) => text.replaceAll(id, 'ID'), body)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'KEY')
    .replace(/[\w-]{40,}/g, 'TOKEN')

async function ask(key: ActorKey, path: string, body?: unknown) {
  const as = key === 'visitor' ? undefined : people.actors[key]
  const response = body === undefined ? await site.get(path, { as }) : await site.api(path, body, { as })
  assert.ok(response.status < 500, `${key} ${path}: ${response.status}`)
  return { status: response.status, text: await response.text(), to: response.headers.get('location') ?? '' }
}

const nothings = new Map<string, Promise<string>>()

/** What this actor is answered about a record that does not exist; asked once for all classes. */
function nothingAt(key: ActorKey, { pattern, path, ids }: Address, body?: unknown): Promise<string> {
  const asked = `${key} ${path.startsWith('/api') ? 'api' : ''} ${body === undefined ? 'get' : 'post'} ${pattern}`
  const none = ids.map(() => newId(new Date()))
  const nowhere = ids.reduce((text, id, at) => text.replace(id, none[at]!), path)
  const answer = nothings.get(asked) ?? ask(key, nowhere, body).then((one) => signOf(one, none))
  nothings.set(asked, answer)
  return answer
}

const signOf = ({ status, text, to }: Awaited<ReturnType<typeof ask>>, ids: string[]) =>
  [status, bare(to, ids), bare(text, ids)].join('\n')

/** Whether a record that is closed to the actor tells anything at all: its answer must be that of no record. */
async function tellsSomething(key: ActorKey, address: Address, body?: unknown) {
  const hidden = await ask(key, address.path, body)
  const differs = signOf(hidden, address.ids) !== (await nothingAt(key, address, body))
  return { status: hidden.status, tells: differs || forbiddenIn(key, hidden.text).length > 0 }
}

const lists = pages
  .filter((pattern) => !pattern.replace(':slug', '').includes(':'))
  .map((pattern) => pattern.replace(':slug', slug))

test('no list, search, feed, dataset or page without a record in its address tells a word of a closed record', async () => {
  const told: string[] = []
  const shown = new Set<string>()
  const datasets = JSON.parse((await ask('visitor', '/api/v1/data')).text).data.datasets as { name: string }[]
  const asked = lists.flatMap((path) => [path, `${path}?q=penanda`])
  const paths = [
    ...asked,
    ...asked.map((path) => `/api/v1${path}`),
    ...['/data/popolo.json', '/data/catalog.jsonld', '/data/catalog.ttl'],
    ...[`/programmes/${slug}/feed.atom`, `/programmes/${slug}/calendar.ics`],
    ...datasets.map(({ name }) => `/data/${name}.csv`),
  ]
  for (const path of paths)
    for (const key of readers) {
      const { text } = await ask(key, path)
      for (const marker of markers(text)) shown.add(marker)
      for (const marker of forbiddenIn(key, text)) told.push(`${key} ${path}: ${marker}`)
    }
  assert.deepEqual(told, [])
  assert.ok(
    [...shown].some((marker) => marker.endsWith('search_texts')),
    'the search finds none of the words',
  )
  for (const recordClass of ['public', 'members', 'restricted'])
    assert.ok(
      [...shown].some((marker) => marker.includes(recordClass)),
      `${recordClass} is shown to nobody: the test sees nothing`,
    )
})

test('a search for the words of a closed record finds what a search for no words at all finds, and counts the same', async () => {
  const told: string[] = []
  const sought: [ActorKey, Class][] = [
    ['visitor', 'members'],
    ['operator', 'restricted'],
    ['otherOfficer', 'restricted'],
    ['coordinator', 'secret'],
  ]
  for (const path of lists)
    for (const door of ['', '/api/v1'])
      for (const [key, recordClass] of sought) {
        const found = await ask(key, `${door}${path}?q=${markerOf(recordClass)}`)
        const nothing = await ask(key, `${door}${path}?q=${markerOf('nowhere' as Class)}`)
        const strip = (text: string) => bare(text.replaceAll(recordClass, '').replaceAll('nowhere', ''), [])
        if (strip(found.text) !== strip(nothing.text)) told.push(`${key} ${door}${path}`)
      }
  assert.deepEqual(told, [])
})

test('the page of a closed record is that of no record at all, and those who may read it find its words', async () => {
  const told: string[] = []
  const opened = new Set<string>()
  for (const recordClass of classes)
    for (const pattern of pages) {
      const address = addressOf(pattern, slug, rows[recordClass])
      if (!address) continue
      for (const door of ['', '/api/v1'])
        for (const [key] of actors) {
          const asked = { ...address, path: door + address.path }
          if (reads(key, recordClass)) {
            const { text } = await ask(key, asked.path)
            if ([...markers(text)].some((marker) => marker.includes(recordClass)))
              opened.add(`${recordClass} ${pattern}`)
            for (const marker of forbiddenIn(key, text)) told.push(`${key} ${asked.path}: ${marker}`)
            continue
          }
          const { status, tells } = await tellsSomething(key, asked)
          if (tells) told.push(`${key} ${recordClass} ${door}${pattern}: ${status}`)
        }
    }
  assert.deepEqual(told, [])
  assert.ok(opened.size > 60, `only ${opened.size} pages showed a record to anybody`)
})

test('an operation on a closed record answers as on no record at all', async () => {
  const told: string[] = []
  let asked = 0
  let past = 0
  for (const { method, path: template, input } of site.openapi.entries) {
    if (method !== 'post') continue
    const schema = input ? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) : { type: 'object' }
    const body = sampleOf(schema as object, now)
    for (const recordClass of ['members', 'restricted', 'secret'] as const) {
      const address = addressOf(`/api/v1${template}`, slug, rows[recordClass])
      if (!address) continue
      for (const [key] of actors) {
        if (reads(key, recordClass)) continue
        const { status, tells } = await tellsSomething(key, { ...address, path: address.path.slice(7) }, body)
        asked++
        if (status !== 422) past++
        if (tells) told.push(`${key} ${recordClass} ${template}: ${status}`)
      }
    }
  }
  assert.deepEqual(told, [])
  assert.ok(asked > 1_000 && past / asked > 0.8, `${past} of ${asked} got past the form`)
})
