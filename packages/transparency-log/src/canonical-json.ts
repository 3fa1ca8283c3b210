import { decodeUtf8, encodeUtf8 } from './utf8.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

// Deeper than any record; keeps a hostile document from exhausting the stack.
const MAX_DEPTH = 100

/**
 * Canonical JSON (RFC 8785): names sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript
 * writes them, in UTF-8. Throws on what I-JSON cannot carry: NaN, infinities, lone surrogates, undefined, class instances.
 */
export function canonicalJson(value: Json): Uint8Array {
  return encodeUtf8(write(value, 0))
}

/** Reads canonical JSON; throws when the bytes are not exactly the canonical form of what they say (so no name twice). */
export function parseCanonicalJson(bytes: Uint8Array): Json {
  const text = decodeUtf8(bytes)
  if (text === undefined) throw new Error('JSON: not valid UTF-8.')
  const value = JSON.parse(text) as Json
  if (write(value, 0) !== text) throw new Error('JSON: not in canonical form (RFC 8785).')
  return value
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new Error(`JSON: nested deeper than ${MAX_DEPTH}.`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'number') return writeNumber(value)
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`
  if (!isPlainObject(value)) throw new Error(`JSON: cannot write a value of type ${typeof value}.`)
  const members = Object.keys(value)
    .sort()
    .map((name) => `${writeString(name)}:${write(value[name], depth + 1)}`)
  return `{${members.join(',')}}`
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`JSON: ${value} has no form.`)
  return JSON.stringify(value)
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new Error('JSON: a string holds half of a surrogate pair.')
  return JSON.stringify(value)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
