import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { wilson } from '../statistics.ts'
import { columnMapSchema } from './column-map.ts'
import { codeOf, firstDayOf, institutionsOf, lastDayOf, type ScaleReading, textOf } from './field-value.ts'
import { proposeMap } from './propose-map.ts'
import { readRecords, type TableRecord } from './read-records.ts'
import { readTable } from './read-table.ts'

/** The reference data lies beside the repository, or where the variable says; it is never part of it. */
function referenceFolder(): string | null {
  const told = process.env.MUFAKAT_REFERENCE_DATA
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  const found = join(told ?? join(folder, '../shared/data'), 'ogp-commitments')
  return existsSync(join(found, 'commitments.csv')) ? found : null
}

const folder = referenceFolder()
const skip = folder ? false : 'reference data not present'
const read = (name: string) => readFileSync(join(folder!, name))

function imported() {
  const reading = readTable(read('commitments.csv'))
  assert.ok(reading.ok)
  const map = JSON.parse(
    readFileSync(new URL('./fixtures/open-government-commitments.map.json', import.meta.url), 'utf8'),
  )
  const records = readRecords(reading.table, columnMapSchema.parse(map))
  assert.ok(records.ok)
  return { table: reading.table, ...records, expected: JSON.parse(read('expected.json').toString()) }
}

const value = (record: TableRecord, field: string) => record.values[field]!
function readingsOf(record: TableRecord): readonly ScaleReading[] {
  const completion = value(record, 'completion')
  assert.ok(completion.kind === 'scale' || completion.kind === 'null')
  return completion.readings!
}
function distribution(records: readonly TableRecord[], column: number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const record of records) {
    const { raw, code, sentinel } = readingsOf(record)[column]!
    // A code and the cell it was read from must tell the same story, or the count below would prove nothing.
    assert.equal(code ?? sentinel, CODES[raw], raw)
    counts[raw] = (counts[raw] ?? 0) + 1
  }
  return counts
}
const CODES: Record<string, string> = {
  'Not Started': 'not-started',
  Limited: 'limited',
  Substantial: 'substantial',
  Complete: 'complete',
  Withdrawn: 'withdrawn',
  Unclear: 'unclear',
  ND: 'no-data',
  NR: 'not-reviewed',
  NA: 'not-applicable',
}

test('every commitment arrives, none refused, from as many countries as published', { skip }, () => {
  const { records, report, expected } = imported()
  assert.deepEqual([report.rows.read, records.length, report.rows.refused], [expected.rows, expected.rows, 0])
  assert.equal(new Set(records.map((record) => textOf(value(record, 'country')))).size, expected.countries)
  assert.equal(new Set(records.map((record) => record.sourceKey)).size, expected.rows)
})

test('both completion columns have the published distribution, with three different nulls', { skip }, () => {
  const { records, expected } = imported()
  assert.deepEqual(distribution(records, 0), expected.completion_end_of_term)
  assert.deepEqual(distribution(records, 1), expected.completion_progress_report)
})

test('high completion is 63 of 107 assessed commitments, 58.9 %', { skip }, () => {
  const { records, expected } = imported()
  const SCORED = ['not-started', 'limited', 'substantial', 'complete']
  const codes = records
    .flatMap((record) => codeOf(value(record, 'completion')) ?? [])
    .filter((code) => SCORED.includes(code))
  const high = codes.filter((code) => code === 'substantial' || code === 'complete')
  assert.deepEqual([high.length, codes.length], [expected.high_completion, expected.assessed])
  const { low, high: top } = wilson(high.length, codes.length)
  assert.deepEqual([low.toFixed(3), top.toFixed(3)], ['0.494', '0.677'])
})

test('our reading of assessed and high completion agrees with the publisher on every single row', { skip }, () => {
  const { records } = imported()
  for (const record of records) {
    const code = codeOf(value(record, 'completion')) ?? ''
    assert.equal(
      ['not-started', 'limited', 'substantial', 'complete'].includes(code),
      record.raw['Comp Assessed'] === '1',
      record.sourceKey,
    )
    assert.equal(['substantial', 'complete'].includes(code), record.raw['High Completion'] === '1', record.sourceKey)
  }
})

test('supporting institutions are stated as often as published; two of those cells say "none" in their own words', {
  skip,
}, () => {
  const { records, expected } = imported()
  const supporting = records.map((record) => value(record, 'supportingInstitutions'))
  const stated = supporting.filter((cell) => !(cell.kind === 'null' && cell.declared))
  assert.equal(stated.length, expected.with_supporting_institution)
  assert.deepEqual(
    stated
      .filter((cell) => cell.kind === 'null')
      .map((cell) => cell.raw)
      .sort(),
    ['N/A', 'Unclear'],
  )
  assert.equal(
    stated.filter((cell) => institutionsOf(cell).length > 0).length,
    expected.with_supporting_institution - 2,
  )
})

test('every date style of the file is read, none is left unreadable, and the raw cell stays', { skip }, () => {
  const { records, expected } = imported()
  for (const [field, column, styles] of [
    ['startDate', 'Start Date', expected.start_date_examples],
    ['dueDate', 'End Date', expected.end_date_examples],
  ] as const) {
    const met = new Set<string>()
    for (const record of records) {
      const cell = value(record, field)
      assert.notEqual(cell.kind, 'unreadable', cell.raw)
      assert.equal(cell.raw, record.raw[column])
      met.add(cell.raw.replace(/\d/g, '9'))
    }
    assert.deepEqual([...met].sort(), [...styles].sort())
  }
})

test('dates mean what they say: season, quarter, lone year behind 1905, the order of the row', { skip }, () => {
  const { records } = imported()
  const days = (key: string) => {
    const record = records.find((one) => one.sourceKey === key)!
    return [firstDayOf(value(record, 'startDate')), lastDayOf(value(record, 'dueDate'))]
  }
  assert.deepEqual(days('NL0058'), ['2023-01-01', '2027-12-31'])
  assert.deepEqual(days('BG0027'), ['2014-07-01', '2016-12-31'])
  assert.deepEqual(days('AL0063'), ['2018-01-01', '2020-12-31'])
  const due = records.map((record) => value(record, 'dueDate'))
  assert.equal(due.filter((cell) => cell.kind === 'date' && cell.date.kind === 'ongoing').length, 1)
  for (const record of records) {
    const [first, last] = days(record.sourceKey)
    assert.ok(!first || !last || first <= last, `${record.sourceKey}: ${first} ${last}`)
  }
})

test('the map proposed from the header alone reaches the same indicator', { skip }, () => {
  const { table } = imported()
  const { map, missing } = proposeMap(
    table.header,
    table.rows.slice(0, 50).map((row) => row.cells),
    'commitments',
  )
  assert.deepEqual(missing, [])
  const reading = readRecords(table, map)
  assert.ok(reading.ok)
  const codes = reading.records.flatMap((record) => codeOf(value(record, 'completion')) ?? [])
  assert.equal(codes.filter((code) => code === 'substantial' || code === 'complete').length, 63)
})
