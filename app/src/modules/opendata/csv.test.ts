import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvLine, guarded, unguarded } from './csv.ts'

const dangerous = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n;\',"aé＝ 1') })
const cells = fc.array(fc.oneof(dangerous, fc.string(), fc.constant(null)), { minLength: 2, maxLength: 6 })

describe('a cell', () => {
  test('is never computed by a spreadsheet, whichever separator it believes in', () => {
    for (const begin of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
      assert.ok(guarded(`${begin}HYPERLINK("http://a.example","b")`).startsWith("'"), JSON.stringify(begin))
    assert.equal(guarded('a;=1+1'), "a;'=1+1")
    assert.equal(guarded('a\n@SUM(1)'), "a\n'@SUM(1)")
    fc.assert(fc.property(dangerous, (text) => !/(^|[;\t\r\n])[=+\-@＝＋－＠]/.test(guarded(text))))
  })

  test('says what it said once one apostrophe is taken away', () => {
    assert.equal(guarded("'Aisyiyah"), "''Aisyiyah")
    assert.equal(guarded('5 - 3 = 2; a'), '5 - 3 = 2; a')
    fc.assert(fc.property(fc.oneof(dangerous, fc.string()), (text) => unguarded(guarded(text)) === text))
  })

  test('is read back by another reader of RFC 4180, whatever is in it', () => {
    assert.equal(csvLine(['a', null, 'b "c"', 'd\r\ne', '']), 'a,,"b ""c""","d\r\ne",\r\n')
    fc.assert(
      fc.property(cells, (row) => {
        const told = parse(csvLine(['x', ...row]), { record_delimiter: '\r\n', relax_column_count: true }) as string[][]
        assert.deepEqual(told, [['x', ...row.map((cell) => cell ?? '')]])
      }),
    )
  })
})
