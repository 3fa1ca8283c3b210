import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { escalationStates } from '../escalation.ts'
import { type ListQuery, pageSize } from '../list-query.ts'
import type { ListData } from '../loads.ts'
import { escalationPaths } from '../paths.ts'
import { words } from '../words.ts'
import { StateTag } from './parts.tsx'

type Row = ListData['rows'][number]

export function EscalationsPage({ view, data }: { view: View; data: ListData }) {
  const { lang } = view
  const say = words[lang]
  const { programme, query, rows, total, tally } = data
  const count = (value: number) => formatNumber(lang, value)
  const href = (changed: Partial<ListQuery>) => escalationPaths.list(programme.slug, { ...query, page: 1, ...changed })
  return (
    <BelowProgramme view={view} programme={programme} title={say.title} lead={say.lead}>
      {tally.all > 0 ? <p class="govuk-body">{say.tally(count(tally.open), count(tally.all))}</p> : null}
      <Raise view={view} data={data} />
      <ListTools
        action={escalationPaths.list(programme.slug)}
        label={say.search}
        q={query.q}
        hidden={query.sort === 'raised' ? {} : { sort: query.sort, dir: query.dir }}
        filters={[
          {
            name: 'state',
            label: say.state,
            value: query.state,
            options: escalationStates.map((value) => ({ value, label: say.states[value] })),
          },
        ]}
      />
      {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
      <div class="mf-panel">
        <Table
          caption={say.title}
          rows={rows}
          columns={columnsOf(view)}
          sort={{ by: query.sort, dir: query.dir, href: (by, dir) => href({ sort: by as ListQuery['sort'], dir }) }}
          empty={<None view={view} query={query} />}
        />
      </div>
      <StubCounts withheld={data.withheld} />
      <Pagination page={query.page} size={pageSize} total={total} href={(page) => href({ page })} />
    </BelowProgramme>
  )
}

function Raise({ view, data }: { view: View; data: ListData }) {
  const label = words[view.lang].raise.title
  if (data.may === true) return <ButtonLink href={escalationPaths.raise(data.programme.slug)}>{label}</ButtonLink>
  if (!view.person) return null
  return (
    <DisabledButton id="raise" reason={data.may.text(view.lang)}>
      {label}
    </DisabledButton>
  )
}

function None({ view, query }: { view: View; query: ListQuery }) {
  const say = words[view.lang]
  if (query.q || query.state) return <Empty title={say.noneFound}>{say.noneFoundRule}</Empty>
  return <Empty title={say.none}>{say.noneRule}</Empty>
}

function columnsOf(view: View): Column<Row>[] {
  const say = words[view.lang]
  return [
    {
      label: say.question,
      head: true,
      sort: 'question',
      cell: (row) => (
        <a class="govuk-link" href={escalationPaths.one(row.id)}>
          <Recorded lang={row.lang}>{row.question}</Recorded>
        </a>
      ),
    },
    { label: say.owner, cell: (row) => <Recorded lang="id">{row.owner}</Recorded> },
    { label: say.asked, cell: (row) => <Recorded lang="id">{row.asked.join(', ')}</Recorded> },
    { label: say.raisedOn, sort: 'raised', cell: (row) => <Time at={row.raised_on} /> },
    { label: say.neededBy, sort: 'needed', cell: (row) => <Time at={row.needed_by} /> },
    { label: say.state, plain: true, cell: (row) => <StateTag of={row} today={view.today} /> },
  ]
}
