import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Jump } from '#ui/jump.tsx'
import { formatDate, formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Section } from '#ui/section.tsx'
import { SevenKey } from '#ui/seven.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { type Benefit, benefits, words as uiWords } from '#ui/words.ts'
import { indicators, indicatorsFor } from '../catalogue/catalogue.ts'
import { indicatorSought } from '../catalogue/search.ts'
import { monitoringPaths as paths } from '../paths.ts'
import type { ProgrammeHead } from '../programme-reader.ts'
import type { Board, BoardItem } from '../reading.ts'
import { words } from '../words/pages.ts'
import { type Act, Acts, nameOf, trail } from './head.tsx'
import { noLevelBecause } from './quantity.ts'
import { ScoreBoard } from './score-board.tsx'

export type IndicatorsPageProps = {
  view: View
  programme: ProgrammeHead
  board: Board | undefined
  q: string
  acts: Act[]
}

/** All indicators of a programme, by benefit. */
export function IndicatorsPage({ view, programme, board, q, acts }: IndicatorsPageProps) {
  const { lang } = view
  const say = words[lang]
  const date = board ? formatDate(lang, board.evaluation.at) : ''
  return (
    <Page
      view={view}
      title={`${say.indicators.title}: ${nameOf(programme, lang)}`}
      breadcrumbs={trail(programme, lang)}
      example={programme.example ?? undefined}
    >
      <p class="mf-eyebrow">
        <Recorded lang={programme.lang}>{nameOf(programme, lang)}</Recorded>
      </p>
      <h1 class="govuk-heading-xl">{say.indicators.title}</h1>
      {board ? (
        <>
          <p class="govuk-body-l">{say.indicators.lead(formatNumber(lang, board.items.size), date)}</p>
          <p class="mf-small mf-muted">
            {say.basis}{' '}
            <a class="govuk-link" href={paths.catalogue()}>
              {say.indicators.how}
            </a>
          </p>
          <Acts acts={acts} />
          <ListTools action={paths.indicators(programme.slug)} label={words[lang].catalogue.search} q={q} />
          <Jump items={benefits.map((one) => ({ href: `#${one}`, label: uiWords[lang].benefit[one] }))} />
          <SevenKey />
          {benefits.map((benefit) => (
            <BenefitPart view={view} slug={programme.slug} board={board} benefit={benefit} q={q} />
          ))}
          {indicators.some((entry) => indicatorSought(lang, q, entry)) ? null : (
            <Empty title={words[lang].catalogue.noneFound} />
          )}
        </>
      ) : (
        <>
          <Empty title={say.board.notYet}>{say.board.notYetRule}</Empty>
          <Acts acts={acts} />
        </>
      )}
    </Page>
  )
}

type PartProps = { view: View; slug: string; board: Board; benefit: Benefit; q: string }

function BenefitPart({ view, slug, board, benefit, q }: PartProps) {
  const { lang } = view
  const name = uiWords[lang].benefit[benefit]
  const open = board.open[benefit]
  const more =
    open > 0
      ? { href: paths.obstacles(slug), label: uiWords[lang].score.openObstacles(formatNumber(lang, open)) }
      : undefined
  const sought = indicatorsFor(benefit).filter((entry) => indicatorSought(lang, q, entry))
  const items = sought.map((entry) => board.items.get(entry.id)!)
  if (items.length === 0) return null
  const seen = items.filter(({ reading }) => reading && reading.status !== 'no-records')
  const unseen = items.filter((item) => !seen.includes(item))
  return (
    <Section id={benefit} title={name} intro={words[lang].indicators.benefit(name, String(open))} more={more}>
      {seen.length > 0 ? (
        <ScoreBoard
          slug={slug}
          caption={name}
          rows={seen.map((item) => ({
            item,
            name: item.entry.name(lang),
            href: paths.indicator(slug, item.entry.id),
          }))}
        />
      ) : null}
      {unseen.length > 0 ? <Unseen view={view} slug={slug} items={unseen} /> : null}
    </Section>
  )
}

/** Indicators whose records do not exist yet: named with what they will count, without an empty row each. */
function Unseen({ view, slug, items }: { view: View; slug: string; items: BoardItem[] }) {
  const { lang } = view
  const say = words[lang].board
  return (
    <div class="mf-stub">
      <p>
        <b>{say.noRecords}</b>
      </p>
      <ul class="govuk-list">
        {items.map((item) => (
          <li>
            <a class="govuk-link" href={paths.indicator(slug, item.entry.id)}>
              {item.entry.name(lang)}
            </a>
            <span class="mf-score__q">{noLevelBecause(lang, item, item.entry.question(lang))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
