import type { Lang } from '#kernel/reason.ts'
import { formatNumber, formatPercent } from '#ui/language.ts'
import type { Measure, Threshold } from '#ui/measure.tsx'
import { words as uiWords } from '#ui/words.ts'
import type { ConditionEntry, ConditionUnit, IndicatorEntry, IndicatorUnit, Limit, Test } from '../catalogue/entry.ts'
import type { BoardItem, Said } from '../reading.ts'
import { words } from '../words/pages.ts'

/** "31%", "10 poin", "21 hari kerja", "3". */
export function quantity(lang: Lang, unit: ConditionUnit, value: number): string {
  if (unit === 'share') return formatPercent(lang, value)
  if (unit === 'points') return `${formatNumber(lang, value * 100, 1)} ${words[lang].units.points}`
  if (unit === 'count' || unit === 'times') return formatNumber(lang, value, 1)
  return `${formatNumber(lang, value, 1)} ${words[lang].units[unit]}`
}

/** A value of an indicator: "75%", "6,5 hari kerja", "0,62". */
export function indicatorValue(lang: Lang, unit: IndicatorUnit, value: number): string {
  if (unit === 'share') return formatPercent(lang, value)
  if (unit === 'index') return formatNumber(lang, value, 2)
  return `${formatNumber(lang, value, 1)} ${words[lang].units[unit]}`
}

/** The rule of a condition with its numbers filled in. */
export function conditionText(lang: Lang, entry: ConditionEntry, threshold: number): string {
  const tests: Record<string, Test> = { t: { ...entry, threshold }, ...entry.alternatives }
  return entry.text(lang).replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const test = tests[name]
    return test ? quantity(lang, test.unit, test.threshold) : ''
  })
}

const scales = [
  { from: 1e9, word: 'billion' },
  { from: 1e6, word: 'million' },
] as const

/** Money and hours in the millions are divided, so that "12,4 dari 18 (dalam miliar)" can be read. */
export function scaleOf(item: BoardItem): { divisor: number; word?: 'billion' | 'million' } {
  const n = item.entry.counting === 'weighted' ? (item.reading?.n ?? 0) : 0
  const scale = scales.find((one) => n >= one.from)
  return scale ? { divisor: scale.from, word: scale.word } : { divisor: 1 }
}

/** A share that is a mean over cases has no k: it is shown as a percentage, with its cases beside it. */
export function isMean({ entry, reading }: BoardItem): boolean {
  return entry.unit === 'share' && reading !== undefined && reading.k === null && reading.n !== null
}

/** What the bar, the spark line and "k dari n" show; undefined where there is nothing to show. */
export function measureOf(lang: Lang, item: BoardItem): Measure | undefined {
  const { entry, reading } = item
  if (!reading || reading.n === null) return undefined
  if (entry.unit !== 'share') {
    return { kind: 'amount', value: reading.value ?? 0, unit: words[lang].units[entry.unit], n: reading.n }
  }
  if (reading.k === null) return { kind: 'share', k: reading.value ?? 0, n: 1 }
  const { divisor } = scaleOf(item)
  const interval: [number, number] | undefined =
    reading.low !== null && reading.high !== null ? [reading.low, reading.high] : undefined
  return { kind: 'share', k: reading.k / divisor, n: reading.n / divisor, interval }
}

/** The threshold to be good, with its source; our own rule has none and reads "ambang internal". */
export function thresholdOf(lang: Lang, { entry, reading }: BoardItem): Threshold | undefined {
  const value = reading ? reading.good : (entry.good?.value ?? null)
  if (value === null) return undefined
  return { value, better: entry.better, source: sourceOf(lang, entry, reading?.source ?? null) }
}

const signs: Record<Limit['op'], string> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' }

/** "baik ≥ 80%, buruk < 60%", with the numbers in force. */
export function limitsText(
  lang: Lang,
  entry: IndicatorEntry,
  limits: { good: number | null; poor: number | null },
): string {
  if (limits.good === null || limits.poor === null) return words[lang].board.noBaseline
  const up = entry.better === 'up'
  const show = (op: Limit['op'], value: number) => `${signs[op]} ${indicatorValue(lang, entry.unit, value)}`
  return words[lang].thresholds.both(
    show(entry.good?.op ?? (up ? '>=' : '<='), limits.good),
    show(entry.poor?.op ?? (up ? '<' : '>'), limits.poor),
  )
}

export function sourceOf(lang: Lang, entry: IndicatorEntry, configured: string | null): string | undefined {
  if (configured) return configured
  return entry.source === 'RULE' ? undefined : entry.sourceText(lang)
}

/**
 * Why an indicator has no level; undefined where it has one, or where only the minimum is missing. `unless`: what is
 * said where there are no records and no module says why.
 */
export function noLevelBecause(lang: Lang, { entry, reading }: BoardItem, unless?: string): string | undefined {
  const say = words[lang].board
  if (!reading || reading.status === 'no-records') return said(lang, reading?.because) ?? unless ?? say.noRecords
  if (reading.status === 'no-threshold') return entry.good ? undefined : say.noBaseline
  if (reading.status === 'not-enough') return said(lang, reading.because)
  return undefined
}

/** "Perlu sedikitnya 10 tonggak …; baru ada 3."; not where a reason already says why there is nothing at all. */
export function needText(lang: Lang, { entry, reading }: BoardItem): string | undefined {
  if (reading?.status !== 'not-enough' || (reading.because && reading.cases === 0)) return undefined
  const { need } = uiWords[lang].score
  return need(formatNumber(lang, reading.nMin), formatNumber(lang, reading.cases ?? 0), entry.cases(lang))
}

export function said(lang: Lang, sentence: Said | null | undefined): string | undefined {
  return sentence?.[lang]
}
