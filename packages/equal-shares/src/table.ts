import { ElectionError } from './election.ts'

/** A row of cells and the number of the line it starts on (1 = first). */
export type Row = { line: number; cells: string[] }

/**
 * Splits semicolon-separated text into rows: LF, CRLF or CR line ends, a byte order mark, quoted cells with doubled
 * quotes that may span lines. Blank lines are left out. A quote that is never closed is an error naming its line.
 */
export function readRows(text: string): Row[] {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const lines = (plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain).split('\n')
  const rows: Row[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1
    let source = lines[at]!
    if (!source.includes('"')) {
      if (source.trim() !== '') rows.push({ line, cells: source.split(';') })
      continue
    }
    let cells = splitQuoted(source)
    while (cells === null) {
      if (++at >= lines.length) throw new ElectionError(line, 'a quoted cell is opened here and never closed')
      source += `\n${lines[at]}`
      cells = splitQuoted(source)
    }
    rows.push({ line, cells })
  }
  return rows
}

/** Cells of one row, or null when a quoted cell is still open at its end. A quote inside an unquoted cell is text. */
function splitQuoted(source: string): string[] | null {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (source[at] !== '"') {
      const end = source.indexOf(';', at)
      cells.push(source.slice(at, end < 0 ? undefined : end))
      if (end < 0) return cells
      at = end + 1
      continue
    }
    let close = at + 1
    for (;;) {
      close = source.indexOf('"', close)
      if (close < 0) return null
      if (source[close + 1] !== '"') break
      close += 2
    }
    const end = source.indexOf(';', close)
    cells.push(source.slice(at + 1, close).replaceAll('""', '"') + source.slice(close + 1, end < 0 ? undefined : end))
    if (end < 0) return cells
    at = end + 1
  }
}
