import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

/** An objective as tasks name it, with what decides who may read it. */
export type LinkedObjective = {
  id: string
  class: string
  programme_id: string
  owner_id: string
  code?: string | null
  title: string
  title_en: string | null
  lang: Lang
}

/** A file of a task, with what decides who may read it. */
export type LinkedDocument = {
  id: string
  class: string
  programme_id: string
  owner_id: string
  title: string
  lang: Lang
  href: string
}

/** What tasks need of objectives and documents, sibling modules: given by modules.ts, so that none imports the other. */
export type TaskLinks = {
  objectivesOf(tx: ReadTx, programmeId: string): Promise<LinkedObjective[]>
  /** Objectives with at least one measure that has a baseline, a target and an owner. */
  measuredObjectives(tx: ReadTx, programmeId: string, day: string): Promise<Set<string>>
  objectiveHref(slug: string, id: string): string | undefined
  /** Files of a task that were not withdrawn. */
  documentsOf(tx: ReadTx, taskId: string): Promise<LinkedDocument[]>
}

export const noLinks: TaskLinks = {
  objectivesOf: async () => [],
  measuredObjectives: async () => new Set(),
  objectiveHref: () => undefined,
  documentsOf: async () => [],
}

export function objectiveLabel(objective: LinkedObjective, lang: Lang): string {
  const title = lang === 'en' && objective.title_en ? objective.title_en : objective.title
  return objective.code ? `${objective.code} ${title}` : title
}
