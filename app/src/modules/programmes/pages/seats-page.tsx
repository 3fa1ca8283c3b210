import type { Verdict } from '#kernel/reason.ts'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import type { View } from '#ui/view.ts'
import type { Listed } from '../paging.ts'
import type { SeatRow } from '../party.ts'
import { programmePaths } from '../paths.ts'
import type { ProgrammeHead } from '../public.ts'
import { words } from '../words.ts'
import { sortOf, withQuery } from './address.ts'
import { Acts, BelowProgramme } from './below-programme.tsx'
import { type RoleLine, RolesTable, SeatTable } from './seat-tables.tsx'

export type SeatsData = {
  programme: ProgrammeHead
  list: Listed<SeatRow>
  former: SeatRow[]
  roles: RoleLine[]
  query: { q: string; sort: string; dir: 'asc' | 'desc' }
}

/** `manage`: may this person give and end seats? Undefined for readers without a seat. */
export function SeatsPage({ data, view, manage }: { data: SeatsData; view: View; manage?: Verdict }) {
  const say = words[view.lang].seats
  const { programme, list, former, query } = data
  const path = programmePaths.seats(programme.slug)
  const give = { id: 'alasan-kursi', href: programmePaths.newSeat(programme.slug), label: say.give, primary: true }
  return (
    <BelowProgramme view={view} programme={programme} title={say.title} lead={say.lead}>
      {manage === undefined ? null : <Acts view={view} acts={[{ ...give, verdict: manage }]} />}
      <Required roles={data.roles} view={view} />
      <Section id="h-orang" title={say.byParty}>
        <ListTools
          action={path}
          label={say.search}
          q={query.q}
          hidden={query.sort ? { sort: query.sort, dir: query.dir } : {}}
        />
        <Shown {...list} />
        <SeatTable
          caption={say.byParty}
          seats={list.rows}
          view={view}
          slug={manage === true ? programme.slug : undefined}
          sort={sortOf(path, query)}
          empty={<Empty title={say.none} />}
        />
        <Pagination {...list} href={(page) => withQuery(path, { ...query, page })} />
      </Section>
      {former.length > 0 ? (
        <Section id="h-kursi-lama" title={say.former}>
          <SeatTable caption={say.former} seats={former} view={view} />
        </Section>
      ) : null}
    </BelowProgramme>
  )
}

/** What the charter requires, and since when nobody holds it. */
function Required({ roles, view }: { roles: RoleLine[]; view: View }) {
  const say = words[view.lang].seats
  const vacant = roles.filter((state) => !state.filled).length
  const number = (count: number) => formatNumber(view.lang, count)
  const intro = vacant === 0 ? say.requiredFull : say.requiredIntro(number(vacant), number(roles.length))
  return (
    <Section id="h-wajib" title={say.required} intro={roles.length === 0 ? undefined : intro}>
      {roles.length === 0 ? <Empty title={say.noRequired} /> : <RolesTable roles={roles} view={view} />}
    </Section>
  )
}
