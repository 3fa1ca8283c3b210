import { interestPaths } from '#modules/interests/public.ts'
import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Num, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { codeOf, decisionStates, type Result } from '../decision.ts'
import { type ListQuery, pageSize } from '../list-query.ts'
import type { ListData } from '../loads-list.ts'
import { decisionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { QuestionText, ResultTag, StateTag } from './parts.tsx'

type ListedDecision = ListData['rows'][number]

export function DecisionsPage({ view, data }: { view: View; data: ListData }) {
  const { lang } = view
  const say = words[lang]
  const { programme, query, rows, total, tally } = data
  const count = (value: number) => formatNumber(lang, value)
  const href = (changed: Partial<ListQuery>) => decisionPaths.list(programme.slug, { ...query, page: 1, ...changed })
  return (
    <BelowProgramme view={view} programme={programme} title={say.list.title} lead={say.list.lead}>
      {tally.decided + tally.open > 0 ? (
        <p class="govuk-body">{say.list.tally(count(tally.decided), count(tally.open))}</p>
      ) : null}
      <Raise view={view} data={data} />
      <ListTools
        action={decisionPaths.list(programme.slug)}
        label={say.list.search}
        q={query.q}
        hidden={query.sort === 'raised' ? {} : { sort: query.sort, dir: query.dir }}
        filters={[
          {
            name: 'state',
            label: say.list.state,
            value: query.state,
            options: decisionStates.map((value) => ({ value, label: say.state[value] })),
          },
        ]}
      />
      {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
      <div class="mf-panel">
        <Table
          caption={say.list.title}
          rows={rows}
          columns={columnsOf(view)}
          sort={{ by: query.sort, dir: query.dir, href: (by, dir) => href({ sort: by as ListQuery['sort'], dir }) }}
          empty={<None view={view} query={query} />}
        />
      </div>
      <StubCounts withheld={data.withheld} />
      <Pagination page={query.page} size={pageSize} total={total} href={(page) => href({ page })} />
      <p class="govuk-body">
        <a class="govuk-link" href={interestPaths.register(programme.slug)}>
          {say.page.register}
        </a>
      </p>
    </BelowProgramme>
  )
}

function Raise({ view, data }: { view: View; data: ListData }) {
  const label = words[view.lang].act.raise.title
  if (data.may === true) return <ButtonLink href={decisionPaths.new(data.programme.slug)}>{label}</ButtonLink>
  if (!view.person) return null
  return (
    <DisabledButton id="raise" reason={data.may.text(view.lang)}>
      {label}
    </DisabledButton>
  )
}

function None({ view, query }: { view: View; query: ListQuery }) {
  const say = words[view.lang].list
  if (query.q || query.state) return <Empty title={say.noneFound}>{say.noneFoundRule}</Empty>
  return <Empty title={say.none}>{say.noneRule}</Empty>
}

function columnsOf(view: View): Column<ListedDecision>[] {
  const say = words[view.lang].list
  return [
    {
      label: say.question,
      head: true,
      sort: 'question',
      cell: (row) => (
        <>
          <span class="mf-muted">
            <Num>{codeOf(row)}</Num>{' '}
          </span>
          <a class="govuk-link" href={decisionPaths.decision(row.id)}>
            <QuestionText of={row} />
          </a>
        </>
      ),
    },
    { label: say.owner, cell: (row) => <Recorded lang="id">{row.owner}</Recorded> },
    { label: say.date, sort: 'raised', cell: (row) => <Time at={row.raised_on} /> },
    {
      label: say.state,
      plain: true,
      cell: (row) => (row.result ? <ResultTag result={row.result as Result} /> : <StateTag state={row.state} />),
    },
  ]
}
