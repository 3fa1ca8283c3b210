import type { Text } from '#kernel/reason.ts'
import type { Benefit } from '#ui/words.ts'

/** Where a threshold comes from; RULE is our own, shown as "ambang internal". */
export type SourceCode =
  | 'RULE'
  | 'PEFA'
  | 'IRM'
  | 'KIP'
  | 'LAPOR'
  | 'LKE'
  | 'BPK'
  | 'GAO'
  | 'IAP2'
  | 'OECD'
  | 'SDI'
  | 'COI'
  | 'PDP'

export type Limit = { op: '>=' | '>' | '<=' | '<'; value: number }

/**
 * How an indicator is counted: `count` = k of n cases; `weighted` = sums of weights (money, hours, effort), so no
 * interval; `amount` = one number in its unit.
 */
export type Counting = 'count' | 'weighted' | 'amount'
/** Shares and indexes are 0–1. */
export type IndicatorUnit = 'share' | 'working-days' | 'index' | 'per-mille'

export type IndicatorEntry = {
  id: string
  benefit: Benefit
  /** Stands for its benefit in the scoreboard row. */
  lead: boolean
  name: Text
  /** What is counted, in one line of the scoreboard. */
  question: Text
  formula: Text
  /** The cases of n, plural: "Perlu sedikitnya 10 tonggak". */
  cases: Text
  counting: Counting
  unit: IndicatorUnit
  better: 'up' | 'down'
  nMin: number
  /** Days of the rolling window. */
  windowDays: number
  /** Null where only the programme itself can say what is enough. */
  good: Limit | null
  poor: Limit | null
  source: SourceCode
  sourceText: Text
}

type NewIndicator = Omit<IndicatorEntry, 'benefit' | 'lead' | 'nMin' | 'windowDays' | 'better'> &
  Partial<Pick<IndicatorEntry, 'nMin' | 'windowDays' | 'better'>>

/** The indicators of one benefit; the first leads. Unless told: at least 10 cases, 90 days, more is better. */
export function indicatorsOf(benefit: Benefit, lead: string, entries: NewIndicator[]): IndicatorEntry[] {
  return entries.map((entry) => ({
    nMin: 10,
    windowDays: 90,
    better: 'up',
    ...entry,
    benefit,
    lead: entry.id === lead,
  }))
}

export type ConditionUnit = 'share' | 'points' | 'count' | 'times' | Duration
export type Duration = 'days' | 'working-days' | 'hours' | 'minutes' | 'months'

/** One test: true when observed ÷ threshold (threshold ÷ observed where low is bad) reaches 1. */
export type Test = { threshold: number; bad: 'high' | 'low'; unit: ConditionUnit }

export type ConditionEntry = Test & {
  letter: string
  /** The rule, with {t} for the threshold and {name} for that of an alternative test. */
  text: Text
  /** What is wrong when it is true, as the title of the obstacle. */
  headline: Text
  /** Fewest cases it may be judged on. */
  nMin: number
  windowDays: number
  alternatives?: Record<string, Test>
  source: SourceCode
}

export type MitigationEntry = { key: string; text: Text }

export type DetectorEntry = {
  id: string
  name: Text
  /** Benefits it defeats, the first one most of all. */
  hurts: Benefit[]
  /** How many conditions must be true. */
  needs: 1 | 2
  conditions: ConditionEntry[]
  mitigations: MitigationEntry[]
  sourceText: Text
}

type NewCondition = Omit<ConditionEntry, 'letter' | 'bad' | 'nMin' | 'windowDays' | 'source'> &
  Partial<Pick<ConditionEntry, 'bad' | 'nMin' | 'windowDays' | 'source'>>

type NewDetector = Omit<DetectorEntry, 'needs' | 'conditions' | 'mitigations'> & {
  needs?: 2
  conditions: Record<string, NewCondition>
  mitigations: Record<string, Text>
}

/** Unless told: high is bad, one case is enough, 90 days, our own rule. */
export function detector({ needs, conditions, mitigations, ...entry }: NewDetector): DetectorEntry {
  return {
    ...entry,
    needs: needs ?? 1,
    conditions: Object.entries(conditions).map(([letter, condition]) => ({
      bad: 'high',
      nMin: 1,
      windowDays: 90,
      source: 'RULE',
      ...condition,
      letter,
    })),
    mitigations: Object.entries(mitigations).map(([key, text]) => ({ key, text })),
  }
}
