import type { Problem } from '#kernel/outcome.ts'
import { conditionOf, indicatorOf } from '../catalogue/catalogue.ts'
import type { ConditionEntry, IndicatorEntry } from '../catalogue/entry.ts'
import { conditionScale, indicatorScale, isOrdered } from '../threshold.ts'
import { wrong } from './acting.ts'

export type ThresholdInput = { subject: string; good?: number; poor?: number; threshold?: number; nMin?: number }
/** As they are kept: shares 0–1, null where the catalogue's number stays. */
type Columns = { good: number | null; poor: number | null; threshold: number | null; n_min: number | null }

export function thresholdColumns(input: ThresholdInput): Columns | { problems: Problem[] } {
  const indicator = indicatorOf(input.subject)
  const condition = conditionOf(input.subject)?.condition
  const problems = indicator
    ? indicatorProblems(indicator, input)
    : condition
      ? conditionProblems(condition, input)
      : []
  if (!indicator && !condition) problems.push(wrong('subject', 'not-here'))
  if (problems.length > 0) return { problems }
  const scale = indicator ? indicatorScale(indicator) : conditionScale(condition!)
  const kept = (value: number | undefined) => (value === undefined ? null : value / scale)
  return {
    good: kept(input.good),
    poor: kept(input.poor),
    threshold: kept(input.threshold),
    n_min: input.nMin ?? null,
  }
}

function indicatorProblems(entry: IndicatorEntry, { good, poor, threshold, nMin }: ThresholdInput): Problem[] {
  if (threshold !== undefined) return [wrong('threshold', 'not-here')]
  if (good === undefined && poor === undefined) return nMin === undefined ? [wrong('good', 'nothing-set')] : []
  if (good === undefined || poor === undefined) return [wrong(good === undefined ? 'good' : 'poor', 'both-limits')]
  const problems = [inRange('good', good, indicatorScale(entry)), inRange('poor', poor, indicatorScale(entry))].flat()
  if (problems.length === 0 && !isOrdered(entry.better, good, poor)) problems.push(wrong('good', 'wrong-order'))
  return problems
}

function conditionProblems(entry: ConditionEntry, { good, poor, threshold, nMin }: ThresholdInput): Problem[] {
  if (good !== undefined || poor !== undefined) return [wrong(good === undefined ? 'poor' : 'good', 'not-here')]
  if (threshold === undefined) return nMin === undefined ? [wrong('threshold', 'nothing-set')] : []
  if (threshold <= 0) return [wrong('threshold', 'positive')]
  // A load of 120 % is a share above 1; only its unit is per cent.
  return entry.threshold > 1 ? [] : inRange('threshold', threshold, conditionScale(entry))
}

function inRange(field: string, value: number, scale: number): Problem[] {
  const within = value >= 0 && (scale === 1 || value <= scale)
  return within ? [] : [wrong(field, 'out-of-range')]
}
