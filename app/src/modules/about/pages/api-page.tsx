import { Page } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import type { View } from '#ui/view.ts'
import { words } from '../words.ts'

export type ApiEntry = { method: 'get' | 'post'; path: string; summary: string }

export function ApiPage({ view, entries }: { view: View; entries: ApiEntry[] }) {
  const say = words[view.lang].api
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body">{say.auth}</p>
      <p class="govuk-body">{say.idempotency}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/api/v1/openapi.json">
          {say.document}
        </a>
      </p>
      <Entries title={say.reading} view={view} entries={entries.filter((entry) => entry.method === 'get')} />
      <Entries title={say.acting} view={view} entries={entries.filter((entry) => entry.method === 'post')} />
    </Page>
  )
}

function Entries({ title, view, entries }: { title: string; view: View; entries: ApiEntry[] }) {
  const say = words[view.lang].api
  const id = `h-${title.toLowerCase()}`
  return (
    <section class="mf-section" aria-labelledby={id}>
      <h2 class="govuk-heading-l" id={id}>
        {title}
      </h2>
      <div class="mf-panel">
        <Table
          caption={title}
          rows={entries}
          columns={[
            { label: say.what, head: true, cell: (entry) => entry.summary },
            { label: say.method, cell: (entry) => entry.method.toUpperCase() },
            { label: say.address, cell: (entry) => <code class="mf-code">/api/v1{entry.path}</code> },
          ]}
        />
      </div>
    </section>
  )
}
