import type { Entry } from '#kernel/web/openapi/entry.ts'
import { Page } from '#ui/frame.tsx'
import { Jump } from '#ui/jump.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { View } from '#ui/view.ts'
import { aboutPaths } from '../paths.ts'
import { apiWords } from '../words-api.ts'

export type ApiGroup = { tag: string; name: string; about: string; entries: Entry[] }

export function ApiPage({ view, groups }: { view: View; groups: ApiGroup[] }) {
  const say = apiWords[view.lang]
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
      <Jump items={groups.map(({ tag, name, entries }) => ({ href: `#${tag}`, label: name, count: entries.length }))} />
      {groups.map((group) => (
        <Group view={view} group={group} />
      ))}
    </Page>
  )
}

function Group({ view: { lang }, group: { tag, name, about, entries } }: { view: View; group: ApiGroup }) {
  const say = apiWords[lang]
  return (
    <Section id={tag} title={name} intro={about}>
      <div class="mf-panel">
        <Table
          caption={name}
          rows={entries}
          columns={[
            {
              label: say.what,
              head: true,
              cell: (entry) => <EntryLink name={entry.operationId} label={entry.summary(lang)} />,
            },
            { label: say.address, plain: true, cell: (entry) => <Address {...entry} /> },
          ]}
        />
      </div>
    </Section>
  )
}

function EntryLink({ name, label }: { name: string; label: string }) {
  return (
    <a class="govuk-link" href={aboutPaths.apiEntry(name)}>
      {label}
    </a>
  )
}

export function Address({ method, path, served }: Pick<Entry, 'method' | 'path' | 'served'>) {
  return (
    <code>
      {method.toUpperCase()} {served ? '' : '/api/v1'}
      {path.replace(/:(\w+)/g, '{$1}')}
    </code>
  )
}
