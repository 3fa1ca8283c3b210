import type { Text } from '#kernel/reason.ts'
import { type Interval, wilson } from '#kernel/statistics.ts'
import type { IndicatorEntry, Limit } from './catalogue/entry.ts'
import type { Beside, Measurement, Row } from './signal.ts'
import type { IndicatorThreshold } from './threshold.ts'

export type IndicatorLevel = 'good' | 'watch' | 'poor'
export type IndicatorStatus = 'measured' | 'not-enough' | 'no-records' | 'no-threshold'

/** Value of one window. k is null for an amount. */
export type Reckoned = { k: number | null; n: number; cases: number; value: number | null }

export type IndicatorReading = {
  indicator: string
  status: IndicatorStatus
  level: IndicatorLevel | null
  now: Reckoned | null
  previous: Reckoned | null
  interval: Interval | null
  threshold: IndicatorThreshold
  because: Text | null
  beside: Beside[]
  rows: Row[]
}

/** Makes a reading of what was measured in this window and the one before. */
export function readIndicator(
  entry: IndicatorEntry,
  threshold: IndicatorThreshold,
  measured: Measurement,
  before?: Measurement,
): IndicatorReading {
  const base = { indicator: entry.id, threshold, previous: before ? reckon(entry, before) : null }
  const now = reckon(entry, measured)
  const because = measured.because ?? null
  // A figure without a single record to open is no figure.
  if (measured.kind === 'no-records' || !now || (now.n === 0 && measured.rows.length === 0)) {
    return { ...base, status: 'no-records', level: null, now: null, interval: null, because, beside: [], rows: [] }
  }
  const known = { ...base, now, because, beside: measured.beside ?? [], rows: measured.rows }
  if (now.cases < threshold.nMin || now.value === null) {
    // A value on too few cases is none: only k and n are kept.
    return { ...known, now: { ...now, value: null }, status: 'not-enough', level: null, interval: null }
  }
  const level = levelOf(entry, threshold, now.value)
  const interval = entry.counting === 'count' && now.k !== null ? wilson(now.k, now.n) : null
  return { ...known, status: level ? 'measured' : 'no-threshold', level, interval }
}

/** Cases: n where cases are counted, the number of rows where they are weighed. */
export function reckon(entry: IndicatorEntry, measured: Measurement): Reckoned | null {
  if (measured.kind === 'no-records') return null
  if (measured.kind === 'value') return { k: null, n: measured.n, cases: measured.n, value: measured.value }
  const cases = entry.counting === 'weighted' ? measured.rows.length : measured.n
  return { k: measured.k, n: measured.n, cases, value: measured.n > 0 ? measured.k / measured.n : null }
}

export function levelOf(
  entry: Pick<IndicatorEntry, 'good' | 'poor' | 'better'>,
  threshold: Pick<IndicatorThreshold, 'good' | 'poor'>,
  value: number,
): IndicatorLevel | null {
  if (threshold.good === null || threshold.poor === null) return null
  const up = entry.better === 'up'
  if (reaches(value, entry.good?.op ?? (up ? '>=' : '<='), threshold.good)) return 'good'
  return reaches(value, entry.poor?.op ?? (up ? '<' : '>'), threshold.poor) ? 'poor' : 'watch'
}

// Sums of weights carry crumbs of floating point; a value that differs by less is the limit itself.
const crumb = 1e-9

function reaches(value: number, op: Limit['op'], limit: number): boolean {
  const difference = value - limit
  if (Math.abs(difference) < crumb) return op === '>=' || op === '<='
  return op === '>=' || op === '>' ? difference > 0 : difference < 0
}
