import { daysBetween } from '#kernel/calendar.ts'
import { Empty } from '#ui/empty.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { formatDate, formatDays, formatNumber, formatPercent } from '#ui/language.ts'
import { Spark } from '#ui/measure.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { LevelTag } from '#ui/tag.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { words as uiWords } from '#ui/words.ts'
import type { IndicatorEntry } from '../catalogue/entry.ts'
import { monitoringPaths as paths } from '../paths.ts'
import type { ProgrammeHead } from '../programme-reader.ts'
import type { BoardItem, EvaluationHead, IndicatorWeek } from '../reading.ts'
import type { RowPage, RowsAsked } from '../rows.ts'
import type { Span } from '../signal.ts'
import type { ThresholdChange } from '../threshold.ts'
import { words } from '../words/pages.ts'
import { ChosenNotice } from './chosen.tsx'
import { type Act, Acts, nameOf, trail } from './head.tsx'
import { indicatorValue, limitsText, measureOf, needText, noLevelBecause, sourceOf, thresholdOf } from './quantity.ts'
import { RowsPart } from './rows-part.tsx'
import { StandingTag, trendValues } from './score-board.tsx'
import { ThresholdPart } from './threshold-part.tsx'
import { Value } from './value.tsx'

export type IndicatorPageProps = {
  view: View
  programme: ProgrammeHead
  item: BoardItem
  evaluation: EvaluationHead | undefined
  /** Asked for by its id: not the latest. */
  chosen: boolean
  window: Span | undefined
  rows: RowPage | undefined
  asked: RowsAsked
  history: { weeks: IndicatorWeek[]; total: number; page: number; size: number }
  thresholds: ThresholdChange[]
  acts: Act[]
}

/** One indicator: how it is computed, what it says now and said before, and the records behind it. */
export function IndicatorPage(props: IndicatorPageProps) {
  const { view, programme, item, rows, asked, evaluation, chosen } = props
  const { lang } = view
  const { entry } = item
  const say = words[lang]
  return (
    <Page
      view={view}
      title={`${entry.name(lang)}: ${nameOf(programme, lang)}`}
      breadcrumbs={trail(programme, lang, { href: paths.indicators(programme.slug), label: say.indicators.title })}
      example={programme.example ?? undefined}
    >
      <div class="mf-prog__tags">
        <StandingTag item={item} />
        <span class="mf-small mf-muted">
          {say.indicator.code(entry.id)} · {uiWords[lang].benefit[entry.benefit]}
        </span>
      </div>
      <h1 class="govuk-heading-xl">{entry.name(lang)}</h1>
      <p class="govuk-body-l">{entry.question(lang)}</p>
      {chosen ? <ChosenNotice evaluation={evaluation!} latest={paths.indicator(programme.slug, entry.id)} /> : null}
      <NoLevel item={item} view={view} />
      <Facts items={factsOf(props)} />
      <Section id="formula" title={say.indicator.formula}>
        <p class="govuk-body">{entry.formula(lang)}</p>
        <p class="mf-small mf-muted">{say.basis}</p>
      </Section>
      {rows ? (
        <RowsPart
          path={paths.indicator(programme.slug, entry.id)}
          kept={chosen ? { evaluation: evaluation!.id } : {}}
          asked={asked}
          rows={rows}
          parts={entry.unit === 'share'}
        />
      ) : null}
      <HistoryPart {...props} />
      <ThresholdPart view={view} changes={props.thresholds} show={(row) => thresholdWords(view, item, row)}>
        <Acts acts={props.acts} />
      </ThresholdPart>
    </Page>
  )
}

function NoLevel({ view, item }: { view: View; item: BoardItem }) {
  const sentences = [noLevelBecause(view.lang, item), needText(view.lang, item)].filter(Boolean)
  return sentences.length > 0 ? <Empty title={sentences.join(' ')} /> : null
}

function factsOf({ view, item, evaluation, chosen, window, programme }: IndicatorPageProps): Fact[] {
  const { lang } = view
  const { entry, reading } = item
  const say = words[lang].indicator
  const measure = measureOf(lang, item)
  const facts: Fact[] = []
  if (measure) {
    const href = paths.indicatorRows(programme.slug, entry.id, { evaluation: chosen ? evaluation?.id : undefined })
    facts.push({ label: say.value, value: <Value item={item} href={href} /> })
  }
  if (reading?.level && measure?.kind === 'share' && measure.interval) {
    const [low, high] = measure.interval
    const range = `${formatNumber(lang, low * 100, 0)}–${formatPercent(lang, high, 0)}`
    facts.push({
      label: say.interval,
      value: (
        <>
          {range} <span class="mf-small mf-muted">{say.intervalHint}</span>
        </>
      ),
    })
  }
  if (reading && reading.status !== 'no-records') facts.push({ label: say.before, value: beforeText(view, item) })
  for (const one of reading?.beside ?? []) facts.push({ label: one[lang], value: formatNumber(lang, one.value) })
  if (evaluation && window) {
    const span = say.windowSpan(
      formatDays(lang, daysBetween(window.from, window.to) + 1),
      formatDate(lang, window.from),
      formatDate(lang, window.to),
    )
    facts.push({ label: say.window, value: span })
  }
  facts.push(
    { label: say.threshold, value: limitsText(lang, entry, reading ?? catalogueLimits(entry)) },
    { label: say.source, value: sourceOf(lang, entry, reading?.source ?? null) ?? words[lang].thresholds.internal },
    { label: say.minimum, value: say.minimumOf(formatNumber(lang, reading?.nMin ?? entry.nMin), entry.cases(lang)) },
    { label: say.better, value: say[entry.better] },
  )
  return facts
}

function beforeText(view: View, { entry, reading }: BoardItem): string {
  const { lang } = view
  if (reading?.previousValue == null) return words[lang].indicator.beforeNone
  const value = indicatorValue(lang, entry.unit, reading.previousValue)
  if (reading.previousK === null || entry.counting !== 'count') return value
  const { of } = uiWords[lang].score
  return `${formatNumber(lang, reading.previousK)} ${of} ${formatNumber(lang, reading.previousN ?? 0)} (${value})`
}

function catalogueLimits({ good, poor }: IndicatorEntry) {
  return { good: good?.value ?? null, poor: poor?.value ?? null }
}

function thresholdWords(view: View, { entry }: BoardItem, row: ThresholdChange): string {
  const { lang } = view
  const say = words[lang].thresholds
  const parts = [
    row.good === null ? '' : limitsText(lang, entry, row),
    row.nMin === null ? '' : say.minimum(formatNumber(lang, row.nMin)),
  ]
  return parts.filter(Boolean).join('; ')
}

function HistoryPart({ view, programme, item, history }: IndicatorPageProps) {
  const { lang } = view
  const { entry } = item
  const say = words[lang].indicator
  const measure = measureOf(lang, item)
  const values = trendValues(item)
  return (
    <Section id="history" title={say.history} intro={say.historyIntro}>
      {measure && item.reading?.level && values.length > 1 ? (
        <Spark id={`spark-${entry.id}`} measure={measure} values={values} threshold={thresholdOf(lang, item)} />
      ) : null}
      <Table
        caption={say.history}
        rows={history.weeks}
        empty={<Empty title={say.historyNone} />}
        columns={[
          { label: say.week, head: true, cell: (week) => <Time at={week.at} /> },
          {
            label: say.valueColumn,
            numeric: true,
            cell: (week) => <WeekValue view={view} item={item} week={week} slug={programme.slug} />,
          },
          {
            label: say.share,
            numeric: true,
            cell: (week) =>
              week.status === 'measured' && week.value !== null && entry.unit === 'share'
                ? formatPercent(lang, week.value)
                : '',
          },
          { label: say.state, plain: true, cell: (week) => <LevelTag level={week.level ?? 'none'} /> },
        ]}
      />
      <Pagination
        page={history.page}
        size={history.size}
        total={history.total}
        href={(page) => `${paths.indicator(programme.slug, entry.id)}?weeks=${page}#history`}
        of={say.history}
      />
    </Section>
  )
}

/** A past value leads to its own rows. */
function WeekValue({ view, item, week, slug }: { view: View; item: BoardItem; week: IndicatorWeek; slug: string }) {
  const text = weekValue(view, item, week)
  if (week.n === null) return <>{text}</>
  return (
    <a class="govuk-link" href={paths.indicatorRows(slug, item.entry.id, { evaluation: week.evaluation })}>
      {text}
    </a>
  )
}

function weekValue(view: View, { entry }: BoardItem, week: IndicatorWeek): string {
  const { lang } = view
  if (week.n === null) return words[lang].board.noRecordsShort
  if (week.k === null) return week.value === null ? '' : indicatorValue(lang, entry.unit, week.value)
  return `${formatNumber(lang, week.k, 1)} ${uiWords[lang].score.of} ${formatNumber(lang, week.n, 1)}`
}
