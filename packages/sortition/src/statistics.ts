/** Gini coefficient of the probabilities: mean absolute difference over twice the mean; 0 is perfect equality. */
export function gini(probabilities: number[]): number {
  const sorted = [...probabilities].sort((a, b) => a - b)
  const n = sorted.length
  const sum = sorted.reduce((a, b) => a + b, 0)
  return Math.max(0, sorted.reduce((total, p, i) => total + (2 * (i + 1) - n - 1) * p, 0) / (n * sum))
}

/** 0 as soon as one person cannot be drawn. */
export function geometricMean(probabilities: number[]): number {
  return Math.exp(probabilities.reduce((sum, p) => sum + Math.log(p), 0) / probabilities.length)
}
