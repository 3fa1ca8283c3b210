import { codeOf } from '#kernel/tabular/field-value.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import { kept } from '#modules/programmes/commitment.ts'
import { isStep, readingsOf } from './facts.ts'

/**
 * What a table of commitments says of their completion: how many are substantial or complete among those assessed on
 * the scale of four, and how often each column says what; a column's nulls are counted by their reasons.
 */
export type Completion = {
  high: number
  assessed: number
  columns: { column: string; counts: Record<string, number> }[]
}

/** Null where no column tells of completion. */
export function completionOf(records: readonly TableRecord[]): Completion | null {
  const told = records.flatMap((record) => record.values.completion ?? [])
  if (told.length === 0) return null
  const codes = told.flatMap((value) => codeOf(value) ?? []).filter(isStep)
  const columns = new Map<string, Record<string, number>>()
  for (const { column, code, sentinel } of told.flatMap(readingsOf)) {
    const counts = columns.get(column ?? '') ?? {}
    const says = code ?? sentinel ?? 'unreadable'
    counts[says] = (counts[says] ?? 0) + 1
    columns.set(column ?? '', counts)
  }
  return {
    high: codes.filter(kept).length,
    assessed: codes.length,
    columns: [...columns].map(([column, counts]) => ({ column, counts })),
  }
}
