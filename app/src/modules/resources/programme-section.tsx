import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { Empty } from '#ui/empty.tsx'
import { formatPercent, formatRupiah } from '#ui/language.ts'
import { Progress } from '#ui/progress.tsx'
import { absorbed, mayAdd, yearToShow } from './budget-line.ts'
import { totalOf } from './load-lines.ts'
import { resourcePaths } from './paths.ts'
import { type Sums, sumLines, yearsOf } from './store/lines.ts'
import { words } from './words.ts'

/** The money at a glance, on the programme's own page; without any line only for those who could record one. */
export const resourceSection: ProgrammeSection = programmeSection<Sums & { year: number | '' }>({
  order: 35,
  id: 'h-anggaran',
  title: (lang) => words[lang].section.title,
  async load(tx, { id, status }, { actor, today }) {
    const year: number | '' = yearToShow(await yearsOf(tx, id), today) ?? ''
    const total = { ...totalOf(await sumLines(tx, id, 'source', year)), year }
    if (total.lines === 0 && mayAdd(actor, { programme_id: id, programme_status: status }) !== true) return undefined
    return total
  },
  render: (total, { lang }, { slug }) => {
    const say = words[lang]
    const share = absorbed(total)
    const money = (amount: number) => formatRupiah(lang, amount)
    return {
      intro:
        share === undefined
          ? undefined
          : say.section.intro(
              String(total.year),
              money(total.realised),
              money(total.revised),
              formatPercent(lang, share),
            ),
      more: { href: resourcePaths.overview(slug), label: say.title },
      body:
        share === undefined ? (
          <Empty title={say.section.none}>{say.noneRule}</Empty>
        ) : (
          <Progress id="anggaran-terpakai" ratio={share} title={say.absorbedOf} />
        ),
    }
  },
})
