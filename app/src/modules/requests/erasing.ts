import type { Erasable } from '#kernel/erasable.ts'
import { closedRequestsOf, eraseRequester, heldRequesters } from './store/jobs.ts'

/** Who asked for information and every word of it; with a person go the closed requests of their own list. */
export const erasableRequests: Erasable = {
  async withSubject(tx, { kind, id }) {
    const ids = kind === 'person' ? await closedRequestsOf(tx, id) : []
    return ids.map((request) => ({ kind: 'information-request', id: request }))
  },
  erase: async (tx, { kind, id }, now) => (kind === 'information-request' ? eraseRequester(tx, id, now) : 0),
  async standing(tx, ids) {
    return (await heldRequesters(tx, ids)).map((id) => ({ kind: 'information-request', id }))
  },
}
