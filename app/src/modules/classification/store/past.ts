import { sql } from 'kysely'
import type { Class } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'

export type PastRecord = {
  id: string
  kind: string
  record_table: string
  owner_id: string
  class: Class
  /** A decision stood for it on that day. */
  grounded: boolean
}

/** The records of these kinds that existed on a day, with the class they had then. */
export async function recordsOn(tx: ReadTx, programmeId: string, day: string, kinds: string[]): Promise<PastRecord[]> {
  const { rows } = await sql<PastRecord>`
    select r.id, r.kind, r.record_table, r.owner_id, c.to_class as class,
      exists (select from classification_states s where s.record_id = r.id and s.part = 'record' and s.decided_on <= ${day}
        and s.in_force and (s.ended_on is null or s.ended_on > ${day})) as grounded
    from classified_records r join lateral (select to_class from class_changes h
      where h.record_id = r.id and h.changed_on <= ${day} order by h.changed_at desc limit 1) c on true
    where r.programme_id = ${programmeId} and r.kind = any (${kinds}::text[]) order by r.id`.execute(tx)
  return rows
}

export async function secretReads(tx: ReadTx, programmeId: string, from: string, to: string) {
  const { rows } = await sql<{ record_id: string; times: number; kind: string; owner_id: string }>`
    select s.record_id, s.times, r.kind, r.owner_id
    from mufakat.secret_reads(${programmeId}, ${from}::date, ${to}::date) s
    join classified_records r on r.id = s.record_id`.execute(tx)
  return rows
}

export type Confirmed = {
  id: string
  programme_id: string
  operation: string
  reason: string
  at: string
  slug: string
}

/** Texts that were published although they looked like personal data. */
export async function confirmationsIn(
  tx: ReadTx,
  programmeId: string,
  from: string,
  to: string,
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`select id from personal_data_confirmations
    where programme_id = ${programmeId} and (created_at at time zone 'Asia/Jakarta')::date between ${from} and ${to}
    order by id`.execute(tx)
  return rows
}

export async function confirmationsNamed(tx: ReadTx, ids: string[]): Promise<Confirmed[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Confirmed>`select c.id, c.programme_id, c.operation, c.reason, p.slug,
      (c.created_at at time zone 'Asia/Jakarta')::date::text as at
    from personal_data_confirmations c join programmes p on p.id = c.programme_id
    where c.id = any (${ids}::uuid[])`.execute(tx)
  return rows
}
