import type { Text } from '#kernel/reason.ts'
import type { ConditionEntry, Test } from './catalogue/entry.ts'
import type { Observation, Row } from './signal.ts'
import type { ConditionThreshold } from './threshold.ts'

export type ConditionState = 'true' | 'false' | 'not-enough' | 'unchecked'

export type ConditionReading = {
  detector: string
  letter: string
  state: ConditionState
  value: number | null
  alternatives: Record<string, number>
  /** Observed ÷ threshold, the largest of its tests; null where it was not judged. */
  ratio: number | null
  n: number | null
  threshold: ConditionThreshold
  /** Evidence, or why it was not judged. */
  sentence: Text
  parties: string[]
  critical: boolean
  rows: Row[]
}

/** Ratios end here: "nothing at all" where much is needed would be infinite. */
export const largestRatio = 10

export function readCondition(
  detector: string,
  entry: ConditionEntry,
  threshold: ConditionThreshold,
  seen: Observation,
): ConditionReading {
  const base = { detector, letter: entry.letter, threshold, alternatives: {}, parties: [], critical: false }
  if (seen.kind === 'unchecked') {
    return { ...base, state: 'unchecked', value: null, ratio: null, n: null, sentence: seen.because, rows: [] }
  }
  if (seen.kind === 'not-enough') {
    const { n, because: sentence, rows } = seen
    return { ...base, state: 'not-enough', value: null, ratio: null, n, sentence, rows }
  }
  const { value, n, evidence: sentence, rows, parties } = seen
  const known = { ...base, value, alternatives: seen.alternatives ?? {}, n, sentence, rows, parties }
  if (n < threshold.nMin) return { ...known, state: 'not-enough', ratio: null }
  const ratio = largestOf(entry, threshold.threshold, value, known.alternatives)
  if (ratio === null) return { ...known, state: 'unchecked', ratio: null }
  const holds = ratio >= 1
  return { ...known, state: holds ? 'true' : 'false', ratio, critical: holds && seen.critical === true }
}

function largestOf(
  entry: ConditionEntry,
  threshold: number,
  value: number | null,
  alternatives: Record<string, number>,
): number | null {
  const ratios = Object.entries(alternatives).flatMap(([name, observed]) => {
    const test = entry.alternatives?.[name]
    return test ? [ratioOf(test, observed)] : []
  })
  if (value !== null) ratios.push(ratioOf({ bad: entry.bad, threshold }, value))
  return ratios.length > 0 ? Math.max(...ratios) : null
}

/** Observed ÷ threshold, turned round where low is bad; between 0 and `largestRatio`. */
export function ratioOf({ bad, threshold }: Pick<Test, 'bad' | 'threshold'>, observed: number): number {
  if (bad === 'low' && observed <= 0) return largestRatio
  const ratio = bad === 'high' ? observed / threshold : threshold / observed
  // A crumb of floating point below 1 is 1.
  const clean = Math.abs(ratio - 1) < 1e-9 ? 1 : ratio
  return Math.min(Math.max(clean, 0), largestRatio)
}
