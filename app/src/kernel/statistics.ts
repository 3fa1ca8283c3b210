/** A range of shares, each between 0 and 1. */
export type Interval = { low: number; high: number }

/** 97.5th percentile of the standard normal distribution: two-sided 95 %. */
const Z95 = 1.959963984540054

/**
 * Wilson score interval (95 %) of the share k/n, 0 ≤ k ≤ n. k and n are counts, or sums of weights when the caller
 * weighs its rows; without any row nothing is known, so the interval is [0, 1].
 * Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212.
 */
export function wilson(k: number, n: number): Interval {
  if (!(k >= 0 && n >= k && Number.isFinite(n))) throw new RangeError(`share ${k}/${n}: needs 0 ≤ k ≤ n`)
  if (n === 0) return { low: 0, high: 1 }
  const share = k / n
  const spread = (Z95 * Z95) / n
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z95 / (1 + spread)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))
  // At the ends the bound is exact; floating point would leave a crumb such as 1e-17.
  return { low: k === 0 ? 0 : Math.max(0, middle - half), high: k === n ? 1 : Math.min(1, middle + half) }
}

/**
 * p-quantile (0 ≤ p ≤ 1) of values sorted ascending: linear interpolation between the two closest ranks, position
 * (n − 1)·p counted from 0 (Hyndman & Fan type 7, as in R, NumPy and spreadsheets). `null` when there is no value.
 */
export function quantile(sorted: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile ${p}: needs 0 ≤ p ≤ 1`)
  if (sorted.length === 0) return null
  const position = (sorted.length - 1) * p
  const below = Math.floor(position)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low === high ? low : low + (high - low) * (position - below)
}

/** Middle value; the mean of the two middle ones for an even count; `null` without values. Sorts a copy. */
export function median(values: readonly number[]): number | null {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
}
