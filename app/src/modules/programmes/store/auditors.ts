import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'

export type AuditorSeat = { id: string; organisation_id: string; own: boolean }

/** Auditors seated on a day, and whether they or their organisations take part in what they audit, as far as seats and commitments say. */
export async function auditorsOn(tx: ReadTx, programmeId: string, day: string): Promise<AuditorSeat[]> {
  const { rows } = await sql<AuditorSeat>`
    select a.id, a.organisation_id,
      exists (select from seats s where s.programme_id = a.programme_id and s.person_id = a.person_id
        and s.role in ('officer', 'head', 'coordinator', 'deputy')
        and s.first_day <= ${day} and coalesce(s.last_day, 'infinity') >= ${day})
      or exists (select from commitments c where c.programme_id = a.programme_id
        and (c.created_at at time zone 'Asia/Jakarta')::date <= ${day}
        and (c.owner_id = a.organisation_id or c.owner_id in (select m.organisation_id from memberships m
          where m.person_id = a.person_id and m.starts_on <= ${day} and coalesce(m.ends_on, 'infinity') >= ${day}))) as own
    from seats a where a.programme_id = ${programmeId} and a.role = 'auditor'
      and a.first_day <= ${day} and coalesce(a.last_day, 'infinity') >= ${day}
    order by a.id`.execute(tx)
  return rows
}

export async function auditorFacts(tx: ReadTx, ids: string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.person_id')
    .innerJoin('organisations', 'organisations.id', 'seats.organisation_id')
    .innerJoin('programmes', 'programmes.id', 'seats.programme_id')
    .select(['seats.id', 'seats.first_day', 'people.name as person', 'organisations.name as organisation'])
    .select('programmes.slug')
    .where('seats.id', 'in', ids)
    .execute()
}
