import { type Example, say } from './example.ts'
import { formatNumber, formatPercent, type Lang } from './language.ts'
import type { Level } from './tag.tsx'
import { Num } from './text.tsx'
import { useLang, useWords } from './view.ts'

/** A share is k of n; an amount is one number with its unit, such as working days. */
export type Measure =
  | { kind: 'share'; k: number; n: number; interval?: [number, number] }
  | { kind: 'amount'; value: number; unit: string; n?: number }

export type Threshold = {
  /** For a share 0–1, for an amount in its unit. */
  value: number
  better: 'up' | 'down'
  /** Beyond it the level is poor; between the two it is watch. */
  poor?: number
  /** "Piagam program, Pasal 6"; left out for a rule of our own, which is then called "Ambang internal". */
  source?: string
}

/** The value people look for first: `k dari n`, leading to the rows it was counted from. */
export function KN({ measure, href }: { measure: Measure; href?: string }) {
  const { score } = useWords()
  const lang = useLang()
  const value =
    measure.kind === 'share' ? (
      <>
        {formatNumber(lang, measure.k, 1)}
        <small>
          {' '}
          {score.of} {formatNumber(lang, measure.n, 1)}
        </small>
      </>
    ) : (
      <>
        {formatNumber(lang, measure.value, 1)}
        <small> {measure.unit}</small>
      </>
    )
  if (!href) return <span class="mf-score__kn">{value}</span>
  return (
    <span class="mf-score__kn">
      <a href={href}>
        {value}
        <span class="govuk-visually-hidden">: {score.seeRows}</span>
      </a>
    </span>
  )
}

export type BarProps = { id: string; measure: Measure; level: Level; threshold?: Threshold; max?: number }

/** Value as a bar with the threshold as an upright tick; dashed and empty when there is not enough data. */
export function Bar({ id, measure, level, threshold, max }: BarProps) {
  const { score } = useWords()
  const lang = useLang()
  if (level === 'none') {
    return (
      <svg class="mf-bar" aria-hidden="true">
        <rect class="na" x="1" y="6" width="99%" height="10" rx="5" />
      </svg>
    )
  }
  const end = max ?? (measure.kind === 'share' ? 1 : Math.max(measure.value, threshold?.value ?? 0) * 1.25 || 1)
  const spoken = spokenValue(lang, measure)
  const title = threshold ? score.barTitle(spoken, thresholdText(lang, measure, threshold)) : spoken
  const tick = threshold ? width(threshold.value, end) : undefined
  return (
    <svg class="mf-bar" role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      <rect class="mf-track" x="0" y="6" width="100%" height="10" rx="5" />
      <rect class={barClass[level]} x="0" y="6" width={width(sizeOf(measure), end)} height="10" rx="5" />
      {tick ? <line class="tick" x1={tick} x2={tick} y1="2" y2="20" /> : null}
    </svg>
  )
}

const barClass = { good: 'ok', watch: 'mid', poor: 'low' }

export function sizeOf(measure: Measure): number {
  return measure.kind === 'share' ? (measure.n === 0 ? 0 : measure.k / measure.n) : measure.value
}

export function formatMeasure(lang: Lang, measure: Measure): string {
  if (measure.kind === 'share') return formatPercent(lang, sizeOf(measure), 0)
  return `${formatNumber(lang, measure.value, 1)} ${measure.unit}`
}

function spokenValue(lang: Lang, measure: Measure): string {
  return formatMeasure(lang, measure)
}

/** "≥ 70%" or "≤ 10 hari kerja". */
export function thresholdText(lang: Lang, measure: Measure, { value, better }: Threshold): string {
  return `${better === 'up' ? '≥' : '≤'} ${limitText(lang, measure, value)}`
}

function limitText(lang: Lang, measure: Measure, value: number): string {
  return measure.kind === 'share' ? formatPercent(lang, value, 1) : `${formatNumber(lang, value, 2)} ${measure.unit}`
}

function width(value: number, end: number): string {
  return `${Number((Math.min(Math.max(value / end, 0), 1) * 100).toFixed(1))}%`
}

/** "Ambang ≥ 70%, di luar ambang bila < 50%: Piagam program, Pasal 6". */
export function ThresholdLine({ measure, threshold }: { measure: Measure; threshold: Threshold }) {
  const { score } = useWords()
  const lang = useLang()
  const { poor, better, source } = threshold
  const limit = poor === undefined ? undefined : `${better === 'up' ? '<' : '>'}\u00a0${limitText(lang, measure, poor)}`
  return (
    <>
      {source ? score.thresholdIs : score.internal} <Num>{thresholdText(lang, measure, threshold)}</Num>
      {limit ? `, ${score.outside(limit)}` : null}
      {source ? `: ${source}` : null}
    </>
  )
}

export type SparkProps = { id: string; measure: Measure; values: number[]; threshold?: Threshold }

/** The last values as a line, the threshold dashed; its words stand beside it. */
export function Spark({ id, measure, values, threshold }: SparkProps) {
  const { score } = useWords()
  const lang = useLang()
  const y = heightOf(threshold ? [...values, threshold.value] : values)
  const points = values.map((value, index) => ({ x: 3 + (94 * index) / Math.max(values.length - 1, 1), y: y(value) }))
  const last = points.at(-1)
  if (!last) return null
  return (
    <svg class="mf-spark" role="img" aria-labelledby={id}>
      <title id={id}>{score.trendTitle(values.map((value) => spokenPoint(lang, measure, value)).join(', '))}</title>
      {threshold ? <line class="thr" x1="0" x2="100%" y1={y(threshold.value)} y2={y(threshold.value)} /> : null}
      {points.slice(1).map((point, index) => {
        const from = points[index]!
        return <line x1={`${px(from.x)}%`} y1={from.y} x2={`${px(point.x)}%`} y2={point.y} />
      })}
      <circle cx={`${px(last.x)}%`} cy={last.y} r="5" />
    </svg>
  )
}

/** Maps the span of the values to 6–40 px, highest on top. */
function heightOf(values: number[]): (value: number) => number {
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  return (value) => (span === 0 ? 23 : px(40 - ((value - low) / span) * 34))
}

function px(value: number): number {
  return Number(value.toFixed(1))
}

function spokenPoint(lang: Lang, measure: Measure, value: number): string {
  return measure.kind === 'share' ? formatPercent(lang, value, 0) : formatNumber(lang, value, 1)
}

/** "Naik 8 poin", "Turun 2 hari kerja", "Tetap": the last step in words. */
export function TrendWords({ measure, values }: { measure: Measure; values: number[] }) {
  const { score } = useWords()
  const lang = useLang()
  const [before, last] = values.slice(-2)
  if (before === undefined || last === undefined) return <span class="mf-trend">{score.noTrend}</span>
  const scale = measure.kind === 'share' ? 100 : 1
  const step = Math.round((last - before) * scale * 10) / 10
  const size = measure.kind === 'share' ? Math.round(Math.abs(step)) : Math.abs(step)
  const amount =
    measure.kind === 'share' ? score.points(formatNumber(lang, size)) : `${formatNumber(lang, size, 1)} ${measure.unit}`
  return <span class="mf-trend">{size === 0 ? score.same : step > 0 ? score.up(amount) : score.down(amount)}</span>
}

const share: Measure = { kind: 'share', k: 18, n: 24 }
const quarters = [0.58, 0.62, 0.61, 0.67, 0.75]

export const examples: Example[] = [
  {
    name: 'KN, Bar, Spark, TrendWords, ThresholdLine',
    render: (lang) => {
      const threshold: Threshold = {
        value: 0.7,
        better: 'up',
        source: say(lang, 'Piagam, Pasal 6', 'Charter, article 6'),
      }
      return (
        <div class="mf-piece">
          <KN measure={share} href="#baris" />
          <Bar id="contoh-batang" measure={share} level="good" threshold={threshold} />
          <Spark id="contoh-arah" measure={share} values={quarters} threshold={threshold} />
          <TrendWords measure={share} values={quarters} />
          <span class="mf-src">
            <ThresholdLine measure={share} threshold={threshold} />
          </span>
        </div>
      )
    },
  },
  {
    name: 'KN and Bar of an amount',
    render: (lang) => {
      const measure: Measure = { kind: 'amount', value: 12.5, unit: say(lang, 'hari kerja', 'working days') }
      return (
        <div class="mf-piece">
          <KN measure={measure} href="#baris" />
          <Bar id="contoh-jumlah" measure={measure} level="poor" threshold={{ value: 10, better: 'down' }} />
          <TrendWords measure={measure} values={[9, 12.5]} />
        </div>
      )
    },
  },
]
