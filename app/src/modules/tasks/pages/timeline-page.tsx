import { Empty, StubCounts } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Gantt, type GanttTask } from '#ui/gantt.tsx'
import type { Lang } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import type { View } from '#ui/view.ts'
import type { TimelineData } from '../loads-views.ts'
import { taskPaths } from '../paths.ts'
import { shortName, taskKinds, titleIn } from '../task.ts'
import { timelinePageSize } from '../views.ts'
import { words } from '../words.ts'
import { Agency, partyOptions, TargetText, TaskTitle, taskCrumbs } from './parts.tsx'

export function TimelinePage({ view, data }: { view: View; data: TimelineData }) {
  const { lang } = view
  const { programme, query, total } = data
  const say = words[lang].view.timeline
  const tasks = data.rows.map((row) => ganttTask(lang, programme.slug, data, row))
  return (
    <Page
      view={view}
      title={say.title}
      breadcrumbs={taskCrumbs(lang, programme)}
      example={programme.example ?? undefined}
    >
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <ListTools
        action={taskPaths.timeline(programme.slug)}
        label={words[lang].page.list.search}
        q={query.q}
        filters={filtersOf(lang, data)}
      />
      {total > 0 ? (
        <Shown page={query.page} size={timelinePageSize} total={total} />
      ) : (
        <Empty title={say.none}>{say.noneRule}</Empty>
      )}
      <Gantt id="jadwal" tasks={tasks} today={data.day} past={data.past} caption={say.caption} legend={say.legend} />
      <Pagination
        page={query.page}
        size={timelinePageSize}
        total={total}
        href={(page) => taskPaths.timeline(programme.slug, { ...query, page })}
      />
      <StubCounts withheld={data.withheld} />
      {query.page === 1 && data.undated.length > 0 ? <Undated lang={lang} data={data} /> : null}
    </Page>
  )
}

type Row = TimelineData['rows'][number]

/** A milestone without a beginning is its one day. */
function ganttTask(lang: Lang, slug: string, { names }: TimelineData, row: Row): GanttTask {
  const title = titleIn(row, lang)
  const end = row.due_on!
  const first = row.baseline_due ?? end
  const earliest = (start: string | null, last: string) => (start && start < last ? start : last)
  return {
    title: row.code ? `${row.code} ${title.text}` : title.text,
    href: taskPaths.task(slug, row.id),
    lang: title.lang,
    agency: row.agency,
    first: { start: earliest(row.baseline_start, first), end: first },
    current: { start: earliest(row.start_on, row.done_on ?? end), end },
    done: row.done_on ?? undefined,
    note: row.waiting_on ? words[lang].view.timeline.waits(shortName(names, row.waiting_on)) : undefined,
  }
}

function filtersOf(lang: Lang, { query, parties }: TimelineData) {
  const { page, kind, view } = words[lang]
  return [
    { name: 'agency', label: page.list.agency, value: query.agency, options: partyOptions(parties) },
    {
      name: 'kind',
      label: page.list.kind,
      value: query.kind,
      options: taskKinds.map((value) => ({ value, label: kind[value] })),
    },
    {
      name: 'moved',
      label: view.timeline.moved,
      value: query.moved,
      options: [{ value: 'yes', label: view.timeline.movedOnly }],
    },
  ]
}

function Undated({ lang, data }: { lang: Lang; data: TimelineData }) {
  const say = words[lang].view.timeline
  return (
    <Section id="h-tanpa" title={say.undated} intro={say.undatedIntro}>
      <ul class="mf-list">
        {data.undated.map((task) => (
          <li>
            <h3 class="mf-list__title">
              <a class="govuk-link" href={taskPaths.task(data.programme.slug, task.id)}>
                {task.code ? `${task.code} ` : null}
                <TaskTitle task={task} />
              </a>
            </h3>
            <p class="mf-small mf-muted">
              <Agency of={data.names.get(task.owner_id)} /> ·{' '}
              <TargetText due={null} target={task.target} lang={task.lang} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
