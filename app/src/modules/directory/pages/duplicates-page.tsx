import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import type { View } from '#ui/view.ts'
import type { Pair } from '../duplicates.ts'
import { directoryPaths } from '../paths.ts'
import type { DuplicatesData } from '../read-organisations.ts'
import { mergingWords } from '../words-merging.ts'
import { listCrumbs } from './directory-form.tsx'

const shown = 25

export function DuplicatesPage({ view, data }: { view: View; data: DuplicatesData }) {
  const say = mergingWords[view.lang]
  const { pairs, total, page } = data
  return (
    <Page view={view} title={say.duplicates} breadcrumbs={listCrumbs(view)}>
      <h1 class="govuk-heading-xl">{say.duplicates}</h1>
      <p class="govuk-body-l">{say.duplicatesLead}</p>
      <Shown page={page} size={shown} total={total} />
      <div class="mf-panel">
        <Table
          caption={say.duplicates}
          rows={pairs}
          columns={columnsOf(view)}
          empty={<Empty title={say.none}>{say.noneRule}</Empty>}
        />
      </div>
      <Pagination
        page={page}
        size={shown}
        total={total}
        href={(number) => `${directoryPaths.duplicates()}?page=${number}`}
      />
    </Page>
  )
}

function columnsOf(view: View): Column<Pair>[] {
  const say = mergingWords[view.lang]
  const body = ({ id, name, acronym }: Pair['older']) => (
    <>
      <a class="govuk-link" href={directoryPaths.organisation(id)}>
        {name}
      </a>
      {acronym ? <span class="mf-muted"> ({acronym})</span> : null}
    </>
  )
  return [
    { label: say.older, head: true, cell: ({ older }) => body(older) },
    { label: say.newer, cell: ({ newer }) => body(newer) },
    {
      label: say.why,
      plain: true,
      cell: ({ reasons }) => (
        <div class="mf-prog__tags">
          {reasons.map((reason) => (
            <Tag sign="double" tone="orange">
              {say.reasons[reason]}
            </Tag>
          ))}
        </div>
      ),
    },
    {
      label: say.compare,
      plain: true,
      cell: ({ older, newer }) => (
        <ButtonLink small secondary href={directoryPaths.merger(newer.id, older.id)} about={newer.name}>
          {say.compare}
        </ButtonLink>
      ),
    },
  ]
}
