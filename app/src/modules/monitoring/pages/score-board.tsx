import { formatNumber, formatPercent } from '#ui/language.ts'
import { Bar, type Measure, Spark, ThresholdLine, TrendWords } from '#ui/measure.tsx'
import { LevelStrip } from '#ui/seven.tsx'
import { LevelTag, Tag } from '#ui/tag.tsx'
import { useLang, useWords } from '#ui/view.ts'
import { monitoringPaths as paths } from '../paths.ts'
import { type BoardItem, levelShown } from '../reading.ts'
import { words } from '../words/pages.ts'
import { measureOf, needText, noLevelBecause, scaleOf, thresholdOf } from './quantity.ts'
import { Value } from './value.tsx'

export type BoardRow = {
  item: BoardItem
  /** Benefit or indicator, and where its name leads. */
  name: string
  href: string
  /** The five of the benefit, and the open obstacles that hurt it. */
  five?: BoardItem[]
  open?: number
}

/** `evaluation`: where it is not the latest, so that every number still opens its own rows. */
export type ScoreBoardProps = { slug: string; caption: string; rows: BoardRow[]; evaluation?: string }

/** Indicators as rows: value, trend, threshold and its source. An indicator without records says so, in its own row. */
export function ScoreBoard({ slug, caption, rows, evaluation }: ScoreBoardProps) {
  const { score } = useWords()
  const heads = [score.indicator, score.value, score.trend('5'), score.threshold]
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
            <ScoreRow slug={slug} row={row} evaluation={evaluation} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { slug: string; row: BoardRow; evaluation?: string }

function ScoreRow({ slug, row, evaluation }: RowProps) {
  const { item } = row
  const measure = measureOf(useLang(), item)
  return (
    <tr role="row" class={levelShown(item.reading) === 'none' ? 'mf-score--na' : undefined}>
      <th role="rowheader" scope="row">
        <NameCell slug={slug} row={row} />
      </th>
      <td role="cell">
        {measure ? (
          <ValueCell href={paths.indicatorRows(slug, item.entry.id, { evaluation })} item={item} measure={measure} />
        ) : (
          <NoValue item={item} />
        )}
      </td>
      <td role="cell">
        <TrendCell item={item} measure={measure} />
      </td>
      <td role="cell">
        <StandingTag item={item} />
        <SourceCell item={item} measure={measure} />
      </td>
    </tr>
  )
}

function NameCell({ slug, row }: { slug: string; row: BoardRow }) {
  const { score } = useWords()
  const lang = useLang()
  const { entry } = row.item
  const scale = scaleOf(row.item)
  const say = words[lang].board
  return (
    <>
      <span class="mf-score__name">
        <a href={row.href}>{row.name}</a>
      </span>
      <span class="mf-score__q">
        {entry.question(lang)}
        {scale.word ? ` (${say.inMillions(say[scale.word])})` : null}
      </span>
      {row.five || row.open ? (
        <span class="mf-score__more">
          {row.five ? <Five name={row.name} items={row.five} /> : null}
          {row.open ? (
            <a class="govuk-link" href={paths.obstacles(slug)}>
              {score.openObstacles(String(row.open))}
            </a>
          ) : null}
        </span>
      ) : null}
    </>
  )
}

function Five({ name, items }: { name: string; items: BoardItem[] }) {
  const { score } = useWords()
  const levels = items.map((item) => ({ name: item.entry.id, level: levelShown(item.reading) }))
  return (
    <LevelStrip id={`five-${items[0]!.entry.id}`} title={score.levelsOf(name, String(items.length))} items={levels} />
  )
}

function NoValue({ item }: { item: BoardItem }) {
  return <Bar id={`bar-${item.entry.id}`} measure={{ kind: 'share', k: 0, n: 1 }} level="none" />
}

function ValueCell({ href, item, measure }: { href: string; item: BoardItem; measure: Measure }) {
  const lang = useLang()
  const { score } = useWords()
  const level = levelShown(item.reading)
  const judged = level !== 'none' && measure.kind === 'share'
  return (
    <>
      <span class="mf-score__v">
        <Value item={item} href={href} />
      </span>
      <Bar id={`bar-${item.entry.id}`} measure={measure} level={level} threshold={thresholdOf(lang, item)} />
      {judged && measure.interval ? (
        <span class="mf-trend">
          {score.interval(
            `${formatNumber(lang, measure.interval[0] * 100, 0)}–${formatPercent(lang, measure.interval[1], 0)}`,
          )}
        </span>
      ) : null}
    </>
  )
}

function TrendCell({ item, measure }: { item: BoardItem; measure?: Measure }) {
  const lang = useLang()
  const { score } = useWords()
  const values = trendValues(item)
  if (!measure || levelShown(item.reading) === 'none' || values.length < 2) {
    return <span class="mf-trend">{score.noTrend}</span>
  }
  return (
    <>
      <Spark id={`spark-${item.entry.id}`} measure={measure} values={values} threshold={thresholdOf(lang, item)} />
      <TrendWords measure={measure} values={values} />
    </>
  )
}

/** Quarters where there are two or more, else the previous window and this one. */
export function trendValues({ trend, reading }: BoardItem): number[] {
  if (trend.length >= 2) return trend
  const { previousValue, value } = reading ?? {}
  return previousValue != null && value != null ? [previousValue, value] : []
}

/** The level; where there is not even a record, that is what it says. */
export function StandingTag({ item: { reading } }: { item: BoardItem }) {
  if (reading && reading.status !== 'no-records') return <LevelTag level={levelShown(reading)} />
  return (
    <Tag sign="dashed" tone="outline">
      {words[useLang()].board.noRecordsShort}
    </Tag>
  )
}

function SourceCell({ item, measure }: { item: BoardItem; measure?: Measure }) {
  const lang = useLang()
  const { entry } = item
  const because = noLevelBecause(lang, item)
  const need = needText(lang, item)
  const threshold = thresholdOf(lang, item)
  // Where there is no value yet, the threshold still has its unit.
  const unitOf: Measure =
    measure ??
    (entry.unit === 'share'
      ? { kind: 'share', k: 0, n: 1 }
      : { kind: 'amount', value: 0, unit: words[lang].units[entry.unit] })
  return (
    <span class="mf-src">
      {because ? `${because} ` : null}
      {need ? `${need} ` : null}
      {threshold ? <ThresholdLine measure={unitOf} threshold={threshold} /> : null}
    </span>
  )
}
