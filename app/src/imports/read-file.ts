import { type ColumnMap, columnMapSchema, missingColumns } from '#kernel/tabular/column-map.ts'
import { proposeMap } from '#kernel/tabular/propose-map.ts'
import { readTable, type Table } from '#kernel/tabular/read-table.ts'
import type { TargetName } from '#kernel/tabular/targets.ts'
import { Refusal } from './request.ts'
import { says } from './words.ts'

/** A file as a table, and the map by which its rows are read. `unsure`: see proposeMap; null when the map was given. */
export type FileReading = { table: Table; map: ColumnMap; proposed: { unsure: string[] } | null }

/** Rows of the sample from which a map is proposed. */
const sampled = 200

/** Reads the file with the map given, or with one proposed from it. Throws a Refusal that says what is wrong. */
export function readFile(bytes: Uint8Array, as: TargetName, given: unknown): FileReading {
  if (given === undefined) {
    const table = tableOf(bytes, undefined)
    return { table, ...proposed(table, as) }
  }
  const map = checkedMap(given, as)
  const table = tableOf(bytes, map)
  const missing = missingColumns(map, table.header)
  if (missing.length > 0)
    throw new Refusal(says((words) => words.refusal.columns(missing, table.header.map(shortName))))
  return { table, map, proposed: null }
}

/** The table alone, for those who want to see what would be proposed. */
export function readFileForMap(bytes: Uint8Array, as: TargetName) {
  const table = tableOf(bytes, undefined)
  const sample = table.rows.slice(0, sampled).map((row) => row.cells)
  return proposeMap(table.header, sample, as)
}

function tableOf(bytes: Uint8Array, map: ColumnMap | undefined): Table {
  const reading = readTable(bytes, { encoding: map?.encoding, delimiter: map?.delimiter })
  if (reading.ok) return reading.table
  const { problem } = reading
  throw new Refusal(says((words) => words.refusal.table(problem)))
}

function proposed(table: Table, as: TargetName): Pick<FileReading, 'map' | 'proposed'> {
  const sample = table.rows.slice(0, sampled).map((row) => row.cells)
  const { map, missing, unsure } = proposeMap(table.header, sample, as)
  if (missing.length > 0)
    throw new Refusal(says((words) => words.refusal.noProposal(missing, table.header.map(shortName))))
  return { map, proposed: { unsure } }
}

function checkedMap(given: unknown, as: TargetName): ColumnMap {
  const parsed = columnMapSchema.safeParse(given)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '.'}: ${message}`)
    throw new Refusal(says((words) => words.refusal.map(issues)))
  }
  const { target } = parsed.data
  if (target !== as) throw new Refusal(says((words) => words.refusal.otherTarget(target, as)))
  return parsed.data
}

/** The header of a table that is none may be a page of text. */
function shortName(column: string): string {
  return column.length > 40 ? `${column.slice(0, 39).toWellFormed()}…` : column
}
