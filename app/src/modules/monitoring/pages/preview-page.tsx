import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { formatAct, formatDate, formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { SevenKey } from '#ui/seven.tsx'
import { SeverityTag } from '#ui/tag.tsx'
import type { View } from '#ui/view.ts'
import { benefits, words as uiWords } from '#ui/words.ts'
import { detectors, indicatorsFor } from '../catalogue/catalogue.ts'
import type { DetectorEntry } from '../catalogue/entry.ts'
import { monitoringPaths as paths } from '../paths.ts'
import type { ProgrammeHead } from '../programme-reader.ts'
import type { Board, StoredCondition, StoredDetector } from '../reading.ts'
import { words } from '../words/pages.ts'
import { checkedCounts } from './checked.ts'
import { ConditionList } from './condition-list.tsx'
import { nameOf, trail } from './head.tsx'
import { ScoreBoard } from './score-board.tsx'

export type PreviewPageProps = {
  view: View
  programme: ProgrammeHead
  board: Board
  asked: { by: string | null; at: string } | undefined
  detectors: ReadonlyMap<string, StoredDetector>
  conditions: ReadonlyMap<string, StoredCondition>
}

/** What an evaluation would find now: shown to members, counted nowhere. */
export function PreviewPage(props: PreviewPageProps) {
  const { view, programme, board, asked } = props
  const { lang } = view
  const say = words[lang].preview
  const crumb = { href: paths.indicators(programme.slug), label: words[lang].indicators.title }
  return (
    <Page
      view={view}
      title={`${say.title}: ${nameOf(programme, lang)}`}
      breadcrumbs={trail(programme, lang, crumb)}
      example={programme.example ?? undefined}
    >
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead(formatDate(lang, board.evaluation.at))}</p>
      <p class="mf-small mf-muted">
        {asked ? `${say.asked(asked.by, formatAct(lang, asked.at))}. ` : null}
        {words[lang].basis}
      </p>
      <MetPart {...props} />
      {benefits.map((benefit) => (
        <Section id={benefit} title={uiWords[lang].benefit[benefit]}>
          <ScoreBoard
            slug={programme.slug}
            evaluation={board.evaluation.id}
            caption={uiWords[lang].benefit[benefit]}
            rows={indicatorsFor(benefit).map((entry) => ({
              item: board.items.get(entry.id)!,
              name: entry.name(lang),
              href: paths.indicatorRows(programme.slug, entry.id, { evaluation: board.evaluation.id }),
            }))}
          />
        </Section>
      ))}
      <SevenKey />
    </Page>
  )
}

function MetPart({ view, programme, conditions, ...props }: PreviewPageProps) {
  const { lang } = view
  const say = words[lang].preview
  const met = detectors.filter((entry) => props.detectors.get(entry.id)?.outcome === 'true')
  return (
    <Section id="met" title={say.wouldBeTrue}>
      {met.length === 0 ? (
        <Empty title={say.noneTrue}>
          {words[lang].obstacles.noneOpenRule(...checkedCounts(lang, props.detectors))}
        </Empty>
      ) : (
        met.map((entry) => (
          <MetDetector
            slug={programme.slug}
            entry={entry}
            view={view}
            conditions={conditions}
            evaluation={props.board.evaluation.id}
            reading={props.detectors.get(entry.id)!}
          />
        ))
      )}
    </Section>
  )
}

type MetProps = {
  view: View
  slug: string
  entry: DetectorEntry
  reading: StoredDetector
  conditions: ReadonlyMap<string, StoredCondition>
  evaluation: string
}

function MetDetector({ view, slug, entry, reading, conditions, evaluation }: MetProps) {
  const { lang } = view
  return (
    <div class="govuk-section-break--m">
      <h3 class="govuk-heading-m">
        <a class="govuk-link" href={paths.detector(slug, entry.id)}>
          {entry.name(lang)}
        </a>{' '}
        {reading.severity ? <SeverityTag severity={reading.severity} /> : null}
      </h3>
      <p class="mf-small mf-muted">
        {words[lang].detector.strength}: {words[lang].detector.strengthOf(formatNumber(lang, reading.value ?? 0))}
      </p>
      <ConditionList
        entry={entry}
        readings={conditions}
        rowsOf={(letter) => ({
          all: paths.detectorRows(slug, entry.id, { evaluation, letter }),
          counted: paths.detectorRows(slug, entry.id, { evaluation, letter, counted: 'yes' }),
        })}
      />
    </div>
  )
}
