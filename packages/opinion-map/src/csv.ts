/** A file that cannot be read: the message names the file, the line and what was expected. */
export class InputError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file} line ${line}: ${problem}`)
    this.name = 'InputError'
  }
}

/** A named file as bytes (UTF-8). */
export type InputFile = { name: string; bytes: Uint8Array }

/** One record after another; fields are numbered from 0 and read only when asked for. */
export type CsvReader = {
  /** Moves to the next record, blank lines left out; false at the end. */
  next(): boolean
  /** The line on which the record starts, from 1. */
  line(): number
  fields(): number
  text(field: number): string
  isEmpty(field: number): boolean
  /** The field as a whole number of up to 15 digits, NaN when it is none. */
  integer(field: number): number
}

const COMMA = 44
const QUOTE = 34
const LF = 10
const CR = 13
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Reads comma-separated values (RFC 4180; LF, CRLF or CR; a byte order mark is skipped). Throws InputError for a quote left open. */
export function readCsv({ name, bytes }: InputFile): CsvReader {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  let line = 1
  let recordLine = 1
  let count = 0
  let starts = new Int32Array(64)
  let ends = new Int32Array(64)

  /** Ends one line; CRLF is one end. */
  const endLine = () => {
    if (bytes[at] === CR && bytes[at + 1] === LF) at++
    at++
    line++
  }
  const skipQuoted = () => {
    at++
    while (at < bytes.length) {
      const byte = bytes[at]
      if (byte === QUOTE) {
        at++
        if (bytes[at] !== QUOTE) return
      } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) line++
      at++
    }
    throw new InputError(name, recordLine, 'a quote is opened and never closed, expected a closing "')
  }
  const readField = () => {
    if (count === starts.length) {
      starts = widen(starts)
      ends = widen(ends)
    }
    starts[count] = at
    if (bytes[at] === QUOTE) skipQuoted()
    at = fieldEnd(bytes, at)
    ends[count++] = at
  }
  return {
    next() {
      while (at < bytes.length && (bytes[at] === LF || bytes[at] === CR)) endLine()
      if (at >= bytes.length) return false
      recordLine = line
      count = 0
      readField()
      while (bytes[at] === COMMA) {
        at++
        readField()
      }
      if (at < bytes.length) endLine()
      return true
    },
    line: () => recordLine,
    fields: () => count,
    text: (field) => (field < count ? fieldText(bytes, starts[field]!, ends[field]!) : ''),
    isEmpty: (field) => field >= count || starts[field] === ends[field],
    integer: (field) => (field < count ? wholeNumber(bytes, starts[field]!, ends[field]!) : Number.NaN),
  }
}

/** The columns of a header by name (lower case); the first of two equal names counts. */
export function readHeader(reader: CsvReader, file: string, expected: string): Map<string, number> {
  if (!reader.next()) throw new InputError(file, 1, `the file is empty, expected a header with ${expected}`)
  const columns = new Map<string, number>()
  for (let field = 0; field < reader.fields(); field++) {
    const name = reader.text(field).trim().toLowerCase()
    if (!columns.has(name)) columns.set(name, field)
  }
  return columns
}

/** The place of a column that may go by several names; throws InputError when it is missing. */
export function columnOf(columns: Map<string, number>, file: string, ...names: string[]): number {
  for (const name of names) {
    const at = columns.get(name)
    if (at !== undefined) return at
  }
  throw new InputError(file, 1, `no column ${names.join(' or ')}, found ${[...columns.keys()].join(', ')}`)
}

/** The loop over every byte of a file: on its own, so that it runs on local variables. */
function fieldEnd(bytes: Uint8Array, from: number): number {
  const length = bytes.length
  let at = from
  while (at < length) {
    const byte = bytes[at]
    if (byte === COMMA || byte === LF || byte === CR) break
    at++
  }
  return at
}

function fieldText(bytes: Uint8Array, start: number, end: number): string {
  if (bytes[start] !== QUOTE) return decoder.decode(bytes.subarray(start, end))
  const text = decoder.decode(bytes.subarray(start + 1, end))
  return text.slice(0, text.lastIndexOf('"')).replaceAll('""', '"')
}

function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  const quoted = bytes[from] === QUOTE && bytes[to - 1] === QUOTE && to - from > 1
  let start = quoted ? from + 1 : from
  const end = quoted ? to - 1 : to
  const negative = bytes[start] === 45
  if (negative) start++
  if (end === start || end - start > 15) return Number.NaN
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return negative && value !== 0 ? -value : value
}

function widen(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(old.length * 2)
  wider.set(old)
  return wider
}
