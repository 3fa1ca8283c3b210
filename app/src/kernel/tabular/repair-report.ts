import type { InstitutionNote } from './cell-structure.ts'
import type { DateNote } from './date-shapes.ts'
import type { NumberNote } from './read-number.ts'

/** Why a table, column or cell was not taken as it stood; repair-wording.ts explains each in both languages. */
export type RepairReason =
  | DateNote
  | NumberNote
  | InstitutionNote
  | 'encoding-assumed'
  | 'nul-removed'
  | 'quotes-ignored'
  | 'quote-unclosed'
  | 'lines-before-header'
  | 'header-merged'
  | 'header-empty'
  | 'header-repeated'
  | 'numbering-row-skipped'
  | 'row-short'
  | 'row-long'
  | 'formula-guard-removed'
  | 'filled-from-above'
  | 'typed-null'
  | 'unreadable'
  | 'scale-value-unknown'

/** One thing that was repaired: where, why, the cell as it stood and what was read. `line` counts from 1 in the file. */
export type Repair = { line: number | null; column: string | null; reason: RepairReason; raw: string; read: string }

export type RefusalReason = 'required-missing' | 'required-unreadable' | 'key-repeated' | 'total-row' | 'rejected'

/** A row that was not taken. `detail` names the column and cell, the earlier line, or the rule that said no. */
export type Refusal = { line: number; reason: RefusalReason; detail: string }

/** Repairs of one kind in one column: how many, and the first as an example. */
export type RepairCount = {
  column: string | null
  reason: RepairReason
  count: number
  example: Omit<Repair, 'column' | 'reason'>
}

/**
 * What became of a table; plain data, so that `JSON.stringify` is its machine form. Every row read is in exactly one of
 * created, updated, unchanged and refused once the import is done; before that the first three are 0.
 */
export type RepairReport = {
  rows: { read: number; created: number; updated: number; unchanged: number; refused: number; blank: number }
  repaired: RepairCount[]
  refused: Refusal[]
  unusedColumns: string[]
}

export function emptyReport(): RepairReport {
  return {
    rows: { read: 0, created: 0, updated: 0, unchanged: 0, refused: 0, blank: 0 },
    repaired: [],
    refused: [],
    unusedColumns: [],
  }
}

/** Counts a repair under its column and reason; the first of each stays as the example. */
export function noteRepair(report: RepairReport, { column, reason, ...example }: Repair): void {
  const known = report.repaired.find((one) => one.column === column && one.reason === reason)
  if (known) known.count++
  else report.repaired.push({ column, reason, count: 1, example })
}

/** Counts a row as refused; a row is refused at most once. */
export function noteRefusal(report: RepairReport, refusal: Refusal): void {
  report.refused.push(refusal)
  report.rows.refused++
}

/** Counts what the import did with a record that was not refused. */
export function noteOutcome(report: RepairReport, outcome: 'created' | 'updated' | 'unchanged'): void {
  report.rows[outcome]++
}
