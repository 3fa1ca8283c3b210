import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'

export type Past = {
  id: string
  received_on: string
  steps: { kind: string; happened_on: string; outcome: string | null }[]
}

/** Those whose requester was erased by the end of a day; the rows themselves are not for whoever measures. */
export async function erasedUntil(tx: ReadTx, programmeId: string, day: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('events')
    .select('subject_id')
    .where('programme_id', '=', programmeId)
    .where('name', '=', 'information-request.data-erased')
    .where(sql<boolean>`(at at time zone 'Asia/Jakarta')::date <= ${day}`)
    .execute()
  return new Set(rows.map((row) => row.subject_id))
}

/** Requests of a programme that had come in by a day, each with what had happened to it by then, in order. */
export async function requestsUntil(tx: ReadTx, programmeId: string, day: string): Promise<Past[]> {
  const requests = await tx
    .selectFrom('information_requests')
    .select(['id', 'received_on'])
    .where('programme_id', '=', programmeId)
    .where('received_on', '<=', day)
    .orderBy('received_on')
    .orderBy('sequence')
    .execute()
  const steps = await tx
    .selectFrom('information_request_steps as s')
    .innerJoin('information_requests as r', 'r.id', 's.request_id')
    .select(['s.request_id', 's.kind', 's.happened_on', 's.outcome'])
    .where('r.programme_id', '=', programmeId)
    .where('s.happened_on', '<=', day)
    .orderBy('s.created_at')
    .orderBy('s.id')
    .execute()
  const byRequest = Map.groupBy(steps, (step) => step.request_id)
  return requests.map((one) => ({ ...one, steps: byRequest.get(one.id) ?? [] }))
}
