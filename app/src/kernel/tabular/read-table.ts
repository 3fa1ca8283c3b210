import { parse } from 'csv-parse/sync'
import { closeQuotes } from './close-quotes.ts'
import { decodeBytes, type Encoding } from './decode-bytes.ts'
import { findHeader, type RawRow } from './find-header.ts'
import type { Repair } from './repair-report.ts'
import { type Delimiter, sniffDelimiter } from './sniff-delimiter.ts'

/** A row of data: one cell a column of the header, untouched but for line ends (always \n). */
export type TableRow = { line: number; cells: string[] }

export type Dialect = { encoding: Encoding; bom: boolean; delimiter: Delimiter; quoted: boolean }

/** A foreign table as text. `blank` counts the rows without any filled cell; they are not in `rows`. */
export type Table = {
  header: string[]
  headerLine: number
  rows: TableRow[]
  blank: number
  dialect: Dialect
  repairs: Repair[]
}

/** Why a file is no table, with the figure that was met and the limit where there is one. */
export type TableProblem =
  | {
      reason: 'too-large' | 'too-many-rows' | 'too-many-columns' | 'cell-too-long'
      found: number
      limit: number
      line: number | null
    }
  | { reason: 'no-rows' }

export type TableReading = { ok: true; table: Table } | { ok: false; problem: TableProblem }

/** Limits in bytes, rows, columns and characters of a cell; `encoding` and `delimiter` replace the guess. */
export type TableOptions = {
  maxBytes?: number
  maxRows?: number
  maxColumns?: number
  maxCell?: number
  encoding?: Encoding
  delimiter?: Delimiter
}

export const TABLE_LIMITS = { maxBytes: 20_000_000, maxRows: 100_000, maxColumns: 500, maxCell: 100_000 } as const

/** At least as many as may stand above the first row of data. */
const rowsOfHeader = 100

/** Reads a delimited file of unknown origin. Nothing is thrown for bad input: see TableProblem and `repairs`. */
export function readTable(bytes: Uint8Array, options: TableOptions = {}): TableReading {
  const limits = { ...TABLE_LIMITS, ...options }
  if (bytes.length > limits.maxBytes) return tooMuch('too-large', bytes.length, limits.maxBytes)
  const decoded = decodeBytes(bytes, options.encoding)
  const text = decoded.text.replace(/\r\n?/g, '\n')
  const delimiter = options.delimiter ?? sniffDelimiter(text)
  const most = limits.maxRows + rowsOfHeader
  const { rows, quoted, repairs: quotes } = readRows(text, delimiter, most)
  if (rows.length === most) return tooMuch('too-many-rows', text.split('\n').length, limits.maxRows)
  const beyond = overLimits(rows, limits)
  if (beyond) return beyond
  const repairs = [...decoded.repairs, ...quotes]
  const told = /^sep=.$/i.test(rows[0]?.cells.join(delimiter).trim() ?? '') || /^sep=.\n/i.test(text)
  const found = findHeader(told ? rows.slice(1) : rows)
  if (!found) return { ok: false, problem: { reason: 'no-rows' } }
  const data = (told ? rows.slice(1) : rows).slice(found.dataFrom)
  if (data.length > limits.maxRows) return tooMuch('too-many-rows', data.length, limits.maxRows)
  const columns = usedColumns(found.names, data)
  const header = Array.from({ length: columns }, (_, index) => found.names[index] ?? `#${index + 1}`)
  const filled = data.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  const dialect: Dialect = { encoding: decoded.encoding, bom: decoded.bom, delimiter, quoted }
  const kept = found.repairs.filter((repair) => repair.column === null || header.includes(repair.column))
  repairs.push(...kept, ...filled.flatMap((row) => raggedness(row, found.names.length)))
  const table: Table = {
    header,
    headerLine: found.line,
    rows: filled.map(({ line, cells }) => ({ line, cells: header.map((_, index) => cells[index] ?? '') })),
    blank: data.length - filled.length,
    dialect,
    repairs,
  }
  return { ok: true, table }
}

/**
 * The records, `most` of them: an uneven one costs the parser 20 µs, so a megabyte of line breaks would keep it busy for
 * 20 s. The mark of a quotation that is never closed is left out, instead of losing all that follows it.
 */
function readRows(
  text: string,
  delimiter: Delimiter,
  most: number,
): { rows: RawRow[]; quoted: boolean; repairs: Repair[] } {
  const settings = {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: '\n',
    to: most,
  } as const
  const parsed = (source: string, quote: '"' | null) => {
    const records = parse(source, { ...settings, quote }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return records.map(({ record, info: _ }, index) => ({
      line: (records[index - 1]?.info.lines ?? 0) + 1,
      cells: record,
    }))
  }
  const closed = closeQuotes(text, delimiter)
  if (closed) return { rows: parsed(closed.text, '"'), quoted: true, repairs: closed.repairs }
  const ignored = { line: null, column: null, reason: 'quotes-ignored', raw: '"', read: '' } as const
  return { rows: parsed(text, null), quoted: false, repairs: [ignored] }
}

function overLimits(
  rows: readonly RawRow[],
  { maxColumns, maxCell }: { maxColumns: number; maxCell: number },
): TableReading | null {
  for (const { line, cells } of rows) {
    if (cells.length > maxColumns) return tooMuch('too-many-columns', cells.length, maxColumns, line)
    const longest = cells.find((cell) => cell.length > maxCell)
    if (longest) return tooMuch('cell-too-long', longest.length, maxCell, line)
  }
  return null
}

function tooMuch(
  reason: 'too-large' | 'too-many-rows' | 'too-many-columns' | 'cell-too-long',
  found: number,
  limit: number,
  line: number | null = null,
): TableReading {
  return { ok: false, problem: { reason, found, limit, line } }
}

/** Columns up to the last that has a name of its own or a filled cell; spreadsheets leave empty ones behind. */
function usedColumns(names: readonly string[], rows: readonly RawRow[]): number {
  let used = names.findLastIndex((name, index) => name !== `#${index + 1}`) + 1
  for (const { cells } of rows) {
    const last = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (last > used) used = last
  }
  return used
}

/** Missing cells are read as empty; cells beyond the header get columns of their own (#9). Both are said. */
function raggedness({ line, cells }: RawRow, width: number): Repair[] {
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '')
  const found = `${cells.length}/${width}`
  if (extra.length > 0)
    return [{ line, column: null, reason: 'row-long', raw: extra.join(' | ').slice(0, 200), read: found }]
  return cells.length < width
    ? [{ line, column: null, reason: 'row-short', raw: cells.join(' | ').slice(0, 200), read: found }]
    : []
}
