import type { ReadTx } from '#kernel/database.ts'

export type Past = {
  id: string
  received_on: string
  steps: { kind: string; happened_on: string; outcome: string | null }[]
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
