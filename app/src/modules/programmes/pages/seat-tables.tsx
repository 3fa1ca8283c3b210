import { directoryPaths } from '#modules/directory/paths.ts'
import type { Child } from '#ui/jsx/element.ts'
import { formatNumber } from '#ui/language.ts'
import { type Column, type Sort, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { type SeatRow, shortName } from '../party.ts'
import { programmePaths } from '../paths.ts'
import { inLanguageOf } from '../programme.ts'
import type { RoleState } from '../vacancy.ts'
import { words } from '../words.ts'

/** A required role with the people who hold it. */
export type RoleLine = RoleState & { holders: string[] }

export function RolesTable({ roles, view }: { roles: RoleLine[]; view: View }) {
  const say = words[view.lang].seats
  return (
    <Table
      caption={say.required}
      rows={roles}
      columns={[
        { label: say.role, head: true, cell: ({ role }) => <RoleTitle role={role} view={view} /> },
        { label: say.person, plain: true, cell: (state) => <Holder state={state} view={view} /> },
      ]}
    />
  )
}

function RoleTitle({ role, view }: { role: RoleState['role']; view: View }) {
  const title = inLanguageOf(view.lang, { own: role.title, en: role.title_en, lang: role.lang })
  return <Recorded lang={title.lang}>{title.text}</Recorded>
}

function Holder({ state, view }: { state: RoleLine; view: View }) {
  const say = words[view.lang].seats
  if (state.filled) return <>{state.holders.join(', ') || <span class="mf-muted">{say.heldElsewhere}</span>}</>
  return (
    <>
      <Tag sign="open" tone="orange">
        {say.vacantSince(formatNumber(view.lang, state.workingDays))}
      </Tag>{' '}
      <span class="mf-small mf-muted">
        {say.vacantFrom} <Time at={state.vacantSince!} />
      </span>
    </>
  )
}

type SeatTableProps = {
  caption: string
  seats: SeatRow[]
  view: View
  /** Set for the coordination team: its way to end a seat. */
  slug?: string
  sort?: Sort
  empty?: Child
}

export function SeatTable({ caption, seats, view, slug, sort, empty }: SeatTableProps) {
  const say = words[view.lang].seats
  const columns: Column<SeatRow>[] = [
    { label: say.person, head: true, sort: 'person', cell: (seat) => <PersonLink seat={seat} /> },
    { label: say.party, sort: 'party', cell: (seat) => shortName({ name: seat.organisation, acronym: seat.acronym }) },
    { label: say.role, sort: 'role', cell: (seat) => say.roles[seat.role] },
    { label: say.task, cell: (seat) => seat.required_role ?? '–' },
    { label: say.from, sort: 'from', cell: (seat) => <Span seat={seat} view={view} /> },
  ]
  if (slug)
    columns.push({ label: say.end, plain: true, cell: (seat) => <EndLink seat={seat} view={view} slug={slug} /> })
  return <Table caption={caption} rows={seats} columns={columns} sort={sort} empty={empty} />
}

function PersonLink({ seat }: { seat: SeatRow }) {
  return (
    <a class="govuk-link" href={directoryPaths.person(seat.person_id)}>
      {seat.person}
    </a>
  )
}

function Span({ seat, view }: { seat: SeatRow; view: View }) {
  return (
    <>
      <Time at={seat.first_day} />
      {seat.last_day ? (
        <>
          {' '}
          {words[view.lang].seats.to.toLowerCase()} <Time at={seat.last_day} />
        </>
      ) : null}
    </>
  )
}

function EndLink({ seat, view, slug }: { seat: SeatRow; view: View; slug: string }) {
  if (seat.last_day) return null
  return (
    <a class="govuk-link" href={programmePaths.seatEnd(slug, seat.id)}>
      {words[view.lang].seats.end}
      <span class="govuk-visually-hidden">: {seat.person}</span>
    </a>
  )
}
