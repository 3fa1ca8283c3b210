import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCalendar, seedCalendar } from '#kernel/calendar/stored.ts'
import { isWorkingDay } from '#kernel/calendar.ts'
import { jakartaDate, readAs, writeAs } from '#kernel/database.ts'
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts'
import { testDeps } from '#kernel/testing/site.ts'
import { tellStory } from './mekarsari/story.ts'

/** The example year is told up to the day of the first start; whichever it is, the year has the same to show. */
const firstStarts = {
  'a Sunday at the turn of the year': '2027-01-03',
  'the holidays of Lebaran': '2027-03-12',
  'a leap day': '2028-02-29',
}

const job = { kind: 'job', job: 'story', classes: ['public', 'members'] } as const
const newest = 'e.at = (select max(at) from evaluations)'

async function tell(day: string): Promise<TestDatabase> {
  const db = await testDatabase()
  const now = new Date(`${day}T03:00:00Z`)
  await writeAs(db.jobs, job, now, (tx) => seedCalendar(tx, now))
  await tellStory(testDeps(db, () => now, false))
  return db
}

for (const [what, day] of Object.entries(firstStarts))
  test(`a first start on ${what} (${day}) shows the same year, told on working days`, async () => {
    const db = await tell(day)
    const rows = async (query: string) => (await db.admin.pool.query(query)).rows

    const open = await rows('select distinct severity from obstacles where cleared_on is null order by 1')
    assert.deepEqual(
      open.map(({ severity }) => severity),
      [1, 2, 3],
    )
    const [worked] = await rows(`select m.key, v.base_value as base, v.value from mitigations m
      join mitigation_moves v on v.mitigation_id = m.id and v.kind = 'reviewed' where m.state = 'effective'`)
    assert.equal(worked?.key, 'pool')
    // A margin: twice the fall that counts as effective.
    assert.ok(worked.value <= 0.6 * worked.base, `${worked.base} → ${worked.value}`)
    const readings = await rows(
      `select r.level, r.status from indicator_readings r join evaluations e on e.id = r.evaluation_id where ${newest}`,
    )
    const shown = new Set(readings.map(({ level, status }) => level ?? status))
    // "Not enough data" is what the real plan shows, whatever the day.
    for (const level of ['good', 'watch', 'poor']) assert.ok(shown.has(level), level)
    const quarters = await rows(`select r.value from indicator_readings r join evaluations e on e.id = r.evaluation_id
      where r.indicator = 'F1' and r.status = 'measured' and (date '${day}' - e.at) in (1, 92, 183) order by e.at`)
    const trend = quarters.map(({ value }) => value)
    assert.ok(trend.length === 3 && trend[0] < trend[1] && trend[1] < trend[2], String(trend))

    const calendar = await readAs(db.jobs, job, new Date(`${day}T03:00:00Z`), (tx) => readCalendar(tx))
    const acts = await rows('select distinct at from events where person_id is not null')
    const days = acts.map(({ at }) => jakartaDate(new Date(at)))
    assert.deepEqual(
      days.filter((one) => !isWorkingDay(calendar, one) || one > day),
      [],
    )
  })
