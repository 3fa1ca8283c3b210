import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { Downloads } from './downloads.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, allModules({ demoSignIns: [] }), { now: world.now })
const many = 20_000

/** Sends pieces for ever; says how many went out and whether it was let go. */
function endless(downloads: Downloads, client: string) {
  const sent = { pieces: 0 }
  const ended = Promise.withResolvers<void>()
  const body = downloads.start(client, async (send) => {
    try {
      for (;;) {
        await send('x'.repeat(1000))
        sent.pieces += 1
      }
    } finally {
      ended.resolve()
    }
  })
  return { body, sent, ended: ended.promise }
}

describe('downloads', () => {
  test('are few at once, and fewer for one client', async () => {
    const downloads = new Downloads({ most: 3, mostOfOne: 2 })
    const running = [endless(downloads, 'a'), endless(downloads, 'a'), endless(downloads, 'b')]
    assert.ok(running.every(({ body }) => body))
    assert.equal(endless(downloads, 'a').body, undefined)
    assert.equal(endless(downloads, 'c').body, undefined)
    await running[0]!.body!.cancel()
    await running[0]!.ended
    await new Promise(setImmediate)
    const next = endless(downloads, 'c')
    assert.ok(next.body)
    for (const { body } of [...running.slice(1), next]) await body!.cancel()
  })

  test('of a reader who takes nothing stop by themselves, after a piece or two', async () => {
    const downloads = new Downloads({ most: 1, mostOfOne: 1, patience: 50 })
    const slow = endless(downloads, 'a')
    await slow.ended
    await new Promise(setImmediate)
    assert.ok(endless(downloads, 'b').body)
    assert.ok(slow.sent.pieces <= 2, String(slow.sent.pieces))
    await assert.rejects(async () => {
      for await (const _ of slow.body!);
    })
  })
})

describe('a long file', () => {
  before(async () => {
    for (let made = 0; made < many; made += 2_000)
      await db.admin.pool.query(
        `insert into tasks (id, programme_id, owner_id, kind, title, created_at)
         select gen_random_uuid(), $1, $2, 'activity', repeat('panjang ', 30), now() from generate_series(1, 2000)`,
        [world.programmeId, world.organisations.owner.id],
      )
  })
  const open = () => site.app.request('http://localhost:3000/data/tasks.csv')

  test('is whole, one line a row', async () => {
    const text = await (await open()).text()
    assert.equal(text.split('\r\n').length, many + 2)
  })

  test('that nobody reads on gives its connection back, and the next are served', async () => {
    for (let round = 0; round < 12; round += 1) {
      const response = await open()
      assert.equal(response.status, 200)
      const reader = response.body!.getReader()
      await reader.read()
      await reader.cancel()
      while (db.app.pool.idleCount < db.app.pool.totalCount) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })

  test('asked for too often at once is refused with a time to come back, not with a broken file', async () => {
    const held = [await open(), await open()]
    const refused = await open()
    assert.equal(refused.status, 503)
    assert.equal(refused.headers.get('retry-after'), '30')
    assert.match(refused.headers.get('content-type')!, /^text\/html/)
    assert.equal(refused.headers.get('etag'), null)
    for (const response of held) await response.body!.cancel()
  })
})
