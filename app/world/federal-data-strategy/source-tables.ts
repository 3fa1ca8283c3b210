import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExchangeOrganisation, ExchangeTarget, ProgrammeExchange } from '#modules/programmes/exchange-format.ts'

/** Reads the source of the plan, and says what each of its cells states, so that facts.test.ts can compare. */
const root = new URL('../../../', import.meta.url).pathname
export const sourceFolder = join(
  process.env.MUFAKAT_REFERENCE_DATA ?? join(root, '../shared/data'),
  'federal-data-strategy-2020',
)
export const sourceIsHere = existsSync(sourceFolder)

export function readSource(name: string): string {
  return readFileSync(join(sourceFolder, name), 'utf8')
}

/** One milestone row: its number, and its cells by the header they stand under. */
export interface SourceRow {
  code: string
  action: number
  cells: Record<string, string>
}

/** The milestone rows of the plan: those under a header whose first cell is "Milestone". */
export function sourceRows(): SourceRow[] {
  const rows: SourceRow[] = []
  let action = 0
  let header: string[] = []
  for (const line of readSource('2020/action-plan.md').split('\n')) {
    action = Number(line.match(/^### Action (\d+):/)?.[1] ?? action)
    const cells = line.startsWith('|') ? cellsOf(line) : []
    if (cells[0] === 'Milestone') header = cells
    else if (cells.length === 0) header = []
    else if (header.length > 0 && !/^-+$/.test(cells[0] ?? '')) {
      const nth = rows.filter((row) => row.action === action).length + 1
      const named = Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']))
      rows.push({ code: `${action}.${nth}`, action, cells: named })
    }
  }
  return rows
}

function cellsOf(line: string): string[] {
  const inner = line.replace(/^\|/, '').replace(/\|\s*$/, '')
  return inner.split('|').map((cell) => cell.trim())
}

/** The text of each action, its table and footnotes included. */
export function sourceSections(): Map<number, string> {
  const parts = readSource('2020/action-plan.md').split(/^### Action (\d+):/m)
  const sections = new Map<number, string>()
  for (let i = 1; i < parts.length; i += 2) sections.set(Number(parts[i]), parts[i + 1] ?? '')
  return sections
}

/** A CSV of the source: header, agencies' lines, and the summary line that ends it. */
export function sourceTable(name: string): { header: string[]; lines: string[][]; summary: string[] } {
  const rows = readSource(name).trim().split(/\r?\n/)
  const [header = [], ...lines] = rows.map((line) => line.split(','))
  return { header, lines: lines.slice(0, -1), summary: lines.at(-1) ?? [] }
}

/** First and current target that a "Target Date" cell states: struck through and bold, or one only. */
export function statedTargets(cell: string): { first: string; current: string } {
  const struck = cell.match(/^<s>(.+)<\/s> <b>(.+?)\*?<\/b>$/)
  return struck ? { first: struck[1]!, current: struck[2]! } : { first: plain(cell), current: plain(cell) }
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** Is this target what the words of the cell say? */
export function saysTheSame(target: ExchangeTarget | undefined, words: string): boolean {
  const date = words.match(/^(\w+) (\d+), (\d{4})$/)
  if (date && months.includes(date[1]!)) {
    const month = String(months.indexOf(date[1]!) + 1).padStart(2, '0')
    return target?.kind === 'date' && target.date === `${date[3]}-${month}-${date[2]!.padStart(2, '0')}`
  }
  if (target === undefined || target.kind === 'month' || target.raw !== words) return false
  const every = words.match(/every (\d+) months/) ?? words.match(/^(\d+) activity per quarter/)
  if (every) return target.kind === 'every' && target.interval === Number(every[1]) && unitOf(words) === target.unit
  const after = words.match(/^(?:(\d+) days )?after /i)
  if (!after) return target.kind === 'text'
  if (target.kind !== 'after') return false
  const yearly = /Annually/.test(words)
  return target.amount === numberOrNone(after[1]) && (target.thenEvery?.unit === 'year') === yearly
}

function unitOf(words: string): string {
  return words.includes('quarter') ? 'quarter' : 'month'
}

function numberOrNone(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}

/** Kinds of measure that a "Measurement" cell states; an empty cell states none. */
export function statedMeasures(cell: string): string[] {
  const parts = cell.split(/;(?! ?i)/).filter((part) => part.trim() !== '')
  return parts.map((part) => {
    if (/Metrics .* tracked on/.test(part)) return 'elsewhere'
    if (/^\s*Percentages? of/.test(part)) return 'share'
    if (/^\s*(Number of|Frequency of|Track adoption|Improvements added)/.test(part)) return 'count'
    if (/^\s*(Posted to|Publication of)/.test(part)) return 'publication'
    return /mprovements$/.test(part.trim()) ? 'improvement' : 'completion'
  })
}

const mechanisms: Record<string, RegExp> = {
  'learning-agenda-or-budget': /Interim Learning Agenda or FY 2022 Budget Submission/,
  'agency-data-page': /agency\/data web page/,
  'progress-report-tool': /Progress Report Tool/,
  'irm-strategic-plan': /Information Resource Management Strategic Plan/,
  'strategy-site': /strategy\.data\.gov/,
  'data-json': /data\.json/,
}

export function statedReporting(cell: string): string[] {
  return Object.keys(mechanisms).filter((key) => mechanisms[key]?.test(cell))
}

/** "required cfo-act-agencies", "encouraged all-agencies" … that a "Required or Encouraged" cell states. */
export function statedObligations(cell: string): string[] {
  const found = cell.matchAll(/(Required|Encouraged) for (CFO Act Agencies|all agencies)/g)
  return [...found].map(([, how, whom]) => `${how!.toLowerCase()} ${whom!.toLowerCase().replaceAll(' ', '-')}`)
}

/** Keys of the bodies that a "Responsible Party" cell names; a body the file does not know stands as its words. */
export function statedBodies(cell: string, file: ProgrammeExchange): string[] {
  const bare = cell.replace(/\[\^\d+\]|\*/g, '')
  const named = bare.split(/,\s*(?:and\s+)?|\s+and\s+|\s+with\s+/).map((name) => name.replace(/^the /, '').trim())
  return named.map((name) => file.organisations.find((one) => namesOf(one, file).includes(name))?.key ?? name)
}

function namesOf(one: ExchangeOrganisation, file: ProgrammeExchange): string[] {
  const parent = file.organisations.find((other) => other.key === one.parent)
  const own = [one.name, one.name.replace(/^U\.S\. /, ''), ...(one.acronyms ?? [])]
  const above = parent ? [parent.name, ...(parent.acronyms ?? [])] : []
  return [...own, ...own.flatMap((n) => above.flatMap((a) => [`${n} at ${a}`, `${n} of the ${a}`, `${a} ${n}`]))]
}

/** Markdown links and emphasis taken off. */
export function plain(cell: string): string {
  return cell.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/<[^>]+>/g, '')
}

/** Runs of `n` words in a text, lower case, without punctuation. */
export function runsOfWords(text: string, n: number): string[] {
  const words =
    plain(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(n - 1).map((_, i) => words.slice(i, i + n).join(' '))
}
