import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { formatDate, formatList, formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { SeverityTag } from '#ui/tag.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { words as uiWords } from '#ui/words.ts'
import type { DetectorEntry } from '../catalogue/entry.ts'
import type { ObstacleView } from '../obstacle.ts'
import { monitoringPaths as paths } from '../paths.ts'
import type { ProgrammeHead } from '../programme-reader.ts'
import type { DetectorWeek, EvaluationHead, StoredCondition, StoredDetector } from '../reading.ts'
import type { RowPage, RowsAsked } from '../rows.ts'
import { words } from '../words/pages.ts'
import { ChosenNotice } from './chosen.tsx'
import { ConditionList, StateTag } from './condition-list.tsx'
import { type Act, Acts, nameOf, trail } from './head.tsx'
import { ObstacleCards } from './obstacle-card.tsx'
import { RowsPart } from './rows-part.tsx'

export type DetectorPageProps = {
  view: View
  programme: ProgrammeHead
  entry: DetectorEntry
  evaluation: EvaluationHead | undefined
  /** Asked for by its id: not the latest. */
  chosen: boolean
  reading: StoredDetector | undefined
  conditions: ReadonlyMap<string, StoredCondition>
  obstacle: ObstacleView | undefined
  weeks: DetectorWeek[]
  letter: string | undefined
  rows: RowPage | undefined
  asked: RowsAsked
  acts: Act[]
}

/** One of the fourteen obstacles in this programme: every condition, its evidence and its weeks, open or not. */
export function DetectorPage(props: DetectorPageProps) {
  const { view, programme, entry, reading, obstacle, letter, rows, asked, evaluation, chosen } = props
  const kept: Record<string, string> = chosen ? { evaluation: evaluation!.id } : {}
  const { lang } = view
  const say = words[lang]
  const own = paths.detector(programme.slug, entry.id)
  return (
    <Page
      view={view}
      title={`${entry.name(lang)}: ${nameOf(programme, lang)}`}
      breadcrumbs={trail(programme, lang, { href: paths.obstacles(programme.slug), label: say.obstacles.title })}
      example={programme.example ?? undefined}
    >
      <div class="mf-prog__tags">
        {obstacle ? <SeverityTag severity={obstacle.severity} /> : <StateTag state={reading?.outcome} />}
        <span class="mf-small mf-muted">{say.detector.code(entry.id)}</span>
      </div>
      <h1 class="govuk-heading-xl">{entry.name(lang)}</h1>
      {chosen ? <ChosenNotice evaluation={evaluation!} latest={own} /> : null}
      <DetectorFacts {...props} />
      {obstacle ? (
        <Section id="open" title={say.detector.openSince(formatDate(lang, obstacle.openedOn))}>
          <ObstacleCards slug={programme.slug} obstacles={[obstacle]} />
        </Section>
      ) : null}
      <Section
        id="conditions"
        title={say.condition.list}
        intro={`${entry.needs === 2 ? say.condition.needsTwo : say.condition.needsOne} ${say.detector.lifeCycle}`}
      >
        <ConditionList
          entry={entry}
          readings={props.conditions}
          rowsOf={(one) => ({
            all: paths.detectorRows(programme.slug, entry.id, { ...kept, letter: one }),
            counted: paths.detectorRows(programme.slug, entry.id, { ...kept, letter: one, counted: 'yes' }),
          })}
        />
        <p class="mf-small mf-muted">{say.basis}</p>
        <Acts acts={props.acts} />
      </Section>
      {letter && rows ? (
        <RowsPart
          path={own}
          kept={{ ...kept, letter }}
          asked={asked}
          rows={rows}
          parts
          title={`${say.condition.number(letter)}: ${say.rows.title.toLowerCase()}`}
        />
      ) : null}
      <WeeksPart {...props} />
    </Page>
  )
}

function DetectorFacts({ view, entry, reading, obstacle, evaluation }: DetectorPageProps) {
  const { lang } = view
  const say = words[lang].detector
  const hurts = entry.hurts.map((one) => uiWords[lang].benefit[one])
  return (
    <Facts
      items={[
        { label: say.hurts, value: formatList(lang, hurts) },
        {
          label: say.state,
          value: obstacle ? say.openSince(formatDate(lang, obstacle.openedOn)) : say.notOpen,
        },
        {
          label: say.strength,
          value: reading?.value == null ? '–' : say.strengthOf(formatNumber(lang, reading.value)),
        },
        ...(evaluation ? [{ label: words[lang].indicator.week, value: <Time at={evaluation.at} /> }] : []),
        { label: words[lang].indicator.source, value: entry.sourceText(lang) },
      ]}
    />
  )
}

function WeeksPart({ view, weeks, programme, entry }: DetectorPageProps) {
  const { lang } = view
  const say = words[lang]
  return (
    <Section id="weeks" title={say.detector.weeks} intro={say.indicator.historyIntro}>
      <Table
        caption={say.detector.weeks}
        rows={weeks}
        empty={<Empty title={say.indicator.historyNone} />}
        columns={[
          {
            label: say.indicator.week,
            head: true,
            cell: (week) => (
              <a class="govuk-link" href={`${paths.detector(programme.slug, entry.id)}?evaluation=${week.evaluation}`}>
                <Time at={week.at} />
              </a>
            ),
          },
          {
            label: say.detector.strength,
            numeric: true,
            cell: (week) => (week.value === null ? '–' : formatNumber(lang, week.value)),
          },
          { label: say.indicator.state, plain: true, cell: (week) => <StateTag state={week.outcome} /> },
        ]}
      />
    </Section>
  )
}
