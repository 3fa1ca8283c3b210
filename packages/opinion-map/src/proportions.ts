/** One-sided 90 %: a test statistic above this is taken as more than chance. */
export const SIGNIFICANT = 1.2816

/** The share of `success` in `trials`, drawn to one half by one success and one failure more. */
export function smoothedShare(success: number, trials: number): number {
  return (success + 1) / (trials + 2)
}

/** Is a share above one half? z of a proportion with one success more. */
export function aboveHalf(success: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((success + 1) / (trials + 1) - 0.5)
}

/** Is the first share above the second? z of two proportions, one added to every count; 0 when all succeed. */
export function aboveOther(success: number, trials: number, otherSuccess: number, otherTrials: number): number {
  const pooled = (success + otherSuccess + 2) / (trials + otherTrials + 2)
  if (pooled === 1) return 0
  const difference = (success + 1) / (trials + 1) - (otherSuccess + 1) / (otherTrials + 1)
  return difference / Math.sqrt(pooled * (1 - pooled) * (1 / (trials + 1) + 1 / (otherTrials + 1)))
}
