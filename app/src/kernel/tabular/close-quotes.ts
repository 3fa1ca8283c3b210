import type { Repair } from './repair-report.ts'
import type { Delimiter } from './sniff-delimiter.ts'

/** More stray marks than these, and the file does not quote its cells at all. */
const most = 20

/** Leaves out each mark that opens a quotation nobody closes, and says where; the quotations of other cells stay. Null: too many. */
export function closeQuotes(text: string, delimiter: Delimiter): { text: string; repairs: Repair[] } | null {
  const repairs: Repair[] = []
  let closed = text
  for (let at = strayQuote(closed, delimiter); at >= 0; at = strayQuote(closed, delimiter)) {
    if (repairs.length === most) return null
    const rest = closed.slice(at, at + 80).split('\n')[0]!
    const line = closed.slice(0, at).split('\n').length
    repairs.push({ line, column: null, reason: 'quote-unclosed', raw: rest, read: rest.slice(1) })
    closed = closed.slice(0, at) + closed.slice(at + 1)
  }
  return { text: closed, repairs }
}

/**
 * Where a quotation begins that is still open at the end, or on a later line where the next one opens; -1 when all are
 * closed.
 */
function strayQuote(text: string, delimiter: Delimiter): number {
  const parts = (sign: string | undefined) => sign === undefined || sign === delimiter || sign === '\n'
  let opened = -1
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const begins = parts(text[at - 1])
    if (opened < 0) opened = begins ? at : -1
    else if (text[at + 1] === '"') at++
    else if (begins && !parts(text[at + 1]) && text.slice(opened, at).includes('\n')) return opened
    else opened = -1
  }
  return opened
}
