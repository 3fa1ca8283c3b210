import { searchPaths } from '#modules/search/paths.ts'
import { RecordList } from '#ui/card.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Hero } from '#ui/hero.tsx'
import { formatList, formatNumber } from '#ui/language.ts'
import { Figure } from '#ui/progress.tsx'
import { Section, SectionHead } from '#ui/section.tsx'
import { DueDate, Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { benefits, words as uiWords } from '#ui/words.ts'
import type { DueCommitment } from '../commitment.ts'
import type { NamedEvent } from '../happening.ts'
import { programmePaths } from '../paths.ts'
import { type HomeFigures, inLanguageOf } from '../programme.ts'
import { words } from '../words.ts'
import { EventList } from './event-list.tsx'
import { exampleAmong, ProgrammeCards, type StandingCard } from './programme-card.tsx'

export type HomeData = {
  figures: HomeFigures
  programmes: StandingCard[]
  due: DueCommitment[]
  latest: NamedEvent[]
}

export function HomePage({ data, view }: { data: HomeData; view: View }) {
  const say = words[view.lang].home
  return (
    <Page
      view={view}
      title={say.title}
      description={say.lead(view.place)}
      example={exampleAmong(view.lang, data.programmes) !== undefined}
      exampleText={exampleAmong(view.lang, data.programmes)}
      hero={<HomeHero data={data} view={view} />}
    >
      <Section id="h-program" title={words[view.lang].list.title} intro={stripIntro(view)} more={moreLink(data, view)}>
        {data.programmes.length > 0 ? (
          <ProgrammeCards programmes={data.programmes} />
        ) : (
          <Empty title={say.noProgrammes} action={{ href: programmePaths.new(), label: say.found }}>
            {say.noProgrammesRule}
          </Empty>
        )}
      </Section>
      {data.programmes.length > 0 ? <DueAndLatest data={data} view={view} /> : null}
    </Page>
  )
}

function HomeHero({ data: { figures }, view }: { data: HomeData; view: View }) {
  const say = words[view.lang].home
  const number = (value: number) => formatNumber(view.lang, value)
  return (
    <Hero
      title={say.title}
      lead={say.lead(view.place)}
      search={{ action: searchPaths.search(), label: say.search }}
      figures={
        <>
          <Figure value={number(figures.programmes)} label={say.programmes} href={programmePaths.list()} />
          <Figure value={number(figures.organisations)} label={say.organisations} href={programmePaths.figures()} />
          <Figure
            value={number(figures.kept)}
            of={say.ofDue(number(figures.due))}
            label={say.commitmentsKept}
            href={programmePaths.figures()}
          />
          <Figure value={number(figures.events)} label={say.records} href={programmePaths.figures()} />
        </>
      }
    />
  )
}

function stripIntro(view: View): string {
  const names = benefits.map((benefit) => uiWords[view.lang].benefit[benefit].toLowerCase())
  return `${words[view.lang].home.strip} ${formatList(view.lang, names)}.`
}

function moreLink(data: HomeData, view: View) {
  return data.figures.programmes > data.programmes.length
    ? { href: programmePaths.list(), label: words[view.lang].home.all }
    : undefined
}

function DueAndLatest({ data, view }: { data: HomeData; view: View }) {
  const say = words[view.lang].home
  return (
    <div class="mf-two mf-section">
      <section aria-labelledby="h-janji">
        <SectionHead id="h-janji" title={say.soonDue} />
        {data.due.length > 0 ? (
          <RecordList items={data.due.map((one) => dueItem(one, view))} />
        ) : (
          <p class="govuk-body mf-muted">{say.soonDueNone}</p>
        )}
      </section>
      <section aria-labelledby="h-terakhir">
        <SectionHead id="h-terakhir" title={say.latest} />
        {data.latest.length > 0 ? (
          <EventList events={data.latest} />
        ) : (
          <p class="govuk-body mf-muted">{say.latestNone}</p>
        )}
      </section>
    </div>
  )
}

function dueItem(commitment: DueCommitment, view: View) {
  const { programme, programme_en, programme_lang } = commitment
  const name = inLanguageOf(view.lang, { own: programme, en: programme_en, lang: programme_lang })
  const title = inLanguageOf(view.lang, { own: commitment.title, en: commitment.title_en, lang: commitment.lang })
  return {
    href: programmePaths.commitment(commitment.slug, commitment.id),
    title: title.text,
    lang: title.lang,
    lines: [
      <>
        <Recorded lang={name.lang}>{name.text}</Recorded> · {commitment.party}
      </>,
      <b>
        <DueDate at={commitment.current_due} today={view.today} />
      </b>,
    ],
  }
}
