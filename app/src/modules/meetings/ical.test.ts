import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, isIsoDate } from '#kernel/calendar.ts'
import { agreedCadence, cadences, occurrence } from './cadence.ts'
import { type CalendarEntry, calendarFile } from './ical.ts'
import { instantOf, localOf, minuteOf, whenWords, zones } from './zone.ts'

const start = new Date('2026-12-02T02:00:00Z')
const entry = (fields: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'a@b.example',
  changed: start,
  start,
  end: new Date('2026-12-02T04:00:00Z'),
  title: 'Rapat',
  ...fields,
})

/** Undoes folding and escaping, as a calendar program does. */
function read(file: string): [string, string][] {
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const colon = line.indexOf(':')
      const value = line.slice(colon + 1).replaceAll(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c))
      return [line.slice(0, colon), value]
    })
}

describe('the calendar file', () => {
  test('says an instant in UTC, a day as a day, and that a meeting was cancelled', () => {
    const file = calendarFile({
      name: 'Program',
      entries: [entry({ sequence: 2, cancelled: true }), entry({ start: '2026-12-31', end: undefined })],
    })
    for (const line of ['DTSTART:20261202T020000Z', 'DTEND:20261202T040000Z', 'SEQUENCE:2', 'STATUS:CANCELLED'])
      assert.ok(file.includes(`\r\n${line}\r\n`), line)
    assert.ok(file.includes('\r\nDTSTART;VALUE=DATE:20261231\r\n'))
    assert.ok(!file.includes('METHOD'))
  })

  test('no text can begin a line of its own, lines stay below 76 octets, and texts come back as they were', () => {
    const nasty = fc.string({ unit: 'binary', maxLength: 300 })
    const lines = [
      '\r\nATTENDEE:mailto:x@y.example',
      '\nEND:VEVENT',
      '\u2028BEGIN:VALARM',
      'a;b,c\\d\\n',
      '😀'.repeat(60),
    ]
    const anything = fc.oneof(nasty, fc.constantFrom(...lines))
    fc.assert(
      fc.property(anything, anything, anything, anything, (title, description, place, from) => {
        const method = { name: 'REQUEST' as const, organizer: from, attendee: `${from}@kab.example` }
        const file = calendarFile({ name: title, method, entries: [entry({ title, description, place, uid: from })] })
        assert.ok(file.endsWith('\r\n'))
        for (const line of file.slice(0, -2).split('\r\n')) {
          assert.ok(Buffer.byteLength(line) <= 75, line)
          assert.doesNotMatch(line, /\p{Cc}|\ufffd/u)
        }
        const found = read(file)
        const names = found.map(([name]) => name.split(';')[0])
        const once = ['BEGIN', 'END', 'UID', 'SUMMARY', 'ATTENDEE', 'ORGANIZER', 'METHOD', 'DTSTART']
        assert.deepEqual(
          once.map((name) => names.filter((one) => one === name).length),
          [2, 2, 1, 1, 1, 1, 1, 1],
        )
        const plain = (text: string) =>
          text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, '')
        if (title.isWellFormed()) assert.equal(found.find(([name]) => name === 'SUMMARY')![1], plain(title))
      }),
      { numRuns: 400 },
    )
  })
})

describe('the days of a series', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2024-01-01', count))
  const weekday = (day: string) => new Date(day).getUTCDay()

  test('keep their weekday, go forward, and begin with the first', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cadences), days, fc.integer({ min: 0, max: 40 }), (cadence, first, index) => {
        const day = occurrence(cadence, first, index)
        assert.ok(isIsoDate(day))
        assert.equal(weekday(day), weekday(first))
        assert.equal(occurrence(cadence, first, 0), first)
        assert.ok(occurrence(cadence, first, index + 1) > day)
      }),
    )
  })

  test('each month has one, on the same rank; a fifth means the last', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => occurrence('monthly', '2026-12-09', index)),
      ['2026-12-09', '2027-01-13', '2027-02-10', '2027-03-10'],
    )
    assert.deepEqual(
      [0, 1, 2].map((index) => occurrence('monthly', '2026-12-30', index)),
      ['2026-12-30', '2027-01-27', '2027-02-24'],
    )
    assert.equal(occurrence('quarterly', '2026-11-30', 1), '2027-02-22')
  })

  test('the charter says the cadence where a series can follow it', () => {
    const agreed = (cadenceEvery: number, cadenceUnit: 'week' | 'month' | 'quarter' | 'year') =>
      agreedCadence({ cadenceEvery, cadenceUnit })
    assert.deepEqual(
      [agreed(2, 'week'), agreed(1, 'month'), agreed(3, 'month'), agreed(1, 'quarter'), agreed(1, 'year')],
      ['biweekly', 'monthly', 'quarterly', 'quarterly', undefined],
    )
    assert.equal(agreedCadence(undefined), undefined)
  })
})

test('a clock in each zone is one instant, and is said in the words of the zone', () => {
  const clock = fc.integer({ min: 0, max: 1439 })
  fc.assert(
    fc.property(fc.constantFrom(...zones), clock, (zone, minute) => {
      const { day, clock: shown } = localOf(instantOf('2026-12-02', minute, zone), zone)
      assert.deepEqual([day, minuteOf(shown)], ['2026-12-02', minute])
    }),
  )
  const at = (zone: (typeof zones)[number]) =>
    whenWords('id', { starts_at: instantOf('2026-12-02', 540, zone), length_minutes: 90, zone })
  assert.equal(at('Asia/Jakarta'), 'Rabu, 2 Desember 2026, 09.00–10.30 WIB')
  assert.equal(at('Asia/Makassar'), 'Rabu, 2 Desember 2026, 09.00–10.30 WITA')
  assert.equal(at('Asia/Jayapura'), 'Rabu, 2 Desember 2026, 09.00–10.30 WIT')
})
