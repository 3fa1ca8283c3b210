import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

export type TaskStake = { organisation_id: string; id: string; since: string; label: string; lang: Lang }

/** Tasks that were open on a day and that these organisations carry out or answer for; restricted ones are named nowhere else. */
export async function tasksAtStake(
  tx: ReadTx,
  programmeId: string,
  bodies: string[],
  day: string,
): Promise<TaskStake[]> {
  const { rows } = await sql<TaskStake>`
    select mufakat.one_body(x.organisation_id) as organisation_id, t.id, t.title as label, t.lang,
      min(greatest(x.since, (t.created_at at time zone 'Asia/Jakarta')::date)) as since
    from tasks t cross join lateral (
      select t.owner_id as organisation_id, (t.created_at at time zone 'Asia/Jakarta')::date as since
      union select r.organisation_id, r.since from task_roles r where r.task_id = t.id and r.role in ('responsible', 'accountable')
        and r.since <= ${day} and coalesce(r.ended_on, 'infinity') >= ${day}) x
    where t.programme_id = ${programmeId} and t.class in ('public', 'members') and t.state <> 'cancelled'
      and (t.created_at at time zone 'Asia/Jakarta')::date <= ${day} and coalesce(t.done_on, 'infinity') > ${day}
      and mufakat.one_body(x.organisation_id) = any (${bodies}::uuid[])
    group by 1, 2, 3, 4 order by 5, 2`.execute(tx)
  return rows
}
