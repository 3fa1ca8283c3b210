import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { formatNumber, formatPercent, type Lang } from './language.ts'
import { Bar, formatMeasure, KN, type Measure, Spark, type Threshold, ThresholdLine, TrendWords } from './measure.tsx'
import { LevelStrip } from './seven.tsx'
import { type Level, LevelTag } from './tag.tsx'
import { useLang, useWords } from './view.ts'

export type ScoreRow = {
  /** Unique on the page; ids of the drawings begin with it. */
  id: string
  /** "Efisiensi", or the name of the single indicator. */
  name: string
  /** Leads to the indicators of the benefit, or to the formula. */
  href?: string
  /** What is counted, in one sentence. */
  question: string
  measure: Measure
  level: Level
  /** The rows that k and n were counted from. */
  rowsHref?: string
  threshold?: Threshold
  /** Values of past periods, oldest first, the present one last. */
  trend?: number[]
  /** Why there is no value: the least n, and of what. */
  need?: { minimum: number; of: string }
  /** Another reason why there is no value, in a sentence. */
  because?: Child
  /** Levels of the indicators of this benefit. */
  five?: { name: string; level: Level }[]
  /** Open obstacles that hurt this benefit. */
  obstacles?: { count: number; href: string }
}

/** Indicators as rows: value, trend, threshold and its source. No score over all of them. */
export function ScoreTable({ caption, rows, periods = 5 }: { caption: string; rows: ScoreRow[]; periods?: number }) {
  const { score } = useWords()
  const heads = [score.indicator, score.value, score.trend(String(periods)), score.threshold]
  return (
    <div class="mf-panel">
      <table class="mf-score" role="table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <colgroup>
          {heads.map(() => (
            <col />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head) => (
              <th role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row }: { row: ScoreRow }) {
  return (
    <tr role="row" class={row.level === 'none' ? 'mf-score--na' : undefined}>
      <th role="rowheader" scope="row">
        <NameCell row={row} />
      </th>
      <td role="cell">
        <ValueCell row={row} />
      </td>
      <td role="cell">
        <TrendCell row={row} />
      </td>
      <td role="cell">
        <LevelTag level={row.level} />
        <SourceCell row={row} />
      </td>
    </tr>
  )
}

function NameCell({ row }: { row: ScoreRow }) {
  const { score } = useWords()
  return (
    <>
      <span class="mf-score__name">{row.href ? <a href={row.href}>{row.name}</a> : row.name}</span>
      <span class="mf-score__q">{row.question}</span>
      {row.five || row.obstacles?.count ? (
        <span class="mf-score__more">
          {row.five ? (
            <LevelStrip
              id={`${row.id}-five`}
              title={score.levelsOf(row.name, String(row.five.length))}
              items={row.five}
            />
          ) : null}
          {row.obstacles?.count ? (
            <a class="govuk-link" href={row.obstacles.href}>
              {score.openObstacles(String(row.obstacles.count))}
            </a>
          ) : null}
        </span>
      ) : null}
    </>
  )
}

function ValueCell({ row }: { row: ScoreRow }) {
  const { score } = useWords()
  const lang = useLang()
  const { measure, level } = row
  return (
    <>
      <span class="mf-score__v">
        <KN measure={measure} href={row.rowsHref} />
        {level !== 'none' && measure.kind === 'share' ? (
          <span class="mf-score__pct">{formatMeasure(lang, measure)}</span>
        ) : null}
      </span>
      <Bar id={`${row.id}-bar`} measure={measure} level={level} threshold={row.threshold} />
      {level !== 'none' && measure.kind === 'share' && measure.interval ? (
        <span class="mf-trend">{score.interval(intervalText(lang, measure.interval))}</span>
      ) : null}
    </>
  )
}

function intervalText(lang: Lang, [low, high]: [number, number]): string {
  return `${formatNumber(lang, low * 100, 0)}–${formatPercent(lang, high, 0)}`
}

function TrendCell({ row }: { row: ScoreRow }) {
  const { score } = useWords()
  if (row.level === 'none' || !row.trend || row.trend.length < 2) return <span class="mf-trend">{score.noTrend}</span>
  return (
    <>
      <Spark id={`${row.id}-spark`} measure={row.measure} values={row.trend} threshold={row.threshold} />
      <TrendWords measure={row.measure} values={row.trend} />
    </>
  )
}

function SourceCell({ row }: { row: ScoreRow }) {
  return (
    <span class="mf-src">
      {row.level === 'none' ? <Because row={row} /> : null}
      {row.threshold ? <ThresholdLine measure={row.measure} threshold={row.threshold} /> : null}
    </span>
  )
}

function Because({ row }: { row: ScoreRow }) {
  const { score } = useWords()
  const lang = useLang()
  if (row.because) return <>{row.because} </>
  if (!row.need) return null
  const have = row.measure.kind === 'share' ? row.measure.n : (row.measure.n ?? 0)
  return <>{score.need(formatNumber(lang, row.need.minimum), formatNumber(lang, have), row.need.of)} </>
}

const rows = (lang: Lang): ScoreRow[] => [
  {
    id: 's-e1',
    name: say(lang, 'Efisiensi', 'Efficiency'),
    href: '#efisiensi',
    question: say(
      lang,
      'Layanan yang memakai data atau sarana instansi lain',
      'Services that use what another agency has',
    ),
    measure: { kind: 'share', k: 18, n: 24, interval: [0.55, 0.88] },
    level: 'good',
    rowsHref: '#catatan-e1',
    threshold: {
      value: 0.7,
      better: 'up',
      source: say(lang, 'Piagam program, Pasal 6', 'Programme charter, article 6'),
    },
    trend: [0.58, 0.62, 0.61, 0.67, 0.75],
  },
  {
    id: 's-f2',
    name: say(lang, 'Efektivitas', 'Effectiveness'),
    href: '#efektivitas',
    question: say(lang, 'Tonggak yang selesai pada tanggal rencana awal', 'Milestones met on the date first planned'),
    measure: { kind: 'share', k: 27, n: 41, interval: [0.5, 0.78] },
    level: 'poor',
    rowsHref: '#catatan-f2',
    threshold: { value: 0.75, better: 'up' },
    trend: [0.74, 0.78, 0.73, 0.7, 0.66],
    five: ['good', 'poor', 'watch', 'none', 'good'].map((level, index) => ({
      name: `F${index + 1}`,
      level: level as Level,
    })),
    obstacles: { count: 2, href: '#hambatan' },
  },
  {
    id: 's-i3',
    name: say(lang, 'Inovasi', 'Innovation'),
    question: say(lang, 'Uji coba yang ditutup dengan keputusan', 'Trials that ended in a decision'),
    measure: { kind: 'share', k: 2, n: 3 },
    level: 'none',
    rowsHref: '#catatan-i3',
    threshold: { value: 0.6, better: 'up', source: say(lang, 'Keputusan tim', 'Decision of the team') },
    need: { minimum: 5, of: say(lang, 'uji coba selesai', 'finished trials') },
  },
  {
    id: 's-t2',
    name: say(lang, 'Transparansi', 'Transparency'),
    question: say(lang, 'Waktu dari keputusan sampai diumumkan', 'Time from decision to publication'),
    measure: { kind: 'amount', value: 6.5, unit: say(lang, 'hari kerja', 'working days') },
    level: 'watch',
    threshold: { value: 5, better: 'down', source: say(lang, 'Piagam, Pasal 9', 'Charter, article 9') },
    trend: [9, 8, 8, 6.5],
  },
]

export const examples: Example[] = [
  {
    name: 'ScoreTable',
    render: (lang) => (
      <ScoreTable
        caption={say(lang, 'Indikator per 20 November 2026', 'Indicators at 20 November 2026')}
        rows={rows(lang)}
      />
    ),
  },
]
