import { type Ground, grounds } from '#kernel/grounds.ts'
import { smallCells } from '#packages/personal-data'

export type Passage = { text: string } | { ground: Ground }
export type Cells = { columns: string[]; rows: { label: string; cells: (number | null)[] }[] }

/** `[[h: nama pasien]]` marks a passage and its ground; the letter is that of article 17. */
const mark = /\[\[\s*([a-j])\s*[:.]\s*([\s\S]*?)\]\]/gi

/** The public version of a marked text; undefined where a mark is left open or names no letter, or nothing is marked. */
export function blacken(text: string): Passage[] | undefined {
  const marked = text.toWellFormed()
  const passages: Passage[] = []
  let at = 0
  for (const match of marked.matchAll(mark)) {
    const ground = `17${match[1]!.toLowerCase()}` as Ground
    if (!grounds.includes(ground)) return undefined
    if (match.index > at) passages.push({ text: marked.slice(at, match.index) })
    passages.push({ ground })
    at = match.index + match[0].length
  }
  if (at < marked.length) passages.push({ text: marked.slice(at) })
  const left = passages.some((one) => 'text' in one && /\[\[|\]\]/.test(one.text))
  return at === 0 || left ? undefined : passages
}

/** Paragraphs of the original, each with its bars. */
export function linesOf(passages: Passage[]): Passage[][] {
  const lines: Passage[][] = [[]]
  for (const one of passages) {
    if (!('text' in one)) {
      lines.at(-1)!.push(one)
      continue
    }
    for (const [index, text] of one.text.split(/\n+/).entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ text })
    }
  }
  return lines.filter((line) => line.length > 0)
}

/** What remains readable, in one piece: what is searched for personal data that was overlooked. */
export function openWords(passages: Passage[]): string {
  return passages.map((one) => ('text' in one ? one.text : '\n')).join('')
}

/** A pasted table, its first line and column being names; counts of one to four, and what would give them away, are left out. */
export function suppress(pasted: string): Cells | undefined {
  const lines = pasted
    .toWellFormed()
    .split('\n')
    .filter((line) => line.trim() !== '')
  const separator = ['\t', ';', ','].find((one) => lines[0]?.includes(one))
  if (!separator || lines.length < 2) return undefined
  const [head, ...body] = lines.map((line) => line.split(separator).map((cell) => cell.trim()))
  const numbers = body.map(([, ...cells]) => cells.map((cell) => wholeNumber(cell)))
  const width = head!.length - 1
  if (width < 1 || numbers.some((row) => row.length !== width || row.some((value) => value === undefined)))
    return undefined
  const { cells } = smallCells(numbers as number[][])
  return { columns: head!, rows: body.map(([label], index) => ({ label: label!, cells: cells[index]! })) }
}

/** "1.250" is how Indonesian writes a thousand and more. */
function wholeNumber(cell: string): number | undefined {
  const digits = cell.replace(/\.(?=\d{3}(?!\d))/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}
