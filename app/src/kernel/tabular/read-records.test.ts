import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type ColumnMap, columnMapSchema } from './column-map.ts'
import { codeOf, firstDayOf, institutionsOf, itemsOf, lastDayOf, numberOf, textOf } from './field-value.ts'
import { proposeMap } from './propose-map.ts'
import { type RecordOptions, readRecords, type TableRecord } from './read-records.ts'
import { readTable, type Table } from './read-table.ts'
import type { RepairReport } from './repair-report.ts'
import { renderReport } from './repair-wording.ts'
import type { TargetName } from './targets.ts'

function tableOf(source: string | Uint8Array): Table {
  const reading = readTable(typeof source === 'string' ? new TextEncoder().encode(source) : source)
  assert.ok(reading.ok)
  return reading.table
}
const fixture = (name: string) => tableOf(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))
const proposal = (table: Table, target: TargetName) =>
  proposeMap(
    table.header,
    table.rows.map((row) => row.cells),
    target,
  )

function recordsOf(
  table: Table,
  map: unknown,
  options?: RecordOptions,
): { records: TableRecord[]; report: RepairReport } {
  const reading = readRecords(table, columnMapSchema.parse(map), options)
  assert.ok(reading.ok, JSON.stringify(reading))
  return reading
}
const repairs = (report: RepairReport, column: string | null) =>
  Object.fromEntries(report.repaired.filter((one) => one.column === column).map((one) => [one.reason, one.count]))
const map = (target: TargetName, fields: ColumnMap['fields'], more: Partial<ColumnMap> = {}) => ({
  target,
  fields,
  ...more,
})

test('an Indonesian plan never seen before, with titles, merged cells and rupiah, is read by the proposed map alone', () => {
  const table = fixture('rencana-aksi-kabupaten.csv')
  const { map, missing, unused } = proposal(table, 'tasks')
  assert.deepEqual([missing, unused], [[], ['No.']])
  const { records, report } = recordsOf(table, map)
  assert.deepEqual(
    records.map(({ values }) => [
      firstDayOf(values.startDate),
      lastDayOf(values.dueDate),
      numberOf(values.budget),
      codeOf(values.state),
    ]),
    [
      ['2025-01-02', '2025-12-31', 1_250_000, 'in-progress'],
      ['2025-01-01', '2025-12-31', 850_000_000, 'done'],
      ['2025-03-05', '2025-06-30', 1_200_000_000, 'open'],
      ['2025-03-01', '2025-10-31', 2_400_000_000.5, 'blocked'],
      [null, null, 975_500_000, null],
    ],
  )
  assert.deepEqual(
    records.map(({ values }) => textOf(values.objective)),
    [...Array(3).fill('Cakupan layanan ibu hamil'), ...Array(2).fill('Sanitasi dan air minum')],
  )
  assert.deepEqual(
    records.map(({ values }) => institutionsOf(values.consulted).map((one) => one.acronym ?? one.name)),
    [['DP3AKB', 'TP PKK'], [], ['Kantor Kementerian Agama'], ['Bappeda', 'Pemerintah Desa'], []],
  )
  const due = records[4]!.values.dueDate!
  assert.equal(due.kind === 'date' && due.date.kind, 'ongoing')
  assert.deepEqual(records[4]!.values.state, { kind: 'unreadable', raw: 'Ditangguhkan sementara' })
  assert.deepEqual(report.refused, [
    { line: 13, reason: 'required-missing', detail: 'Uraian Kegiatan' },
    { line: 14, reason: 'total-row', detail: 'Jumlah' },
  ])
  assert.deepEqual([report.rows.read, report.rows.refused, records.length], [7, 2, 5])
})

test('a foreign list of organisations keeps acronyms, former names, parents and dissolved bodies', () => {
  const table = fixture('organisations.tsv')
  const { map, unused } = proposal(table, 'organisations')
  assert.deepEqual(unused, [])
  const { records, report } = recordsOf(table, map)
  assert.deepEqual(
    records.map(({ values }) => [
      textOf(values.name),
      itemsOf(values.acronyms),
      itemsOf(values.formerNames),
      textOf(values.parent),
      codeOf(values.kind),
      lastDayOf(values.dissolvedOn),
    ]),
    [
      ['Ministry of Trade, Industry and Energy', ['MOTIE'], ['Ministry of Knowledge Economy'], null, 'agency', null],
      ['River Basin Office (dissolved)', ['RBO'], [], 'Ministry of Water', 'agency', '2013-03-31'],
      ['Han River Watch', ['HRW', 'HaRiWa'], ['Friends of the Han', 'Han River Society'], null, 'non-profit', null],
    ],
  )
  assert.equal(textOf(records[2]!.values.website), '=not-a-formula')
  assert.deepEqual(
    report.refused.map(({ line, reason }) => [line, reason]),
    [
      [5, 'required-missing'],
      [6, 'key-repeated'],
    ],
  )
})

test('the same table as UTF-16 with tabs gives the same records', () => {
  const text = readFileSync(new URL('./fixtures/rencana-aksi-kabupaten.csv', import.meta.url), 'utf8')
  const other = tableOf(Buffer.from(`\ufeff${text.replaceAll(/;(?! Pemerintah)/g, '\t')}`, 'utf16le'))
  assert.equal(other.dialect.delimiter, '\t')
  const { map } = proposal(other, 'tasks')
  const values = (table: Table) => recordsOf(table, map).records.map((record) => record.values)
  assert.deepEqual(values(other), values(fixture('rencana-aksi-kabupaten.csv')))
})

test('an ambiguous date follows the other date of its row before it follows the column', () => {
  const table = tableOf(
    'id,title,start,end\n1,a,1/7/2014,31/12/2016\n2,b,1/7/2014,12/31/2016\n3,c,1/7/2014,June 2015\n4,d,7/30/2014,8/30/2014\n',
  )
  const { records, report } = recordsOf(
    table,
    map('tasks', {
      id: { column: 'id' },
      title: { column: 'title' },
      startDate: { column: 'start' },
      dueDate: { column: 'end' },
    }),
  )
  assert.deepEqual(
    records.map(({ values }) => firstDayOf(values.startDate)),
    ['2014-07-01', '2014-01-07', '2014-01-07', '2014-07-30'],
  )
  assert.deepEqual(repairs(report, 'start'), { 'date-order-from-row': 2, 'date-order-assumed': 1 })
})

test('spreadsheet serial numbers are dates in a column that has nothing else', () => {
  const table = tableOf('title,start,due\na,41821,2014\nb,42369,41821\n')
  const { records } = recordsOf(
    table,
    map('tasks', { title: { column: 'title' }, startDate: { column: 'start' }, dueDate: { column: 'due' } }),
  )
  assert.deepEqual(
    records.map(({ values }) => [firstDayOf(values.startDate), values.dueDate!.kind]),
    [
      ['2014-07-01', 'date'],
      ['2015-12-31', 'unreadable'],
    ],
  )
})

test('a scale over two columns takes the first that answers, or the highest, and keeps what each said', () => {
  const table = tableOf('title,final,interim\na,ND,Limited\nb,Substantial,Complete\nc,NR,ND\nd,Hampir,ND\n')
  const fields = (combine: 'first' | 'highest') => ({
    title: { column: 'title' },
    completion: { columns: ['final', 'interim'], combine },
  })
  const codes = (combine: 'first' | 'highest') =>
    recordsOf(table, map('commitments', fields(combine))).records.map(({ values }) => codeOf(values.completion))
  assert.deepEqual(codes('first'), ['limited', 'substantial', null, null])
  assert.deepEqual(codes('highest'), ['limited', 'complete', null, null])
  const { records, report } = recordsOf(table, map('commitments', fields('first')))
  const third = records[2]!.values.completion!
  assert.deepEqual(third.kind === 'null' && third.readings?.map((one) => one.sentinel), ['not-reviewed', 'no-data'])
  assert.deepEqual(repairs(report, 'final'), { 'scale-value-unknown': 1 })
})

test('several columns can be one list of bodies, and a constant fills a field', () => {
  const table = tableOf('title,lead,others\na,Dinas Sosial,Bappeda; Dinas Sosial\n')
  const { records } = recordsOf(
    table,
    map('tasks', {
      title: { column: 'title' },
      responsible: { columns: ['lead', 'others'], combine: 'all' },
      territory: { constant: 'Kabupaten Sukamaju' },
    }),
  )
  assert.deepEqual(
    institutionsOf(records[0]!.values.responsible).map((one) => one.name),
    ['Dinas Sosial', 'Bappeda'],
  )
  assert.equal(textOf(records[0]!.values.territory), 'Kabupaten Sukamaju')
})

test('the code of Namibia is a country when the map says that NA is no null there', () => {
  const fields = {
    title: { column: 'title' },
    country: { column: 'country', sentinels: { NA: null } },
    plan: { column: 'plan' },
  }
  const { records } = recordsOf(tableOf('title,country,plan\na,NA,NA\n'), map('commitments', fields))
  assert.equal(textOf(records[0]!.values.country), 'NA')
  assert.equal(records[0]!.values.plan!.kind, 'null')
})

test('a map that names a column the table lacks reads nothing and says which and where', () => {
  const reading = readRecords(
    tableOf('title\na\n'),
    columnMapSchema.parse(
      map('tasks', { title: { column: 'Title' }, dueDate: { column: 'tenggat' } }, { key: ['kode'] }),
    ),
  )
  assert.deepEqual(reading, {
    ok: false,
    columns: [
      { column: 'kode', where: 'key' },
      { column: 'tenggat', where: 'dueDate' },
    ],
  })
})

test('a map with an unknown field, two sources for one field or a misspelt setting is refused', () => {
  for (const wrong of [
    map('tasks', { colour: { column: 'a' } }),
    map('tasks', { title: { column: 'a', constant: 'b' } }),
    map('tasks', { title: {} }),
    { ...map('tasks', {}), sentinals: {} },
    map('tasks', { title: { column: 'a', sentinels: { NA: 'nothing' as 'none' } } }),
  ])
    assert.equal(columnMapSchema.safeParse(wrong).success, false, JSON.stringify(wrong))
})

test('the key of a record stays when other cells change, and every row is a record or a refusal', () => {
  const fields = { title: { column: 'title' }, state: { column: 'status' } }
  const keys = (text: string) =>
    recordsOf(tableOf(text), map('tasks', fields)).records.map((record) => record.sourceKey)
  const [first, second, third] = keys('title,status\nA,planned\nB,planned\nB,done\n')
  assert.deepEqual([first, second === third], ['title:a', false])
  assert.equal(keys('title,status\nA,done\n')[0], first)
  const table = fixture('rencana-aksi-kabupaten.csv')
  const { records, report } = recordsOf(table, proposal(table, 'tasks').map)
  assert.deepEqual(
    [...records, ...report.refused].map((row) => row.line).sort((a, b) => a - b),
    table.rows.map((row) => row.line),
  )
})

test('the report reads in both languages, names line, column and reason, and survives JSON', () => {
  const table = fixture('rencana-aksi-kabupaten.csv')
  const { report } = recordsOf(table, proposal(table, 'tasks').map)
  assert.match(
    renderReport(report, 'id'),
    /7 baris dibaca.*2 ditolak[\s\S]*baris 13 · isian wajib kosong: Uraian Kegiatan/,
  )
  assert.match(renderReport(report, 'en'), /Status · 1 × value not on the scale.*line 12: “Ditangguhkan sementara”/)
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report)
})
