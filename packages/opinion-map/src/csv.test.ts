import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CsvReader, InputError, readCsv } from './csv.ts'

const file = (text: string) => ({ name: 'votes.csv', bytes: new TextEncoder().encode(text) })

function records(text: string): string[][] {
  const reader = readCsv(file(text))
  const all: string[][] = []
  while (reader.next()) all.push(fieldsOf(reader))
  return all
}

function fieldsOf(reader: CsvReader): string[] {
  return Array.from({ length: reader.fields() }, (_, field) => reader.text(field))
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

test('whatever is written between quotes comes back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'ü', ' ', '我') })
  const row = fc.array(cell, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
      const text = rows.map((cells) => cells.map(quoted).join(',')).join(end)
      assert.deepEqual(records(text), rows)
      assert.deepEqual(records(text + end), rows)
    }),
  )
})

test('lines may end in any way, blank lines and a byte order mark are skipped', () => {
  assert.deepEqual(records('\ufeffa,b\r\n\r\n1,2\r\n'), [
    ['a', 'b'],
    ['1', '2'],
  ])
  assert.deepEqual(records('a,b\r1,2\n\n3,4'), [
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ])
  assert.deepEqual(records('a,,\n,'), [
    ['a', '', ''],
    ['', ''],
  ])
  assert.deepEqual(records(''), [])
  assert.deepEqual(records('\n\n'), [])
})

test('lines are counted through quoted line breaks', () => {
  const reader = readCsv(file('a\n"one\ntwo\r\nthree"\n\nend'))
  const lines: number[] = []
  while (reader.next()) lines.push(reader.line())
  assert.deepEqual(lines, [1, 2, 6])
})

test('a whole number is read as one, and nothing else is', () => {
  const reader = readCsv(file('12,-1,"7",,x,1.5,1e3,1234567890123456,-,"",0,-0'))
  reader.next()
  const numbers = Array.from({ length: reader.fields() }, (_, field) => reader.integer(field))
  const none = Number.NaN
  assert.deepEqual(numbers, [12, -1, 7, none, none, none, none, none, none, none, 0, 0])
  assert.ok(Number.isNaN(reader.integer(99)))
  assert.equal(reader.text(99), '')
  assert.equal(reader.isEmpty(99), true)
})

test('more columns than expected are no trouble', () => {
  const wide = Array.from({ length: 500 }, (_, at) => String(at))
  assert.deepEqual(records(wide.join(',')), [wide])
})

test('a quote that is never closed is named by the line on which it opens', () => {
  assert.throws(() => records('a,b\n1,2\n3,"never\nclosed'), {
    name: 'InputError',
    message: 'votes.csv line 3: a quote is opened and never closed, expected a closing "',
  })
  assert.ok(new InputError('f', 1, 'x') instanceof Error)
})
