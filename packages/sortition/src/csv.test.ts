import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCsv } from './csv.ts'

test('a byte order mark, CRLF, quotes, doubled quotes and line breaks in a field are read; lines are counted', () => {
  const records = readCsv('\uFEFFid,"a ""b"""\r\n1,"two\r\nlines"\r\n\r\n2,x\r\n', 'f.csv')
  assert.deepEqual(records, [
    { line: 1, fields: ['id', 'a "b"'] },
    { line: 2, fields: ['1', 'two\r\nlines'] },
    { line: 5, fields: ['2', 'x'] },
  ])
})

test('a last line without a line end counts, an empty file has no records', () => {
  assert.equal(readCsv('a,b\n1,2', 'f.csv').length, 2)
  assert.equal(readCsv('', 'f.csv').length, 0)
})

for (const [what, text, message] of [
  ['an open quote', 'a,b\n1,"2\n', /^f\.csv line 2: a quote is opened and never closed$/],
  ['text after a quote', 'a,b\n1,"2"x\n', /^f\.csv line 2: after a closing quote/],
  ['a stray quote', 'a,b\n1,2"\n', /^f\.csv line 2: a quote inside a field/],
  ['a short line', 'a,b\n1\n', /^f\.csv line 2: 1 fields, 2 expected$/],
  ['a long line', 'a,b\n1,2\n1,2,3\n', /^f\.csv line 3: 3 fields, 2 expected$/],
  ['a control character', 'a,b\n1,\u0000\n', /^f\.csv line 2: a control character/],
  ['bytes that are not UTF-8', 'a,b\n1,\uFFFD\n', /^f\.csv line 2: a control character, or text that is not UTF-8$/],
] as const)
  test(`${what} is refused with file and line`, () => {
    assert.throws(() => readCsv(text, 'f.csv'), { name: 'InputError', message })
  })

test('whatever is written in quotes is read back', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', 'x') }).map((text) => `<${text}>`)
  const row = fc.array(field, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const text = rows.map((fields) => fields.map((f) => `"${f.replaceAll('"', '""')}"`).join(',')).join('\n')
      assert.deepEqual(
        readCsv(text, 'f').map(({ fields }) => fields),
        rows,
      )
    }),
  )
})
