import type { Withheld } from '#kernel/withheld.ts'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { formatNumber } from '#ui/language.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import type { View } from '#ui/view.ts'
import type { CommitmentRow, CommitmentTally } from '../commitment.ts'
import type { NamedEvent } from '../happening.ts'
import type { SeatRow } from '../party.ts'
import { programmePaths } from '../paths.ts'
import type { SectionView } from '../standing.ts'
import { words } from '../words.ts'
import { CommitmentTable, KeptOfDue } from './commitment-table.tsx'
import { EventList } from './event-list.tsx'
import { type RoleLine, RolesTable, SeatTable } from './seat-tables.tsx'

export type CommitmentsPart = { rows: CommitmentRow[]; tally: CommitmentTally; withheld: Withheld }

export function commitmentsSection({ rows, tally, withheld }: CommitmentsPart, view: View, slug: string): SectionView {
  const say = words[view.lang].commitments
  return {
    intro: <KeptOfDue tally={tally} view={view} slug={slug} />,
    more: { href: programmePaths.commitments(slug), label: say.more },
    count: tally.all,
    body: (
      <>
        {rows.length === 0 ? (
          <Empty title={say.none}>{say.noneRule}</Empty>
        ) : (
          <CommitmentTable rows={rows} view={view} slug={slug} />
        )}
        <StubCounts withheld={withheld} />
      </>
    ),
  }
}

export type TeamPart = { team: SeatRow[]; roles: RoleLine[] }

export function teamSection({ team, roles }: TeamPart, view: View, slug: string): SectionView {
  const { page } = words[view.lang]
  const filled = roles.filter((state) => state.filled).length
  const number = (count: number) => formatNumber(view.lang, count)
  return {
    intro:
      roles.length > 0 ? (
        <LinkedText
          text={page.teamIntro(number(filled), number(roles.length))}
          hrefs={[`${programmePaths.seats(slug)}#h-wajib`]}
        />
      ) : undefined,
    more: { href: programmePaths.seats(slug), label: page.teamMore },
    body: roles.length > 0 ? <RolesTable roles={roles} view={view} /> : <Team team={team} view={view} />,
  }
}

function Team({ team, view }: { team: SeatRow[]; view: View }) {
  if (team.length === 0) return <Empty title={words[view.lang].page.noTeam} />
  return <SeatTable caption={words[view.lang].page.team} seats={team} view={view} />
}

export function historySection(events: NamedEvent[], view: View, slug: string): SectionView {
  const { page, history } = words[view.lang]
  return {
    more: { href: programmePaths.history(slug), label: page.historyMore },
    body: events.length > 0 ? <EventList events={events} /> : <Empty title={history.none} />,
  }
}
