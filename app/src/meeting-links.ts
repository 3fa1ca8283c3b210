import type { Lang } from '#kernel/reason.ts'
import { decisionPaths } from '#modules/decisions/paths.ts'
import { type DecisionHead, decisionHeads } from '#modules/decisions/public.ts'
import type { Linked, MeetingLinks, OpenQuestion } from '#modules/meetings/links.ts'
import { unownedObstacles } from '#modules/monitoring/unowned.ts'
import { programmeById } from '#modules/programmes/public.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { milestonesDue, openTasks, stuckTasks, type TaskHead, tasksNamed } from '#modules/tasks/public.ts'

/** What meetings are told of tasks, obstacles and decisions. */
export const meetingLinks: MeetingLinks = {
  async openQuestions(tx, programme, day) {
    const [tasks, obstacles] = await Promise.all([stuckTasks(tx, programme.id, day), unownedObstacles(tx, programme)])
    return [
      ...tasks.map(
        (task): OpenQuestion => ({
          ...linked(task, programme.slug),
          kind: 'task',
          class: task.class as OpenQuestion['class'],
          why: task.state === 'blocked' ? 'blocked' : 'waits',
          days: task.days,
        }),
      ),
      ...obstacles.map((one): OpenQuestion => ({ ...one, lang: 'id', kind: 'obstacle', why: 'no-owner' })),
    ]
  },
  openTasks: async (tx, { id, slug }) => (await openTasks(tx, id)).map((task) => linked(task, slug)),
  async tasksNamed(tx, ids) {
    const tasks = await tasksNamed(tx, ids)
    const programmes = [...new Set(tasks.map((task) => task.programme_id))]
    const heads = await Promise.all(programmes.map((id) => programmeById(tx, id)))
    const slugs = new Map(heads.flatMap((head) => (head ? [[head.id, head.slug] as const] : [])))
    return tasks.flatMap((task) => {
      const slug = slugs.get(task.programme_id)
      return slug ? [linked(task, slug)] : []
    })
  },
  newTaskHref: (slug) => taskPaths.plan(slug),
  decisionsNamed: async (tx, ids) => (await decisionHeads(tx, { ids })).map(asked),
  openDecisions: async (tx, { id }) => (await decisionHeads(tx, { programmeId: id })).map(asked),
  raiseDecisionHref: (slug) => decisionPaths.new(slug),
  milestonesDue: async (tx, { id, slug }) =>
    (await milestonesDue(tx, id)).map((task) => ({ ...linked(task, slug), due: task.due_on!, changed: task.changed })),
}

function asked({ id, programme_id, question, question_en, lang }: DecisionHead): Linked {
  return { id, programme_id, title: question, title_en: question_en, lang, href: decisionPaths.decision(id) }
}

function linked(task: TaskHead, slug: string): Linked {
  const { id, programme_id, title, title_en, lang } = task
  return { id, programme_id, title, title_en, lang: lang as Lang, href: taskPaths.task(slug, id) }
}
