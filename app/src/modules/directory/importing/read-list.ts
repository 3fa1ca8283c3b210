import type { Text } from '#kernel/reason.ts'
import type { ColumnMap } from '#kernel/tabular/column-map.ts'
import { decodeBytes } from '#kernel/tabular/decode-bytes.ts'
import { type MapProposal, proposeMap } from '#kernel/tabular/propose-map.ts'
import { readRecords, type TableRecord } from '#kernel/tabular/read-records.ts'
import { readTable, type Table, type TableProblem } from '#kernel/tabular/read-table.ts'
import type { RepairReport } from '#kernel/tabular/repair-report.ts'
import { formatNumber } from '#ui/language.ts'
import { importWords } from '../words-import.ts'

/** Bytes, rows, columns and characters of a cell that one import takes. */
export const listLimits = { maxBytes: 2_000_000, maxRows: 5_000, maxColumns: 100, maxCell: 10_000 } as const

export type ReadList = {
  table: Table
  proposal: MapProposal
  map: ColumnMap
  records: TableRecord[]
  report: RepairReport
}
/** `field`: of the form. Where the table itself was read, it comes along, so that its columns can be offered. */
export type UnreadList = { field: string; text: Text; table?: Table; proposal?: MapProposal }

type Words = (typeof importWords)['id']
export function importSays(pick: (words: Words) => string): Text {
  return (lang) => pick(importWords[lang])
}

/** Reads a list by the given map, or by the one its columns suggest. */
export function readList(bytes: Uint8Array, chosen?: (proposal: MapProposal) => ColumnMap): ReadList | UnreadList {
  const foreign = noTable(bytes)
  if (foreign) return { field: 'file', text: foreign }
  const reading = readTable(bytes, listLimits)
  if (!reading.ok) return { field: 'file', text: problemText(reading.problem) }
  const { table } = reading
  if (table.rows.length === 0) return { field: 'file', text: importSays((say) => say.problems.noRows) }
  const sample = table.rows.slice(0, 200).map((row) => row.cells)
  const proposal = proposeMap(table.header, sample, 'organisations')
  const map = chosen ? chosen(proposal) : proposal.map
  if (!map.fields.name) return { field: 'map-name', text: importSays((say) => say.problems.noName), table, proposal }
  const read = readRecords(table, map)
  if (!read.ok) {
    const names = [...new Set(read.columns.map(({ column }) => column))].join(', ')
    return { field: 'map', text: importSays((say) => say.problems.missingColumns(names)), table, proposal }
  }
  return { table, proposal, map, records: read.records, report: read.report }
}

/** Spreadsheets, pictures and programs are told apart from text, which every byte sequence could be. */
function noTable(bytes: Uint8Array): Text | undefined {
  if (bytes.length > listLimits.maxBytes)
    return problemText({ reason: 'too-large', found: bytes.length, limit: 0, line: null })
  const begins = (...signs: number[]) => signs.every((sign, index) => bytes[index] === sign)
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0))
    return importSays((say) => say.problems.spreadsheet)
  const { text } = decodeBytes(bytes.subarray(0, 20_000))
  const controls = text.match(/[^\P{Cc}\t\n\r\f]|\ufffd/gu)?.length ?? 0
  if (begins(0x25, 0x50, 0x44, 0x46) || controls > 3 + text.length / 200)
    return importSays((say) => say.problems.binary)
  return undefined
}

function problemText(problem: TableProblem): Text {
  if (problem.reason === 'no-rows') return importSays((say) => say.problems.noRows)
  const { reason, found, limit, line } = problem
  return (lang) => {
    const say = importWords[lang].problems
    const number = (value: number) => formatNumber(lang, value)
    if (reason === 'too-large') return say.tooLarge('2 MB')
    if (reason === 'too-many-rows') return say.tooManyRows(number(found), number(limit))
    return reason === 'too-many-columns' ? say.tooManyColumns(number(line ?? 1)) : say.cellTooLong(number(line ?? 1))
  }
}
