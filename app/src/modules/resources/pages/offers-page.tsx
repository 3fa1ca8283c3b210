import { Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { type OfferQuery, pageSize } from '../list-query.ts'
import type { OffersData } from '../load-offers.ts'
import { resourcePaths } from '../paths.ts'
import { resourceKinds, resourceStates } from '../resource.ts'
import { words } from '../words.ts'
import { Available, Quantity, StateTag } from './offer-parts.tsx'
import { LineTitle, overviewCrumb } from './parts.tsx'

type Props = { view: View; data: OffersData }
type Row = OffersData['rows'][number]

export function OffersPage({ view, data }: Props) {
  const { offer: say } = words[view.lang]
  const { programme, query, rows, total } = data
  const href = (changed: Partial<OfferQuery>) => resourcePaths.offers(programme.slug, { ...query, page: 1, ...changed })
  const acts = [
    {
      id: 'offer',
      href: resourcePaths.newOffer(programme.slug),
      label: say.offer.title,
      verdict: data.may,
      primary: true,
    },
  ]
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={say.title}
      lead={say.lead}
      crumbs={[overviewCrumb(view, programme)]}
    >
      {view.person ? <Acts view={view} acts={acts} /> : null}
      <Tools view={view} data={data} />
      {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
      <div class="mf-panel">
        <Table
          caption={say.title}
          rows={rows}
          columns={columnsOf(view, programme.slug)}
          sort={{ by: query.sort, dir: query.dir, href: (by, dir) => href({ sort: by as OfferQuery['sort'], dir }) }}
          empty={<None view={view} query={query} />}
        />
      </div>
      <StubCounts withheld={data.withheld} />
      <Pagination page={query.page} size={pageSize} total={total} href={(page) => href({ page })} />
    </BelowProgramme>
  )
}

function Tools({ view, data }: Props) {
  const { offer: say } = words[view.lang]
  const { programme, query, parties } = data
  return (
    <ListTools
      action={resourcePaths.offers(programme.slug)}
      label={say.search}
      q={query.q}
      hidden={query.sort === 'title' ? {} : { sort: query.sort, dir: query.dir }}
      filters={[
        {
          name: 'kind',
          label: say.kind,
          value: query.kind,
          options: resourceKinds.map((value) => ({ value, label: say.kinds[value] })),
        },
        {
          name: 'owner',
          label: say.owner,
          value: query.owner,
          options: parties.map((one) => ({ value: one.organisationId, label: one.name })),
        },
        {
          name: 'state',
          label: say.state,
          value: query.state,
          options: resourceStates.map((value) => ({ value, label: say.states[value] })),
        },
      ]}
    />
  )
}

function None({ view, query }: { view: View; query: OfferQuery }) {
  const { offer: say, noneFoundRule } = words[view.lang]
  if (query.q || query.kind || query.owner || query.state) return <Empty title={say.noneFound}>{noneFoundRule}</Empty>
  return <Empty title={say.none}>{say.noneRule}</Empty>
}

function columnsOf(view: View, slug: string): Column<Row>[] {
  const { offer: say } = words[view.lang]
  return [
    {
      label: say.one,
      head: true,
      sort: 'title',
      cell: (row) => (
        <a class="govuk-link" href={resourcePaths.offer(slug, row.id)}>
          <LineTitle of={row} />
        </a>
      ),
    },
    { label: say.kind, cell: (row) => say.kinds[row.kind] },
    { label: say.owner, sort: 'owner', cell: (row) => <Recorded lang="id">{row.owner}</Recorded> },
    { label: say.quantity, sort: 'quantity', cell: (row) => <Quantity of={row} /> },
    { label: say.from, sort: 'available_from', cell: (row) => <Available of={row} /> },
    { label: say.state, plain: true, cell: (row) => <StateTag of={row} /> },
  ]
}
