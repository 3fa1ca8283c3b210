export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const SAMPLE = 200_000

/**
 * The delimiter under which most records of the beginning have the same number of cells, and many; `,` for a single
 * column. A first line `sep=;`, as spreadsheets write it, decides alone.
 */
export function sniffDelimiter(text: string): Delimiter {
  const told = /^sep=(.)\n/i.exec(text)?.[1]
  if (told && (DELIMITERS as readonly string[]).includes(told)) return told as Delimiter
  const sample = text.slice(0, SAMPLE)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const score = evenness(recordWidths(sample, delimiter))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Cells in each record that is not blank, counted outside quotation marks. */
function recordWidths(text: string, delimiter: Delimiter): number[] {
  const widths: number[] = []
  let width = 1
  let quoted = false
  let filled = false
  for (let index = 0; index < text.length; index++) {
    const sign = text[index]
    if (sign === '"' && (quoted || isOpening(text, index, delimiter))) quoted = !quoted
    else if (quoted) continue
    else if (sign === delimiter) width++
    else if (sign === '\n') {
      if (filled) widths.push(width)
      width = 1
      filled = false
      continue
    }
    filled = true
  }
  return filled && text.length < SAMPLE ? [...widths, width] : widths
}

/** A mark inside a word (5" pipe) does not open a quotation. */
function isOpening(text: string, index: number, delimiter: Delimiter): boolean {
  const before = text[index - 1]
  return before === undefined || before === '\n' || before === delimiter
}

function evenness(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const usual = [...counts].filter(([width]) => width > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]
  if (!usual) return 0
  const share = usual[1] / widths.length
  return share * share * Math.log2(usual[0])
}
