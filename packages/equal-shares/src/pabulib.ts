import { readBallots } from './ballot.ts'
import { atLeast, type Decimal, inUnits, parseDecimal } from './decimal.ts'
import { cut, type Election, ElectionError, type Project, type VoteType } from './election.ts'
import { type Row, readRows } from './table.ts'

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const
const VOTE_TYPES: readonly string[] = ['approval', 'choose-1', 'cumulative', 'ordinal'] satisfies VoteType[]
const SELECTED: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['0', false],
])

type Section = { line: number; rows: Row[] }
type Meta = { line: number; value: string }

/**
 * Reads one Pabulib file (pabulib.org/format). Columns are found by name, in any order and case; ids stay text; money is
 * exact. Throws ElectionError with the line for whatever would change the result; odd things that would not are `warnings`.
 */
export function readPabulib(text: string): Election {
  const sections = splitSections(readRows(text))
  const meta = readMeta(sections.get('META')!)
  const amounts: { value: Decimal; line: number }[] = []
  const money = (cell: string, line: number, what: string) => {
    const value = parseDecimal(cell)
    if (!value || value.units <= 0n) {
      throw new ElectionError(
        line,
        `${what}: expected a positive amount such as 100000 or 776314.03, found "${cut(cell)}"`,
      )
    }
    amounts.push({ value, line })
    return value
  }
  const budgetMeta = need(meta, 'budget', sections.get('META')!.line)
  const budget = money(budgetMeta.value, budgetMeta.line, 'budget')
  const table = readProjects(sections.get('PROJECTS')!, money)
  const decimals = commonDecimals(amounts)
  const projects: Project[] = table.map(({ cost, ...project }) => ({ ...project, cost: inUnits(cost, decimals) }))
  const voteType = readVoteType(meta, sections.get('META')!.line)
  const votes = columns(sections.get('VOTES')!, 'VOTES', ['voter_id', 'vote'])
  const read = readBallots(votes, projects, {
    voteType,
    maxLength: readMaxLength(meta, projects.length),
    ...limits(meta),
  })
  const warnings = [...countWarnings(meta, projects.length, read.ballots.length), ...read.warnings]
  return {
    projects,
    ballots: read.ballots,
    budget: inUnits(budget, decimals),
    decimals,
    voteType,
    pointDecimals: read.pointDecimals,
    rule: meta.get('rule')?.value ?? '',
    threshold: readThreshold(meta, read.pointDecimals),
    currency: meta.get('currency')?.value ?? '',
    description: meta.get('description')?.value ?? '',
    warnings,
  }
}

/** The number of decimals that holds all amounts; each must then be a whole number that a double holds exactly. */
function commonDecimals(amounts: { value: Decimal; line: number }[]): number {
  const decimals = amounts.reduce((most, { value }) => Math.max(most, value.decimals), 0)
  for (const { value, line } of amounts) {
    if (inUnits(value, decimals) > Number.MAX_SAFE_INTEGER) {
      throw new ElectionError(line, `the amount is too large to be counted exactly with ${decimals} decimals`)
    }
  }
  return decimals
}

function splitSections(rows: Row[]): Map<string, Section> {
  const sections = new Map<string, Section>()
  let current: Section | undefined
  for (const row of rows) {
    const name = row.cells[0]!.trim().toUpperCase()
    // Spreadsheets pad the section lines with separators: `META;;;`.
    if ((SECTIONS as readonly string[]).includes(name) && row.cells.slice(1).every((cell) => cell.trim() === '')) {
      if (sections.has(name)) throw new ElectionError(row.line, `a second ${name} section`)
      current = { line: row.line, rows: [] }
      sections.set(name, current)
    } else if (current) current.rows.push(row)
    else throw new ElectionError(row.line, `expected META, found "${cut(row.cells[0]!)}"`)
  }
  for (const name of SECTIONS) {
    const last = rows.at(-1)?.line ?? 1
    if (!sections.has(name)) throw new ElectionError(last, `the file ends without a ${name} section`)
  }
  return sections
}

function readMeta({ rows }: Section): Map<string, Meta> {
  const meta = new Map<string, Meta>()
  for (const { line, cells } of rows) {
    const key = cells[0]!.trim().toLowerCase()
    const value = cells.slice(1).join(';').replace(/;+$/, '').trim()
    // Older files leave out the line `key;value`.
    if (key === 'key' && value.toLowerCase() === 'value') continue
    const earlier = meta.get(key)
    if (earlier) throw new ElectionError(line, `"${cut(key)}" was already given on line ${earlier.line}`)
    meta.set(key, { line, value })
  }
  return meta
}

/** The line of a section's header, its rows, and a way to read a cell by the name of its column. */
export type Columns = {
  line: number
  rows: Row[]
  has: (name: string) => boolean
  cell: (row: Row, name: string) => string
}

function columns({ line, rows }: Section, section: string, needed: string[]): Columns {
  const header = rows[0]
  if (!header) throw new ElectionError(line, `${section} has no rows`)
  const at = new Map<string, number>()
  header.cells.forEach((cell, index) => {
    const name = cell.trim().toLowerCase()
    if (name !== '' && at.has(name)) throw new ElectionError(header.line, `two columns are called "${cut(name)}"`)
    at.set(name, index)
  })
  for (const name of needed) {
    if (!at.has(name)) throw new ElectionError(header.line, `${section} has no column "${name}"`)
  }
  return {
    line: header.line,
    rows: rows.slice(1),
    has: (name) => at.has(name),
    cell: (row, name) => row.cells[at.get(name) ?? -1]?.trim() ?? '',
  }
}

type Money = (cell: string, line: number, what: string) => Decimal

function readProjects(section: Section, money: Money): (Omit<Project, 'cost'> & { cost: Decimal })[] {
  const { rows, cell } = columns(section, 'PROJECTS', ['project_id', 'cost'])
  const lineOf = new Map<string, number>()
  return rows.map((row) => {
    const id = cell(row, 'project_id')
    if (id === '' || id.includes(',')) {
      throw new ElectionError(row.line, `project_id: expected a text without commas, found "${cut(id)}"`)
    }
    if (lineOf.has(id))
      throw new ElectionError(row.line, `project "${cut(id)}" was already given on line ${lineOf.get(id)}`)
    lineOf.set(id, row.line)
    const cost = money(cell(row, 'cost'), row.line, `cost of project "${cut(id)}"`)
    const selected = SELECTED.get(cell(row, 'selected'))
    return { id, name: cell(row, 'name') || id, cost, ...(selected === undefined ? {} : { selected }) }
  })
}

function readVoteType(meta: Map<string, Meta>, metaLine: number): VoteType {
  const { value, line } = need(meta, 'vote_type', metaLine)
  const type = value.toLowerCase()
  if (!VOTE_TYPES.includes(type)) {
    throw new ElectionError(line, `vote_type: expected ${VOTE_TYPES.join(', ')}, found "${cut(value)}"`)
  }
  return type as VoteType
}

function readThreshold(meta: Map<string, Meta>, pointDecimals: number): number | null {
  const given = meta.get('min_project_score_threshold')
  if (!given || given.value === '') return null
  const value = parseDecimal(given.value)
  if (!value || value.units < 0n) {
    throw new ElectionError(given.line, `min_project_score_threshold: expected a number, found "${cut(given.value)}"`)
  }
  return atLeast(value, pointDecimals)
}

function readMaxLength(meta: Map<string, Meta>, projects: number): number {
  return wholeNumber(meta, 'max_length') ?? projects
}

function limits(meta: Map<string, Meta>): { maxSumPoints: number | null } {
  return { maxSumPoints: wholeNumber(meta, 'max_sum_points') }
}

function countWarnings(meta: Map<string, Meta>, projects: number, ballots: number): string[] {
  const declared: [string, number, string][] = [
    ['num_projects', projects, 'projects'],
    ['num_votes', ballots, 'ballots'],
  ]
  return declared.flatMap(([key, found, what]) => {
    const given = wholeNumber(meta, key)
    return given === null || given === found
      ? []
      : [`line ${meta.get(key)!.line}: ${key} says ${given}, the file has ${found} ${what}`]
  })
}

function wholeNumber(meta: Map<string, Meta>, key: string): number | null {
  const given = meta.get(key)
  if (!given || given.value === '') return null
  if (!/^\d{1,12}(\.0+)?$/.test(given.value)) {
    throw new ElectionError(given.line, `${key}: expected a whole number, found "${cut(given.value)}"`)
  }
  return Number(given.value)
}

function need(meta: Map<string, Meta>, key: string, metaLine: number): Meta {
  const found = meta.get(key)
  if (!found) throw new ElectionError(metaLine, `META has no "${key}"`)
  return found
}
