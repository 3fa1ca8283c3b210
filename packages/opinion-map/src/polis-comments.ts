import { columnOf, InputError, type InputFile, readCsv, readHeader } from './csv.ts'
import type { Statement } from './votes.ts'

/** comments.csv: the statements, the counts printed beside them, and how many bodies were not quoted. */
export type PolisComments = {
  statements: Statement[]
  printed: Array<{ agrees: number; disagrees: number }>
  unquoted: number
  lineBreaks: number
}

type Row = { line: number; cells: string[] }
type Body = { text: string; next: number; unquoted: boolean }

const COLUMNS = 'comment-id, agrees, disagrees, moderated, comment-body'

/** Reads every generation of comments.csv; a body that was written without quotes (October 2024) goes on to where the next record starts. */
export function readComments(file: InputFile): PolisComments {
  const columns = readHeader(readCsv(file), file.name, COLUMNS)
  const at = (name: string, other = name) => columnOf(columns, file.name, name, other)
  const place = { id: at('comment-id', 'comment_id'), moderated: at('moderated'), body: at('comment-body', 'txt') }
  const counts = { agrees: columns.get('agrees'), disagrees: columns.get('disagrees') }
  const meta = columns.get('is-meta')
  const { rows, unquoted } = readRows(file, columns, place.body)
  const seen = new Map<string, number>()
  const read: PolisComments = { statements: [], printed: [], unquoted, lineBreaks: 0 }
  for (const { line, cells } of rows) {
    const id = cells[place.id]!.trim()
    if (id === '') throw new InputError(file.name, line, 'no comment-id, expected the id of a statement')
    if (seen.has(id)) throw new InputError(file.name, line, `comment-id ${id} is also on line ${seen.get(id)}`)
    seen.set(id, line)
    const text = cells[place.body]!
    if (/[\r\n]/.test(text)) read.lineBreaks++
    const moderated = moderation(cells[place.moderated]!, file.name, line)
    const isMeta = meta !== undefined && /^(true|t|1)$/i.test(cells[meta]!.trim())
    read.statements.push({ id, text, moderated, meta: isMeta })
    const number = (column?: number) => (column === undefined ? Number.NaN : count(cells[column]!, file.name, line))
    read.printed.push({ agrees: number(counts.agrees), disagrees: number(counts.disagrees) })
  }
  return read
}

function moderation(cell: string, file: string, line: number): Statement['moderated'] {
  const value = cell.trim()
  if (value === '1' || value === '0' || value === '-1') return Number(value) as Statement['moderated']
  throw new InputError(file, line, `moderated is "${value}", expected 1, 0 or -1`)
}

function count(cell: string, file: string, line: number): number {
  if (/^\d{1,9}$/.test(cell.trim())) return Number(cell)
  throw new InputError(file, line, `"${cell}" is not a count of votes, expected a whole number`)
}

function readRows(file: InputFile, columns: Map<string, number>, body: number): { rows: Row[]; unquoted: number } {
  const bodyIsLast = [...columns.values()].every((column) => column <= body)
  return bodyIsLast ? readFreeRows(file, columns, body) : { rows: readStrictRows(file), unquoted: 0 }
}

function readStrictRows(file: InputFile): Row[] {
  const reader = readCsv(file)
  reader.next()
  const width = reader.fields()
  const rows: Row[] = []
  while (reader.next()) {
    if (reader.fields() !== width) throw wrongWidth(file.name, reader.line(), reader.fields(), width)
    rows.push({ line: reader.line(), cells: Array.from({ length: width }, (_, field) => reader.text(field)) })
  }
  return rows
}

/** The body is the last column: all before it is plain, and it may hold commas, quotes and line breaks of its own. */
function readFreeRows(file: InputFile, columns: Map<string, number>, body: number): { rows: Row[]; unquoted: number } {
  const text = new TextDecoder().decode(file.bytes)
  const stamped = columns.get('timestamp') === 0
  const rows: Row[] = []
  let unquoted = 0
  let at = endOfLine(text, 0).next
  let line = 2
  while (at < text.length) {
    if (text[at] === '\n' || text[at] === '\r') {
      at = endOfLine(text, at).next
      line++
      continue
    }
    const { cells, next } = readPlain(text, at, body)
    if (cells.length < body) throw wrongWidth(file.name, line, cells.length + 1, body + 1)
    const rest = readBody(text, next, stamped)
    rows.push({ line, cells: [...cells, rest.text] })
    if (rest.unquoted) unquoted++
    line += text.slice(at, rest.next).split(/\r\n|\r|\n/).length - 1
    at = rest.next
  }
  return { rows, unquoted }
}

function readPlain(text: string, from: number, fields: number): { cells: string[]; next: number } {
  const cells: string[] = []
  const plain = /[^",\r\n]*/y
  let next = from
  while (cells.length < fields) {
    plain.lastIndex = next
    const quoted = text[next] === '"'
    const end = quoted ? closingQuote(text, next) + 1 : next + (plain.exec(text)?.[0].length ?? 0)
    if (end < next || text[end] !== ',') break
    cells.push(quoted ? unquote(text, next, end - 1) : text.slice(next, end))
    next = end + 1
  }
  return { cells, next }
}

function readBody(text: string, from: number, stamped: boolean): Body {
  const close = text[from] === '"' ? closingQuote(text, from) : -1
  const after = text[close + 1]
  if (close > 0 && (after === undefined || after === '\n' || after === '\r'))
    return { text: unquote(text, from, close), next: endOfLine(text, close).next, unquoted: false }
  let { end, next } = endOfLine(text, from)
  const record = /\d{9,16}(?:\.\d+)?,/y
  while (stamped && next < text.length) {
    record.lastIndex = next
    if (record.test(text)) break
    const following = endOfLine(text, next)
    if (following.end > next) end = following.end
    next = following.next
  }
  const body = text.slice(from, end)
  return { text: body, next, unquoted: /[",\r\n]/.test(body) }
}

/** Where the quote opened at `from` is closed; −1 when it never is. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function unquote(text: string, open: number, close: number): string {
  return text.slice(open + 1, close).replaceAll('""', '"')
}

function endOfLine(text: string, from: number): { end: number; next: number } {
  const breaks = /\r\n|\r|\n/g
  breaks.lastIndex = from
  const found = breaks.exec(text)
  return found ? { end: found.index, next: breaks.lastIndex } : { end: text.length, next: text.length }
}

function wrongWidth(file: string, line: number, found: number, expected: number): InputError {
  return new InputError(file, line, `${found} columns, expected ${expected}`)
}
