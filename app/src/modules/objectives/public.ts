import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import { isComplete } from './objective.ts'
import { measuresStanding } from './store/read.ts'

/** Objectives that stood on the day and have a measure with baseline, target and owner (for F3). */
export async function measuredObjectives(tx: ReadTx, programmeId: string, day: string): Promise<Set<string>> {
  const measures = await measuresStanding(tx, programmeId, day)
  return new Set(measures.filter(isComplete).map((measure) => measure.objective_id))
}

export type ObjectiveChoice = {
  id: string
  class: string
  programme_id: string
  owner_id: string
  code: string | null
  title: string
  title_en: string | null
  lang: Lang
  scope: string
}

/** Objectives that a task may be linked to, with their titles. */
export async function objectivesOf(tx: ReadTx, programmeId: string): Promise<ObjectiveChoice[]> {
  const rows = await tx
    .selectFrom('objectives')
    .select(['id', 'class', 'programme_id', 'owner_id', 'code', 'title', 'title_en', 'lang', 'scope'])
    .where('programme_id', '=', programmeId)
    .where('dropped_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as ObjectiveChoice[]
}
