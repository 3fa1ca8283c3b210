import type { z } from 'zod'

/** What came in a form: names once or several times. */
export type FormValues = Record<string, string | string[]>

export type Submitted = { values: FormValues; key?: string; seenVersion?: number; notPersonal?: string }

const fieldLimit = 500
/** What a form says of itself, and the proof that travels with one sent again: neither is a field of it. */
const ofTheForm = /^_(key|version|proof|notPersonal)/

/** Nobody's form has so many; `failures` answers it as a body over the limit. */
export class TooManyFields extends Error {}

/** Splits off the form's own key and the version that the person saw. */
export function readForm(text: string): Submitted {
  const values: FormValues = {}
  let count = 0
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1
    if (count > fieldLimit) throw new TooManyFields()
    if (name === '__proto__') continue
    const before = values[name]
    // Browsers send line breaks as CRLF; records keep LF. No text may hold NUL (PostgreSQL refuses it).
    const clean = value.replaceAll('\r\n', '\n').replaceAll('\0', '')
    values[name] = before === undefined ? clean : [...(Array.isArray(before) ? before : [before]), clean]
  }
  const { _key: key, _version: version, _notPersonal: notPersonal } = values
  return {
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !ofTheForm.test(name))),
    key: typeof key === 'string' && /^[0-9a-f-]{36}$/.test(key) ? key : undefined,
    seenVersion: typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : undefined,
    notPersonal: typeof notPersonal === 'string' ? notPersonal.trim() : undefined,
  }
}

/** Turns form text into the JSON that the operation's schema expects: numbers, booleans, lists, absent instead of ''. */
export function toInput(schema: z.ZodObject, values: FormValues): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = coerce(field as z.ZodType, values[name])
    if (value !== undefined) input[name] = value
  }
  return input
}

function coerce(field: z.ZodType, value: string | string[] | undefined): unknown {
  const type = innerType(field)
  if (type === 'array') return (value === undefined ? [] : [value].flat()).filter((item) => item.trim() !== '')
  const single = Array.isArray(value) ? value.at(-1) : value
  if (type === 'boolean') return single !== undefined && single !== '' && single !== 'false'
  if (single === undefined || single.trim() === '') return undefined
  if (type === 'number') return localNumber(single) ?? single
  return single.trim()
}

/** "1.250.000", "12,5", "12.5": thousands by groups of three, else a decimal sign. */
function localNumber(text: string): number | undefined {
  const compact = text.replace(/^rp\.?\s*/i, '').replace(/[\s\u00a0]/g, '')
  const grouped = /^-?[1-9]\d{0,2}([.,]\d{3})+$/.test(compact)
    ? compact.replace(/[.,]/g, '')
    : compact.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(grouped) ? Number(grouped) : undefined
}

function innerType(field: z.ZodType): string {
  const def = field.def as unknown as { type: string; innerType?: z.ZodType; in?: z.ZodType }
  if (def.type === 'pipe' && def.in) return innerType(def.in)
  return def.innerType ? innerType(def.innerType) : def.type
}
