import { coordinates } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { both } from '#kernel/reason.ts'
import { type DeskPart, layDesk } from '#kernel/web/desk.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { RecordSection } from '#kernel/web/record-section.ts'
import type { Site } from '#kernel/web/request.ts'
import { actsOn } from './acts.ts'
import { objectiveLabel, type TaskLinks } from './links.ts'
import { loadTaskPage } from './loads.ts'
import { listQuery, loadPlan, loadTaskList } from './loads-list.ts'
import { loadWork, workQuery } from './loads-work.ts'
import { checkingObjectives } from './operations/checking-objectives.ts'
import { planTask } from './operations/plan-task.ts'
import { PlanForm, planValues } from './pages/plan-form.tsx'
import { TaskListPage } from './pages/task-list.tsx'
import { TaskPage } from './pages/task-page.tsx'
import { WorkPage } from './pages/work-page.tsx'
import { taskPaths } from './paths.ts'
import { actRoutes } from './routes-acts.tsx'
import { viewRoutes } from './routes-views.tsx'
import { mayPlan } from './rules.ts'
import { waitingOf } from './waiting.ts'

const tag = 'tasks'

export function taskRoutes(site: Site, links: TaskLinks, desk: DeskPart[], sections: RecordSection[]): void {
  workRoute(site, desk)
  listRoutes(site, links)
  taskPageRoute(site, links, sections)
  viewRoutes(site)
  actRoutes(site, links)
}

function listRoutes(site: Site, links: TaskLinks) {
  mountPage(site, {
    name: 'list-tasks',
    path: taskPaths.list(':slug'),
    summary: both('Tugas dan tonggak suatu program', 'Tasks and milestones of a programme'),
    tag,
    query: listQuery,
    load: loadTaskList,
    scope: (data) => [data.programme.id],
    render: (data, view) => <TaskListPage view={view} data={data} />,
    json: ({ rows, total, tally, withheld, query }) => ({ rows, total, tally, withheld, page: query.page }),
  })
  mountForm(site, checkingObjectives(planTask, links), {
    path: taskPaths.plan(':slug'),
    tag,
    params: (params) => ({ programme: params.slug }),
    load: (tx, request) => loadPlan(tx, request, links),
    may: (actor, { programme }) => mayPlan(actor, { programme_id: programme.id, programme_status: programme.status }),
    initial: (data, { actor }) => {
      const own = actor.kind === 'person' && !coordinates(actor, data.programme.id)
      const seat = own ? actor.seats.find((one) => one.programmeId === data.programme.id) : undefined
      return planValues(data, seat?.organisationId ?? '')
    },
    render: (data, form, view) => <PlanForm view={view} data={data} form={form} />,
    then: ({ task }, { params }) => taskPaths.task(params.slug!, task),
  })
}

function taskPageRoute(site: Site, links: TaskLinks, sections: RecordSection[]) {
  mountPage(site, {
    name: 'read-task',
    path: taskPaths.task(':slug', ':id'),
    summary: both('Satu tugas dengan riwayatnya', 'One task with its history'),
    tag,
    async load(tx, request) {
      const data = await loadTaskPage(tx, request)
      if (!data) return undefined
      const { record, programme } = data
      const served = record.objective_ids.length > 0 ? await links.objectivesOf(tx, programme.id) : []
      const objectives = served
        .filter((one) => record.objective_ids.includes(one.id))
        .map((one) => ({
          label: objectiveLabel(one, request.lang),
          href: links.objectiveHref(programme.slug, one.id),
          record: one,
        }))
      const documents = data.evidence.some((one) => one.document_id) ? await links.documentsOf(tx, record.id) : []
      return { ...data, objectives, documents, waiting: await waitingOf(tx, record, request.today) }
    },
    scope: (data) => [data.programme.id],
    also: { param: 'id', sections },
    render: (data, view, request, more) => (
      <TaskPage
        view={view}
        data={data}
        waiting={data.waiting}
        objectives={data.objectives}
        documents={data.documents}
        acts={request.actor.kind === 'person' ? actsOn(request.actor, data.task, request.today) : undefined}
        formKey={() => newId(request.now)}
        more={more}
      />
    ),
    json: ({ names, objectives, parties: _, task: __, ...data }) => ({
      ...data,
      objectives: objectives.map(({ label, href, record: { id } }) => ({ id, label, href })),
      names: [...names.values()],
    }),
  })
}

function workRoute(site: Site, desk: DeskPart[]) {
  site.app.get(taskPaths.work(), async (c, next) => {
    if (c.var.actor.kind === 'person') return next()
    return c.redirect(`/sign-in?next=${encodeURIComponent(taskPaths.work())}`, 303)
  })
  mountPage(site, {
    name: 'read-work',
    path: taskPaths.work(),
    summary: both('Tugas saya lintas instansi', 'My tasks across agencies'),
    tag,
    query: workQuery,
    async load(tx, request) {
      const data = await loadWork(tx, request)
      return data && { ...data, desk: await layDesk(tx, request, desk) }
    },
    render: (data, view, { actor, now }) => (
      <WorkPage view={view} data={data} actor={actor} formKey={() => newId(now)} />
    ),
    json: ({ names, items, offers: _, desk: __, ...data }) => ({
      ...data,
      items: items.map(({ row, waiting, offer, programme }) => ({ ...row, programme: programme.slug, waiting, offer })),
      names: [...names.values()],
    }),
  })
}
