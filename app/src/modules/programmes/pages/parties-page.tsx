import type { Verdict } from '#kernel/reason.ts'
import { directoryPaths } from '#modules/directory/paths.ts'
import { Empty } from '#ui/empty.tsx'
import { History } from '#ui/history.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { Listed } from '../paging.ts'
import { type PartyChange, type PartyFigures, type PartyRow, partyRoles } from '../party.ts'
import { programmePaths } from '../paths.ts'
import type { ProgrammeHead } from '../public.ts'
import { words } from '../words.ts'
import { sortOf, withQuery } from './address.ts'
import { Acts, BelowProgramme } from './below-programme.tsx'

export type PartyLine = PartyRow & Omit<PartyFigures, 'organisation_id'>
export type PartiesData = {
  programme: ProgrammeHead
  list: Listed<PartyLine>
  former: PartyRow[]
  changes: (PartyChange & { name: string })[]
  query: { q: string; role: string; sort: string; dir: 'asc' | 'desc' }
}

type Props = { data: PartiesData; view: View /** Undefined for readers without a seat. */; manage?: Verdict }

export function PartiesPage({ data, view, manage }: Props) {
  const say = words[view.lang].parties
  const { programme, list, former, changes, query } = data
  const path = programmePaths.parties(programme.slug)
  const invite = {
    id: 'alasan-undang',
    href: programmePaths.newParty(programme.slug),
    label: say.invite,
    primary: true,
  }
  const roles = partyRoles.map((value) => ({ value, label: say.roles[value] }))
  return (
    <BelowProgramme view={view} programme={programme} title={say.title} lead={say.lead}>
      {manage === undefined ? null : <Acts view={view} acts={[{ ...invite, verdict: manage }]} />}
      <ListTools
        action={path}
        label={say.search}
        q={query.q}
        filters={[{ name: 'role', label: say.role, value: query.role, options: roles }]}
        hidden={query.sort ? { sort: query.sort, dir: query.dir } : {}}
      />
      <Shown {...list} />
      <Table
        caption={say.title}
        rows={list.rows}
        columns={columnsOf(view, programme.slug, manage === true)}
        sort={sortOf(path, query)}
        empty={<Empty title={say.noneFound} />}
      />
      <Pagination {...list} href={(page) => withQuery(path, { ...query, page })} />
      {former.length > 0 ? <Former parties={former} view={view} /> : null}
      {changes.length > 0 ? <Changes changes={changes} view={view} /> : null}
    </BelowProgramme>
  )
}

function columnsOf(view: View, slug: string, acts: boolean): Column<PartyLine>[] {
  const say = words[view.lang].parties
  const number = (count: number) => formatNumber(view.lang, count)
  const columns: Column<PartyLine>[] = [
    { label: say.name, head: true, sort: 'name', cell: (party) => <PartyName party={party} /> },
    { label: say.role, sort: 'role', cell: (party) => say.roles[party.role] },
    { label: say.since, sort: 'since', cell: (party) => <Span party={party} view={view} /> },
    {
      label: say.people,
      numeric: true,
      sort: 'people',
      cell: (party) => <PeopleOf party={party} slug={slug} text={number(party.people)} />,
    },
    {
      label: say.promised,
      numeric: true,
      sort: 'commitments',
      cell: (party) => <Promised party={party} slug={slug} view={view} />,
    },
  ]
  if (!acts) return columns
  return [...columns, { label: words[view.lang].page.manage, plain: true, cell: (party) => actsOf(party, view, slug) }]
}

function PartyName({ party }: { party: PartyRow }) {
  return (
    <>
      <a class="govuk-link" href={directoryPaths.organisation(party.organisation_id)}>
        <Recorded lang={party.lang}>{party.name}</Recorded>
      </a>
      {party.acronym ? <span class="mf-muted"> ({party.acronym})</span> : null}
    </>
  )
}

/** Those with a seat for the party. */
function PeopleOf({ party, slug, text }: { party: PartyLine; slug: string; text: string }) {
  if (party.people === 0) return <>{text}</>
  return (
    <a class="govuk-link" href={withQuery(programmePaths.seats(slug), { q: party.name })}>
      {text}
      <span class="govuk-visually-hidden">: {party.name}</span>
    </a>
  )
}

function Span({ party, view }: { party: PartyRow; view: View }) {
  return (
    <>
      <Time at={party.since} />
      {party.until ? (
        <>
          {' '}
          {words[view.lang].parties.until.toLowerCase()} <Time at={party.until} />
        </>
      ) : null}
    </>
  )
}

function Promised({ party, slug, view }: { party: PartyLine; slug: string; view: View }) {
  if (party.commitments === 0) return <>0</>
  return (
    <a class="govuk-link" href={withQuery(programmePaths.commitments(slug), { party: party.organisation_id })}>
      {formatNumber(view.lang, party.commitments)}
      <span class="govuk-visually-hidden">: {party.name}</span>
    </a>
  )
}

function actsOf(party: PartyLine, view: View, slug: string) {
  const say = words[view.lang].parties
  if (party.until) return null
  const about = <span class="govuk-visually-hidden">: {party.name}</span>
  return (
    <>
      <a class="govuk-link" href={programmePaths.partyRole(slug, party.organisation_id)}>
        {say.changeRole}
        {about}
      </a>
      {' · '}
      <a class="govuk-link" href={programmePaths.withdrawal(slug, party.organisation_id)}>
        {say.withdraw}
        {about}
      </a>
    </>
  )
}

function Former({ parties, view }: { parties: PartyRow[]; view: View }) {
  const say = words[view.lang].parties
  return (
    <Section id="h-pernah" title={say.former}>
      <Table
        caption={say.former}
        rows={parties}
        columns={[
          { label: say.name, head: true, cell: (party) => <PartyName party={party} /> },
          { label: say.role, cell: (party) => say.roles[party.role] },
          { label: say.since, cell: (party) => <Time at={party.since} /> },
          { label: say.until, cell: (party) => (party.until ? <Time at={party.until} /> : null) },
        ]}
      />
    </Section>
  )
}

function Changes({ changes, view }: { changes: PartiesData['changes']; view: View }) {
  const say = words[view.lang].parties
  return (
    <Section id="h-peran" title={say.changes}>
      <History
        events={changes.map((change) => ({
          at: change.on_day,
          what: change.name,
          who: sentence(change, view),
          more: change.reason ? <Recorded lang={change.lang}>{change.reason}</Recorded> : undefined,
        }))}
      />
    </Section>
  )
}

function sentence({ from_role, to_role }: PartyChange, view: View): string {
  const say = words[view.lang].parties
  if (to_role === null) return say.left
  if (from_role === null) return say.joined(say.roles[to_role])
  return say.becameRole(say.roles[from_role], say.roles[to_role])
}
