import { ElectionError } from './election.ts'

/** A row of cells and the number of the line it starts on (1 = first). */
export type Row = { line: number; cells: string[] }

/**
 * Splits semicolon-separated text into rows: LF, CRLF or CR line ends, a byte order mark, quoted cells with doubled
 * quotes that may span lines. Blank lines are left out. A quote that is never closed is an error naming its line.
 * Takes time in proportion to the text, whatever is in it.
 */
export function readRows(source: string): Row[] {
  const plain = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  const text = plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain
  const rows: Row[] = []
  let quote = text.indexOf('"')
  let line = 1
  for (let at = 0; at < text.length; ) {
    const end = indexOrEnd(text, '\n', at)
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at)
    if (quote < 0 || quote > end) {
      const row = text.slice(at, end)
      if (row.trim() !== '') rows.push({ line, cells: row.split(';') })
      line++
      at = end + 1
    } else {
      const { cells, lines, next } = readQuotedRow(text, at, line)
      rows.push({ line, cells })
      line += lines
      at = next
    }
  }
  return rows
}

/** A row from `at` on; a quote inside an unquoted cell is text. `lines`: how many it takes; `next`: where the next row begins. */
function readQuotedRow(text: string, at: number, line: number): { cells: string[]; lines: number; next: number } {
  const cells: string[] = []
  let lines = 1
  for (let start = at; ; ) {
    let quoted = ''
    let rest = start
    if (text[start] === '"') {
      const close = closingQuote(text, start)
      if (close < 0) throw new ElectionError(line, 'a quoted cell is opened here and never closed')
      const inside = text.slice(start + 1, close)
      quoted = inside.replaceAll('""', '"')
      lines += inside.split('\n').length - 1
      rest = close + 1
    }
    const end = cellEnd(text, rest)
    cells.push(quoted + text.slice(rest, end))
    if (text[end] !== ';') return { cells, lines, next: end + 1 }
    start = end + 1
  }
}

function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  return close
}

function cellEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== ';' && text[at] !== '\n') at++
  return at
}

function indexOrEnd(text: string, part: string, from: number): number {
  const found = text.indexOf(part, from)
  return found < 0 ? text.length : found
}
