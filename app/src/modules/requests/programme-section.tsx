import { both } from '#kernel/reason.ts'
import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { FactLink } from '#ui/facts.tsx'
import { formatNumber } from '#ui/language.ts'
import { requestPaths } from './paths.ts'
import { tallyOf } from './store/rows.ts'
import { words } from './words.ts'

type Tally = { all: number; waiting: number }

/** On the programme's own page: how many requests wait, and the way to ask. */
export const requestSection: ProgrammeSection = programmeSection<Tally>({
  order: 70,
  id: 'h-permintaan-informasi',
  title: both(words.id.section.title, words.en.section.title),
  load: (tx, programme) => tallyOf(tx, programme.id),
  facts: ({ all, waiting }, { lang }, { slug }) => {
    const say = words[lang].section
    const count = (value: number) => formatNumber(lang, value)
    const value = (
      <>
        <a class="govuk-link" href={requestPaths.register({ programme: slug })}>
          {count(all)}
        </a>
        , {say.waiting(count(waiting))}
        <FactLink href={requestPaths.new(slug)}>{say.ask}</FactLink>
      </>
    )
    return [{ label: say.fact, value }]
  },
})
