import type { DetectorEntry } from './catalogue/entry.ts'
import type { ConditionReading } from './condition.ts'

export type Outcome = 'true' | 'false' | 'unchecked'
export type SeverityOf = 1 | 2 | 3

/** `value`: the largest ratio of the conditions that could be judged. */
export type DetectorReading = {
  detector: string
  outcome: Outcome
  severity: SeverityOf | null
  value: number | null
}

type Judged = Pick<ConditionReading, 'state' | 'ratio' | 'critical'>

export function readDetector(
  entry: Pick<DetectorEntry, 'id' | 'needs'>,
  conditions: readonly Judged[],
): DetectorReading {
  const judged = conditions.filter((one) => one.state === 'true' || one.state === 'false')
  const holding = judged.filter((one) => one.state === 'true')
  const value = judged.length > 0 ? Math.max(...judged.map((one) => one.ratio ?? 0)) : null
  if (holding.length >= entry.needs) {
    return { detector: entry.id, outcome: 'true', severity: severityOf(holding, value ?? 0), value }
  }
  return { detector: entry.id, outcome: judged.length > 0 ? 'false' : 'unchecked', severity: null, value }
}

/** 3: three conditions, or one that is critical by itself; 2: two, or a ratio of 1.5; else 1. */
function severityOf(holding: readonly Judged[], value: number): SeverityOf {
  if (holding.length >= 3 || holding.some((one) => one.critical)) return 3
  return holding.length === 2 || value >= 1.5 ? 2 : 1
}
