import type { Verdict } from '#kernel/reason.ts'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { isDissolved, organisationKinds } from '../organisation.ts'
import { directoryPaths } from '../paths.ts'
import type { OrganisationsData } from '../read-organisations.ts'
import { words } from '../words.ts'
import { peopleWords } from '../words-people.ts'
import { territoryWords } from '../words-territories.ts'

type Row = OrganisationsData['rows'][number]
export const listSize = 25

export function OrganisationsPage({ view, data }: { view: View; data: OrganisationsData }) {
  const say = words[view.lang]
  const { filter, total } = data
  const href = (change: Record<string, string>) => addressOf(data, change)
  const narrowed = Boolean(filter.q || filter.kind || filter.area || filter.state)
  return (
    <Page view={view} title={say.organisations} breadcrumbs={[]} example={data.example}>
      <h1 class="govuk-heading-xl">{say.organisations}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <Elsewhere view={view} />
      <Tools view={view} data={data} />
      <Shown page={filter.page} size={listSize} total={total} />
      <div class="mf-panel">
        <Table
          caption={say.organisations}
          rows={data.rows}
          columns={columnsOf(view)}
          sort={{ by: filter.sort, dir: filter.dir, href: (sort, dir) => href({ sort, dir, page: '1' }) }}
          empty={
            narrowed ? (
              <Empty title={say.none}>{say.noneRule}</Empty>
            ) : (
              <Empty title={say.noneYet}>{say.noneYetRule}</Empty>
            )
          }
        />
      </div>
      <Pagination page={filter.page} size={listSize} total={total} href={(page) => href({ page: String(page) })} />
      <Acts view={view} may={data.mayAdd} />
    </Page>
  )
}

/** The address of this list with something changed; what stands at its default is left out. */
function addressOf({ filter }: OrganisationsData, change: Record<string, string>): string {
  const { q, kind, area, state, sort, dir, page } = filter
  const all: Record<string, string> = { q, kind, area, state, sort, dir, page: String(page), ...change }
  const defaults: Record<string, string> = { sort: 'name', dir: 'asc', page: '1' }
  const said = Object.entries(all).filter(([name, value]) => value !== '' && value !== defaults[name])
  const query = new URLSearchParams(said).toString()
  return directoryPaths.organisations() + (query ? `?${query}` : '')
}

/** The other lists of the directory. */
function Elsewhere({ view }: { view: View }) {
  const links = [
    { href: directoryPaths.people(), label: peopleWords[view.lang].people },
    { href: directoryPaths.skills(), label: peopleWords[view.lang].knows },
    { href: directoryPaths.territories(), label: territoryWords[view.lang].title },
  ]
  return (
    <p class="govuk-body mf-actions">
      {links.map((link) => (
        <a class="govuk-link mf-more" href={link.href}>
          {link.label}
        </a>
      ))}
    </p>
  )
}

/** What the keepers of the directory may do with the list. */
function Acts({ view, may }: { view: View; may: Verdict }) {
  const say = words[view.lang]
  if (!view.person) return null
  if (may !== true)
    return (
      <DisabledButton id="add-organisation" reason={may.text(view.lang)}>
        {say.add}
      </DisabledButton>
    )
  return (
    <div class="mf-actions mf-actions--end">
      <ButtonLink href={directoryPaths.newOrganisation()}>{say.add}</ButtonLink>
      <ButtonLink secondary href={directoryPaths.importing()}>
        {say.import}
      </ButtonLink>
      <ButtonLink secondary href={directoryPaths.duplicates()}>
        {say.duplicates}
      </ButtonLink>
    </div>
  )
}

function Tools({ view, data }: { view: View; data: OrganisationsData }) {
  const say = words[view.lang]
  const { filter, areas } = data
  const { sort, dir } = filter
  return (
    <ListTools
      action={directoryPaths.organisations()}
      label={say.search}
      q={filter.q}
      hidden={sort === 'name' && dir === 'asc' ? {} : { sort, dir }}
      filters={[
        {
          name: 'kind',
          label: say.kind,
          value: filter.kind,
          options: organisationKinds.map((kind) => ({ value: kind, label: say.kinds[kind] })),
        },
        ...(areas.length > 0 ? [{ name: 'area', label: say.area, value: filter.area, options: areas }] : []),
        {
          name: 'state',
          label: say.state,
          value: filter.state,
          options: [
            { value: 'active', label: say.states.active },
            { value: 'dissolved', label: say.states.dissolved },
          ],
        },
      ]}
    />
  )
}

function columnsOf(view: View): Column<Row>[] {
  const say = words[view.lang]
  return [
    { label: say.name, head: true, sort: 'name', cell: (row) => <Name view={view} row={row} /> },
    { label: say.kind, sort: 'kind', cell: (row) => say.kinds[row.kind] },
    { label: say.area, cell: (row) => row.territory ?? <span class="mf-muted">{say.none_}</span> },
    { label: say.people, numeric: true, cell: (row) => formatNumber(view.lang, row.people) },
    { label: say.newest, sort: 'new', cell: (row) => <Time at={row.created_at.toISOString().slice(0, 10)} /> },
  ]
}

function Name({ view, row }: { view: View; row: Row }) {
  const say = words[view.lang]
  const found = row.foundBy.slice(0, 2)
  return (
    <>
      <a class="govuk-link" href={directoryPaths.organisation(row.id)}>
        <Recorded lang={row.lang}>{row.name}</Recorded>
      </a>
      {row.acronym ? <span class="mf-muted"> ({row.acronym})</span> : null}
      {isDissolved(row, view.today) ? (
        <>
          {' '}
          <Tag sign="stop" tone="grey">
            {say.dissolved}
          </Tag>
        </>
      ) : null}
      {row.parent ? <span class="mf-score__q">{row.parent}</span> : null}
      {found.map(({ name, kind }) => (
        <span class="mf-score__q">{kind === 'former' ? say.formerly(name) : say.alsoKnown(name)}</span>
      ))}
    </>
  )
}
