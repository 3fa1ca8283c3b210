import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

/** A matter that was open on a day of the window, as it was known on the day of evaluation. */
export type PastEscalation = { id: string; raised_on: string; closed_on: string | null; waiting: string[] }

export async function escalationsIn(
  tx: ReadTx,
  programmeId: string,
  from: string,
  at: string,
): Promise<PastEscalation[]> {
  const { rows } = await sql<PastEscalation>`
    select e.id, e.raised_on, case when e.closed_on <= ${at} then e.closed_on end as closed_on,
      array(select x.organisation_id from escalation_parties x where x.escalation_id = e.id and not exists (
        select from escalation_answers a where a.escalation_id = e.id and a.organisation_id = x.organisation_id
          and a.answered_on <= ${at}) order by x.organisation_id) as waiting
    from escalations e
    where e.programme_id = ${programmeId} and e.raised_on <= ${at} and coalesce(e.closed_on, 'infinity') >= ${from}
    order by e.raised_on, e.id`.execute(tx)
  return rows
}

export type NamedEscalation = {
  id: string
  class: string
  programme_id: string
  owner_id: string
  question: string
  lang: Lang
  raised_on: string
  closed_on: string | null
  owner: string
}

export async function escalationFacts(tx: ReadTx, ids: string[]): Promise<NamedEscalation[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('escalations as e')
    .innerJoin('organisations as o', 'o.id', 'e.owner_id')
    .select(['e.id', 'e.class', 'e.programme_id', 'e.owner_id', 'e.question', 'e.lang', 'e.raised_on', 'e.closed_on'])
    .select('o.name as owner')
    .where('e.id', 'in', ids)
    .execute()
  return rows as NamedEscalation[]
}
