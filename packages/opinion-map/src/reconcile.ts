import { countAll } from './counts.ts'
import type { VoteMatrix } from './matrix.ts'
import type { PolisComments } from './polis-comments.ts'
import type { PolisParticipants } from './polis-participants.ts'
import type { VoteColumns } from './votes.ts'

/** How far the votes are from printed totals as they stand, and with their signs turned (sum of absolute differences). */
type Distance = { asRead: number; turned: number }

/**
 * Were the votes written with agree = −1? The printed totals decide: agrees and disagrees of comments.csv (which count every row) and
 * n-agree and n-disagree of the participants (which count latest votes); only without them the declaration of the export.
 */
export function signEvidence(
  rows: VoteColumns,
  latest: VoteMatrix,
  comments: PolisComments,
  participants: PolisParticipants | undefined,
  declared: 1 | -1 | undefined,
): { flipped: boolean; notes: string[] } {
  const byStatement = distanceToComments(rows, latest.statements.length, comments)
  const byPerson = participants ? distanceToPeople(latest, participants) : { asRead: 0, turned: 0 }
  const asRead = byStatement.asRead + byPerson.asRead
  const turned = byStatement.turned + byPerson.turned
  const notes: string[] = []
  if (asRead === turned) {
    if (declared === undefined && latest.value.length > 0)
      notes.push('No total shows whether agree is 1 or -1 in this export: 1 is taken to be agree.')
    return { flipped: declared === -1, notes }
  }
  const flipped = turned < asRead
  if (declared !== undefined && (declared === -1) !== flipped)
    notes.push(`The export declares agree = ${declared}; the printed totals show ${flipped ? -1 : 1}, which is used.`)
  if (contradicts(byStatement, flipped) || contradicts(byPerson, flipped))
    notes.push(
      'The totals of comments.csv and of the participants disagree about the sign of votes; the larger evidence is used.',
    )
  return { flipped, notes }
}

function contradicts({ asRead, turned }: Distance, flipped: boolean): boolean {
  return flipped ? asRead < turned : turned < asRead
}

function distanceToComments({ statement, value }: VoteColumns, width: number, { printed }: PolisComments): Distance {
  const plus = new Int32Array(width)
  const minus = new Int32Array(width)
  for (let row = 0; row < value.length; row++) {
    if (value[row] === 1) plus[statement[row]!]!++
    else if (value[row] === -1) minus[statement[row]!]!++
  }
  return distance(printed.map((totals, at) => ({ ...totals, plus: plus[at]!, minus: minus[at]! })))
}

function distanceToPeople(
  { people, rowStart, value }: VoteMatrix,
  { people: listed, printed }: PolisParticipants,
): Distance {
  const place = new Map(people.map((id, at) => [id, at]))
  return distance(
    listed.flatMap((id, at) => {
      const person = place.get(id)
      if (person === undefined) return []
      const votes = value.subarray(rowStart[person]!, rowStart[person + 1]!)
      const plus = votes.filter((vote) => vote === 1).length
      return [{ ...printed[at]!, plus, minus: votes.filter((vote) => vote === -1).length }]
    }),
  )
}

function distance(totals: Array<{ agrees: number; disagrees: number; plus: number; minus: number }>): Distance {
  const sum = { asRead: 0, turned: 0 }
  for (const { agrees, disagrees, plus, minus } of totals) {
    if (Number.isNaN(agrees) || Number.isNaN(disagrees)) continue
    sum.asRead += Math.abs(plus - agrees) + Math.abs(minus - disagrees)
    sum.turned += Math.abs(minus - agrees) + Math.abs(plus - disagrees)
  }
  return sum
}

export function flipVotes(matrix: VoteMatrix): VoteMatrix {
  return { ...matrix, value: matrix.value.map((vote) => -vote) }
}

/** How many statements are printed with totals that are not the latest votes. */
export function statementsRecounted(matrix: VoteMatrix, { printed }: PolisComments): number {
  const { agree, disagree } = countAll(matrix)
  return printed.filter(
    ({ agrees, disagrees }, at) => !Number.isNaN(agrees) && (agrees !== agree[at] || disagrees !== disagree[at]),
  ).length
}

/** Compares the cells of the participants with the latest votes (their sign may be turned too: the nearer reading counts). */
export function cellsAgainst(matrix: VoteMatrix, { people, statements, cells }: PolisParticipants) {
  const personAt = new Map(matrix.people.map((id, at) => [id, at]))
  const statementAt = new Map(matrix.statements.map(({ id }, at) => [id, at]))
  const place = statements.map((id) => statementAt.get(id) ?? -1)
  let same = 0
  let turned = 0
  for (let cell = 0; cell < cells.value.length; cell++) {
    const person = personAt.get(people[cells.person[cell]!]!) ?? -1
    const vote = voteOf(matrix, person, place[cells.statement[cell]!]!)
    if (vote === cells.value[cell]) same++
    if (vote !== undefined && vote === -cells.value[cell]!) turned++
  }
  const compared = Math.max(cells.value.length, matrix.value.length)
  const differing = compared - Math.max(same, turned)
  const notes = turned > same ? ['The cells of the table of participants have agree = -1.'] : []
  if (differing > 0)
    notes.push(`${differing} votes are not the same in the table of participants and in votes.csv; votes.csv counts.`)
  return { compared, differing, notes }
}

/** Binary search in a person's row; undefined where there is no vote. */
function voteOf({ rowStart, column, value }: VoteMatrix, person: number, statement: number): number | undefined {
  if (person < 0 || statement < 0) return undefined
  let low = rowStart[person]!
  let high = rowStart[person + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (column[middle]! < statement) low = middle + 1
    else high = middle
  }
  return low < rowStart[person + 1]! && column[low] === statement ? value[low] : undefined
}
