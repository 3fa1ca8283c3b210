import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

/** Whether a person has declared an interest in one of these organisations that stands today. */
export async function isBoundTo(tx: ReadTx, person: string | null, bodies: string[]): Promise<boolean> {
  if (person === null || bodies.length === 0) return false
  const { rows } = await sql`select 1 from mufakat.interests_in(${person}::uuid, ${bodies}::uuid[]) limit 1`.execute(tx)
  return rows.length > 0
}

export type DecisionStake = {
  organisation_id: string
  id: string
  since: string
  label: string
  lang: Lang
  recused: string[]
}

/** Questions that were open on a day and concern these organisations, with whoever was on record as taking no part. */
export async function decisionsAtStake(
  tx: ReadTx,
  programmeId: string,
  bodies: string[],
  day: string,
): Promise<DecisionStake[]> {
  const { rows } = await sql<DecisionStake>`
    select mufakat.one_body(c.organisation_id) as organisation_id, d.id, d.question as label, d.lang,
      (c.created_at at time zone 'Asia/Jakarta')::date as since,
      array(select r.person_id from recusals r where r.decision_id = d.id
        and (r.created_at at time zone 'Asia/Jakarta')::date <= ${day}) as recused
    from decision_concerned c join decisions d on d.id = c.decision_id
    where d.programme_id = ${programmeId} and (c.created_at at time zone 'Asia/Jakarta')::date <= ${day}
      and mufakat.one_body(c.organisation_id) = any (${bodies}::uuid[])
      and (d.state in ('deliberating', 'voting')
        or exists (select from decision_outcomes o where o.decision_id = d.id and o.result in ('adopted', 'rejected') and o.decided_on > ${day})
        or exists (select from decision_withdrawals w where w.decision_id = d.id
          and (w.created_at at time zone 'Asia/Jakarta')::date > ${day}))
    order by since, d.id`.execute(tx)
  return rows
}
