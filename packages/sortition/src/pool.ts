import { type CsvRecord, readCsv } from './csv.ts'
import { InputError } from './input-error.ts'

/** How many seats the people with one value of a feature take: min to max; the flex bounds limit how far a relaxation may be proposed. */
export type Quota = { feature: string; value: string; min: number; max: number; minFlex: number; maxFlex: number }

/** A volunteer: `values` in the order of the pool's features, `columns` everything in the file, by name. */
export type Person = { id: string; values: string[]; columns: Map<string, string> }

/** `numbered`: the file had no id column, so the ids are line numbers. */
export type Pool = { features: string[]; quotas: Quota[]; people: Person[]; numbered: boolean }

const most = { people: 50_000, quotas: 2_000 }

/**
 * Reads features.csv (feature,value,min,max[,min_flex,max_flex]) or the older categories.csv (category,feature,min,max).
 * Throws InputError naming file and line.
 */
export function parseFeatures(text: string, file: string): Quota[] {
  const records = readCsv(text, file)
  const at = columnsOf(records, file)
  const older = at.has('category')
  for (const name of older ? ['feature', 'min', 'max'] : ['feature', 'value', 'min', 'max'])
    requireColumn(at, name, file)
  const lines = records.slice(1)
  if (lines.length === 0) throw new InputError(file, 1, 'no quota follows the heading')
  if (lines.length > most.quotas) throw new InputError(file, undefined, `more than ${most.quotas} quotas`)
  const seen = new Map<string, number>()
  return lines.map((record) => {
    const quota = quotaFrom(record, at, older, file)
    const key = JSON.stringify([quota.feature, quota.value])
    const before = seen.get(key)
    if (before) throw new InputError(file, record.line, `${nameOf(quota)} has a quota in line ${before} already`)
    seen.set(key, record.line)
    return quota
  })
}

function quotaFrom({ line, fields }: CsvRecord, at: Map<string, number>, older: boolean, file: string): Quota {
  const text = (name: string) => {
    const value = fields[at.get(name)!]!
    if (value === '') throw new InputError(file, line, `column ${name} is empty`)
    return value
  }
  const whole = (name: string) => {
    const value = text(name)
    if (!/^\d{1,7}$/.test(value)) throw new InputError(file, line, `${name} is "${value}": a whole number is expected`)
    return Number(value)
  }
  const min = whole('min')
  const max = whole('max')
  const minFlex = at.has('min_flex') ? whole('min_flex') : 0
  const maxFlex = at.has('max_flex') ? whole('max_flex') : Number.MAX_SAFE_INTEGER
  if (!(minFlex <= min && min <= max && max <= maxFlex))
    throw new InputError(file, line, 'expected min_flex ≤ min ≤ max ≤ max_flex')
  const feature = text(older ? 'category' : 'feature')
  return { feature, value: text(older ? 'feature' : 'value'), min, max, minFlex, maxFlex }
}

/**
 * Reads the people: a column for each feature, a column `id` (or `nationbuilder_id`); without one the line number of
 * the file is the id. A value without a quota, a missing column, an empty or repeated id is an InputError.
 */
export function parsePeople(text: string, file: string, quotas: Quota[]): Pool {
  const records = readCsv(text, file)
  const at = columnsOf(records, file)
  const known = new Map<string, Set<string>>()
  for (const { feature, value } of quotas) known.set(feature, (known.get(feature) ?? new Set()).add(value))
  const features = [...known.keys()]
  for (const feature of features) requireColumn(at, feature, file)
  const lines = records.slice(1)
  if (lines.length === 0) throw new InputError(file, 1, 'no person follows the heading')
  if (lines.length > most.people) throw new InputError(file, undefined, `more than ${most.people} people`)
  const idColumn = ['id', 'nationbuilder_id'].find((name) => at.has(name) && !known.has(name))
  const seen = new Map<string, number>()
  const people = lines.map(({ line, fields }) => {
    const id = idColumn === undefined ? String(line) : fields[at.get(idColumn)!]!
    if (id === '') throw new InputError(file, line, `column ${idColumn} is empty`)
    const before = seen.get(id)
    if (before) throw new InputError(file, line, `id "${id}" is in line ${before} already`)
    seen.set(id, line)
    const columns = new Map([...at].map(([name, column]) => [name, fields[column]!]))
    return { id, values: features.map((f) => checkedValue(f, columns, known.get(f)!, file, line)), columns }
  })
  return { features, quotas, people, numbered: idColumn === undefined }
}

function checkedValue(
  feature: string,
  columns: Map<string, string>,
  values: Set<string>,
  file: string,
  line: number,
): string {
  const value = columns.get(feature)!
  if (values.has(value)) return value
  const some = [...values].slice(0, 12).join(', ')
  throw new InputError(file, line, `${feature} is "${value}": expected one of ${some}${values.size > 12 ? ', …' : ''}`)
}

function columnsOf(records: CsvRecord[], file: string): Map<string, number> {
  const heading = records[0]
  if (!heading) throw new InputError(file, undefined, 'the file is empty: a line with the column names is expected')
  const at = new Map<string, number>()
  heading.fields.forEach((name, column) => {
    if (at.has(name)) throw new InputError(file, heading.line, `column "${name}" is there twice`)
    at.set(name, column)
  })
  return at
}

function requireColumn(at: Map<string, number>, name: string, file: string): void {
  if (!at.has(name)) throw new InputError(file, 1, `column "${name}" is missing`)
}

export function nameOf({ feature, value }: { feature: string; value: string }): string {
  return `${feature} ${value}`
}
