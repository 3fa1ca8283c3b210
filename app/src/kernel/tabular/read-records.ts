import { type ColumnMap, columnIndex, columnsOf, type FieldMap, indexesOf, missingColumns } from './column-map.ts'
import { inferDateOrder, inferSerials, orderOf } from './date-order.ts'
import type { FieldValue } from './field-value.ts'
import { oneLine } from './plain-text.ts'
import { type Cell, type FieldPlan, type RowHints, readField } from './read-field.ts'
import { inferNumberStyle } from './read-number.ts'
import type { Table, TableRow } from './read-table.ts'
import { emptyReport, noteRefusal, noteRepair, type Refusal, type Repair, type RepairReport } from './repair-report.ts'
import { readSentinel } from './sentinels.ts'
import { countTitles, sourceKeyOf, type Titles } from './source-key.ts'
import { TARGETS, type TargetField } from './targets.ts'

/**
 * One row as a record of the target. `line` is where it begins in the file; `sourceKey` stays the same from one import
 * to the next; `values` has every mapped field, a null or unreadable one too; `raw` every cell by its column.
 */
export type TableRecord = {
  line: number
  sourceKey: string
  values: Readonly<Record<string, FieldValue>>
  raw: Readonly<Record<string, string>>
  repairs: Repair[]
}

/** `columns` are those that the map names and the table lacks; then nothing is read. */
export type RecordsReading =
  | { ok: true; records: TableRecord[]; report: RepairReport }
  | { ok: false; columns: { column: string; where: string }[] }

/** `known`: keys of organisations that exist already, so that their names are never cut apart. */
export type RecordOptions = { known?: ReadonlySet<string> }

/** Reads every row of the table by the map. Each row becomes a record or a refusal with its line and reason. */
export function readRecords(table: Table, map: ColumnMap, { known = new Set() }: RecordOptions = {}): RecordsReading {
  const missing = missingColumns(map, table.header)
  if (missing.length > 0) return { ok: false, columns: missing }
  const report = emptyReport()
  report.rows.blank = table.blank
  report.unusedColumns = unusedColumns(table, map)
  for (const repair of table.repairs) noteRepair(report, repair)
  const rows = filledDown(table, map, report)
  const plans = Object.entries(map.fields).map(([name, field]) => ({
    name,
    field,
    plan: planOf(name, field, map, table.header, rows),
  }))
  const dateColumns = plans
    .filter(({ plan }) => plan.kind.startsWith('date'))
    .flatMap(({ field }) => indexesOf(field, table.header))
  const titles = countTitles(rows, table.header, map)
  const lineOfKey = new Map<string, number>()
  const records: TableRecord[] = []
  for (const row of rows) {
    report.rows.read++
    const record = readRow(row, table.header, map, plans, { order: orderInRow(row, dateColumns), known }, titles)
    for (const repair of record.repairs) noteRepair(report, repair)
    const refusal = refusalOf(record, plans, lineOfKey)
    if (refusal) noteRefusal(report, refusal)
    else {
      records.push(record)
      lineOfKey.set(record.sourceKey, record.line)
    }
  }
  return { ok: true, records, report }
}

type Planned = { name: string; field: FieldMap; plan: FieldPlan }

function unusedColumns(table: Table, map: ColumnMap): string[] {
  const used = new Set([
    ...(map.key ?? []).map((column) => columnIndex(table.header, column)),
    ...Object.values(map.fields).flatMap((field) => indexesOf(field, table.header)),
  ])
  return table.header.filter((_, index) => !used.has(index))
}

/** Merged cells leave blanks below their first row: where the map says so, a blank takes the cell above it. */
function filledDown(table: Table, map: ColumnMap, report: RepairReport): TableRow[] {
  const columns = Object.values(map.fields).flatMap((field) => (field.fillDown ? indexesOf(field, table.header) : []))
  const above = new Map<number, string>()
  return table.rows.map(({ line, cells }) => {
    const filled = [...cells]
    if (totalOf(cells)) return { line, cells }
    for (const column of columns) {
      const last = above.get(column)
      if (filled[column]!.trim() !== '') above.set(column, filled[column]!)
      else if (last !== undefined) {
        filled[column] = last
        noteRepair(report, {
          line,
          column: table.header[column]!,
          reason: 'filled-from-above',
          raw: '',
          read: oneLine(last),
        })
      }
    }
    return { line, cells: filled }
  })
}

/** What the map says, then what the field's target says, then what its columns tell. */
function planOf(
  name: string,
  field: FieldMap,
  map: ColumnMap,
  header: readonly string[],
  rows: readonly TableRow[],
): FieldPlan {
  const target: TargetField = TARGETS[map.target][name]!
  const kind = field.kind ?? target.kind
  const sentinels = { ...map.sentinels, ...field.sentinels }
  const cells = indexesOf(field, header).flatMap((index) => rows.map((row) => row.cells[index]!))
  const filled = cells.filter((cell) => !readSentinel(cell, sentinels))
  const dates = kind === 'date' || kind === 'date-interval'
  const numbers = kind === 'number' || kind === 'money'
  return {
    kind,
    field,
    target,
    sentinels,
    order: field.order
      ? { order: field.order, from: 'map' }
      : { order: dates ? inferDateOrder(filled).order : 'dmy', from: 'column' },
    serials: field.serials ?? (dates && inferSerials(filled)),
    style: field.decimal
      ? { decimal: field.decimal, certain: true }
      : numbers
        ? inferNumberStyle(filled)
        : { decimal: ',', certain: false },
  }
}

/** The order that the dates of this row tell when they agree: a row is written by one hand, a column by many. */
function orderInRow(row: TableRow, dateColumns: readonly number[]): RowHints['order'] {
  const told = new Set(
    dateColumns.map((index) => orderOf(row.cells[index]!)).filter((order) => order === 'dmy' || order === 'mdy'),
  )
  return told.size === 1 ? [...told][0]! : null
}

function readRow(
  row: TableRow,
  header: readonly string[],
  map: ColumnMap,
  plans: readonly Planned[],
  hints: RowHints,
  titles: Titles,
): TableRecord {
  const repairs: Repair[] = []
  const values: Record<string, FieldValue> = {}
  for (const { name, field, plan } of plans) {
    const cells: Cell[] = indexesOf(field, header).map((index) => ({ column: header[index]!, raw: row.cells[index]! }))
    if (field.constant !== undefined) cells.push({ column: null, raw: field.constant })
    values[name] = readField(cells, plan, hints, (reason, { column, raw }, read) =>
      repairs.push({ line: row.line, column, reason, raw, read }),
    )
  }
  const raw = Object.fromEntries(header.map((column, index) => [column, row.cells[index]!]))
  return { line: row.line, sourceKey: sourceKeyOf(row.cells, header, map, values, titles), values, raw, repairs }
}

const TOTAL = /^(sub|grand )?\s?-?(total|jumlah|jumlah total|total keseluruhan|jumlah keseluruhan)\s*:?$/i

/** "Jumlah", "Total" … when it is the first filled cell of a row; `null` for other rows. */
function totalOf(cells: readonly string[]): string | null {
  const first = oneLine(cells.find((cell) => cell.trim() !== '') ?? '')
  return TOTAL.test(first) ? first : null
}

function refusalOf(
  record: TableRecord,
  plans: readonly Planned[],
  lineOfKey: ReadonlyMap<string, number>,
): Refusal | null {
  const total = totalOf(Object.values(record.raw))
  if (total) return { line: record.line, reason: 'total-row', detail: total }
  for (const { name, field, plan } of plans) {
    if (!(field.required ?? plan.target.required)) continue
    const value = record.values[name]!
    const column = columnsOf(field).join(', ') || name
    if (value.kind === 'unreadable')
      return {
        line: record.line,
        reason: 'required-unreadable',
        detail: `${column}: ${oneLine(value.raw).slice(0, 120)}`,
      }
    if (value.kind === 'null') return { line: record.line, reason: 'required-missing', detail: column }
  }
  const earlier = lineOfKey.get(record.sourceKey)
  return earlier === undefined
    ? null
    : { line: record.line, reason: 'key-repeated', detail: `${record.sourceKey} = ${earlier}` }
}
