import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

export type Confirmed = { id: string; owner_id: string; own: boolean }

/** Versions confirmed between two days, each with whether the draft before it is of the same hand. */
export async function confirmedIn(
  tx: ReadTx,
  programmeId: string,
  { from, to }: { from: string; to: string },
): Promise<Confirmed[]> {
  const { rows } = await sql<Confirmed>`
    select v.id, v.owner_id, coalesce(d.created_by = v.created_by, false) as own
    from minutes_versions v left join lateral (select x.created_by from minutes_versions x
      where x.meeting_id = v.meeting_id and x.status = 'draft' and x.number < v.number order by x.number desc limit 1) d on true
    where v.programme_id = ${programmeId} and v.status = 'confirmed'
      and (v.created_at at time zone 'Asia/Jakarta')::date between ${from} and ${to}
    order by v.created_at, v.id`.execute(tx)
  return rows
}

export async function minutesFacts(tx: ReadTx, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('minutes_versions as v')
    .innerJoin('meetings as m', 'm.id', 'v.meeting_id')
    .select([
      'v.id',
      'v.class',
      'v.programme_id',
      'v.owner_id',
      'v.meeting_id',
      'm.title',
      'm.lang',
      'm.starts_at',
      'm.zone',
    ])
    .where('v.id', 'in', ids)
    .execute()
  return rows as (Omit<(typeof rows)[number], 'lang'> & { lang: Lang })[]
}
