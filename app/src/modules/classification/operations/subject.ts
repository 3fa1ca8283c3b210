import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { lock } from '#kernel/operation.ts'
import type { JsonObject } from '#kernel/schema.ts'
import type { Classification } from '../classification.ts'
import { type ClassificationRow, readClassification } from '../store/read.ts'

/** Locked, and only under its own programme. */
export async function loadClassification(
  tx: Tx,
  input: { slug: string; id: string },
): Promise<ClassificationRow | undefined> {
  await lock(tx, input.id)
  const found = await readClassification(tx, input.id)
  return found?.slug === input.slug ? found : undefined
}

/** The decision is public even where the content is not, except where existence itself is protected. */
export function classificationEvent(
  name: string,
  one: Pick<Classification, 'id' | 'programme_id' | 'owner_id' | 'hides_existence' | 'ground' | 'to_class'>,
  payload: JsonObject = {},
): NewEvent {
  return {
    name,
    programmeId: one.programme_id,
    ownerId: one.owner_id,
    class: one.hides_existence ? 'restricted' : 'public',
    subjectKind: 'classification',
    subjectId: one.id,
    payload: { ground: one.ground, class: one.to_class, ...payload },
  }
}
