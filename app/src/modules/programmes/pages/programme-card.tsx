import { Card, Cards, Health } from '#ui/card.tsx'
import { formatNumber, type Lang } from '#ui/language.ts'
import { SevenKey, SevenStrip } from '#ui/seven.tsx'
import { useLang } from '#ui/view.ts'
import { programmePaths } from '../paths.ts'
import { type ProgrammeCard as CardRow, inLanguageOf } from '../programme.ts'
import type { Standing } from '../standing.ts'
import { words } from '../words.ts'
import { healthOf } from './health.ts'
import { ExampleTag, ProgrammeStatusTag } from './status-tag.tsx'

export type StandingCard = { card: CardRow; standing?: Standing }

export function ProgrammeCards({ programmes }: { programmes: StandingCard[] }) {
  return (
    <>
      <Cards>
        {programmes.map((programme) => (
          <ProgrammeCard {...programme} />
        ))}
      </Cards>
      {programmes.some(({ standing }) => standing) ? <SevenKey /> : null}
    </>
  )
}

function ProgrammeCard({ card, standing }: StandingCard) {
  const lang = useLang()
  const say = words[lang].page
  const name = inLanguageOf(lang, { own: card.name, en: card.name_en, lang: card.lang })
  return (
    <Card
      href={programmePaths.programme(card.slug)}
      title={name.text}
      lang={name.lang}
      tag={
        <>
          <ProgrammeStatusTag status={card.status} />
          {card.example ? <ExampleTag /> : null}
        </>
      }
      meta={[
        <>
          {say.ledBy} <b>{card.leads.join(', ')}</b>
        </>,
        card.partners > 0 ? say.partners(formatNumber(lang, card.partners)) : say.noPartners,
      ]}
      foot={
        <>
          {standing ? <SevenStrip id={`tujuh-${card.slug}`} levels={standing.levels} /> : null}
          <Health>{healthOf(lang, card, standing)}</Health>
        </>
      }
    />
  )
}

/** What the strip above a list says when some of its programmes are invented. */
export function exampleAmong(lang: Lang, programmes: StandingCard[]): string | undefined {
  return programmes.some(({ card }) => card.example) ? words[lang].home.someExample : undefined
}
