import { arrivalOrder, firstTimes } from './arrival.ts'
import { type Conversation, emptyColumns, type Statement, type VoteColumns } from './votes.ts'

/** More than this is refused: the caps of the Polis pipeline. */
export const MOST_PEOPLE = 100_000
export const MOST_STATEMENTS = 10_000

/**
 * The latest vote of everyone on everything, by row: the votes of person p are the entries rowStart[p] … rowStart[p + 1] − 1,
 * by rising statement. People stand in order of arrival (`arrived`: the time of their first vote, re-votes included).
 */
export type VoteMatrix = {
  people: string[]
  arrived: Float64Array
  statements: Statement[]
  rowStart: Int32Array
  column: Uint16Array
  value: Int8Array
  time: Float64Array
  /** Votes dropped because the same person voted on the same statement again. */
  revotes: number
}

/**
 * Keeps the latest vote of each person on each statement (equal times: the later row), in O(people + statements + votes).
 * `arrived` replaces the first times found in the votes, for a caller who dropped older re-votes.
 * Throws a RangeError above 100,000 people or 10,000 statements.
 */
export function voteMatrix({ people, statements, votes }: Conversation, arrived?: Float64Array): VoteMatrix {
  if (people.length > MOST_PEOPLE) throw new RangeError(`${people.length} people: at most ${MOST_PEOPLE} can be mapped`)
  if (statements.length > MOST_STATEMENTS)
    throw new RangeError(`${statements.length} statements: at most ${MOST_STATEMENTS} can be mapped`)
  const since = arrived ?? firstTimes(people.length, votes)
  const order = arrivalOrder(people, since)
  const rank = new Int32Array(people.length)
  order.forEach((person, position) => {
    rank[person] = position
  })
  return {
    people: Array.from(order, (person) => people[person]!),
    arrived: Float64Array.from(order, (person) => since[person]!),
    statements,
    ...latestVotes(votes, rank, statements.length),
  }
}

/** Adds votes (and statements) to a matrix: the same as building it from all votes ever cast. */
export function addVotes(matrix: VoteMatrix, more: Conversation): VoteMatrix {
  const { people, statements, votes } = more
  const personAt = new Map(matrix.people.map((id, index) => [id, index]))
  const statementAt = new Map(matrix.statements.map(({ id }, index) => [id, index]))
  const allPeople = [...matrix.people]
  const newPerson = people.map((id) => personAt.get(id) ?? allPeople.push(id) - 1)
  const allStatements = [...matrix.statements]
  const newStatement = statements.map((statement) => {
    const known = statementAt.get(statement.id)
    if (known === undefined) return allStatements.push(statement) - 1
    allStatements[known] = statement
    return known
  })
  const kept = matrix.value.length
  const joined = emptyColumns(kept + votes.value.length)
  joined.person.set(rowOwners(matrix))
  joined.statement.set(matrix.column)
  joined.value.set(matrix.value)
  joined.time.set(matrix.time)
  joined.person.set(
    votes.person.map((person) => newPerson[person]!),
    kept,
  )
  joined.statement.set(
    votes.statement.map((statement) => newStatement[statement]!),
    kept,
  )
  joined.value.set(votes.value, kept)
  joined.time.set(votes.time, kept)
  const arrived = firstTimes(allPeople.length, joined)
  matrix.arrived.forEach((time, person) => {
    if (time < arrived[person]!) arrived[person] = time
  })
  const built = voteMatrix({ people: allPeople, statements: allStatements, votes: joined }, arrived)
  return { ...built, revotes: built.revotes + matrix.revotes }
}

/** The same conversation without some people. */
export function withoutPeople(matrix: VoteMatrix, gone: Uint8Array): VoteMatrix {
  const stay = Int32Array.from(matrix.people.keys()).filter((person) => gone[person] === 0)
  const rowStart = new Int32Array(stay.length + 1)
  stay.forEach((person, row) => {
    rowStart[row + 1] = rowStart[row]! + matrix.rowStart[person + 1]! - matrix.rowStart[person]!
  })
  const size = rowStart[stay.length]!
  const smaller = { column: new Uint16Array(size), value: new Int8Array(size), time: new Float64Array(size) }
  stay.forEach((person, row) => {
    const from = matrix.rowStart[person]!
    const to = matrix.rowStart[person + 1]!
    smaller.column.set(matrix.column.subarray(from, to), rowStart[row]!)
    smaller.value.set(matrix.value.subarray(from, to), rowStart[row]!)
    smaller.time.set(matrix.time.subarray(from, to), rowStart[row]!)
  })
  const people = Array.from(stay, (person) => matrix.people[person]!)
  const arrived = Float64Array.from(stay, (person) => matrix.arrived[person]!)
  return { people, arrived, statements: matrix.statements, rowStart, ...smaller, revotes: matrix.revotes }
}

function rowOwners({ rowStart, value }: VoteMatrix): Int32Array {
  const owner = new Int32Array(value.length)
  for (let person = 0; person + 1 < rowStart.length; person++)
    owner.fill(person, rowStart[person]!, rowStart[person + 1]!)
  return owner
}

function latestVotes(votes: VoteColumns, rank: Int32Array, statements: number) {
  const byStatement = countingSort(votes.statement, statements, (row) => row)
  const ranks = votes.person.map((person) => rank[person]!)
  const sorted = countingSort(ranks, rank.length, (position) => byStatement[position]!)
  const rowStart = new Int32Array(rank.length + 1)
  const column = new Uint16Array(sorted.length)
  const value = new Int8Array(sorted.length)
  const time = new Float64Array(sorted.length)
  let kept = 0
  let owner = -1
  for (const row of sorted) {
    const person = ranks[row]!
    const again = person === owner && column[kept - 1] === votes.statement[row]
    if (again && votes.time[row]! < time[kept - 1]!) continue
    if (!again) kept++
    while (owner < person) rowStart[++owner] = kept - 1
    column[kept - 1] = votes.statement[row]!
    value[kept - 1] = votes.value[row]!
    time[kept - 1] = votes.time[row]!
  }
  while (owner < rank.length) rowStart[++owner] = kept
  const cut = <T extends Uint16Array | Int8Array | Float64Array>(whole: T) => whole.slice(0, kept) as T
  return { rowStart, column: cut(column), value: cut(value), time: cut(time), revotes: sorted.length - kept }
}

/** Stable: rows of equal key keep the order in which `rowAt` names them. */
function countingSort(keys: Int32Array, distinct: number, rowAt: (position: number) => number): Int32Array {
  const next = new Int32Array(distinct + 1)
  for (const key of keys) next[key + 1]!++
  for (let key = 0; key < distinct; key++) next[key + 1]! += next[key]!
  const sorted = new Int32Array(keys.length)
  for (let position = 0; position < keys.length; position++) {
    const row = rowAt(position)
    sorted[next[keys[row]!]!++] = row
  }
  return sorted
}
