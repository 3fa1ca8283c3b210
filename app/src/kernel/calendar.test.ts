import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { INDONESIAN_HOLIDAYS, workCalendar } from './calendar/holidays.ts'
import {
  addDays,
  addMonths,
  addQuarters,
  addWorkingDays,
  dateIn,
  daysBetween,
  isIsoDate,
  isWorkingDay,
  monthInterval,
  quarterInterval,
  quarterOf,
  type WorkCalendar,
  workingDaysBetween,
} from './calendar.ts'

const calendarOf = (...holidays: string[]): WorkCalendar => ({
  version: 1,
  holidays: new Set(holidays),
  zone: 'Asia/Jakarta',
})
const answers = (calendar: WorkCalendar) => [10, 17, 30].map((n) => addWorkingDays(calendar, '2026-03-13', n))

const date = fc.integer({ min: -20_000, max: 40_000 }).map((day) => addDays('1970-01-01', day))
const near = fc.integer({ min: 0, max: 900 }).map((day) => addDays('2024-06-01', day))
const calendar = fc.array(near, { maxLength: 80 }).map((holidays) => calendarOf(...holidays))

/** The definition read aloud, one day after the other. */
function countSlowly(calendar: WorkCalendar, from: string, to: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}

test('a request of Friday 13 March 2026 is due on 31 March, 10 April and 29 April with Idulfitri on 20 and 21 March', () => {
  const stated = calendarOf('2026-03-19', '2026-03-20', '2026-03-21', '2026-04-03')
  assert.deepEqual(answers(stated), ['2026-03-31', '2026-04-10', '2026-04-29'])
})

test('with the decree of 2026, national holidays alone give 30 March, 9 April and 28 April', () => {
  const national = workCalendar(1, INDONESIAN_HOLIDAYS, { collectiveLeave: false })
  assert.deepEqual(answers(national), ['2026-03-30', '2026-04-09', '2026-04-28'])
})

test('with the decree of 2026, cuti bersama counted as days off gives 6 April, 15 April and 5 May', () => {
  const all = workCalendar(2, INDONESIAN_HOLIDAYS, { collectiveLeave: true })
  assert.deepEqual(answers(all), ['2026-04-06', '2026-04-15', '2026-05-05'])
})

test('the seeded decrees have the totals that were announced, each day once and with its source', () => {
  const total = (year: number, kind: string) =>
    INDONESIAN_HOLIDAYS.filter((row) => row.date.startsWith(`${year}`) && row.kind === kind).length
  assert.deepEqual(
    [2024, 2025, 2026, 2027].map((year) => [total(year, 'national'), total(year, 'collective-leave')]),
    [
      [17 + 2, 10],
      [17, 10 + 1],
      [17, 8],
      [18, 8],
    ],
  )
  assert.equal(new Set(INDONESIAN_HOLIDAYS.map((row) => row.date)).size, INDONESIAN_HOLIDAYS.length)
  for (const row of INDONESIAN_HOLIDAYS) assert.ok(isIsoDate(row.date) && row.source && row.name.id && row.name.en)
})

test('a seeded cuti bersama always falls on a weekday and beside a day off', () => {
  const all = workCalendar(1, INDONESIAN_HOLIDAYS, { collectiveLeave: true })
  const nothing = calendarOf()
  for (const { date, kind } of INDONESIAN_HOLIDAYS) {
    if (kind !== 'collective-leave') continue
    assert.ok(isWorkingDay(nothing, date), date)
    assert.ok(!isWorkingDay(all, addDays(date, 1)) || !isWorkingDay(all, addDays(date, -1)), date)
  }
})

test('counting working days agrees with walking through them one by one', () => {
  fc.assert(
    fc.property(calendar, near, fc.nat({ max: 400 }), (cal, from, length) => {
      const to = addDays(from, length)
      assert.equal(workingDaysBetween(cal, from, to), countSlowly(cal, from, to))
      assert.equal(workingDaysBetween(cal, to, from), 0 - countSlowly(cal, from, to) || 0)
    }),
  )
})

test('a deadline n working days away is a working day, and n working days are counted up to it', () => {
  fc.assert(
    fc.property(calendar, near, fc.integer({ min: 1, max: 600 }), (cal, from, n) => {
      const due = addWorkingDays(cal, from, n)
      assert.ok(due > from && isWorkingDay(cal, due))
      assert.equal(workingDaysBetween(cal, from, due), n)
      assert.equal(addWorkingDays(cal, addWorkingDays(cal, due, -n), n), due)
    }),
  )
})

test('a date n working days earlier has n working days from it to the day before', () => {
  fc.assert(
    fc.property(calendar, near, fc.integer({ min: 1, max: 300 }), (cal, from, n) => {
      const start = addWorkingDays(cal, from, -n)
      assert.ok(start < from && isWorkingDay(cal, start))
      assert.equal(workingDaysBetween(cal, addDays(start, -1), addDays(from, -1)), n)
    }),
  )
})

test('zero working days leave a date as it is, even on a Sunday', () => {
  assert.equal(addWorkingDays(calendarOf(), '2026-11-29', 0), '2026-11-29')
})

test('a deadline of ten thousand working days is computed at once', () => {
  const national = workCalendar(1, INDONESIAN_HOLIDAYS, { collectiveLeave: false })
  const started = performance.now()
  for (let round = 0; round < 2_000; round++) addWorkingDays(national, '2026-03-13', 10_000 + round)
  assert.ok(performance.now() - started < 1_000)
})

test('a moment late in the evening in London already belongs to the next day in Jakarta', () => {
  assert.equal(dateIn('Asia/Jakarta', new Date('2026-03-12T16:59:59Z')), '2026-03-12')
  assert.equal(dateIn('Asia/Jakarta', new Date('2026-03-12T17:00:00Z')), '2026-03-13')
  assert.equal(dateIn('Asia/Jayapura', new Date('2026-03-12T15:00:00Z')), '2026-03-13')
})

test('adding days and counting them are each other reversed', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -30_000, max: 30_000 }), (from, n) => {
      assert.equal(daysBetween(from, addDays(from, n)), n)
    }),
  )
})

test('months keep the day, or take the last one of a shorter month', () => {
  assert.deepEqual(
    [1, 13, -11, -2].map((n) => addMonths('2024-01-31', n)),
    ['2024-02-29', '2025-02-28', '2023-02-28', '2023-11-30'],
  )
  fc.assert(
    fc.property(date, fc.integer({ min: -600, max: 600 }), (from, n) => {
      const moved = addMonths(from, n)
      assert.ok(isIsoDate(moved))
      const kept = moved.slice(8) === from.slice(8)
      const [year, month] = moved.split('-').map(Number)
      assert.ok(kept || moved === monthInterval(year!, month!).last)
    }),
  )
})

test('every date lies in its quarter, and the quarters follow each other without a gap', () => {
  fc.assert(
    fc.property(date, (day) => {
      const quarter = quarterOf(day)
      const { first, last } = quarterInterval(quarter)
      assert.ok(first <= day && day <= last)
      assert.equal(addDays(last, 1), quarterInterval(addQuarters(quarter, 1)).first)
      assert.deepEqual(addQuarters(addQuarters(quarter, 7), -7), quarter)
    }),
  )
})

test('dates that do not exist are refused', () => {
  for (const wrong of ['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00'])
    assert.equal(isIsoDate(wrong), false, wrong)
  assert.throws(() => addDays('2026-02-29', 1), /YYYY-MM-DD/)
  assert.throws(() => addWorkingDays(calendarOf(), '2026-02-27', 1.5), /whole number/)
  assert.throws(() => monthInterval(2026, 13), /1 to 12/)
})
