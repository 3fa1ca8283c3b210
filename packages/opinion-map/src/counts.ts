import type { VoteMatrix } from './matrix.ts'

/** Votes on each statement: agreeing, disagreeing, and all that were cast (passes included). */
export type Counts = { agree: Int32Array; disagree: Int32Array; seen: Int32Array }

/** Counts by group (`of[person]`, −1 for no group), one entry a group. */
export function countByGroup(matrix: VoteMatrix, of: Int32Array, groups: number): Counts[] {
  const counts = Array.from({ length: groups }, () => noCounts(matrix.statements.length))
  for (let person = 0; person < matrix.people.length; person++) {
    const group = counts[of[person]!]
    if (group) addPerson(matrix, person, group)
  }
  return counts
}

/** Counts over everyone who voted, in the conversation or not. */
export function countAll(matrix: VoteMatrix): Counts {
  const counts = noCounts(matrix.statements.length)
  for (let person = 0; person < matrix.people.length; person++) addPerson(matrix, person, counts)
  return counts
}

/** The sum of some counts. */
export function sumCounts(parts: Counts[], statements: number): Counts {
  const sum = noCounts(statements)
  for (const part of parts)
    for (let at = 0; at < statements; at++) {
      sum.agree[at]! += part.agree[at]!
      sum.disagree[at]! += part.disagree[at]!
      sum.seen[at]! += part.seen[at]!
    }
  return sum
}

function addPerson({ rowStart, column, value }: VoteMatrix, person: number, counts: Counts): void {
  for (let entry = rowStart[person]!; entry < rowStart[person + 1]!; entry++) {
    const statement = column[entry]!
    counts.seen[statement]!++
    if (value[entry] === 1) counts.agree[statement]!++
    else if (value[entry] === -1) counts.disagree[statement]!++
  }
}

function noCounts(statements: number): Counts {
  return {
    agree: new Int32Array(statements),
    disagree: new Int32Array(statements),
    seen: new Int32Array(statements),
  }
}
