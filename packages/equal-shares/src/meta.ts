import { type Decimal, parseDecimal } from './decimal.ts'
import { cut, ElectionError } from './election.ts'
import type { Section } from './sections.ts'

/** Keys that can change the count: they may be given once only. */
const USED = new Set([
  'budget',
  'vote_type',
  'rule',
  'max_length',
  'max_sum_points',
  'min_project_score_threshold',
  'num_projects',
  'num_votes',
])

export type Field = { line: number; value: string }
export type Meta = { line: number; fields: Map<string, Field> }

/** Keys and values of META; the line `key;value`, which some files leave out, is no field. */
export function readMeta({ line: start, rows }: Section): Meta {
  const fields = new Map<string, Field>()
  for (const { line, cells } of rows) {
    const key = cells[0]!.trim().toLowerCase()
    const value = valueOfCells(cells)
    if (key === 'key' && value.toLowerCase() === 'value') continue
    const earlier = fields.get(key)
    if (earlier && USED.has(key)) throw new ElectionError(line, `"${key}" was already given on line ${earlier.line}`)
    if (!earlier) fields.set(key, { line, value })
  }
  return { line: start, fields }
}

/** Everything behind the key; a text with semicolons stays whole, empty cells at its end fall away. */
function valueOfCells(cells: string[]): string {
  let end = cells.length
  while (end > 1 && cells[end - 1]!.trim() === '') end--
  return cells.slice(1, end).join(';').trim()
}

export function needed({ line, fields }: Meta, key: string): Field {
  const field = fields.get(key)
  if (!field) throw new ElectionError(line, `META has no "${key}"`)
  return field
}

export function textOf({ fields }: Meta, key: string): string {
  return fields.get(key)?.value ?? ''
}

/** Null when the field is missing or empty. */
export function wholeNumberOf({ fields }: Meta, key: string): number | null {
  const field = fields.get(key)
  if (!field || field.value === '') return null
  if (!/^\d{1,12}(\.0+)?$/.test(field.value)) {
    throw new ElectionError(field.line, `${key}: expected a whole number, found "${cut(field.value)}"`)
  }
  return Number(field.value)
}

/** Null when the field is missing or empty. */
export function numberOf({ fields }: Meta, key: string): Decimal | null {
  const field = fields.get(key)
  if (!field || field.value === '') return null
  const value = parseDecimal(field.value)
  if (!value || value.units < 0n)
    throw new ElectionError(field.line, `${key}: expected a number, found "${cut(field.value)}"`)
  return value
}
