import { type RecordSection, recordSection } from '#kernel/web/record-section.ts'
import { RecordList } from '#ui/card.tsx'
import { Section } from '#ui/section.tsx'
import { codeOf, questionIn } from './decision.ts'
import { decisionPaths } from './paths.ts'
import { decisionsNaming } from './store/naming.ts'
import { words } from './words.ts'

/** On the page of a record: the decisions that name it, as far as the reader sees them. */
export const namingDecisions: RecordSection = recordSection<Awaited<ReturnType<typeof decisionsNaming>>>({
  async load(tx, recordId) {
    const rows = await decisionsNaming(tx, recordId)
    return rows.length > 0 ? rows : undefined
  },
  render(rows, { lang }) {
    const say = words[lang]
    const items = rows.map((row) => {
      const { text, lang: written } = questionIn(row, lang)
      const href = decisionPaths.decision(row.id)
      return { href, title: text, lang: written, lines: [`${say.page.eyebrow(codeOf(row))} · ${say.state[row.state]}`] }
    })
    return (
      <Section id="k-keputusan" title={say.page.naming}>
        <RecordList items={items} />
      </Section>
    )
  },
})
