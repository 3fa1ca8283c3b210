import type { Lang } from '#kernel/reason.ts'
import type { Level } from '#ui/tag.tsx'
import { type Benefit, benefits } from '#ui/words.ts'
import { detectorOf, leadOf } from './catalogue/catalogue.ts'
import type { IndicatorEntry } from './catalogue/entry.ts'
import type { ConditionState } from './condition.ts'
import type { Outcome, SeverityOf } from './detector.ts'
import type { IndicatorLevel, IndicatorStatus } from './indicator.ts'

/** Only a weekly one counts; a preview is for members; manual-at is asked for by an operator, as of a day. */
export type EvaluationKind = 'weekly' | 'preview' | 'manual-at'

/** A sentence as it was kept, in both languages. */
export type Said = Record<Lang, string>
export type EvaluationHead = { id: string; at: string; kind: EvaluationKind; madeAt: Date; programmeId: string }
/** Where a configured threshold comes from, in the language it was written in. */
type Source = { source: string | null; sourceLang: Lang | null }

export type StoredIndicator = Source & {
  indicator: string
  status: IndicatorStatus
  level: IndicatorLevel | null
  k: number | null
  n: number | null
  cases: number | null
  value: number | null
  low: number | null
  high: number | null
  previousK: number | null
  previousN: number | null
  previousValue: number | null
  good: number | null
  poor: number | null
  nMin: number
  because: Said | null
  beside: (Said & { value: number })[] | null
}

export type StoredCondition = Source & {
  detector: string
  letter: string
  state: ConditionState
  value: number | null
  alternatives: Record<string, number> | null
  ratio: number | null
  threshold: number
  n: number | null
  nMin: number
  sentence: Said
  parties: string[]
  critical: boolean
}

export type StoredDetector = { detector: string; outcome: Outcome; severity: SeverityOf | null; value: number | null }

/** What the weekly evaluations said, a row each. */
export type IndicatorWeek = {
  evaluation: string
  at: string
  k: number | null
  n: number | null
  value: number | null
  level: IndicatorLevel | null
  status: IndicatorStatus
}
export type DetectorWeek = {
  evaluation: string
  at: string
  outcome: Outcome
  severity: SeverityOf | null
  value: number | null
}

/** One indicator as pages show it; `reading` is missing while no module has records for it. */
export type BoardItem = { entry: IndicatorEntry; reading: StoredIndicator | undefined; trend: number[] }

export type Board = {
  evaluation: EvaluationHead
  items: Map<string, BoardItem>
  /** Open obstacles that hurt each benefit. */
  open: Record<Benefit, number>
}

export function levelShown(reading: StoredIndicator | undefined): Level {
  return reading?.level ?? 'none'
}

/** The leads of the seven benefits, in order. */
export function leadItems(board: Board): BoardItem[] {
  return benefits.map((benefit) => board.items.get(leadOf(benefit).id)!)
}

/** How many of these detectors hurt each benefit. */
export function countByBenefit(detectors: readonly string[]): Record<Benefit, number> {
  const hurt = detectors.flatMap((id) => detectorOf(id)?.hurts ?? [])
  const counts = benefits.map((benefit) => [benefit, hurt.filter((one) => one === benefit).length])
  return Object.fromEntries(counts) as Record<Benefit, number>
}
