import type { ReadTx } from '#kernel/database.ts'
import { codeOf } from './request.ts'
import { broughtId } from './store/follow.ts'
import { readRequest } from './store/read.ts'

export { erasableRequests } from './erasing.ts'

/** The request that a secret link opens, for the rest of this transaction. `closed`: nobody waits for an answer any more. */
export async function followedRequest(tx: ReadTx, token: string) {
  const id = await broughtId(tx, token)
  const request = id ? await readRequest(tx, id) : undefined
  if (!request) return undefined
  const { state, objected_on, reconsidered_on, disputed_on, dispute_ended_on } = request
  const closed =
    (state === 'answered' || state === 'withdrawn') &&
    (!objected_on || reconsidered_on !== null) &&
    (!disputed_on || dispute_ended_on !== null)
  return { id: request.id, code: codeOf(request), closed }
}
