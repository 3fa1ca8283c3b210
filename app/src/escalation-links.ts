import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import { decisionSubjects } from '#modules/decisions/module.ts'
import { decisionPaths } from '#modules/decisions/paths.ts'
import { decisionHeads } from '#modules/decisions/public.ts'
import type { SubjectKind } from '#modules/escalations/escalation.ts'
import type { EscalationLinks, Linked } from '#modules/escalations/links.ts'
import { obstacleSubjects } from '#modules/monitoring/subjects.ts'
import { unownedObstacles } from '#modules/monitoring/unowned.ts'
import { commitmentSubjects } from '#modules/programmes/module.ts'
import { openCommitments } from '#modules/programmes/open-commitments.ts'
import { taskSubjects } from '#modules/tasks/module.ts'
import { openTasks } from '#modules/tasks/public.ts'

const readers: Record<SubjectKind, SubjectReader> = {
  task: taskSubjects,
  commitment: commitmentSubjects,
  decision: decisionSubjects,
  obstacle: obstacleSubjects,
}

/** What escalations are told of tasks, commitments, decisions and obstacles. */
export const escalationLinks: EscalationLinks = {
  async choices(tx, programme, lang) {
    const { id, slug } = programme
    const [decisions, obstacles, tasks, commitments] = await Promise.all([
      decisionHeads(tx, { programmeId: id }),
      unownedObstacles(tx, programme),
      openTasks(tx, id),
      openCommitments(tx, id),
    ])
    const of = (kind: SubjectKind, heads: (Head & { class: string })[]) =>
      heads.map((head) => ({ ...linked(kind, slug, head, lang), class: head.class }))
    return [
      ...of('obstacle', obstacles),
      ...of(
        'decision',
        decisions.map(({ question, question_en, ...one }) => ({ ...one, title: question, title_en: question_en })),
      ),
      ...of('task', tasks),
      ...of('commitment', commitments),
    ]
  },
  named: async (tx: ReadTx, slug, kind, ids, lang) =>
    (await readers[kind].heads(tx, ids)).map((head) => linked(kind, slug, head, lang)),
  raiseDecisionHref: (slug) => decisionPaths.new(slug),
}

type Head = Omit<SubjectHead, 'lang'> & { lang?: string }

function linked(kind: SubjectKind, slug: string, head: Head, lang: Lang): Linked {
  const { id, title, title_en } = head
  const words =
    lang === 'en' && title_en ? { label: title_en, lang } : { label: title, lang: (head.lang ?? 'id') as Lang }
  return { kind, id, href: readers[kind].href(slug, id), ...words }
}
