import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import { importJob } from '../request.ts'
import { insertRows } from './insert-rows.ts'

/** What an import did, many events a statement; they are numbered in this order. */
export async function appendEvents(tx: Tx, now: Date, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    id: newId(now),
    name: event.name,
    programme_id: event.programmeId,
    owner_id: event.ownerId ?? null,
    class: event.class,
    subject_kind: event.subjectKind,
    subject_id: event.subjectId,
    subject_version: event.subjectVersion ?? null,
    person_id: null,
    job: importJob.job,
    at: now,
    payload: JSON.stringify(event.payload ?? {}),
  }))
  await insertRows(tx, 'events', rows)
}
