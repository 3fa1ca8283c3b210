import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Tabs } from '#ui/jump.tsx'
import { formatDateTime } from '#ui/language.ts'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import type { View } from '#ui/view.ts'
import type { Erasure } from '../erasure.ts'
import type { ListData } from '../loads.ts'
import { erasurePaths } from '../paths.ts'
import { pageSize } from '../query.ts'
import { words } from '../words.ts'
import { Due, StateTag } from './parts.tsx'

/** What waits for the information officer, due first. */
export function ErasuresPage({ view, data }: { view: View; data: ListData }) {
  const say = words[view.lang].list
  const { rows, total, query, now } = data
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <Tabs
        label={say.filter}
        current={erasurePaths.list({ state: query.state })}
        items={(['', 'waiting', 'decided'] as const).map((state) => ({
          href: erasurePaths.list({ state }),
          label: state === '' ? say.all : say[state],
        }))}
      />
      {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
      <div class="mf-panel">
        <Table
          caption={say.title}
          rows={rows}
          columns={columnsOf(view, now)}
          empty={<Empty title={say.none}>{say.noneRule}</Empty>}
        />
      </div>
      <Pagination
        page={query.page}
        size={pageSize}
        total={total}
        href={(page) => erasurePaths.list({ ...query, page })}
      />
    </Page>
  )
}

function columnsOf(view: View, now: Date): Column<Erasure>[] {
  const say = words[view.lang]
  return [
    {
      label: say.list.number,
      head: true,
      cell: (row) => (
        <a class="govuk-link" href={erasurePaths.one(row.id)}>
          {formatDateTime(view.lang, row.asked_at)}
        </a>
      ),
    },
    { label: say.subject, cell: (row) => say.subjects[row.subject.kind] },
    { label: say.due, cell: (row) => <Due of={row} now={now} view={view} /> },
    { label: say.state, plain: true, cell: (row) => <StateTag of={row} view={view} /> },
  ]
}
