import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Num, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { pageSize, type RegisterQuery } from '../list-query.ts'
import type { RegisterData } from '../loads.ts'
import { requestPaths } from '../paths.ts'
import { codeOf, states } from '../request.ts'
import { words } from '../words.ts'
import { CalendarNote, Deadline, StateTag } from './parts.tsx'

type Row = RegisterData['rows'][number]

export function RegisterPage({ view, data }: { view: View; data: RegisterData }) {
  const all = words[view.lang]
  const say = all.register
  const { rows, total, tally, query } = data
  const count = (value: number) => formatNumber(view.lang, value)
  const href = (changed: Partial<RegisterQuery>) => requestPaths.register({ ...query, page: 1, ...changed })
  return (
    <Page
      view={view}
      title={say.title}
      breadcrumbs={[]}
      description={say.lead}
      example={rows.some((row) => row.example)}
    >
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body">{say.tally(count(tally.all), count(tally.waiting), count(tally.overdue))}</p>
      <div class="mf-actions govuk-section-break--m">
        <ButtonLink href={requestPaths.new(query.programme || undefined)}>{say.ask}</ButtonLink>
        <ButtonLink secondary href={requestPaths.find()}>
          {say.follow}
        </ButtonLink>
        <a class="govuk-link" href={requestPaths.answers()}>
          {say.answers}
        </a>
        <a class="govuk-link" href={requestPaths.rules()}>
          {say.rules}
        </a>
      </div>
      <ListTools
        action={requestPaths.register()}
        label={say.search}
        q={query.q}
        hidden={keptIn(query)}
        filters={[
          {
            name: 'state',
            label: say.state,
            value: query.state,
            options: (['overdue', ...states] as const).map((value) => ({ value, label: all.state[value] })),
          },
        ]}
      />
      {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
      <div class="mf-panel">
        <Table
          caption={say.title}
          rows={rows}
          columns={columnsOf(view, data)}
          sort={{
            by: data.sort,
            dir: data.dir,
            href: (sort, dir) => href({ sort: sort as RegisterQuery['sort'], dir }),
          }}
          empty={<None view={view} query={query} />}
        />
      </div>
      <Pagination page={query.page} size={pageSize} total={total} href={(page) => href({ page })} />
      <CalendarNote version={data.calendar.version} view={view} />
    </Page>
  )
}

function keptIn({ sort, dir, programme }: RegisterQuery): Record<string, string> {
  return Object.fromEntries(Object.entries({ sort, dir, programme }).filter(([, value]) => value !== ''))
}

function None({ view, query }: { view: View; query: RegisterQuery }) {
  const say = words[view.lang].register
  if (query.q || query.state) return <Empty title={say.noneFound}>{say.noneFoundRule}</Empty>
  return (
    <Empty title={say.none} action={{ href: requestPaths.new(), label: say.ask }}>
      {say.noneRule}
    </Empty>
  )
}

function columnsOf(view: View, data: RegisterData): Column<Row>[] {
  const say = words[view.lang].register
  return [
    {
      label: say.subject,
      head: true,
      cell: (row) => (
        <>
          <span class="mf-muted">
            <Num>{codeOf(row)}</Num>{' '}
          </span>
          <a class="govuk-link" href={requestPaths.one(row.id)}>
            {row.subject ? <Recorded lang="id">{row.subject}</Recorded> : say.unworded}
          </a>
        </>
      ),
    },
    {
      label: say.programme,
      cell: (row) => (row.programme ? <Recorded lang="id">{row.programme}</Recorded> : say.general),
    },
    { label: say.received, sort: 'received', cell: (row) => <Time at={row.received_on} /> },
    { label: say.due, sort: 'due', cell: (row) => <Deadline of={row} calendar={data.calendar} view={view} /> },
    { label: say.state, plain: true, sort: 'state', cell: (row) => <StateTag of={row} view={view} /> },
  ]
}
