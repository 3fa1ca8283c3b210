import type { Actor, Class } from './access.ts'
import { personOf } from './access.ts'
import { actorName, actTime } from './acts.ts'
import type { ReadTx, Tx } from './database.ts'
import { newId } from './ids.ts'
import type { JsonObject } from './schema.ts'

/** What an operation says has happened. Ids, codes and dates only: no names, no free text, no personal data. */
export type NewEvent = {
  name: string
  programmeId: string | null
  ownerId?: string | null
  class: Class
  subjectKind: string
  subjectId: string
  subjectVersion?: number
  payload?: JsonObject
  /** An act that the log keeps without its author: whoever asks for information is not named. The database says which. */
  unsigned?: true
}

/** An event as followers read it, with the number the sequencer gave it. */
export type NumberedEvent = {
  number: number
  id: string
  name: string
  programmeId: string | null
  ownerId: string | null
  class: Class
  subjectKind: string
  subjectId: string
  personId: string | null
  at: Date
  payload: JsonObject
}

export async function appendEvent(
  tx: Tx,
  actor: Actor,
  now: Date,
  event: NewEvent,
  requestId?: string,
): Promise<string> {
  const [id] = await appendEvents(tx, actor, now, [event], requestId)
  return id!
}

const atOnce = 500

/** Appends them in this order; returns their ids. */
export async function appendEvents(
  tx: Tx,
  actor: Actor,
  now: Date,
  events: readonly NewEvent[],
  requestId?: string,
): Promise<string[]> {
  const rows = events.map((event) => ({
    id: newId(now),
    name: event.name,
    programme_id: event.programmeId,
    owner_id: event.ownerId ?? null,
    class: event.class,
    subject_kind: event.subjectKind,
    subject_id: event.subjectId,
    subject_version: event.subjectVersion ?? null,
    person_id: event.unsigned ? null : personOf(actor),
    job: actor.kind === 'job' ? actor.job : null,
    at: now,
    request_id: requestId ?? null,
    payload: JSON.stringify(event.payload ?? {}),
  }))
  for (let from = 0; from < rows.length; from += atOnce)
    await tx
      .insertInto('events')
      .values(rows.slice(from, from + atOnce))
      .execute()
  return rows.map((row) => row.id)
}

/** What happened to one record, newest first, as far as this actor may see. `afterVersion`: only later versions. */
export async function historyOf(
  tx: ReadTx,
  subjectId: string,
  options: { afterVersion?: number; limit?: number } = {},
) {
  let query = tx
    .selectFrom('events')
    .select(['events.name', 'events.payload', 'events.person_id'])
    .select([actTime('events.at').as('at'), actorName('events.person_id').as('person')])
    .where('events.subject_id', '=', subjectId)
    .orderBy('events.at', 'desc')
    .limit(options.limit ?? 100)
  if (options.afterVersion !== undefined) query = query.where('events.subject_version', '>', options.afterVersion)
  return query.execute()
}
