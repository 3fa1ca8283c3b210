import type { Lang } from '#kernel/reason.ts'
import type { ConditionEntry, IndicatorEntry } from './catalogue/entry.ts'

/** A configured threshold; null keeps the catalogue's number. `programmeId` null: for the whole installation. */
export type ThresholdRow = {
  id: string
  programmeId: string | null
  subject: string
  good: number | null
  poor: number | null
  threshold: number | null
  nMin: number | null
  source: string
  since: string
  createdAt: Date
}

/** One that was set, with who did it and why. */
export type ThresholdChange = Omit<ThresholdRow, 'createdAt'> & {
  reason: string
  lang: Lang
  by: string | null
  at: string
}

/** `id` and `source` are null where the catalogue's own threshold applies. */
type Origin = { id: string | null; source: string | null }
export type IndicatorThreshold = Origin & { good: number | null; poor: number | null; nMin: number }
export type ConditionThreshold = Origin & { threshold: number; nMin: number }

/**
 * The row in force for one subject on a day: the programme's own before the installation's, the latest `since` first.
 * Rows may come in any order and speak of any subject.
 */
export function rowInForce(rows: readonly ThresholdRow[], subject: string, day: string): ThresholdRow | undefined {
  return rows
    .filter((row) => row.subject === subject && row.since <= day)
    .sort(
      (a, b) =>
        Number(b.programmeId !== null) - Number(a.programmeId !== null) ||
        (a.since < b.since ? 1 : a.since > b.since ? -1 : 0) ||
        b.createdAt.getTime() - a.createdAt.getTime() ||
        (a.id < b.id ? 1 : -1),
    )[0]
}

export function indicatorThreshold(
  entry: IndicatorEntry,
  rows: readonly ThresholdRow[],
  day: string,
): IndicatorThreshold {
  const row = rowInForce(rows, entry.id, day)
  return {
    good: row?.good ?? entry.good?.value ?? null,
    poor: row?.poor ?? entry.poor?.value ?? null,
    nMin: row?.nMin ?? entry.nMin,
    id: row?.id ?? null,
    source: row?.source ?? null,
  }
}

export function conditionThreshold(
  detector: string,
  entry: ConditionEntry,
  rows: readonly ThresholdRow[],
  day: string,
): ConditionThreshold {
  const row = rowInForce(rows, `${detector}.${entry.letter}`, day)
  return {
    threshold: row?.threshold ?? entry.threshold,
    nMin: row?.nMin ?? entry.nMin,
    id: row?.id ?? null,
    source: row?.source ?? null,
  }
}

/** Good must lie on the better side of poor, else no value could be watched. */
export function isOrdered(better: 'up' | 'down', good: number, poor: number): boolean {
  return better === 'up' ? good >= poor : good <= poor
}

/** What people type is divided by it. */
export function indicatorScale(entry: IndicatorEntry): number {
  return entry.unit === 'share' ? 100 : 1
}

export function conditionScale(entry: ConditionEntry): number {
  return entry.unit === 'share' || entry.unit === 'points' ? 100 : 1
}
