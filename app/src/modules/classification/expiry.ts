import { sql } from 'kysely'
import type { JobActor } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { appendEvents } from '#kernel/event.ts'
import type { Deps } from '#kernel/web/request.ts'

/** Reads nothing: the database itself finds what is due, opens it, and tells which decisions ended. */
export const expiryJob: JobActor = {
  kind: 'job',
  job: 'expire-classifications',
  classes: ['public', 'members'],
  writes: ['restricted'],
}

type Expired = {
  id: string
  programme_id: string
  owner_id: string
  record_kind: string
  then_class: string
  hides_existence: boolean
}

/** The day after its last day a record opens, each with its event, in one transaction. Returns how many did. */
export function expireClassifications({ jobs }: Pick<Deps, 'jobs'>, now: Date): Promise<number> {
  return writeAs(jobs, expiryJob, now, async (tx) => {
    const { rows } = await sql<Expired>`select * from mufakat.expire_classifications(${now})`.execute(tx)
    const events = rows.map((row) => ({
      name: 'classification.expired',
      programmeId: row.programme_id,
      ownerId: row.owner_id,
      class: row.hides_existence ? ('restricted' as const) : ('public' as const),
      subjectKind: 'classification',
      subjectId: row.id,
      payload: { opened_as: row.then_class, kind: row.record_kind },
    }))
    if (events.length > 0) await appendEvents(tx, expiryJob, now, events)
    return rows.length
  })
}
