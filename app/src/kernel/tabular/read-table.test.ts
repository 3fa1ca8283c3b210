import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readTable, type Table, type TableOptions } from './read-table.ts'

const TEXT = 'Nama,Kota,Catatan\nJosé,Bogotá,"dua\nbaris"\nSiti,Yogyakarta,"kutip ""ganda"", koma"\n'
const ROWS = [
  ['José', 'Bogotá', 'dua\nbaris'],
  ['Siti', 'Yogyakarta', 'kutip "ganda", koma'],
]
const utf8 = (text: string) => new TextEncoder().encode(text)
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

function tableOf(bytes: Uint8Array, options?: TableOptions): Table {
  const reading = readTable(bytes, options)
  assert.ok(reading.ok, JSON.stringify(reading))
  return reading.table
}
const cells = (table: Table) => table.rows.map((row) => row.cells)
const reasons = (table: Table) => table.repairs.map((repair) => repair.reason)

const ENCODED: readonly (readonly [string, Uint8Array, string, boolean])[] = [
  ['UTF-8', utf8(TEXT), 'utf-8', false],
  ['UTF-8 with a mark', utf8(`\ufeff${TEXT}`), 'utf-8', true],
  ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le', true],
  ['UTF-16 big-endian with a mark', swapped(Buffer.from(`\ufeff${TEXT}`, 'utf16le')), 'utf-16be', true],
  ['UTF-16 little-endian without a mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le', false],
  ['UTF-16 big-endian without a mark', swapped(Buffer.from(TEXT, 'utf16le')), 'utf-16be', false],
  ['Windows-1252', Buffer.from(TEXT, 'latin1'), 'windows-1252', false],
  ['UTF-8 with Windows line ends', utf8(TEXT.replaceAll('\n', '\r\n')), 'utf-8', false],
  ['UTF-8 with old Macintosh line ends', utf8(TEXT.replaceAll('\n', '\r')), 'utf-8', false],
]
for (const [what, bytes, encoding, bom] of ENCODED)
  test(`a table in ${what} is read as it was written`, () => {
    const table = tableOf(bytes)
    assert.deepEqual(table.header, ['Nama', 'Kota', 'Catatan'])
    assert.deepEqual(cells(table), ROWS)
    assert.deepEqual([table.dialect.encoding, table.dialect.bom], [encoding, bom])
    assert.deepEqual(
      table.rows.map((row) => row.line),
      [2, 4],
    )
    assert.equal(reasons(table).includes('encoding-assumed'), !bom && encoding !== 'utf-8')
  })

test('whichever delimiter, cells with line breaks, quotes or delimiters in them come back as they were', () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'ab ;,|\t"\n\'=é1'), maxLength: 8 })
    .map((text) => text.trim() || 'x')
  const row = fc.array(cell, { minLength: 3, maxLength: 3 })
  // Quotes around other delimiters, also of a cell and its neighbour, make a table that reads well in two ways.
  const readsOneWay = (rows: string[][]) => !(/"/.test(rows.flat().join('')) && /[;,|\t]/.test(rows.flat().join('')))
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }).filter(readsOneWay),
      fc.constantFrom(',', ';', '\t', '|'),
      (rows, delimiter) => {
        const quoted = [['kode', 'judul', 'isi'], ...rows].map((one) =>
          one.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
        )
        const table = tableOf(utf8(`${quoted.join('\n')}\n`))
        assert.equal(table.dialect.delimiter, delimiter)
        assert.deepEqual(cells(table), rows)
      },
    ),
  )
})

test('a delimiter is told from commas inside numbers and texts, or by a line sep=', () => {
  assert.equal(tableOf(utf8('a;b;c\n1,5;2,5;3,5\n1,0;2,0;x, y\n')).dialect.delimiter, ';')
  assert.deepEqual(tableOf(utf8('sep=|\na|b;c\n1|2\n')).header, ['a', 'b;c'])
  assert.equal(tableOf(utf8('a\n1\n2\n')).rows.length, 2)
})

test('ragged rows are kept and said: missing cells are empty, surplus cells get columns of their own', () => {
  const table = tableOf(utf8('a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12,\n'))
  assert.deepEqual(table.header, ['a', 'b', 'c', '#4'])
  assert.deepEqual(cells(table)[1], ['4', '5', '', ''])
  assert.deepEqual(cells(table)[2], ['6', '7', '8', '9'])
  assert.deepEqual(
    table.repairs.map(({ line, reason }) => [line, reason]),
    [
      [3, 'row-short'],
      [4, 'row-long'],
    ],
  )
})

test('empty and repeated column names are numbered, empty columns at the edge go, blank rows are counted', () => {
  const table = tableOf(utf8('Nama,,Nama,,\nA,x,B,,\n,,,,\nC,y,D,,\n'))
  assert.deepEqual(table.header, ['Nama', '#2', 'Nama (2)'])
  assert.equal(table.blank, 1)
  assert.deepEqual(reasons(table), ['header-empty', 'header-repeated'])
})

test('titles above the header, a second header row and a row of column numbers are recognised', () => {
  const table = tableOf(
    utf8('DAFTAR KEGIATAN;;;\n;;;\nNo;Kegiatan;Jadwal;\n;;Mulai;Selesai\n1;2;3;4\n1;Rapat;Mei;Juni\n'),
  )
  assert.deepEqual(table.header, ['No', 'Kegiatan', 'Jadwal / Mulai', 'Jadwal / Selesai'])
  assert.deepEqual(cells(table), [['1', 'Rapat', 'Mei', 'Juni']])
  assert.deepEqual(reasons(table), ['lines-before-header', 'header-merged', 'numbering-row-skipped'])
})

test('a row of data below a header with an unnamed column is not taken for a second header', () => {
  assert.equal(tableOf(utf8('Nama,,Kota\nSiti,x,Solo\nBudi,y,Kudus\n')).rows.length, 2)
})

test('a quotation that never closes loses no rows', () => {
  const table = tableOf(utf8('a,b\n"x,2\n3,4\n'))
  assert.deepEqual(cells(table), [
    ['x', '2'],
    ['3', '4'],
  ])
  assert.deepEqual(table.repairs, [{ line: 2, column: null, reason: 'quote-unclosed', raw: '"x,2', read: 'x,2' }])
  assert.deepEqual(cells(tableOf(utf8('a,b\n5" pipe,2\n')))[0], ['5" pipe', '2'])
  const mixed = tableOf(utf8('a,b\n1,"Unclosed quote\n2,"x, ""y"" z"\n3,"line\nbreak"\n4,"open\n'))
  assert.deepEqual(cells(mixed), [
    ['1', 'Unclosed quote'],
    ['2', 'x, "y" z'],
    ['3', 'line\nbreak'],
    ['4', 'open'],
  ])
  assert.deepEqual(
    mixed.repairs.map(({ line, reason }) => [line, reason]),
    [
      [2, 'quote-unclosed'],
      [6, 'quote-unclosed'],
    ],
  )
  const unquoted = tableOf(utf8(`a,b\n${'"x,1\n'.repeat(30)}`))
  assert.deepEqual([unquoted.rows.length, reasons(unquoted)], [30, ['quotes-ignored']])
})

test('quotation marks anywhere never make reading fail', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^["a,;\n ]{0,60}$/), (text) => {
      assert.equal(tableOf(utf8(`x,y\n1,2\n${text}`)).header[0]?.startsWith('x'), true)
    }),
    { numRuns: 1_000 },
  )
})

test('files that are too large, too wide or empty are refused with the figure and the limit', () => {
  const problem = (text: string, options: TableOptions) => readTable(utf8(text), options)
  assert.deepEqual(problem('a,b\n1,2\n', { maxBytes: 7 }), {
    ok: false,
    problem: { reason: 'too-large', found: 8, limit: 7, line: null },
  })
  assert.deepEqual(problem('a\n1\n2\n3\n', { maxRows: 2 }), {
    ok: false,
    problem: { reason: 'too-many-rows', found: 3, limit: 2, line: null },
  })
  assert.deepEqual(problem('a,b\n1,2\n1,2,3\n', { maxColumns: 2 }), {
    ok: false,
    problem: { reason: 'too-many-columns', found: 3, limit: 2, line: 3 },
  })
  assert.deepEqual(problem('a,b\n1,22222\n', { maxCell: 4 }), {
    ok: false,
    problem: { reason: 'cell-too-long', found: 5, limit: 4, line: 2 },
  })
  assert.deepEqual(problem(' \n\n', {}), { ok: false, problem: { reason: 'no-rows' } })
})

test('no bytes whatever make reading fail, and every row has a cell for every column', () => {
  const scraps = fc
    .array(fc.constantFrom(',', ';', '"', '\n', '\r', 'a', '1', '\0', '\ufeff', 'é'), { maxLength: 40 })
    .map((parts) => utf8(parts.join('')))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), scraps), (bytes) => {
      const reading = readTable(bytes)
      if (!reading.ok) return
      assert.equal(new Set(reading.table.header).size, reading.table.header.length)
      for (const row of reading.table.rows) assert.equal(row.cells.length, reading.table.header.length)
    }),
    { numRuns: 500 },
  )
})
