import type { VoteMatrix } from './matrix.ts'

/** The columns of the map: which statements count, how many votes each has, and the mean of the votes cast (0 when it does not count). */
export type Columns = { counted: Uint8Array; votes: Int32Array; mean: Float64Array; present: number; excluded: number }

/**
 * Rejected and meta statements do not count. `present` is the number of statements with at least one vote,
 * `excluded` the number of those that do not count. A blank cell stands for the mean of its column.
 */
export function columnMeans({ statements, column, value }: VoteMatrix): Columns {
  const counted = Uint8Array.from(statements, ({ moderated, meta }) => (moderated === -1 || meta ? 0 : 1))
  const votes = new Int32Array(statements.length)
  const sum = new Float64Array(statements.length)
  for (let entry = 0; entry < column.length; entry++) {
    const statement = column[entry]!
    votes[statement]!++
    sum[statement]! += value[entry]!
  }
  const mean = sum.map((total, statement) => (counted[statement] && total !== 0 ? total / votes[statement]! : 0))
  const present = votes.filter((count) => count > 0).length
  const excluded = votes.filter((count, statement) => count > 0 && !counted[statement]).length
  return { counted, votes, mean, present, excluded }
}
