import { Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Num, Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { remaining } from '../budget-line.ts'
import { type LineQuery, pageSize } from '../list-query.ts'
import type { LinesData } from '../load-lines.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'
import { Absorbed, Amount, InRupiah, LineTitle, overviewCrumb } from './parts.tsx'

type Props = { view: View; data: LinesData }
type Row = LinesData['rows'][number]

export function LinesPage({ view, data }: Props) {
  const say = words[view.lang]
  const { programme, query, rows, total } = data
  const href = (changed: Partial<LineQuery>) => resourcePaths.lines(programme.slug, { ...query, page: 1, ...changed })
  const acts = [
    {
      id: 'plan',
      href: resourcePaths.newLine(programme.slug),
      label: say.plan.title,
      verdict: data.may,
      primary: true,
    },
  ]
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={say.lines}
      lead={say.linesLead}
      crumbs={[overviewCrumb(view, programme)]}
    >
      {view.person ? <Acts view={view} acts={acts} /> : null}
      <Tools view={view} data={data} />
      {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
      <InRupiah />
      <div class="mf-panel">
        <Table
          caption={say.lines}
          rows={rows}
          columns={columnsOf(view, programme.slug)}
          sort={{ by: query.sort, dir: query.dir, href: (by, dir) => href({ sort: by as LineQuery['sort'], dir }) }}
          empty={<None view={view} query={query} />}
        />
      </div>
      <StubCounts withheld={data.withheld} />
      <Pagination page={query.page} size={pageSize} total={total} href={(page) => href({ page })} />
    </BelowProgramme>
  )
}

function Tools({ view, data }: Props) {
  const say = words[view.lang]
  const { programme, query, years, sources, parties, territories } = data
  const places = territories.map((one) => ({
    value: one.code,
    label: (view.lang === 'en' ? one.name_en : null) ?? one.name,
  }))
  return (
    <ListTools
      action={resourcePaths.lines(programme.slug)}
      label={say.search}
      q={query.q}
      hidden={query.sort === 'code' ? {} : { sort: query.sort, dir: query.dir }}
      filters={[
        {
          name: 'year',
          label: say.year,
          value: String(query.year),
          options: years.map((year) => ({ value: String(year), label: String(year) })),
        },
        {
          name: 'source',
          label: say.groups.source,
          value: query.source,
          options: sources.map((one) => ({ value: one.id, label: one.name })),
        },
        {
          name: 'agency',
          label: say.groups.agency,
          value: query.agency,
          options: parties.map((one) => ({ value: one.organisationId, label: one.name })),
        },
        {
          name: 'territory',
          label: say.groups.territory,
          value: query.territory,
          options: [{ value: '-', label: say.wholeProgramme }, ...places],
        },
      ]}
    />
  )
}

function None({ view, query }: { view: View; query: LineQuery }) {
  const say = words[view.lang]
  const narrowed = query.q || query.year || query.source || query.agency || query.territory
  if (narrowed) return <Empty title={say.noneFound}>{say.noneFoundRule}</Empty>
  return <Empty title={say.none}>{say.noneRule}</Empty>
}

function columnsOf(view: View, slug: string): Column<Row>[] {
  const say = words[view.lang]
  return [
    {
      label: say.line,
      head: true,
      sort: 'title',
      cell: (row) => (
        <>
          <a class="govuk-link" href={resourcePaths.line(slug, row.id)}>
            <LineTitle of={row} />
          </a>
          <span class="mf-small mf-muted mf-after">
            <Num>{row.code}</Num> {String(row.fiscal_year)}
          </span>
        </>
      ),
    },
    { label: say.source, cell: (row) => <Recorded lang="id">{row.source}</Recorded> },
    { label: say.agency, cell: (row) => <Recorded lang="id">{row.agency}</Recorded> },
    { label: say.planned, numeric: true, sort: 'planned', cell: (row) => <Amount of={row.planned} /> },
    { label: say.revised, numeric: true, sort: 'revised', cell: (row) => <Amount of={row.revised} /> },
    { label: say.realised, numeric: true, sort: 'realised', cell: (row) => <Amount of={row.realised} /> },
    { label: say.remaining, numeric: true, cell: (row) => <Amount of={remaining(row)} /> },
    { label: say.absorbed, numeric: true, cell: (row) => <Absorbed of={row} /> },
  ]
}
