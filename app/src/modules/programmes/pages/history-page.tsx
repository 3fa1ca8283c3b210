import type { Withheld } from '#kernel/withheld.ts'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import type { View } from '#ui/view.ts'
import type { NamedEvent } from '../happening.ts'
import type { Listed } from '../paging.ts'
import { programmePaths } from '../paths.ts'
import type { ProgrammeHead } from '../public.ts'
import { words } from '../words.ts'
import { withQuery } from './address.ts'
import { BelowProgramme } from './below-programme.tsx'
import { EventList } from './event-list.tsx'

export type HistoryData = { programme: ProgrammeHead; list: Listed<NamedEvent>; q: string; withheld: Withheld }

export function HistoryPage({ data: { programme, list, q, withheld }, view }: { data: HistoryData; view: View }) {
  const say = words[view.lang].history
  const path = programmePaths.history(programme.slug)
  return (
    <BelowProgramme view={view} programme={programme} title={say.title} lead={say.lead}>
      <ListTools action={path} label={say.search} q={q} />
      <Shown {...list} />
      {list.rows.length > 0 ? <EventList events={list.rows} /> : <Empty title={q ? say.noneFound : say.none} />}
      <Pagination {...list} href={(page) => withQuery(path, { q, page })} />
      <StubCounts withheld={withheld} />
    </BelowProgramme>
  )
}
