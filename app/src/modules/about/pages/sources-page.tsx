import { Page } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import { ExternalLink } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { words } from '../words.ts'

type Source = { name: string; use: string; licence: string; href: string; at: string }

function sourcesIn(lang: View['lang']): Source[] {
  const say = words[lang].sources
  return [
    {
      name: say.areas,
      use: say.areasUse,
      licence: 'ODbL 1.0',
      href: 'https://github.com/fityannugroho/idn-area-data',
      at: 'idn-area-data',
    },
    {
      name: say.plan,
      use: say.planUse,
      licence: 'CC0 1.0',
      href: 'https://strategy.data.gov',
      at: 'GSA/data-strategy',
    },
    { name: say.holidays, use: say.holidaysUse, licence: say.holidaysLicence, href: '/calendar', at: 'SKB 3 Menteri' },
    {
      name: say.font,
      use: say.fontUse,
      licence: 'SIL OFL 1.1',
      href: 'https://github.com/tokotype/PlusJakartaSans',
      at: 'Tokotype',
    },
    {
      name: say.components,
      use: say.componentsUse,
      licence: 'MIT',
      href: 'https://github.com/alphagov/govuk-frontend',
      at: 'govuk-frontend',
    },
  ]
}

export function SourcesPage({ view }: { view: View }) {
  const say = words[view.lang].sources
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <div class="mf-panel">
        <Table
          caption={say.title}
          rows={sourcesIn(view.lang)}
          columns={[
            { label: say.name, head: true, cell: (row) => row.name },
            { label: say.use, cell: (row) => row.use },
            { label: say.licence, cell: (row) => row.licence },
            { label: say.source, cell: (row) => <SourceLink {...row} /> },
          ]}
        />
      </div>
      <p class="govuk-body">{say.example}</p>
    </Page>
  )
}

function SourceLink({ href, at }: Source) {
  if (!href.startsWith('/')) return <ExternalLink href={href}>{at}</ExternalLink>
  return (
    <a class="govuk-link" href={href}>
      {at}
    </a>
  )
}
