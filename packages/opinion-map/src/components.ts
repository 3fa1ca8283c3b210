import { covariance, type Product } from './covariance.ts'
import type { VoteMatrix } from './matrix.ts'
import type { Columns } from './means.ts'
import { seeded } from './random.ts'

/** Two directions over the statements (length 1, or 0 where the votes do not vary), and the share of all variation each explains. */
export type Components = {
  axes: [Float64Array, Float64Array]
  variance: [number, number]
  explained: [number, number]
  iterations: [number, number]
  /** false where the iteration did not come to rest: other directions are almost as strong as this one */
  settled: [boolean, boolean]
}

/** A direction that moves less than this in one iteration has arrived. */
const STILL = 1e-12
/** Polis stops at 100 an update and comes back at the next one; a map drawn once has to arrive by itself. */
const MOST_ITERATIONS = 1000
/** A share of chance in a warm start: an old axis that is no longer the strongest would otherwise never be left. */
const CHANCE = 1e-6

/**
 * The first two principal components of the votes (blanks = column mean), by power iteration, the second kept at right angles to the first.
 * Starts from the axes before, or from a seeded direction. Signs: as before, or the largest entry positive.
 */
export function principalComponents(
  matrix: VoteMatrix,
  columns: Columns,
  seed: number,
  before?: [Float64Array, Float64Array],
): Components {
  const { multiply, total } = covariance(matrix, columns)
  const draw = seeded(seed)
  const start = (axis?: Float64Array) =>
    columns.mean.map((_, at) => (columns.counted[at] ? (axis?.[at] ?? 0) + (axis ? CHANCE : 1) * (draw() - 0.5) : 0))
  const first = strongest(multiply, start(before?.[0]), total)
  const second = strongest(multiply, start(before?.[1]), total, first.axis)
  const variance: [number, number] = [first.variance, second.variance]
  return {
    axes: [orient(first.axis, before?.[0]), orient(second.axis, before?.[1])],
    variance,
    explained: total > 0 ? [variance[0] / total, variance[1] / total] : [0, 0],
    iterations: [first.iterations, second.iterations],
    settled: [first.settled, second.settled],
  }
}

function strongest(multiply: Product, start: Float64Array, total: number, aside?: Float64Array) {
  let axis = start
  let next: Float64Array = new Float64Array(start.length)
  let variance = 0
  turnFrom(axis, aside)
  scale(axis, 1 / Math.sqrt(dot(axis, axis) || 1))
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
    multiply(axis, next)
    turnFrom(next, aside)
    variance = Math.sqrt(dot(next, next))
    if (variance <= STILL * total)
      return { axis: new Float64Array(axis.length), variance: 0, iterations, settled: true }
    scale(next, 1 / variance)
    let moved = 0
    for (let at = 0; at < axis.length; at++) moved += (next[at]! - axis[at]!) ** 2
    ;[axis, next] = [next, axis]
    if (moved < STILL * STILL) return { axis, variance, iterations, settled: true }
  }
  return { axis, variance, iterations: MOST_ITERATIONS, settled: false }
}

function turnFrom(vector: Float64Array, aside?: Float64Array): void {
  if (!aside) return
  const along = dot(vector, aside)
  for (let at = 0; at < vector.length; at++) vector[at]! -= along * aside[at]!
}

function orient(axis: Float64Array, before?: Float64Array): Float64Array {
  const largest = axis.reduce((best, entry) => (Math.abs(entry) > Math.abs(best) * (1 + 1e-9) ? entry : best), 0)
  const along = before ? dot(axis, before) : 0
  if ((along === 0 ? largest : along) < 0) scale(axis, -1)
  return axis
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

function scale(vector: Float64Array, factor: number): void {
  for (let at = 0; at < vector.length; at++) vector[at]! *= factor
}
