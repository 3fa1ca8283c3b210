import type { VoteMatrix } from './matrix.ts'
import type { Columns } from './means.ts'

/** Multiplies a vector over statements by XᵀX, X being people × statements minus the column means, blanks and uncounted columns 0. */
export type Product = (vector: Float64Array, into: Float64Array) => void

/** Above this many statements the square table would not fit in a cache, and the votes themselves are multiplied. */
const WIDEST_TABLE = 2048

/** What a power iteration takes on the whole, for choosing the cheaper of the two ways. */
const EXPECTED_ITERATIONS = 200

/** XᵀX as a product, by whichever way costs fewer operations: a statements × statements table, or the votes row by row. */
export function covariance(matrix: VoteMatrix, columns: Columns): { multiply: Product; total: number } {
  const width = matrix.statements.length
  let pairs = 0
  for (let person = 0; person + 1 < matrix.rowStart.length; person++)
    pairs += (matrix.rowStart[person + 1]! - matrix.rowStart[person]!) ** 2 / 2
  const byTable = pairs + EXPECTED_ITERATIONS * width * width
  const byVotes = EXPECTED_ITERATIONS * 4 * matrix.value.length
  const table = width <= WIDEST_TABLE && byTable < byVotes
  return {
    multiply: table ? tableProduct(covarianceTable(matrix, columns), width) : votesProduct(matrix, columns),
    total: totalVariation(matrix, columns),
  }
}

/** The sum of squares of X: what all components together explain. */
function totalVariation({ column, value }: VoteMatrix, { counted, mean }: Columns): number {
  let total = 0
  for (let entry = 0; entry < column.length; entry++) {
    const statement = column[entry]!
    if (counted[statement]) total += (value[entry]! - mean[statement]!) ** 2
  }
  return total
}

/** XᵀX in full: only pairs of votes of one person meet, so blanks cost nothing. */
export function covarianceTable(matrix: VoteMatrix, { counted, mean }: Columns): Float64Array {
  const width = matrix.statements.length
  const table = new Float64Array(width * width)
  const place = new Int32Array(width)
  const off = new Float64Array(width)
  for (let person = 0; person + 1 < matrix.rowStart.length; person++) {
    let cast = 0
    for (let entry = matrix.rowStart[person]!; entry < matrix.rowStart[person + 1]!; entry++) {
      const statement = matrix.column[entry]!
      if (!counted[statement]) continue
      place[cast] = statement
      off[cast++] = matrix.value[entry]! - mean[statement]!
    }
    for (let a = 0; a < cast; a++) {
      const row = place[a]! * width
      const factor = off[a]!
      for (let b = a; b < cast; b++) table[row + place[b]!]! += factor * off[b]!
    }
  }
  for (let row = 0; row < width; row++)
    for (let other = row + 1; other < width; other++) table[other * width + row] = table[row * width + other]!
  return table
}

function tableProduct(table: Float64Array, width: number): Product {
  return (vector, into) => {
    for (let row = 0; row < width; row++) {
      const start = row * width
      let even = 0
      let odd = 0
      let at = 0
      for (; at + 1 < width; at += 2) {
        even += table[start + at]! * vector[at]!
        odd += table[start + at + 1]! * vector[at + 1]!
      }
      if (at < width) even += table[start + at]! * vector[at]!
      into[row] = even + odd
    }
  }
}

function votesProduct({ rowStart, column, value }: VoteMatrix, { counted, mean }: Columns): Product {
  return (vector, into) => {
    into.fill(0)
    for (let person = 0; person + 1 < rowStart.length; person++) {
      const end = rowStart[person + 1]!
      let score = 0
      for (let entry = rowStart[person]!; entry < end; entry++) {
        const statement = column[entry]!
        if (counted[statement]) score += (value[entry]! - mean[statement]!) * vector[statement]!
      }
      for (let entry = rowStart[person]!; entry < end; entry++) {
        const statement = column[entry]!
        if (counted[statement]) into[statement]! += (value[entry]! - mean[statement]!) * score
      }
    }
  }
}
