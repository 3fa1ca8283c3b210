/**
 * Characters that make a spreadsheet compute a cell, at the beginning of a text or where another separator (`;`, as in
 * Indonesian spreadsheets), a tab or a line break would begin one. An apostrophe that stands there is guarded too, so
 * that taking one away again always gives the text that was.
 */
const beginsFormula = /(?<=^|[;\t\r\n])(?=[=+\-@\t\r\n'＝＋－＠])/g

/** A text as it stands in the file; columns of numbers, dates and yes or no need none of this. */
export function guarded(text: string): string {
  return text.replace(beginsFormula, "'")
}

/** What a cell said before it was guarded. */
export function unguarded(cell: string): string {
  return cell.replace(/(?<=^|[;\t\r\n])'/g, '')
}

/** One line by RFC 4180; what is not known is an empty cell. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => (cell === null ? '' : quoted(cell))).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
