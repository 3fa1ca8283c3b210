import { InputError } from './input-error.ts'

/** A record of a CSV file and the line on which it starts (1 is the first line of the file). */
export type CsvRecord = { line: number; fields: string[] }

/**
 * Reads comma-separated text (RFC 4180): a byte order mark, LF or CRLF, quoted fields with doubled quotes and line
 * breaks in them. Blank lines are skipped, spaces around a field are dropped. Every record must have as many fields
 * as the first; a stray quote, an open quote or a control character is an InputError.
 */
export function readCsv(text: string, file: string): CsvRecord[] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const records: CsvRecord[] = []
  let at = 0
  let line = 1
  while (at < body.length) {
    const start = line
    const fields: string[] = []
    for (;;) {
      const field = body[at] === '"' ? quotedField(body, at, file, line) : plainField(body, at, file, line)
      fields.push(field.value)
      line += field.lines
      at = field.end
      if (body[at] !== ',') break
      at++
    }
    if (body[at] === '\r') at++
    at++
    line++
    if (fields.length > 1 || fields[0] !== '') records.push({ line: start, fields })
  }
  requireSameWidth(records, file)
  return records
}

type Field = { value: string; end: number; lines: number }

function plainField(body: string, start: number, file: string, line: number): Field {
  let end = start
  while (
    end < body.length &&
    body[end] !== ',' &&
    body[end] !== '\n' &&
    !(body[end] === '\r' && body[end + 1] === '\n')
  )
    end++
  const value = body.slice(start, end).trim()
  if (value.includes('"')) throw new InputError(file, line, 'a quote inside a field: write the whole field in quotes')
  return { value: checked(value, file, line), end, lines: 0 }
}

function quotedField(body: string, start: number, file: string, line: number): Field {
  let end = start + 1
  for (;;) {
    end = body.indexOf('"', end)
    if (end < 0) throw new InputError(file, line, 'a quote is opened and never closed')
    if (body[end + 1] !== '"') break
    end += 2
  }
  const raw = body.slice(start + 1, end)
  const next = body.slice(end + 1, end + 3)
  if (!(next === '' || next[0] === ',' || next[0] === '\n' || next === '\r\n'))
    throw new InputError(file, line, 'after a closing quote a comma or the end of the line is expected')
  const value = raw.replaceAll('""', '"').trim()
  return { value: checked(value, file, line), end: end + 1, lines: raw.split('\n').length - 1 }
}

function checked(value: string, file: string, line: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are refused, they hide in spreadsheets.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\uFFFD]/.test(value))
    throw new InputError(file, line, 'a control character, or text that is not UTF-8')
  return value
}

function requireSameWidth(records: CsvRecord[], file: string): void {
  const width = records[0]?.fields.length
  for (const { line, fields } of records)
    if (fields.length !== width) throw new InputError(file, line, `${fields.length} fields, ${width} expected`)
}
