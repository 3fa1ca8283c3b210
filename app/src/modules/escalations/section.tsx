import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { RecordList } from '#ui/card.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDate, formatNumber } from '#ui/language.ts'
import { mayRaiseEscalation } from './escalation.ts'
import { escalationPaths } from './paths.ts'
import { type ListedEscalation, listEscalations, type Tally, tallyEscalations } from './store/read.ts'
import { words } from './words.ts'

const shown = 4
type SectionData = { rows: ListedEscalation[]; tally: Tally }

/** What waits for the heads, on the programme's own page; without any matter only for those who could bring one. */
export const escalationSection: ProgrammeSection = programmeSection<SectionData>({
  order: 45,
  id: 'h-dinaikkan',
  title: (lang) => words[lang].title,
  async load(tx, { id, status }, { actor }) {
    const tally = await tallyEscalations(tx, id)
    if (tally.all === 0 && mayRaiseEscalation(actor, { programme_id: id, programme_status: status }) !== true)
      return undefined
    const { rows } = await listEscalations(tx, id, { state: 'open', sort: 'needed', dir: 'asc' }, shown)
    return { rows, tally }
  },
  render: ({ rows, tally }, { lang }, { slug }) => {
    const say = words[lang]
    const items = rows.map((row) => ({
      href: escalationPaths.one(row.id),
      title: row.question,
      lang: row.lang,
      lines: [`${say.asked} ${row.asked.join(', ')}`, `${say.neededBy} ${formatDate(lang, row.needed_by)}`],
    }))
    return {
      intro: tally.open > 0 ? say.section.open(formatNumber(lang, tally.open)) : undefined,
      more: { href: escalationPaths.list(slug), label: say.section.all },
      body: items.length > 0 ? <RecordList items={items} /> : <Empty title={say.section.noneOpen} />,
    }
  },
})
