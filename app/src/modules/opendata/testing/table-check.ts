import { parse } from 'csv-parse/sync'

type Field = {
  name: string
  type: string
  guard?: string
  refersTo?: string
  constraints?: { required?: boolean; enum?: string[] }
}
export type TableSchema = { fields: Field[]; primaryKey: string[]; missingValues: string[] }

export type DataPackage = { resources: { path: string; schema: TableSchema }[] }

export type CheckedRow = Record<string, string | null>

const forms: Record<string, RegExp> = {
  string: /^.*$/s,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
}

/** Reads a CSV by its Table Schema alone, as a stranger would; every fault is told with its line. */
export function checkTable(csv: string, schema: TableSchema): { rows: CheckedRow[]; faults: string[] } {
  const [header, ...lines] = parse(csv, { record_delimiter: '\r\n', relax_column_count: false }) as string[][]
  const names = schema.fields.map((field) => field.name)
  const faults = header!.join() === names.join() ? [] : [`header ${header}`]
  const keys = new Set<string>()
  const rows = lines.map((cells, index) => {
    const row: CheckedRow = {}
    for (const [at, field] of schema.fields.entries()) {
      const cell = cells[at]!
      row[field.name] = schema.missingValues.includes(cell) ? null : read(cell, field)
      const fault = faultOf(row[field.name]!, field)
      if (fault) faults.push(`line ${index + 2} ${field.name}: ${fault}`)
    }
    const key = JSON.stringify(schema.primaryKey.map((name) => row[name]))
    if (keys.has(key)) faults.push(`line ${index + 2}: key ${key} again`)
    keys.add(key)
    return row
  })
  return { rows, faults }
}

/** The rule as the schema says it in words: one apostrophe at the beginning, or after ; tab or a line break, goes. */
function read(cell: string, { guard }: Field): string {
  if (guard !== 'apostrophe') return cell
  let text = ''
  for (let at = 0; at < cell.length; at += 1) {
    const begins = at === 0 || ';\t\r\n'.includes(cell[at - 1]!)
    if (begins && cell[at] === "'") at += 1
    text += cell[at] ?? ''
  }
  return text
}

function faultOf(value: string | null, { type, constraints }: Field): string | undefined {
  if (value === null) return constraints?.required ? 'missing' : undefined
  if (!forms[type]) return `unknown type ${type}`
  if (!forms[type].test(value)) return `${value} is no ${type}`
  if (type === 'date' && Number.isNaN(Date.parse(value))) return `${value} is no day`
  if (constraints?.enum && !constraints.enum.includes(value)) return `${value} is not among ${constraints.enum}`
  return undefined
}
