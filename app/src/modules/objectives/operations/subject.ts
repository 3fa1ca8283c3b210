import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { lock } from '#kernel/operation.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import type { Objective } from '../objective.ts'
import { type MeasureOfObjective, readMeasure, readObjective } from '../store/read.ts'

export type ObjectiveSubject = Objective & { slug: string }
export type MeasureSubject = MeasureOfObjective & { slug: string }

export async function loadObjective(
  tx: Tx,
  input: { slug: string; id: string },
): Promise<ObjectiveSubject | undefined> {
  await lock(tx, input.id)
  const programme = await programmeBySlug(tx, input.slug)
  const objective = programme && (await readObjective(tx, programme.id, input.id))
  return objective && { ...objective, slug: input.slug }
}

export async function loadMeasure(tx: Tx, input: { slug: string; id: string }): Promise<MeasureSubject | undefined> {
  await lock(tx, input.id)
  const programme = await programmeBySlug(tx, input.slug)
  const measure = programme && (await readMeasure(tx, programme.id, input.id))
  return measure && { ...measure, slug: input.slug }
}

export function objectiveEvent(
  name: string,
  objective: ObjectiveSubject,
  version: number,
  payload: NewEvent['payload'] = {},
): NewEvent {
  return {
    name,
    programmeId: objective.programme_id,
    ownerId: objective.owner_id,
    class: objective.class,
    subjectKind: 'objective',
    subjectId: objective.id,
    subjectVersion: version,
    payload,
  }
}

/** Events of a measure belong to its objective's history. */
export function measureEvent(name: string, measure: MeasureSubject, payload: NewEvent['payload'] = {}): NewEvent {
  return {
    name,
    programmeId: measure.programme_id,
    ownerId: measure.owner_id,
    class: measure.class,
    subjectKind: 'objective',
    subjectId: measure.objective_id,
    payload: { measure: measure.id, ...payload },
  }
}
