import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Jump } from '#ui/jump.tsx'
import { formatDate, formatList, formatNumber, type Lang } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { SeverityTag } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { words as uiWords } from '#ui/words.ts'
import { detectors } from '../catalogue/catalogue.ts'
import type { DetectorEntry } from '../catalogue/entry.ts'
import { headlineOf, leadingMitigation, type ObstacleView } from '../obstacle.ts'
import { monitoringPaths as paths } from '../paths.ts'
import type { ProgrammeHead } from '../programme-reader.ts'
import type { EvaluationHead, StoredCondition, StoredDetector } from '../reading.ts'
import { words } from '../words/pages.ts'
import { checkedCounts } from './checked.ts'
import { ConditionList, StateTag } from './condition-list.tsx'
import { type Act, Acts, nameOf, trail } from './head.tsx'
import { effectText, ObstacleCards, stepText } from './obstacle-card.tsx'

export type ObstaclesPageProps = {
  view: View
  programme: ProgrammeHead
  evaluation: EvaluationHead | undefined
  open: ObstacleView[]
  cleared: { rows: ObstacleView[]; total: number; page: number; size: number }
  detectors: ReadonlyMap<string, StoredDetector>
  conditions: ReadonlyMap<string, StoredCondition>
  /** Ids of the detectors that hold the words looked for. */
  sought: ReadonlySet<string>
  q: string
  acts: Act[]
}

/** What stands in the way: open, resolved, and everything that is looked for. */
export function ObstaclesPage(props: ObstaclesPageProps) {
  const { view, programme, evaluation, open, cleared, sought, q, acts } = props
  const { lang } = view
  const say = words[lang].obstacles
  return (
    <Page
      view={view}
      title={`${say.title}: ${nameOf(programme, lang)}`}
      breadcrumbs={trail(programme, lang)}
      example={programme.example ?? undefined}
    >
      <p class="mf-small mf-muted">
        <Recorded lang={programme.lang}>{nameOf(programme, lang)}</Recorded>
      </p>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      {evaluation ? (
        <>
          <p class="govuk-body-l">{say.lead(formatDate(lang, evaluation.at))}</p>
          <p class="mf-small mf-muted">{words[lang].basis}</p>
        </>
      ) : (
        <Empty title={words[lang].board.notYet}>{words[lang].board.notYetRule}</Empty>
      )}
      <Acts acts={acts} />
      <ListTools action={paths.obstacles(programme.slug)} label={say.search} q={q} />
      <Jump
        items={[
          { href: '#open', label: say.open, count: open.length },
          { href: '#cleared', label: say.cleared, count: cleared.total },
          { href: '#checks', label: say.checks, count: sought.size },
        ]}
      />
      <Section id="open" title={say.open} intro={open.length > 0 ? say.openIntro(formatNumber(lang, open.length)) : ''}>
        {open.length > 0 ? <ObstacleCards slug={programme.slug} obstacles={open} /> : null}
        {open.length === 0 ? q ? <Empty title={say.noneFound} /> : <NoneOpen {...props} /> : null}
      </Section>
      <ClearedPart {...props} />
      <ChecksPart {...props} />
    </Page>
  )
}

/** Nothing open is only good news as far as it could be looked for. */
function NoneOpen({ view, detectors: readings }: ObstaclesPageProps) {
  const { lang } = view
  const say = words[lang].obstacles
  return <Empty title={say.noneOpen}>{say.noneOpenRule(...checkedCounts(lang, readings))}</Empty>
}

function ClearedPart({ view, programme, cleared, q }: ObstaclesPageProps) {
  const { lang } = view
  const say = words[lang].obstacles
  return (
    <Section id="cleared" title={say.cleared}>
      <Table
        caption={say.cleared}
        rows={cleared.rows}
        empty={<Empty title={q ? say.noneFound : say.clearedNone} />}
        columns={[
          {
            label: say.obstacle,
            head: true,
            cell: (one) => (
              <>
                <a class="govuk-link" href={paths.obstacle(programme.slug, one.id)}>
                  {headlineOf(one)(lang)}
                </a>
                <span class="mf-score__q">{one.entry.name(lang)}</span>
              </>
            ),
          },
          {
            label: say.period,
            cell: (one) => (
              <>
                <Time at={one.openedOn} /> – <Time at={one.clearedOn!} />
              </>
            ),
          },
          { label: say.mitigation, cell: (one) => mitigationText(lang, one) },
        ]}
      />
      <Pagination
        page={cleared.page}
        size={cleared.size}
        total={cleared.total}
        href={(page) => `${paths.obstacles(programme.slug)}?${new URLSearchParams({ q, page: String(page) })}#cleared`}
        of={say.cleared}
      />
    </Section>
  )
}

function mitigationText(lang: Lang, obstacle: ObstacleView): string {
  const leading = leadingMitigation(obstacle.mitigations)
  if (!leading || leading.state === 'proposed') return uiWords[lang].obstacle.none
  const effect = effectText(lang, leading)
  return effect ? `${stepText(lang, obstacle, leading)}. ${effect}` : stepText(lang, obstacle, leading)
}

function ChecksPart(props: ObstaclesPageProps) {
  const say = words[props.view.lang].obstacles
  return (
    <Section
      id="checks"
      title={say.checks}
      intro={say.checksIntro}
      more={{ href: paths.catalogue(), label: words[props.view.lang].indicators.how }}
    >
      {detectors
        .filter((entry) => props.sought.has(entry.id))
        .map((entry) => (
          <DetectorPart {...props} entry={entry} />
        ))}
    </Section>
  )
}

function DetectorPart({ view, programme, entry, open, ...props }: ObstaclesPageProps & { entry: DetectorEntry }) {
  const { lang } = view
  const obstacle = open.find((one) => one.detector === entry.id)
  const hurts = formatList(
    lang,
    entry.hurts.map((one) => uiWords[lang].benefit[one]),
  )
  const outcome = props.detectors.get(entry.id)?.outcome ?? 'unchecked'
  return (
    <details class="govuk-details" id={entry.id} open={obstacle !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {entry.id}. {entry.name(lang)}
        </span>{' '}
        {obstacle ? <SeverityTag severity={obstacle.severity} /> : <StateTag state={outcome} />}
      </summary>
      <div class="govuk-details__text">
        <p class="mf-small mf-muted">
          {words[lang].detector.hurts} {hurts.toLowerCase()}.{' '}
          {entry.needs === 2 ? words[lang].condition.needsTwo : words[lang].condition.needsOne}{' '}
          <a class="govuk-link" href={paths.detector(programme.slug, entry.id)}>
            {words[lang].detector.code(entry.id)}
          </a>
        </p>
        <ConditionList
          entry={entry}
          readings={props.conditions}
          rowsOf={(letter) => ({
            all: paths.detectorRows(programme.slug, entry.id, { letter }),
            counted: paths.detectorRows(programme.slug, entry.id, { letter, counted: 'yes' }),
          })}
        />
      </div>
    </details>
  )
}
