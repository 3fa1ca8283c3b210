import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { addDays } from '#kernel/calendar.ts'
import { readAs } from '#kernel/database.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testDeps } from '#kernel/testing/site.ts'
import { occurrence } from '#modules/meetings/cadence.ts'
import { daysOf, firstOn } from './meetings.ts'
import { createTeller } from './tell.ts'

const db = await testDatabase()
const deps = testDeps(db, () => new Date('2026-11-24T03:00:00Z'), false)

test('the meetings of the example year fit into it, whatever the day of the first start', async () => {
  const calendar = await readAs(db.app, { kind: 'visitor' }, deps.clock(), (tx) => readCalendar(tx))
  for (let count = 0; count < 500; count += 1) {
    const today = addDays('2026-01-15', count)
    const teller = createTeller(deps, calendar, new Date(`${today}T03:00:00Z`))
    const first = firstOn(teller)
    let before = 33
    for (let index = 0; index < 11; index += 1) {
      const { planned, held, recorded, confirmed } = daysOf(teller, first, index)
      assert.ok(planned - 7 > before - 8 && held - 3 > before, `${today} ${index}`)
      assert.ok(held < recorded && recorded < confirmed && confirmed < 365, `${today} ${index}: ${confirmed}`)
      before = confirmed
    }
    assert.ok(occurrence('monthly', first, 11) > today, today)
  }
})
