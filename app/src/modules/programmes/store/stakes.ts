import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

export type CommitmentStake = { organisation_id: string; id: string; since: string; label: string; lang: Lang }

/** Promises of these organisations that stood on a day. */
export async function commitmentsAtStake(
  tx: ReadTx,
  programmeId: string,
  bodies: string[],
  day: string,
): Promise<CommitmentStake[]> {
  const { rows } = await sql<CommitmentStake>`
    select mufakat.one_body(c.owner_id) as organisation_id, c.id, c.title as label, c.lang,
      (c.created_at at time zone 'Asia/Jakarta')::date as since
    from commitments c
    where c.programme_id = ${programmeId} and c.class in ('public', 'members')
      and (c.created_at at time zone 'Asia/Jakarta')::date <= ${day}
      and (c.outcome is null or c.outcome not in ('complete', 'withdrawn') or c.outcome_on > ${day})
      and mufakat.one_body(c.owner_id) = any (${bodies}::uuid[])
    order by since, c.id`.execute(tx)
  return rows
}
