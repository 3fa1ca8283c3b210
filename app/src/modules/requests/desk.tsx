import { readCalendar } from '#kernel/calendar/stored.ts'
import type { WorkCalendar } from '#kernel/calendar.ts'
import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { RecordList } from '#ui/card.tsx'
import { Section } from '#ui/section.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { Deadline, StateTag } from './pages/parts.tsx'
import { requestPaths } from './paths.ts'
import { codeOf, isOfficer } from './request.ts'
import type { Listed } from './store/list.ts'
import { requestsFor, waitingRequests } from './store/rows.ts'
import { words } from './words.ts'

type Part = 'officer' | 'held' | 'objections' | 'own'
type Data = { parts: { part: Part; rows: Listed[] }[]; calendar: WorkCalendar }

/** On the desk: what waits for the officer, what was asked of one's organisation, objections to decide, one's own requests. */
export const requestDesk: DeskPart = deskPart<Data>({
  order: 30,
  async load(tx, { actor }) {
    if (actor.kind !== 'person') return undefined
    const { personId } = actor
    const [officer, held, objections, own] = await Promise.all([
      isOfficer(actor) ? waitingRequests(tx) : [],
      requestsFor(tx, 'held', personId),
      requestsFor(tx, 'objections', personId),
      requestsFor(tx, 'own', personId),
    ])
    const all: Data['parts'] = [
      { part: 'officer', rows: officer },
      { part: 'held', rows: held },
      { part: 'objections', rows: objections },
      { part: 'own', rows: own },
    ]
    const parts = all.filter(({ rows }) => rows.length > 0)
    return parts.length > 0 ? { parts, calendar: await readCalendar(tx) } : undefined
  },
  render: ({ parts, calendar }, view) => (
    <>
      {parts.map(({ part, rows }) => (
        <Section
          id={`h-informasi-${part}`}
          title={words[view.lang].desk[part]}
          more={{ href: requestPaths.register(), label: words[view.lang].desk.all }}
        >
          <RecordList items={rows.map((row) => itemOf(view, row, part, calendar))} />
        </Section>
      ))}
    </>
  ),
})

function itemOf(view: View, row: Listed, part: Part, calendar: WorkCalendar) {
  const say = words[view.lang]
  return {
    href: part === 'own' ? requestPaths.own(row.id) : requestPaths.one(row.id),
    title: `${codeOf(row)} ${row.subject ?? say.desk.unworded}`,
    lang: row.subject ? 'id' : view.lang,
    lines: [
      <StateTag of={row} view={view} />,
      <Deadline of={row} calendar={calendar} view={view} />,
      row.programme ? <Recorded lang="id">{row.programme}</Recorded> : say.register.general,
    ],
  }
}
