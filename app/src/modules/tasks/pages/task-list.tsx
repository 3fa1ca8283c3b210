import { ButtonLink } from '#ui/button.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Jump } from '#ui/jump.tsx'
import { formatNumber, type Lang } from '#ui/language.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Num } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { isNarrowed, judgements, type ListQuery, pageSize } from '../list-query.ts'
import type { TaskListData } from '../loads-list.ts'
import { taskPaths } from '../paths.ts'
import { shortName, taskKinds, taskStates } from '../task.ts'
import { words } from '../words.ts'
import { Agency, crumbs, partyOptions, StateTag, TargetCell, TaskTitle } from './parts.tsx'

type Row = TaskListData['rows'][number]

export function TaskListPage({ view, data }: { view: View; data: TaskListData }) {
  const { lang } = view
  const { programme, query, tally, total } = data
  const say = words[lang].page.list
  const count = (value: number) => formatNumber(lang, value)
  const only = (state: ListQuery['state']) => taskPaths.list(programme.slug, { state })
  const href = (changed: Partial<ListQuery>) => taskPaths.list(programme.slug, { ...query, page: 1, ...changed })
  return (
    <Page view={view} title={say.title} breadcrumbs={crumbs(lang, programme)} example={programme.example ?? undefined}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      {tally && tally.total > 0 ? (
        <p class="govuk-body-l">
          {tally.told === 0 ? (
            <LinkedText text={words[lang].view.section.untold(count(tally.total))} hrefs={[only('standing')]} />
          ) : (
            <LinkedText
              text={say.intro(count(tally.done), count(tally.total), count(tally.waiting), count(tally.late))}
              hrefs={(['done', 'standing', 'waiting', 'late'] as const).map(only)}
            />
          )}
        </p>
      ) : null}
      {data.mayPlan ? (
        <ButtonLink href={taskPaths.plan(programme.slug)}>{words[lang].act.plan.button}</ButtonLink>
      ) : null}
      <Jump items={otherViews(lang, programme.slug)} />
      <section class="mf-section" aria-label={say.caption}>
        <ListTools
          action={taskPaths.list(programme.slug)}
          label={say.search}
          q={query.q}
          filters={filtersOf(lang, data)}
          hidden={query.sort === 'due' ? {} : { sort: query.sort, dir: query.dir }}
        />
        {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
        <TaskTable data={data} lang={lang} />
        <Pagination page={query.page} size={pageSize} total={total} href={(page) => href({ page })} />
        <StubCounts withheld={data.withheld} />
      </section>
      <Proposals lang={lang} data={data} />
    </Page>
  )
}

function TaskTable({ data, lang }: { data: TaskListData; lang: Lang }) {
  const { programme, query, rows, names } = data
  const say = words[lang].page.list
  if (rows.length === 0) {
    return isNarrowed(query) ? (
      <Empty title={say.noneFound}>{say.noneFoundRule}</Empty>
    ) : (
      <Empty title={say.none}>{say.noneRule}</Empty>
    )
  }
  const columns: Column<Row>[] = [
    {
      label: say.task,
      head: true,
      sort: 'title',
      cell: (task) => (
        <a class="govuk-link" href={taskPaths.task(programme.slug, task.id)}>
          {task.code ? <Num>{task.code} </Num> : null}
          <TaskTitle task={task} />
        </a>
      ),
    },
    {
      label: words[lang].page.task.accountable,
      sort: 'agency',
      cell: (task) => <Agency of={names.get(task.owner_id)} />,
    },
    { label: say.due, sort: 'due', cell: (task) => <TargetCell task={task} today={data.day} /> },
    {
      label: say.state,
      sort: 'state',
      plain: true,
      cell: (task) => (
        <>
          <StateTag state={task.state} since={task.state_since} />
          {task.waiting_on ? <span class="mf-src">{say.waitsFor(shortName(names, task.waiting_on))}</span> : null}
        </>
      ),
    },
  ]
  const sort = {
    by: query.sort,
    dir: query.dir,
    href: (by: string, dir: 'asc' | 'desc') =>
      taskPaths.list(programme.slug, { ...query, page: 1, sort: by as ListQuery['sort'], dir }),
  }
  return <Table caption={say.caption} columns={columns} rows={rows} sort={sort} />
}

/** What the template proposes and nobody has planned yet. */
function Proposals({ lang, data }: { lang: Lang; data: TaskListData }) {
  const say = words[lang].page.list
  if (data.proposals.length === 0) return null
  return (
    <Section id="h-usul" title={say.proposals} intro={say.proposalsIntro}>
      <ul class="mf-list">
        {data.proposals.map((proposal) => (
          <li>
            <h3 class="mf-list__title">
              <a class="govuk-link" href={taskPaths.plan(data.programme.slug, { proposal: proposal.id })}>
                <TaskTitle task={proposal} />
              </a>
            </h3>
            <p class="mf-small mf-muted">{words[lang].kind[proposal.kind]}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function otherViews(lang: Lang, slug: string) {
  const say = words[lang].page.list
  return [
    { href: taskPaths.timeline(slug), label: say.timeline },
    { href: taskPaths.coverage(slug), label: say.coverage },
    { href: taskPaths.capacity(slug), label: say.capacity },
  ]
}

function filtersOf(lang: Lang, { query, parties, territories }: TaskListData) {
  const { page, state, kind } = words[lang]
  const say = page.list
  const states = [
    ...taskStates.map((value) => ({ value: value as string, label: state[value] })),
    ...judgements.map((value) => ({ value, label: say[value] })),
  ]
  const filters = [
    { name: 'agency', label: say.agency, value: query.agency, options: partyOptions(parties) },
    { name: 'state', label: say.state, value: query.state, options: states },
    {
      name: 'kind',
      label: say.kind,
      value: query.kind,
      options: taskKinds.map((value) => ({ value, label: kind[value] })),
    },
  ]
  if (territories.length === 0) return filters
  const places = territories.map(({ code, name, name_en }) => ({
    value: code,
    label: lang === 'en' && name_en ? name_en : name,
  }))
  return [...filters, { name: 'territory', label: say.territory, value: query.territory, options: places }]
}
