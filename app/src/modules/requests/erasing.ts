import type { Erasable } from '#kernel/erasable.ts'
import { linkPurpose } from './link.ts'
import { emailPlace } from './sealed.ts'
import { addresseeOf, closedRequestsOf, eraseRequester, heldRequesters } from './store/jobs.ts'
import { readRequest } from './store/read.ts'

/** Who asked for information and every word of it; with a person go the closed requests of their own list. */
export const erasableRequests: Erasable = {
  async withSubject(tx, { kind, id }) {
    const ids = kind === 'person' ? await closedRequestsOf(tx, id) : []
    return ids.map((request) => ({ kind: 'information-request', id: request }))
  },
  async addressee(tx, { kind, id }, keys) {
    const sealed = kind === 'information-request' ? await addresseeOf(tx, id) : undefined
    const key = sealed && (await keys.known([id])).get(id)
    const request = key && (await readRequest(tx, id))
    if (!request) return undefined
    return { address: key.open(emailPlace(id), sealed), lang: request.lang, capability: `${linkPurpose}:${id}` }
  },
  erase: async (tx, { kind, id }, now) => (kind === 'information-request' ? eraseRequester(tx, id, now) : 0),
  async standing(tx, ids) {
    return (await heldRequesters(tx, ids)).map((id) => ({ kind: 'information-request', id }))
  },
}
