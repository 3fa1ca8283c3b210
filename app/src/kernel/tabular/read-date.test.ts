import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isIsoDate } from '../calendar.ts'
import { inferDateOrder, inferSerials } from './date-order.ts'
import { readDate } from './read-date.ts'

const span = (raw: string, options = {}) => {
  const { kind, interval } = readDate(raw, options)
  return interval ? `${kind} ${interval.first} ${interval.last}` : kind
}
const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))

const STYLES: Record<string, string> = {
  '7/8/2014': 'day 2014-08-07 2014-08-07',
  '31/12/99': 'day 1999-12-31 1999-12-31',
  '30.06.2014': 'day 2014-06-30 2014-06-30',
  '30-Jun-14': 'day 2014-06-30 2014-06-30',
  '2014-07-01': 'day 2014-07-01 2014-07-01',
  '20140701': 'day 2014-07-01 2014-07-01',
  '2014-07-01 13:45': 'day 2014-07-01 2014-07-01',
  '31 Desember 2020': 'day 2020-12-31 2020-12-31',
  'December 31st, 2020': 'day 2020-12-31 2020-12-31',
  'Kamis, 30 Juni 2014': 'day 2014-06-30 2014-06-30',
  '30 de junio de 2014': 'day 2014-06-30 2014-06-30',
  '1er juillet 2014': 'day 2014-07-01 2014-07-01',
  '15 de março de 2015': 'day 2015-03-15 2015-03-15',
  'April 2014': 'month 2014-04-01 2014-04-30',
  'Pebruari 2020': 'month 2020-02-01 2020-02-29',
  'août 2014': 'month 2014-08-01 2014-08-31',
  '07/2014': 'month 2014-07-01 2014-07-31',
  'Jul-14': 'month 2014-07-01 2014-07-31',
  'Q2 2014': 'quarter 2014-04-01 2014-06-30',
  'II quarter of 2014': 'quarter 2014-04-01 2014-06-30',
  'Quarter 3 2014': 'quarter 2014-07-01 2014-09-30',
  'Triwulan IV Tahun 2020': 'quarter 2020-10-01 2020-12-31',
  'TW2 2021': 'quarter 2021-04-01 2021-06-30',
  'segundo trimestre de 2014': 'quarter 2014-04-01 2014-06-30',
  '2014-Q4': 'quarter 2014-10-01 2014-12-31',
  'Semester I 2020': 'half 2020-01-01 2020-06-30',
  'second half of 2015': 'half 2015-07-01 2015-12-31',
  'Spring 2013': 'season 2013-03-01 2013-05-31',
  'hiver 2013': 'season 2013-12-01 2014-02-28',
  '2014': 'year 2014-01-01 2014-12-31',
  'TA 2021': 'year 2021-01-01 2021-12-31',
  FY2014: 'year 2014-01-01 2014-12-31',
  'by June 2015': 'month 2015-06-01 2015-06-30',
  'paling lambat 31 Maret 2026': 'day 2026-03-31 2026-03-31',
  'End of 2014': 'day 2014-12-31 2014-12-31',
  'July – December 2014': 'range 2014-07-01 2014-12-31',
  'Jan s.d. Maret 2021': 'range 2021-01-01 2021-03-31',
  '1-15 Maret 2021': 'range 2021-03-01 2021-03-15',
  '1/7/2014-31/12/2016': 'range 2014-07-01 2016-12-31',
  '2014/15': 'range 2014-01-01 2015-12-31',
  'from January 2014 to March 2015': 'range 2014-01-01 2015-03-31',
  Ongoing: 'ongoing',
  'terus menerus': 'ongoing',
  'every 3 months': 'unreadable',
  '90 days after approval': 'unreadable',
  '31/02/2014': 'unreadable',
  '14 Jul': 'unreadable',
  '45/45/2014': 'unreadable',
}

for (const [raw, expected] of Object.entries(STYLES))
  test(`a date written "${raw}" is read as ${expected}`, () => {
    assert.equal(span(raw), expected)
    assert.equal(readDate(raw).raw, raw)
  })

test('the ways to say nothing stay apart', () => {
  const sentinel = (raw: string) => {
    const read = readDate(raw)
    return read.kind === 'null' ? read.sentinel : read.kind
  }
  assert.deepEqual(['NA', 'ND', 'NR', '', '-', 'TBD', 'unknown'].map(sentinel), [
    'not-applicable',
    'no-data',
    'not-reviewed',
    'empty',
    'dash',
    'undetermined',
    'unknown',
  ])
})

test('a lone year that a spreadsheet turned into a date of 1905 is a year again, and says so', () => {
  const read = readDate('7/15/1905')
  assert.equal(span('7/15/1905'), 'year 2023-01-01 2023-12-31')
  assert.deepEqual(read.notes, ['year-as-spreadsheet-date'])
  assert.equal(span('7/15/1904'), 'day 1904-07-15 1904-07-15')
})

test('five-digit serial numbers are dates only in a column that consists of them', () => {
  assert.equal(span('41821'), 'unreadable')
  assert.equal(span('41821', { serials: true }), 'day 2014-07-01 2014-07-01')
  assert.equal(inferSerials(['41821', '', '42369']), true)
  assert.equal(inferSerials(['41821', '2014']), false)
})

test('a moment in universal time belongs to the date that Jakarta had', () => {
  assert.equal(span('2014-06-30T17:00:00Z'), 'day 2014-07-01 2014-07-01')
  assert.equal(span('2014-06-30T16:59:59Z'), 'day 2014-06-30 2014-06-30')
})

test('seasons lie half a year later in the south when the map says so', () => {
  assert.equal(span('Spring 2013', { south: true }), 'season 2013-09-01 2013-11-30')
})

test('the order of a column comes from its members that can be read in one way only', () => {
  assert.deepEqual(inferDateOrder(['1/7/2014', '12/31/2022', '6/30/2018', '31/12/2016', 'NA', 'June 2014']), {
    order: 'mdy',
    certain: false,
    evidence: { dmy: 1, mdy: 2, ambiguous: 1 },
  })
  assert.equal(inferDateOrder(['25/12/2014', '1/2/2014']).certain, true)
  assert.deepEqual(inferDateOrder(['1/2/2014']), {
    order: 'dmy',
    certain: false,
    evidence: { dmy: 0, mdy: 0, ambiguous: 1 },
  })
})

test('an ambiguous date says that its order was assumed; a clear one, or one the map orders, does not', () => {
  assert.deepEqual(readDate('7/8/2014', { order: 'mdy', orderFrom: 'column' }).notes, ['date-order-assumed'])
  assert.deepEqual(readDate('7/8/2014', { order: 'mdy' }).notes, [])
  assert.deepEqual(readDate('7/7/2014').notes, [])
  assert.deepEqual(readDate('31/8/2014', { order: 'mdy' }).notes, ['date-order-contradicted'])
  assert.equal(span('31/8/2014', { order: 'mdy' }), 'day 2014-08-31 2014-08-31')
})

test('two-digit years pivot at 69', () => {
  assert.equal(span('1/1/68'), 'day 2068-01-01 2068-01-01')
  assert.equal(span('1/1/69'), 'day 1969-01-01 1969-01-01')
})

test('every day written in any of six styles comes back as itself', () => {
  const MONTHS = [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ]
  fc.assert(
    fc.property(day, (date) => {
      const [y, m, d] = date.split('-').map(Number) as [number, number, number]
      const styles: [string, object][] = [
        [date, {}],
        [`${d}/${m}/${y}`, { order: 'dmy' }],
        [`${m}/${d}/${y}`, { order: 'mdy' }],
        [`${d} ${MONTHS[m - 1]} ${y}`, {}],
        [`${d}.${m}.${y} 00:00`, {}],
        [`${date}T09:30:00`, {}],
      ]
      for (const [raw, options] of styles) assert.equal(span(raw, options), `day ${date} ${date}`, raw)
    }),
  )
})

test('no text whatever makes reading fail, loses the raw cell, or gives days that do not exist or run backwards', () => {
  const pieces = fc.constantFrom(
    '1',
    '12',
    '31',
    '99',
    '2014',
    '/',
    '-',
    ' ',
    'June',
    'Q',
    'II',
    'of',
    'end',
    'Mei',
    's.d.',
    '.',
    ',',
    'T',
    'Z',
    ':',
    '°',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (raw) => {
      const read = readDate(raw)
      assert.equal(read.raw, raw)
      if (read.interval) {
        assert.ok(isIsoDate(read.interval.first) && isIsoDate(read.interval.last))
        assert.ok(read.interval.first <= read.interval.last)
      } else assert.ok(['ongoing', 'null', 'unreadable'].includes(read.kind))
    }),
    { numRuns: 500 },
  )
})
