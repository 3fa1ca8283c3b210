import { erasables } from '#app/erasables.ts'
import type { Deps } from '#kernel/web/request.ts'
import { eraseNow } from '#modules/erasures/erasing.ts'
import { askRequestErasure } from '#modules/erasures/operations/ask-erasure.ts'
import { decideErasure } from '#modules/erasures/operations/decide-erasure.ts'
import { linkToken } from '#modules/requests/link.ts'
import type { Step } from './world.ts'

/** Two weeks after the answer a requester asks to be erased, and the information officer agrees the next day; another still waits. */
export function erasureSteps(deps: Deps, requestId: () => string, waitingId: () => string): Step[] {
  let erasure = ''
  return [
    {
      day: 272,
      async tell({ teller, people }) {
        const token = linkToken(deps.secret, requestId())
        const asked = await teller.act(people.fasilitator, askRequestErasure, { token })
        erasure = asked.id
      },
    },
    {
      day: 273,
      async tell({ teller, people }) {
        await teller.act(people.ppid, decideErasure, { erasure, outcome: 'erase' })
        await eraseNow(erasure, { jobs: deps.jobs, erasables, clock: teller.now })
      },
    },
    {
      day: 364,
      async tell({ teller, people }) {
        await teller.act(people.ketuaYayasan, askRequestErasure, { token: linkToken(deps.secret, waitingId()) })
      },
    },
  ]
}
