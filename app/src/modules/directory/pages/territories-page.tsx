import { Empty } from '#ui/empty.tsx'
import { Rows } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Notice } from '#ui/notice.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { ExternalLink, Num, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { directoryPaths } from '../paths.ts'
import type { TerritoriesData, TerritoryData } from '../read-territories.ts'
import { type Territory, type TerritoryLevel, type TerritoryLoad, territoryLevels } from '../territory.ts'
import { territoryWords } from '../words-territories.ts'
import { listCrumbs } from './directory-form.tsx'

const foundMost = 50
const listSize = 25

export function TerritoriesPage({ view, data }: { view: View; data: TerritoriesData }) {
  const say = territoryWords[view.lang]
  const { q, found, provinces, load } = data
  const count = formatNumber(view.lang, found.length)
  return (
    <Page view={view} title={say.title} breadcrumbs={listCrumbs(view)}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <ListTools action={directoryPaths.territories()} label={say.search} q={q} />
      {q && found.length > 0 ? (
        <p class="mf-shown">{found.length < foundMost ? say.found(count, q) : say.foundMost(count, q)}</p>
      ) : null}
      <div class="mf-panel">
        {q ? (
          <Table
            caption={say.title}
            rows={found}
            empty={<Empty title={say.none(q)}>{say.noneRule}</Empty>}
            columns={[
              { label: say.name, head: true, cell: ({ area }) => <AreaLink area={area} /> },
              { label: say.level, cell: ({ area }) => say.levels[area.level] },
              { label: say.within, cell: ({ within }) => within || '–' },
              { label: say.code, cell: ({ area }) => <Num>{area.code}</Num> },
            ]}
          />
        ) : (
          <Areas view={view} areas={provinces} caption={say.levelsMany.province} />
        )}
      </div>
      <Source view={view} load={load} />
    </Page>
  )
}

function AreaLink({ area }: { area: Territory }) {
  return (
    <a class="govuk-link" href={directoryPaths.territory(area.code)}>
      {area.name}
    </a>
  )
}

function Areas({ view, areas, caption }: { view: View; areas: Territory[]; caption: string }) {
  const say = territoryWords[view.lang]
  return (
    <Table
      caption={caption}
      rows={areas}
      empty={<Empty title={say.empty}>{say.emptyRule}</Empty>}
      columns={[
        { label: say.name, head: true, cell: (area) => <AreaLink area={area} /> },
        { label: say.code, cell: (area) => <Num>{area.code}</Num> },
      ]}
    />
  )
}

/** Whose data this is, which release, and what others may do with it. */
function Source({ view, load }: { view: View; load: TerritoryLoad | undefined }) {
  const say = territoryWords[view.lang]
  if (!load) return null
  return (
    <Section id="h-source" title={say.source}>
      <p class="govuk-body">
        {say.attribution} <ExternalLink href={addresses.source}>{load.source}</ExternalLink>, {say.licence}{' '}
        <ExternalLink href={addresses.licence}>{load.licence}</ExternalLink>. {say.release(load.version)}{' '}
        <Time at={load.loaded_at.toISOString().slice(0, 10)} />. {say.rights}
      </p>
    </Section>
  )
}

const addresses = {
  source: 'https://github.com/fityannugroho/idn-area-data',
  licence: 'https://opendatacommons.org/licenses/odbl/1-0/',
}

export function TerritoryPage({ view, data }: { view: View; data: TerritoryData }) {
  const say = territoryWords[view.lang]
  const { area, above, below, total, page, organisations, load } = data
  const next = nextLevel(area.level)
  const crumbs = [
    { href: directoryPaths.territories(), label: say.title },
    ...above.map(({ code, name }) => ({ href: directoryPaths.territory(code), label: name })),
  ]
  return (
    <Page view={view} title={area.name} breadcrumbs={crumbs}>
      <h1 class="govuk-heading-xl">{area.name}</h1>
      {area.retired_in ? <Notice kind="attention" text={say.retired(area.retired_in)} /> : null}
      <Rows
        items={[
          { label: say.level, value: say.levels[area.level] },
          { label: say.code, value: <Num>{area.code}</Num> },
          { label: say.organisations, value: <Here view={view} area={area} count={organisations} /> },
        ]}
      />
      {next && total > 0 ? (
        <Section id="h-below" title={say.below(say.levelsMany[next])}>
          <Shown page={page} size={listSize} total={total} />
          <div class="mf-panel">
            <Areas view={view} areas={below} caption={say.below(say.levelsMany[next])} />
          </div>
          <Pagination
            page={page}
            size={listSize}
            total={total}
            href={(number) => `${directoryPaths.territory(area.code)}?page=${number}`}
          />
        </Section>
      ) : null}
      <Source view={view} load={load} />
    </Page>
  )
}

function nextLevel(level: TerritoryLevel): TerritoryLevel | undefined {
  return territoryLevels[territoryLevels.indexOf(level) + 1]
}

function Here({ view, area, count }: { view: View; area: Territory; count: number }) {
  const say = territoryWords[view.lang]
  if (count === 0) return <span class="mf-muted">{say.noOrganisations}</span>
  return (
    <a class="govuk-link" href={`${directoryPaths.organisations()}?area=${area.code}`}>
      {say.seeOrganisations(formatNumber(view.lang, count))}
    </a>
  )
}
