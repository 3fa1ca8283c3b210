import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'

type Verified = { id: string; own: boolean; parties: string[] }
type Accountable = { id: string; party: string }

/** Verifications of the window: own where the verifying party or person gave the evidence, or the party owned the task. */
export async function verifiedIn(
  tx: ReadTx,
  programmeId: string,
  { from, to }: { from: string; to: string },
): Promise<Verified[]> {
  const { rows } = await sql<Verified>`
    select t.id, bool_or(x.own) as own, array_remove(array_agg(distinct v.organisation_id), null) as parties
    from task_verifications v join tasks t on t.id = v.task_id
      cross join lateral (select coalesce(v.organisation_id = t.owner_id and not exists (
          select from task_handovers h join task_handover_answers a on a.handover_id = h.id and a.accepted
          where h.task_id = t.id and h.to_id = v.organisation_id and a.answered_on >= v.verified_on), false)
        or exists (select from task_evidence e where e.task_id = t.id
          and (e.id = v.evidence_id or (v.evidence_id is null and e.created_at <= v.created_at))
          and (e.organisation_id = v.organisation_id or e.created_by = v.created_by)) as own) x
    where t.programme_id = ${programmeId} and v.verified_on between ${from} and ${to}
    group by t.id order by t.id`.execute(tx)
  return rows
}

/** Auditors of a day whose own organisations are accountable for a task of the programme, or who gave its evidence. */
export async function auditorsAccountable(tx: ReadTx, programmeId: string, to: string): Promise<Accountable[]> {
  const { rows } = await sql<Accountable>`
    with audited as (select s.id, s.person_id, s.organisation_id from seats s where s.programme_id = ${programmeId}
      and s.role = 'auditor' and s.first_day <= ${to} and coalesce(s.last_day, 'infinity') >= ${to}),
    bodies as (select a.id, a.organisation_id as body from audited a
      union select a.id, m.organisation_id from audited a join memberships m on m.person_id = a.person_id
        and m.starts_on <= ${to} and coalesce(m.ends_on, 'infinity') >= ${to})
    select a.id, a.organisation_id as party from audited a
    where exists (select from tasks t join bodies b on b.body = t.owner_id where b.id = a.id and t.programme_id = ${programmeId}
        and t.state <> 'cancelled' and (t.created_at at time zone 'Asia/Jakarta')::date <= ${to})
      or exists (select from task_evidence e join tasks t on t.id = e.task_id where t.programme_id = ${programmeId}
        and (e.created_at at time zone 'Asia/Jakarta')::date <= ${to}
        and (e.created_by = a.person_id or e.organisation_id in (select b.body from bodies b where b.id = a.id)))
    order by a.id`.execute(tx)
  return rows
}
