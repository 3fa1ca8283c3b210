import { type Decimal, inUnits, parseDecimal } from './decimal.ts'
import { type Ballot, cut, ElectionError, type Project, type VoteType } from './election.ts'
import type { Columns } from './sections.ts'
import type { Row } from './table.ts'

type Form = { voteType: VoteType; maxLength: number; maxSumPoints: number | null }
type Counted = { ballots: Ballot[]; pointDecimals: number; warnings: string[] }
type Points = Decimal[]

/** Borda points up to this many can be added up exactly over any number of ballots that fits into memory. */
const MOST_POINTS = 100_000

/** Turns the rows of VOTES into ballots. Every error names its line. */
export function readBallots(votes: Columns, projects: Project[], form: Form): Counted {
  if (form.voteType === 'ordinal' && form.maxLength > MOST_POINTS)
    throw new ElectionError(votes.line, `max_length is above ${MOST_POINTS}`)
  const indexOf = new Map(projects.map((project, index) => [project.id, index]))
  const lineOf = new Map<string, number>()
  const ballots: Ballot[] = []
  const pointsGiven: Points[] = []
  const lastNamed = new Int32Array(projects.length)
  const points = weightsFor(form)
  const odd = { tooLong: 0, notBorda: 0 }
  for (const row of votes.rows) {
    const voter = votes.cell(row, 'voter_id')
    const earlier = lineOf.get(voter)
    if (voter === '') throw new ElectionError(row.line, 'voter_id is empty')
    if (earlier) throw new ElectionError(row.line, `voter "${cut(voter)}" has already voted on line ${earlier}`)
    lineOf.set(voter, row.line)
    const named = readVote(votes.cell(row, 'vote'), row, indexOf, lastNamed)
    checkLength(named.length, row, form)
    const weights = points(named.length)
    const cell = votes.cell(row, 'points')
    if (named.length > form.maxLength) odd.tooLong++
    if (form.voteType === 'ordinal' && cell !== '' && cell !== weights.join()) odd.notBorda++
    if (form.voteType === 'cumulative') pointsGiven.push(readPoints(cell, named.length, row))
    ballots.push({ voter, projects: named, weights })
  }
  if (ballots.length === 0) throw new ElectionError(votes.line, 'VOTES has no ballot')
  const pointDecimals = form.voteType === 'cumulative' ? weigh(ballots, pointsGiven, votes.rows) : 0
  return { ballots, pointDecimals, warnings: warningsOf(ballots, form, pointDecimals, odd) }
}

/** What does not agree with the rules of the vote; such ballots count as they are. */
function warningsOf(
  ballots: Ballot[],
  form: Form,
  pointDecimals: number,
  odd: { tooLong: number; notBorda: number },
): string[] {
  const most = (form.maxSumPoints ?? Number.POSITIVE_INFINITY) * 10 ** pointDecimals
  const over = form.voteType === 'cumulative' ? ballots.filter(({ weights }) => sum(weights) > most).length : 0
  const found: [number, string][] = [
    [odd.tooLong, `name more than max_length = ${form.maxLength} projects; they count as they are`],
    [
      odd.notBorda,
      `give other points than their ranks; the ranks count, with max_length = ${form.maxLength} points for the first`,
    ],
    [over, `give more than max_sum_points = ${form.maxSumPoints} points; they count as they are`],
  ]
  return found
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${count === 1 ? 'ballot' : 'ballots'}: ${what}`)
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0)
}

/** Weights by length of the ballot, made once and shared: Borda points for a ranking, otherwise 1 each. */
function weightsFor({ voteType, maxLength }: Form): (length: number) => number[] {
  const made = new Map<number, number[]>()
  return (length) => {
    const known = made.get(length)
    if (known) return known
    const weights = Array.from({ length }, (_, rank) => (voteType === 'ordinal' ? maxLength - rank : 1))
    made.set(length, weights)
    return weights
  }
}

/** `lastNamed`: the line of the last ballot that named each project. */
function readVote(cell: string, row: Row, indexOf: Map<string, number>, lastNamed: Int32Array): number[] {
  if (cell === '') return []
  return cell.split(',').map((part) => {
    const id = part.trim()
    const index = indexOf.get(id)
    if (index === undefined)
      throw new ElectionError(row.line, `the ballot names "${cut(id)}", which is no project of this file`)
    if (lastNamed[index] === row.line) throw new ElectionError(row.line, `the ballot names "${cut(id)}" twice`)
    lastNamed[index] = row.line
    return index
  })
}

function checkLength(length: number, row: Row, { voteType, maxLength }: Form): void {
  if (voteType === 'choose-1' && length > 1) {
    throw new ElectionError(row.line, `a choose-1 ballot names one project, this one names ${length}`)
  }
  if (voteType === 'ordinal' && length > maxLength) {
    throw new ElectionError(row.line, `the ballot ranks ${length} projects, max_length is ${maxLength}`)
  }
}

function readPoints(cell: string, count: number, row: Row): Points {
  const parts = cell === '' ? [] : cell.split(',')
  if (parts.length !== count) {
    throw new ElectionError(row.line, `expected ${count} points in the order of the projects, found ${parts.length}`)
  }
  return parts.map((part) => {
    const points = parseDecimal(part)
    if (!points || points.units < 0n || points.decimals > 6 || points.units > 10n ** 12n) {
      throw new ElectionError(
        row.line,
        `points: expected a number from 0 with at most six decimals, found "${cut(part)}"`,
      )
    }
    return points
  })
}

/** Fills in the weights as whole multiples of 10^-n and returns n. */
function weigh(ballots: Ballot[], given: Points[], rows: Row[]): number {
  const decimals = given.reduce(
    (most, points) => points.reduce((so, { decimals: here }) => Math.max(so, here), most),
    0,
  )
  let total = 0
  ballots.forEach((ballot, index) => {
    ballot.weights = given[index]!.map((points) => Number(inUnits(points, decimals)))
    total += sum(ballot.weights)
    if (total > Number.MAX_SAFE_INTEGER)
      throw new ElectionError(rows[index]!.line, 'the points are too large to be added up exactly')
  })
  return decimals
}
