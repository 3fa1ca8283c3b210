import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { lock } from '#kernel/operation.ts'
import type { Kept } from '../organisation.ts'
import type { KeptPerson } from '../person.ts'
import { readKept } from '../store/read-organisation.ts'
import { readOfficial } from '../store/read-people.ts'

export async function loadKept(tx: Tx, id: string, actor: Actor): Promise<Kept | undefined> {
  await lock(tx, id)
  return readKept(tx, actor, id)
}

export async function loadOfficial(tx: Tx, id: string, actor: Actor): Promise<KeptPerson | undefined> {
  await lock(tx, id)
  return readOfficial(tx, actor, id)
}

/** `version`: of the organisation after the change, where its own columns changed. */
export function organisationEvent(
  name: string,
  id: string,
  payload: NewEvent['payload'] = {},
  version?: number,
): NewEvent {
  const subject = { subjectKind: 'organisation', subjectId: id, subjectVersion: version }
  return { name, programmeId: null, ownerId: id, class: 'public', ...subject, payload }
}

export function personEvent(name: string, id: string, payload: NewEvent['payload'] = {}, version?: number): NewEvent {
  const subject = { subjectKind: 'person', subjectId: id, subjectVersion: version }
  return { name, programmeId: null, class: 'public', ...subject, payload }
}
