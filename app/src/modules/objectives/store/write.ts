import { type Actor, type Class, personOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Lang } from '#kernel/reason.ts'
import type { LinkKind, Scope } from '../objective.ts'

/** `newId`: given by an import, so that rows keep the order of the file. */
export type By = { actor: Actor; now: Date; newId?: () => string }
const idFor = (by: By) => by.newId?.() ?? newId(by.now)
const stamp = ({ actor, now }: By) => ({ created_at: now, created_by: personOf(actor) })

export type NewObjective = {
  programmeId: string
  ownerId: string
  class: Class
  lang: Lang
  scope: Scope
  parentId?: string
  code?: string
  title: string
  titleEn?: string
  summary?: string
  summaryEn?: string
  category?: string
  weight?: number
}

export async function addObjective(tx: Tx, by: By, objective: NewObjective): Promise<string> {
  const id = idFor(by)
  await tx
    .insertInto('objectives')
    .values({
      id,
      programme_id: objective.programmeId,
      owner_id: objective.ownerId,
      class: objective.class,
      lang: objective.lang,
      scope: objective.scope,
      parent_id: objective.parentId ?? null,
      code: objective.code ?? null,
      title: objective.title,
      title_en: objective.titleEn ?? null,
      summary: objective.summary ?? '',
      summary_en: objective.summaryEn ?? null,
      category: objective.category ?? null,
      weight: objective.weight ?? 1,
      ...stamp(by),
    })
    .execute()
  return id
}

export type ObjectiveChange = {
  title?: string
  title_en?: string | null
  summary?: string
  weight?: number
  dropped_at?: Date
  dropped_because?: string
}

export async function changeObjective(tx: Tx, id: string, version: number, change: ObjectiveChange): Promise<void> {
  await tx
    .updateTable('objectives')
    .set({ ...change, version })
    .where('id', '=', id)
    .execute()
}

export type NewMeasure = {
  objectiveId: string
  programmeId: string
  ownerId: string
  hasOwner: boolean
  class: Class
  lang: Lang
  name: string
  nameEn?: string
  unit?: string
  baseline?: number
  baselineOn?: string
  target?: number
  targetOn?: string
  weight?: number
}

export async function addMeasureRow(tx: Tx, by: By, measure: NewMeasure): Promise<string> {
  const id = idFor(by)
  await tx
    .insertInto('measures')
    .values({
      id,
      programme_id: measure.programmeId,
      owner_id: measure.ownerId,
      has_owner: measure.hasOwner,
      class: measure.class,
      lang: measure.lang,
      objective_id: measure.objectiveId,
      name: measure.name,
      name_en: measure.nameEn ?? null,
      unit: measure.unit ?? null,
      baseline: measure.baseline ?? null,
      baseline_on: measure.baselineOn ?? null,
      first_target: measure.target ?? null,
      target: measure.target ?? null,
      target_on: measure.targetOn ?? null,
      weight: measure.weight ?? 1,
      ...stamp(by),
    })
    .execute()
  return id
}

export async function moveTarget(
  tx: Tx,
  by: By,
  measure: { id: string; target: number | null; version: number },
  to: number,
  because: string,
) {
  await tx
    .insertInto('measure_retargets')
    .values({
      id: newId(by.now),
      measure_id: measure.id,
      from_target: measure.target,
      to_target: to,
      because,
      ...stamp(by),
    })
    .execute()
  await tx
    .updateTable('measures')
    .set({ target: to, version: measure.version + 1 })
    .where('id', '=', measure.id)
    .execute()
}

export type NewObservation = { measureId: string; observedOn: string; value: number; note?: string; source?: string }

export async function addObservation(tx: Tx, by: By, one: NewObservation): Promise<string> {
  const id = idFor(by)
  await tx
    .insertInto('observations')
    .values({
      id,
      measure_id: one.measureId,
      observed_on: one.observedOn,
      value: one.value,
      note: one.note ?? null,
      source: one.source ?? null,
      ...stamp(by),
    })
    .execute()
  return id
}

export type NewLink = {
  programmeId: string
  ownerId: string
  class: Class
  lang: Lang
  from: string
  to: string
  kind: LinkKind
  because?: string
}

export async function addLink(tx: Tx, by: By, link: NewLink): Promise<string> {
  const id = idFor(by)
  await tx
    .insertInto('objective_links')
    .values({
      id,
      programme_id: link.programmeId,
      owner_id: link.ownerId,
      class: link.class,
      lang: link.lang,
      from_id: link.from,
      to_id: link.to,
      kind: link.kind,
      because: link.because ?? null,
      ...stamp(by),
    })
    .execute()
  return id
}

export async function endLinkRow(tx: Tx, now: Date, id: string, because: string): Promise<void> {
  await tx.updateTable('objective_links').set({ ended_at: now, ended_because: because }).where('id', '=', id).execute()
}
