import type { JobActor } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import type { Deps } from '#kernel/web/request.ts'
import { eraseRequester, requestsToErase } from './store/jobs.ts'

const eraser: JobActor = { kind: 'job', job: 'information-request-retention', classes: ['public'] }
const atOnce = 100

/**
 * Erases who asked, and every word written about it, once a request has been closed for the years of the rule: first the
 * key, so that no copy opens whatever happens next, then the rows. Meant to run daily.
 */
export async function eraseOldRequesters({ jobs }: Pick<Deps, 'jobs'>, now: Date): Promise<number> {
  return writeAs(jobs, eraser, now, async (tx) => {
    const old = await requestsToErase(tx, atOnce)
    for (const { id, programme_id, owner_id } of old) {
      await jobs.keys.destroy(id, now)
      await eraseRequester(tx, id, now)
      const subject = { subjectKind: 'information-request', subjectId: id }
      const place = { programmeId: programme_id, ownerId: owner_id, class: 'public' as const }
      await appendEvent(tx, eraser, now, { name: 'information-request.data-erased', ...place, ...subject })
    }
    return old.length
  })
}
