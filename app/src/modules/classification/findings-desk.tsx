import { hasRole } from '#kernel/access.ts'
import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { RecordList } from '#ui/card.tsx'
import { Section } from '#ui/section.tsx'
import { type HrefOf, type ShownFinding, shown } from './loads-findings.ts'
import { findingItem } from './pages/findings-page.tsx'
import { findingPaths } from './paths.ts'
import { openFindings } from './store/text-findings.ts'
import { findingWords } from './words-findings.ts'

const few = 5

/** For the information officer: open texts that look like personal data. */
export const findingsDesk = (hrefOf: HrefOf): DeskPart =>
  deskPart<ShownFinding[]>({
    order: 31,
    async load(tx, { actor }) {
      if (!hasRole(actor, 'information-officer')) return undefined
      const { rows } = await openFindings(tx, 1, few)
      return rows.length > 0 ? rows.map((row) => shown(row, hrefOf)) : undefined
    },
    render: (rows, { lang }) => (
      <Section
        id="h-temuan"
        title={findingWords[lang].desk}
        more={{ href: findingPaths.list(), label: findingWords[lang].all }}
      >
        <RecordList items={rows.map((row) => findingItem(row, lang))} />
      </Section>
    ),
  })
