import type { Verdict } from '#kernel/reason.ts'
import type { Withheld } from '#kernel/withheld.ts'
import { programmePaths } from '#modules/programmes/paths.ts'
import { type ProgrammeHead, programmeName } from '#modules/programmes/public.ts'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber, formatPercent, type Lang } from '#ui/language.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Progress } from '#ui/progress.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { type Objective, titleIn } from '../objective.ts'
import { objectivePaths } from '../paths.ts'
import { words } from '../words.ts'

export type ListedObjective = Objective & { owner: string; progress?: number; measures: number }
export type ObjectivesData = {
  programme: ProgrammeHead
  rows: ListedObjective[]
  total: number
  withheld: Withheld
  filter: { q: string; scope: string; party: string; sort: string; dir: 'asc' | 'desc'; page: number }
  parties: { organisationId: string; name: string }[]
  shared: { all: number; complete: number }
  may: Verdict
}
export const listSize = 25

export function programmeCrumbs(programme: ProgrammeHead, lang: Lang) {
  return [{ href: programmePaths.programme(programme.slug), label: programmeName(programme, lang) }]
}

export function ObjectivesPage({ view, data }: { view: View; data: ObjectivesData }) {
  const say = words[view.lang]
  const { programme, filter, shared } = data
  const number = (value: number) => formatNumber(view.lang, value)
  const href = (change: Partial<typeof filter>) => {
    const asked = { ...filter, page: 1, ...change }
    const said = Object.entries(asked).filter(([name, value]) => value !== '' && !(name === 'page' && value === 1))
    const query = Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
    return `${objectivePaths.list(programme.slug)}?${new URLSearchParams(query)}`
  }
  const sort = {
    by: filter.sort,
    dir: filter.dir,
    href: (by: string, dir: 'asc' | 'desc') => href({ sort: by, dir }),
  }
  return (
    <Page
      view={view}
      title={say.objectives}
      breadcrumbs={programmeCrumbs(programme, view.lang)}
      example={programme.example ?? false}
    >
      <h1 class="govuk-heading-xl">{say.objectives}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      {shared.all > 0 ? (
        <p class="govuk-body">
          <LinkedText
            text={say.sharedIntro(number(shared.complete), number(shared.all))}
            hrefs={[`${objectivePaths.list(programme.slug)}?scope=shared`]}
          />
        </p>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link mf-more" href={objectivePaths.alignment(programme.slug)}>
          {say.alignment}
        </a>
      </p>
      <Tools view={view} data={data} />
      <Shown page={filter.page} size={listSize} total={data.total} />
      <div class="mf-panel">
        <Table
          caption={say.objectives}
          rows={data.rows}
          columns={columnsOf(view, programme.slug)}
          sort={sort}
          empty={<Empty title={say.none}>{say.noneRule}</Empty>}
        />
      </div>
      <StubCounts withheld={data.withheld} />
      <Pagination page={filter.page} size={listSize} total={data.total} href={(page) => href({ page })} />
      <NewButton view={view} slug={programme.slug} may={data.may} />
    </Page>
  )
}

function Tools({ view, data }: { view: View; data: ObjectivesData }) {
  const say = words[view.lang]
  const { filter, parties, programme } = data
  return (
    <ListTools
      action={objectivePaths.list(programme.slug)}
      label={say.search}
      q={filter.q}
      hidden={filter.sort ? { sort: filter.sort, dir: filter.dir } : {}}
      filters={[
        {
          name: 'scope',
          label: say.scope,
          value: filter.scope,
          options: [
            { value: 'shared', label: say.scopes.shared },
            { value: 'agency', label: say.scopes.agency },
          ],
        },
        {
          name: 'party',
          label: say.party,
          value: filter.party,
          options: parties.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
        },
      ]}
    />
  )
}

function columnsOf(view: View, slug: string): Column<ListedObjective>[] {
  const say = words[view.lang]
  return [
    {
      label: say.objective,
      head: true,
      sort: 'title',
      cell: (row) => (
        <>
          {row.code ? <span class="mf-muted">{row.code} </span> : null}
          <a class="govuk-link" href={objectivePaths.one(slug, row.id)}>
            <Recorded lang={row.title_en && view.lang === 'en' ? 'en' : row.lang}>{titleIn(view.lang, row)}</Recorded>
          </a>
          {row.dropped_at ? <span class="mf-muted"> ({say.dropped})</span> : null}
        </>
      ),
    },
    {
      label: say.scope,
      sort: 'owner',
      cell: (row) => (row.scope === 'shared' ? say.scopes.shared : <Recorded lang="id">{row.owner}</Recorded>),
    },
    { label: say.measures, numeric: true, sort: 'measures', cell: (row) => formatNumber(view.lang, row.measures) },
    { label: say.progress, plain: true, cell: (row) => <ProgressCell view={view} row={row} /> },
  ]
}

function ProgressCell({ view, row }: { view: View; row: ListedObjective }) {
  const say = words[view.lang]
  if (row.progress === undefined) return <span class="mf-muted">{say.noProgress}</span>
  return (
    <>
      <strong>{formatPercent(view.lang, row.progress, 0)}</strong>
      <Progress id={`p-${row.id}`} ratio={row.progress} title={say.progressOf} />
    </>
  )
}

function NewButton({ view, slug, may }: { view: View; slug: string; may: Verdict }) {
  const say = words[view.lang]
  if (may === true) return <ButtonLink href={objectivePaths.new(slug)}>{say.state}</ButtonLink>
  if (!view.person) return null
  return (
    <DisabledButton id="state-objective" reason={may.text(view.lang)}>
      {say.state}
    </DisabledButton>
  )
}
