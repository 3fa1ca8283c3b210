import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { run } from '#kernel/operation.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { about } from '#modules/about/module.ts'
import { addHoliday } from '#modules/about/operations/add-holiday.ts'
import { operator } from './module.ts'
import { operatorPaths } from './paths.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, [about, operator], { now: world.now })

describe('the operator’s page', () => {
  test('shows an event that could not be digested and asks for another try, with an event', async () => {
    const holiday = { date: '2026-12-24', name: 'Cuti', nameEn: 'Leave', kind: 'national', source: 'SK', reason: 'Uji' }
    await run(addHoliday, holiday, { db: db.app, actor: world.actors.operator, now: world.now, today: world.today })
    await db.admin.pool.query('select mufakat.number_events(10)')
    const { rows } = await db.admin.pool.query('select max(number) as number from event_numbers')
    const { number } = rows[0]
    await db.admin.pool.query(
      `insert into follower_failures (follower, number, error, failed_at, dead_at) values ('mail-invitations', $1, 'Error: no route', now(), now())`,
      [number],
    )
    const page = await (await site.get(operatorPaths.work(), { as: world.actors.operator })).text()
    assert.match(page, /1 peristiwa tidak dapat diolah/)
    assert.match(page, /Error: no route/)
    const asked = await site.post(operatorPaths.retry('mail-invitations', number), {}, { as: world.actors.operator })
    assert.equal(asked.status, 303)
    const events = await db.admin.pool.query(`select payload from events where name = 'dead-letter.retried'`)
    assert.deepEqual(events.rows[0].payload, { follower: 'mail-invitations', number })
  })

  test('is closed to everybody else', async () => {
    for (const who of ['visitor', 'coordinator', 'informationOfficer'] as const) {
      assert.equal((await site.get(operatorPaths.work(), { as: world.actors[who] })).status, 404, who)
      const retried = await site.post(operatorPaths.retry('mail-invitations', 1), {}, { as: world.actors[who] })
      assert.ok([403, 404].includes(retried.status), who)
    }
  })
})
