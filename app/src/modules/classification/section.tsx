import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { formatNumber } from '#ui/language.ts'
import { classificationPaths } from './paths.ts'
import { tallyClassifications } from './store/read.ts'
import { words } from './words.ts'

type Tally = Awaited<ReturnType<typeof tallyClassifications>>

/** What is withheld in a programme, on its own page; nothing where nothing was ever withheld. */
export const classificationSection: ProgrammeSection = programmeSection<Tally>({
  order: 75,
  id: 'h-pengecualian',
  title: (lang) => words[lang].register,
  async load(tx, { id }, { today }) {
    const tally = await tallyClassifications(tx, id, today)
    return tally.standing + tally.ended > 0 ? tally : undefined
  },
  render: (tally, { lang }, { slug }) => ({
    count: tally.standing,
    intro: words[lang].tally(formatNumber(lang, tally.standing), formatNumber(lang, tally.due)),
    more: { href: classificationPaths.list(slug), label: words[lang].all },
    body: null,
  }),
})
