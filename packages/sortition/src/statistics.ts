/** Gini coefficient: mean absolute difference over twice the mean; 0 is perfect equality. Of whole tickets it is exact. */
export function gini(shares: number[]): number {
  const sorted = [...shares].sort((a, b) => a - b)
  const n = sorted.length
  const sum = sorted.reduce((a, b) => a + b, 0)
  return Math.max(0, sorted.reduce((total, p, i) => total + (2 * (i + 1) - n - 1) * p, 0) / (n * sum))
}

export const smallest = (numbers: number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)

/** 0 as soon as one person cannot be drawn. */
export function geometricMean(probabilities: number[]): number {
  return Math.exp(probabilities.reduce((sum, p) => sum + Math.log(p), 0) / probabilities.length)
}
