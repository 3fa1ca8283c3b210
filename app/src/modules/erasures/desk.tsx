import { hasRole } from '#kernel/access.ts'
import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { RecordList } from '#ui/card.tsx'
import { formatDateTime } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import type { Erasure } from './erasure.ts'
import { Due, StateTag } from './pages/parts.tsx'
import { erasurePaths } from './paths.ts'
import { listErasures } from './store/read.ts'
import { words } from './words.ts'

const most = 5

/** On the officer's desk: who waits to be erased, with the hours that are left. */
export const erasureDesk: DeskPart = deskPart<{ rows: Erasure[]; now: Date }>({
  order: 25,
  async load(tx, { actor, now }) {
    if (!hasRole(actor, 'information-officer')) return undefined
    const { rows } = await listErasures(tx, { state: 'waiting', page: 1 })
    return rows.length > 0 ? { rows: rows.slice(0, most), now } : undefined
  },
  render: ({ rows, now }, view) => {
    const say = words[view.lang]
    return (
      <Section id="h-penghapusan" title={say.list.title} more={{ href: erasurePaths.list(), label: say.list.all }}>
        <RecordList
          items={rows.map((row) => ({
            href: erasurePaths.one(row.id),
            title: `${say.subjects[row.subject.kind]}, ${formatDateTime(view.lang, row.asked_at)}`,
            lang: view.lang,
            lines: [<StateTag of={row} view={view} />, <Due of={row} now={now} view={view} />],
          }))}
        />
      </Section>
    )
  },
})
