import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Num, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { fileKinds } from '../file-kind.ts'
import type { ListData, Placed } from '../loads.ts'
import { documentPaths } from '../paths.ts'
import { words } from '../words.ts'
import { DocumentTags, DocumentTitle, sizeWords } from './parts.tsx'

const size = 25

export function ListPage({ view, data }: { view: View; data: ListData }) {
  const say = words[view.lang]
  const { programme, rows, total, query } = data
  const base = documentPaths.list(programme.slug)
  const href = (change: Partial<typeof query>) => {
    const asked = { ...query, page: 1, ...change }
    const said = Object.entries(asked).filter(([name, value]) => value !== '' && !(name === 'page' && value === 1))
    const kept = Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
    return `${base}?${new URLSearchParams(kept)}`
  }
  const narrowed = query.q !== '' || query.kind !== ''
  return (
    <BelowProgramme view={view} programme={programme} title={say.list} lead={say.listLead}>
      <ListTools
        action={base}
        label={say.search}
        q={query.q}
        hidden={query.sort ? { sort: query.sort, dir: query.dir } : {}}
        filters={[
          {
            name: 'kind',
            label: say.kind,
            value: query.kind,
            options: fileKinds.map((value) => ({ value, label: say.kinds[value] })),
          },
        ]}
      />
      <Shown page={query.page} size={size} total={total} />
      <div class="mf-panel">
        <Table
          caption={say.list}
          rows={rows}
          columns={columnsOf(view)}
          sort={{ by: query.sort, dir: query.dir, href: (by, dir) => href({ sort: by as typeof query.sort, dir }) }}
          empty={
            <Empty title={narrowed ? say.noneFound : say.empty}>{narrowed ? say.noneFoundRule : say.emptyRule}</Empty>
          }
        />
      </div>
      <StubCounts withheld={data.withheld} />
      <Pagination page={query.page} size={size} total={total} href={(page) => href({ page })} />
    </BelowProgramme>
  )
}

function columnsOf(view: View): Column<Placed>[] {
  const say = words[view.lang]
  return [
    {
      label: say.columns.title,
      head: true,
      sort: 'title',
      cell: (row) => (
        <>
          <DocumentTitle document={row} />
          <DocumentTags view={view} document={row} />
        </>
      ),
    },
    { label: say.columns.on, cell: ({ place }) => (place ? <PlaceLink view={view} place={place} /> : '–') },
    { label: say.columns.by, cell: (row) => row.organisation },
    { label: say.columns.at, sort: 'at', cell: (row) => <Time at={row.added_at.slice(0, 10)} /> },
    {
      label: say.columns.size,
      sort: 'size',
      numeric: true,
      cell: (row) => <Num>{`${say.kinds[row.kind]}, ${sizeWords(view.lang, row.size)}`}</Num>,
    },
  ]
}

export function PlaceLink({ view, place }: { view: View; place: NonNullable<Placed['place']> }) {
  const english = view.lang === 'en' && place.title_en
  return (
    <a class="govuk-link" href={place.href}>
      <Recorded lang={english ? 'en' : place.lang}>{english ? place.title_en : place.title}</Recorded>
    </a>
  )
}
