import { beginsWithBody, isGroupLabel, isPeopleLabel } from './institution-words.ts'

export type InstitutionNote =
  | 'institutions-split'
  | 'institutions-split-at-commas'
  | 'institution-commas-kept'
  | 'group-label-dropped'
  | 'line-break-joined'
  | 'institution-doubtful'
/**
 * A piece of the cell; `marked` when a bullet or running number set it apart, so that its line breaks only wrap; `people`
 * when it stands below a heading of persons ("Citizens:").
 */
export type Part = { text: string; marked: boolean; people?: boolean }
export type Step = (part: Part, known: ReadonlySet<string>, note: (note: InstitutionNote) => void) => string[] | Part[]

const BULLETS = /[•●▪◦‣∙·■□➢✓\uf0b7\uf0a7\uf0d8\uf076]/u
const LINE_MARK = /(?:^|\n)\s*[-–*]\s*(?=\S)/
const INLINE_MARK = /(?<=^|[:;,)]) ?- ?(?=\p{Lu})/u

/** Bullets anywhere, hyphens and asterisks at the start of a line or after a stop, and numbers that count 1, 2, 3 … */
export const splitMarks: Step = ({ text }, _known, note) => {
  const pieces = text
    .split(BULLETS)
    .flatMap((piece) => piece.split(LINE_MARK))
    .flatMap((piece) => (piece.split(INLINE_MARK).length > 2 ? piece.split(INLINE_MARK) : [piece]))
    .flatMap(splitNumbers)
  const parts = pieces.map((piece, index) => ({ text: piece, marked: pieces.length > 1 && index > 0 }))
  if (parts.length < 2 || !isGroupLabel(pieces[0]!)) return parts
  note('group-label-dropped')
  const people = isPeopleLabel(pieces[0]!)
  return parts.slice(1).map((part) => ({ ...part, people }))
}

function splitNumbers(part: string): string[] {
  const marks = [...part.matchAll(/(?<=^|[\s,;])(\d{1,2})[.)]\s*(?=[\p{L}"“(])/gu)]
  const counting = marks.filter((mark, index) => {
    const next = Number(marks[index + 1]?.[1])
    const previous = Number(marks[index - 1]?.[1])
    return next === Number(mark[1]) + 1 || previous === Number(mark[1]) - 1
  })
  if (counting.length < 2) return [part]
  const pieces: string[] = []
  let from = 0
  for (const mark of counting) {
    pieces.push(part.slice(from, mark.index))
    from = mark.index + mark[0].length
  }
  return [...pieces, part.slice(from)]
}

const WRAP_BEFORE = /(\b(of|and|the|for|to|in|on|de|del|la|y|et|des|du|dan|untuk|bidang)|&|-|–)\s*$/i
const WRAP_AFTER = /^\s*(?:\p{Ll}|[&)])/u

/** A line break parts two names unless it wraps one: the line ends or goes on with a small word, or a bracket is open. */
export const splitLines: Step = ({ text, marked }, _known, note) =>
  text.split(/\n\s*\n/).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.trim() !== '')
    const wraps = lines.slice(1).map((line, index) => isWrap(lines, index, line))
    // A list that runs through the cell with commas and wraps once is running text: its other breaks are wraps too.
    const running = wraps.some(Boolean) && block.split(/[,;]/).length >= lines.length
    const pieces = [lines[0] ?? '']
    for (const [index, line] of lines.slice(1).entries()) {
      const stopped = /[,;]\s*$/.test(lines[index]!)
      const joined = wraps[index] || (running && !/^\s*The /.test(line)) || (marked && !beginsWithBody(line))
      if (joined && !stopped) {
        pieces.push(`${pieces.pop()} ${line.trim()}`)
        note('line-break-joined')
      } else pieces.push(line)
    }
    return pieces
  })

function isWrap(lines: readonly string[], index: number, line: string): boolean {
  const before = lines[index]!
  if (/[,;]\s*$/.test(before)) return false
  const open = depthAfter(lines.slice(0, index + 1).join(' ')) > 0
  return open || WRAP_BEFORE.test(before) || WRAP_AFTER.test(line)
}

function depthAfter(text: string): number {
  return (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0)
}

/** Cuts at the pattern outside brackets and quotation marks, where `when` agrees with what lies on both sides. */
export function cut(part: string, at: RegExp, when: (left: string, right: string) => boolean = () => true): string[] {
  const pieces: string[] = []
  let from = 0
  for (const match of part.matchAll(new RegExp(at.source, `${at.flags.replace('g', '')}g`))) {
    const left = part.slice(from, match.index)
    if (isInside(part, match.index) || !when(left, part.slice(match.index + match[0].length))) continue
    pieces.push(left)
    from = match.index + match[0].length
  }
  return [...pieces, part.slice(from)]
}

/** Between a bracket or quotation mark and its closing one; a mark that is never closed holds nothing. */
function isInside(part: string, at: number): boolean {
  const [before, after] = [part.slice(0, at), part.slice(at)]
  const count = (text: string, sign: string) => text.split(sign).length - 1
  const straight = count(before, '"') % 2 === 1 && after.includes('"')
  const curly = count(before, '“') > count(before, '”') && after.includes('”')
  return straight || curly || (depthAfter(before) > 0 && after.includes(')'))
}
