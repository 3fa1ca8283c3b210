import { Facts } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { History } from '#ui/history.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { formatDate, formatList, formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { SeverityTag, Tag } from '#ui/tag.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { words as uiWords } from '#ui/words.ts'
import {
  type HeldCondition,
  headlineOf,
  type MitigationView,
  type ObstacleMove,
  type ObstacleView,
} from '../obstacle.ts'
import { monitoringPaths as paths } from '../paths.ts'
import type { ProgrammeHead } from '../programme-reader.ts'
import type { RowPage, RowsAsked } from '../rows.ts'
import { words } from '../words/pages.ts'
import { Evidence } from './evidence.tsx'
import { type Act, Acts, nameOf, trail } from './head.tsx'
import { MitigationCards } from './mitigation-cards.tsx'
import { conditionText, quantity } from './quantity.ts'
import { RowsPart } from './rows-part.tsx'

export type ObstaclePageProps = {
  view: View
  programme: ProgrammeHead
  obstacle: ObstacleView
  moves: ObstacleMove[]
  /** Names of the parties that the evidence points at. */
  parties: string[]
  /** The condition whose records are shown. */
  letter: string | undefined
  rows: RowPage | undefined
  asked: RowsAsked
  /** What this reader may do with the obstacle, and with each mitigation by its id. */
  acts: Act[]
  mitigationActs: ReadonlyMap<string, Act[]>
  /** What other modules put on the page. */
  more: Child[]
}

/** One obstacle: its evidence, the records behind it, and every step against it with what it changed. */
export function ObstaclePage(props: ObstaclePageProps) {
  const { view, programme, obstacle, letter, rows, asked } = props
  const { lang } = view
  const say = words[lang]
  const title = headlineOf(obstacle)(lang)
  const hurts = obstacle.entry.hurts.map((one) => uiWords[lang].benefit[one])
  return (
    <Page
      view={view}
      title={`${title}: ${nameOf(programme, lang)}`}
      breadcrumbs={trail(programme, lang, { href: paths.obstacles(programme.slug), label: say.obstacles.title })}
      example={programme.example ?? undefined}
    >
      <div class="mf-prog__tags">
        {obstacle.clearedOn ? (
          <Tag sign="check" tone="green">
            {say.obstacles.cleared}
          </Tag>
        ) : (
          <SeverityTag severity={obstacle.severity} />
        )}
        <span class="mf-small mf-muted">
          {obstacle.entry.name(lang)} · {uiWords[lang].obstacle.hurts(formatList(lang, hurts))}
        </span>
      </div>
      <h1 class="govuk-heading-xl">{title}</h1>
      <ObstacleFacts {...props} />
      <EvidencePart {...props} />
      <Section id="mitigations" title={say.obstacle.mitigations} intro={say.obstacle.mitigationsIntro}>
        <MitigationCards obstacle={obstacle} actsOf={(one: MitigationView) => props.mitigationActs.get(one.id) ?? []} />
        <Acts acts={props.acts} />
      </Section>
      {letter && rows ? (
        <RowsPart
          path={paths.obstacle(programme.slug, obstacle.id)}
          kept={{ letter }}
          asked={asked}
          rows={rows}
          parts
          title={`${say.condition.number(letter)}: ${say.rows.title.toLowerCase()}`}
        />
      ) : null}
      {props.more}
      <Section id="events" title={say.obstacle.events}>
        <History
          events={props.moves.map((move) => ({ at: move.at, what: moveText(view, move), more: strength(view, move) }))}
        />
      </Section>
    </Page>
  )
}

function ObstacleFacts({ view, programme, obstacle, parties }: ObstaclePageProps) {
  const { lang } = view
  const say = words[lang]
  const items = [
    { label: say.obstacles.firstSeen, value: <Time at={obstacle.openedOn} /> },
    ...(obstacle.clearedOn ? [{ label: say.obstacles.clearedOn, value: <Time at={obstacle.clearedOn} /> }] : []),
    {
      label: say.detector.strength,
      value: (
        <>
          {obstacle.value === null ? '–' : say.detector.strengthOf(formatNumber(lang, obstacle.value))}
          <a class="govuk-link mf-after" href={paths.detector(programme.slug, obstacle.detector)}>
            {say.condition.list}
          </a>
        </>
      ),
    },
    ...(parties.length > 0 ? [{ label: say.condition.parties, value: formatList(lang, parties) }] : []),
  ]
  return <Facts items={items} />
}

function EvidencePart({ view, programme, obstacle }: ObstaclePageProps) {
  const { lang } = view
  const say = words[lang].obstacle
  const first = obstacle.held[0]
  const date = first ? formatDate(lang, first.at) : ''
  return (
    <Section id="evidence" title={say.evidence} intro={obstacle.current ? say.evidenceIntro(date) : say.asOpened(date)}>
      <ul class="mf-list">
        {obstacle.held.map((held) => (
          <li>
            <HeldPart view={view} obstacle={obstacle} held={held} path={paths.obstacle(programme.slug, obstacle.id)} />
          </li>
        ))}
      </ul>
      <p class="mf-small mf-muted">{words[lang].basis}</p>
    </Section>
  )
}

function HeldPart({
  view,
  obstacle,
  held,
  path,
}: {
  view: View
  obstacle: ObstacleView
  held: HeldCondition
  path: string
}) {
  const { lang } = view
  const condition = obstacle.entry.conditions.find((one) => one.letter === held.letter)!
  const rows = { all: `${path}?letter=${held.letter}#rows`, counted: `${path}?letter=${held.letter}&counted=yes#rows` }
  const observed =
    held.value === null
      ? ''
      : words[lang].condition.observed(
          quantity(lang, condition.unit, held.value),
          quantity(lang, condition.unit, held.threshold),
        )
  return (
    <>
      <h3 class="mf-list__title">{condition.headline(lang)}</h3>
      <p class="govuk-body">
        <Evidence sentence={held.sentence[lang]} rows={rows} />
      </p>
      <p class="mf-small mf-muted">
        {conditionText(lang, condition, held.threshold)} {observed}
      </p>
    </>
  )
}

function moveText(view: View, move: ObstacleMove): string {
  const say = words[view.lang].obstacle
  if (move.kind === 'fired') return say.fired
  if (move.kind === 'cleared') return say.clearedEvent
  const names = uiWords[view.lang].severity
  return say.changed([names.notice, names.warning, names.critical][move.severity - 1]!)
}

function strength({ lang }: View, move: ObstacleMove): string | undefined {
  return move.value === null ? undefined : words[lang].obstacle.strength(formatNumber(lang, move.value))
}
