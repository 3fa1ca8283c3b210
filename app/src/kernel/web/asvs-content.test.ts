import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { allModules } from '#app/modules.ts'
import { readAs } from '../database.ts'
import { newId } from '../ids.ts'
import { signInJob } from '../session/job.ts'
import { personActor } from '../session.ts'
import { cast } from '../testing/cast.ts'
import { testDatabase } from '../testing/database.ts'
import { testSite } from '../testing/site.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, allModules({ demoSignIns: [] }), { now: world.now })
const posts = site.openapi.entries.filter(({ method }) => method === 'post')

type Shape = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: Shape
  minItems?: number
  properties?: Record<string, Shape>
  required?: string[]
  anyOf?: Shape[]
  oneOf?: Shape[]
}
type Way = { word: string; day: string; id: string; largest: boolean }

/** A value that the schema allows and nobody expects. */
function oddly(shape: Shape, way: Way): unknown {
  const choices = shape.enum ?? shape.anyOf ?? shape.oneOf
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[way.largest ? choices!.length - 1 : 0]
  if (shape.anyOf ?? shape.oneOf) return oddly(choices!.at(way.largest ? -1 : 0) as Shape, way)
  if (shape.type === 'object')
    return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, oddly(inner, way)]))
  if (shape.type === 'array')
    return Array.from({ length: Math.max(1, shape.minItems ?? 0) }, () => oddly(shape.items ?? {}, way))
  if (shape.type === 'number' || shape.type === 'integer')
    return (way.largest ? shape.maximum : shape.minimum) ?? (way.largest ? 2 ** 53 - 1 : 0)
  if (shape.type === 'boolean') return way.largest
  if (shape.format === 'uuid') return way.id
  if (shape.format === 'date') return way.day
  if (shape.format === 'email') return 'a+b@c.example'
  if (shape.format === 'uri') return `https://example.org/${encodeURIComponent(way.word.toWellFormed())}`
  return way.word.padEnd(shape.minLength ?? 0, way.word).slice(0, shape.maxLength ?? 10_000)
}

/** Seats and posts as they are by now: what is tried here ends some of them. */
async function asNow(who: 'coordinator' | 'operator') {
  const actor = await readAs(db.jobs, signInJob, world.now, (tx) => personActor(tx, world.people[who].id, world.now))
  assert.ok(actor, who)
  return actor
}

const { programmeId, organisations, people } = world
const ways: Way[] = [
  { word: "' or 1=1--", day: '0001-01-01', id: newId(world.now), largest: false },
  { word: '\ud800\u202e\u0007\u2028%_\\', day: '9999-12-31', id: programmeId, largest: true },
  { word: '=cmd|x!A1\r\nBcc: a@b.example', day: '2026-02-28', id: organisations.owner.id, largest: true },
  { word: '𝓍'.repeat(60_000), day: '2026-12-31', id: people.officer.id, largest: false },
]

test('whatever an operation’s schema allows is done or refused with a reason, and breaks nothing', async () => {
  const kinds = new Map<number, number>()
  const broken: string[] = []
  for (const { path, input, operationId } of posts) {
    const shape = z.toJSONSchema(input!, { io: 'input', unrepresentable: 'any' }) as Shape
    for (const way of ways)
      for (const who of ['coordinator', 'operator'] as const) {
        const as = await asNow(who)
        const at = path.replace(':slug', world.slug).replace(/:\w+/g, way.id)
        const { status } = await site.api(at, oddly(shape, way), { as })
        if (status >= 500) broken.push(`${operationId} ${ways.indexOf(way)} ${who}: ${status}`)
        kinds.set(status, (kinds.get(status) ?? 0) + 1)
      }
  }
  assert.deepEqual(broken, [])
  assert.ok((kinds.get(200) ?? 0) > 5 && (kinds.get(422) ?? 0) > 50, JSON.stringify([...kinds]))
  const pages = [
    '/',
    '/programmes',
    `/programmes/${world.slug}`,
    '/organisations',
    '/people',
    '/calendar',
    '/work',
    '/work/operator',
  ]
  for (const part of [
    'tasks',
    'objectives',
    'meetings',
    'commitments',
    'seats',
    'parties',
    'history',
    'decisions',
    'discussions',
    'calendar.ics',
  ])
    pages.push(`/programmes/${world.slug}/${part}`)
  for (const path of pages)
    assert.equal((await site.get(path, { as: world.actors.coordinator })).status < 500, true, path)
})
