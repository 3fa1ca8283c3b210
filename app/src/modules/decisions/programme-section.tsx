import { both } from '#kernel/reason.ts'
import { interestPaths } from '#modules/interests/public.ts'
import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { RecordList } from '#ui/card.tsx'
import { Empty } from '#ui/empty.tsx'
import { FactLink } from '#ui/facts.tsx'
import { formatDate, formatNumber } from '#ui/language.ts'
import { Recorded } from '#ui/text.tsx'
import { codeOf, questionIn } from './decision.ts'
import type { Tally } from './list-query.ts'
import { decisionPaths } from './paths.ts'
import { type ListedDecision, listDecisions, tallyDecisions } from './store/list.ts'
import { words } from './words.ts'

const shown = 4
type SectionData = { rows: ListedDecision[]; tally: Tally }

/** "Keputusan terbaru" on the programme's own page. */
export const decisionSection: ProgrammeSection = programmeSection<SectionData>({
  order: 40,
  id: 'h-keputusan',
  title: both(words.id.section.title, words.en.section.title),
  async load(tx, programme) {
    const tally = await tallyDecisions(tx, programme.id)
    if (tally.decided + tally.open + tally.withdrawn === 0) return undefined
    const { rows } = await listDecisions(tx, programme.id, { state: 'decided' }, shown)
    return { rows, tally }
  },
  facts: ({ tally }, { lang }, { slug }) => {
    const say = words[lang].section
    const count = (value: number) => formatNumber(lang, value)
    const value = (
      <>
        <strong>{say.decided(count(tally.decided))}</strong>, {say.open(count(tally.open))}
        <FactLink href={interestPaths.register(slug)}>{say.interests}</FactLink>
      </>
    )
    return [{ label: say.fact, value }]
  },
  render: ({ rows, tally }, { lang }, { slug }) => {
    const say = words[lang]
    const lines = (row: ListedDecision) => [
      `${codeOf(row)} · ${row.decided_on ? formatDate(lang, row.decided_on) : say.page.awaits}`,
      ...(row.answer ? [<Recorded lang={row.lang}>{row.answer}</Recorded>] : []),
    ]
    const items = rows.map((row) => {
      const { text, lang: written } = questionIn(row, lang)
      return { href: decisionPaths.decision(row.id), title: text, lang: written, lines: lines(row) }
    })
    return {
      count: tally.decided,
      more: { href: decisionPaths.list(slug), label: say.section.all },
      body:
        items.length > 0 ? (
          <RecordList items={items} />
        ) : (
          <Empty title={say.section.none}>{say.section.noneRule}</Empty>
        ),
    }
  },
})
