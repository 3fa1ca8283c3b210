import { readBallots } from './ballot.ts'
import { atLeast, type Decimal, inUnits, parseDecimal } from './decimal.ts'
import { cut, type Election, ElectionError, type Project, type VoteType } from './election.ts'
import { type Meta, needed, numberOf, readMeta, textOf, wholeNumberOf } from './meta.ts'
import { type Columns, columnsOf, splitSections } from './sections.ts'
import { readRows } from './table.ts'

const VOTE_TYPES: readonly VoteType[] = ['approval', 'choose-1', 'cumulative', 'ordinal']
const SELECTED: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['0', false],
])
/** No amount may reach this many units of currency. */
const TOO_MUCH = 10n ** 15n

/**
 * Reads one Pabulib file (pabulib.org/format, arXiv 2012.06539). Columns are found by name, in any order and case; ids
 * stay text; money is exact. Throws ElectionError with the line for whatever would change the result; odd things that would
 * not are `warnings`.
 */
export function readPabulib(text: string): Election {
  const sections = splitSections(readRows(text))
  const meta = readMeta(sections.META)
  const { line, value } = needed(meta, 'budget')
  const budget = readMoney(value, line, 'budget')
  const table = columnsOf(sections.PROJECTS, ['project_id', 'cost', 'name', 'selected'], 2)
  const priced = readProjects(table)
  const decimals = priced.reduce((most, { cost }) => Math.max(most, cost.decimals), budget.decimals)
  const projects: Project[] = priced.map((project) => ({ ...project, cost: inUnits(project.cost, decimals) }))
  const voteType = readVoteType(meta)
  const votes = columnsOf(sections.VOTES, ['voter_id', 'vote', 'points'], voteType === 'cumulative' ? 3 : 2)
  const maxLength = wholeNumberOf(meta, 'max_length') ?? projects.length
  const maxSumPoints = wholeNumberOf(meta, 'max_sum_points')
  const read = readBallots(votes, projects, { voteType, maxLength, maxSumPoints })
  const threshold = numberOf(meta, 'min_project_score_threshold')
  return {
    projects,
    ballots: read.ballots,
    budget: inUnits(budget, decimals),
    decimals,
    voteType,
    pointDecimals: read.pointDecimals,
    rule: textOf(meta, 'rule'),
    threshold: threshold && atLeast(threshold, read.pointDecimals),
    currency: textOf(meta, 'currency'),
    description: textOf(meta, 'description'),
    warnings: [
      ...countWarnings(meta, projects.length, read.ballots.length),
      ...table.warnings,
      ...votes.warnings,
      ...read.warnings,
    ],
  }
}

function readMoney(cell: string, line: number, what: string): Decimal {
  const value = parseDecimal(cell)
  if (!value || value.units <= 0n) {
    throw new ElectionError(
      line,
      `${what}: expected a positive amount such as 100000 or 776314.03, found "${cut(cell)}"`,
    )
  }
  if (value.units >= TOO_MUCH * 10n ** BigInt(value.decimals))
    throw new ElectionError(line, `${what}: the amount is too large`)
  return value
}

function readProjects({ rows, cell }: Columns): (Omit<Project, 'cost'> & { cost: Decimal })[] {
  const lineOf = new Map<string, number>()
  return rows.map((row) => {
    const id = cell(row, 'project_id')
    if (id === '' || id.includes(',')) {
      throw new ElectionError(row.line, `project_id: expected a text without commas, found "${cut(id)}"`)
    }
    if (lineOf.has(id))
      throw new ElectionError(row.line, `project "${cut(id)}" was already given on line ${lineOf.get(id)}`)
    lineOf.set(id, row.line)
    const cost = readMoney(cell(row, 'cost'), row.line, `cost of project "${cut(id)}"`)
    const selected = SELECTED.get(cell(row, 'selected'))
    return { id, name: cell(row, 'name') || id, cost, ...(selected === undefined ? {} : { selected }) }
  })
}

function readVoteType(meta: Meta): VoteType {
  const { value, line } = needed(meta, 'vote_type')
  const type = VOTE_TYPES.find((name) => name === value.toLowerCase())
  if (!type) throw new ElectionError(line, `vote_type: expected ${VOTE_TYPES.join(', ')}, found "${cut(value)}"`)
  return type
}

function countWarnings(meta: Meta, projects: number, ballots: number): string[] {
  const declared: [string, number, string][] = [
    ['num_projects', projects, 'projects'],
    ['num_votes', ballots, 'ballots'],
  ]
  return declared.flatMap(([key, found, what]) => {
    const given = wholeNumberOf(meta, key)
    return given === null || given === found
      ? []
      : [`line ${meta.fields.get(key)!.line}: ${key} says ${given}, the file has ${found} ${what}`]
  })
}
