import type { Class } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

/** A record of another module as this one names it. */
export type Linked = {
  id: string
  programme_id: string
  title: string
  title_en: string | null
  lang: Lang
  href: string
}

/** What stands open and could be settled at a meeting. */
export type OpenQuestion = Linked & {
  kind: 'task' | 'obstacle'
  class: Class
  why: 'waits' | 'blocked' | 'no-owner'
  /** Working days it has stood so, where they are counted. */
  days?: number
}

export type Milestone = Linked & { due: string; changed: Date }

/** What meetings need of modules beside and above it: given by app.ts, so that none imports the other. */
export type MeetingLinks = {
  openQuestions(tx: ReadTx, programme: { id: string; slug: string }, day: string): Promise<OpenQuestion[]>
  /** Tasks that could be what came of a matter. */
  openTasks(tx: ReadTx, programme: { id: string; slug: string }): Promise<Linked[]>
  tasksNamed(tx: ReadTx, ids: string[]): Promise<Linked[]>
  newTaskHref(slug: string): string | undefined
  /** Decisions that were raised from meetings; without the module that holds them there are none. */
  decisionsNamed(tx: ReadTx, ids: string[]): Promise<Linked[]>
  openDecisions(tx: ReadTx, programme: { id: string; slug: string }): Promise<Linked[]>
  raiseDecisionHref(slug: string): string | undefined
  /** Public milestones with a due day. */
  milestonesDue(tx: ReadTx, programme: { id: string; slug: string }): Promise<Milestone[]>
}

const none = async () => []

export const noLinks: MeetingLinks = {
  openQuestions: none,
  openTasks: none,
  tasksNamed: none,
  newTaskHref: () => undefined,
  decisionsNamed: none,
  openDecisions: none,
  raiseDecisionHref: () => undefined,
  milestonesDue: none,
}

export function linkedTitle(
  { title, title_en, lang: own }: Pick<Linked, 'title' | 'title_en' | 'lang'>,
  lang: Lang,
): { text: string; lang: Lang } {
  return lang === 'en' && title_en ? { text: title_en, lang: 'en' } : { text: title, lang: own }
}
