import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Rhythm } from '../following.ts'

export type DigestLine = { subject_id: string; count: number }
type Span = { since: Date; until: Date }

/** What others wrote on records that this person follows or writes on, as this person may see it; muted is left out. */
export async function digestFor(tx: ReadTx, personId: string, { since, until }: Span): Promise<DigestLine[]> {
  const { rows } = await sql<DigestLine>`
    with said as (select distinct on (programme_id, subject_id) programme_id, subject_id, state
      from discussion_followings where person_id = ${personId} order by programme_id, subject_id, id desc)
    select c.subject_id, count(*) as count from comments c
      left join said s on s.subject_id = c.subject_id
      left join said p on p.programme_id = c.programme_id and p.subject_id is null
    where c.created_at > ${since} and c.created_at <= ${until} and c.created_by <> ${personId} and not c.hidden
      and case when s.state in ('follow', 'mute') then s.state when p.state in ('follow', 'mute') then p.state
        when exists (select from comments o where o.subject_id = c.subject_id and o.created_by = ${personId}) then 'follow' end = 'follow'
    group by 1 order by count(*) desc, 1`.execute(tx)
  return rows
}

/** People who follow something or wrote something, with their rhythm. */
export async function digestReaders(tx: ReadTx): Promise<{ personId: string; rhythm: Rhythm }[]> {
  const { rows } = await sql<{ person_id: string; rhythm: Rhythm }>`
    select r.person_id, coalesce((select d.rhythm from digest_choices d where d.person_id = r.person_id order by d.id desc limit 1), 'weekly') as rhythm
    from (select person_id from discussion_followings union select created_by from comments) r
      join accounts a on a.person_id = r.person_id and a.disabled_at is null
    order by 1`.execute(tx)
  return rows.map((row) => ({ personId: row.person_id, rhythm: row.rhythm }))
}

/** Locks the person's cursor until the transaction ends; whoever comes second finds it moved. */
export async function takeCursor(tx: Tx, personId: string, first: Date): Promise<Date> {
  await tx
    .insertInto('digest_cursors')
    .values({ person_id: personId, told_until: first })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('digest_cursors')
    .select('told_until')
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.told_until
}

export async function moveCursor(tx: Tx, personId: string, until: Date): Promise<void> {
  await tx.updateTable('digest_cursors').set({ told_until: until }).where('person_id', '=', personId).execute()
}

/** Whether the person wants no mail from this record. */
export async function isMuted(tx: ReadTx, personId: string, subject: { id: string; programme_id: string }) {
  const { rows } = await sql<{ state: string }>`
    select state from (select distinct on (subject_id) subject_id, state from discussion_followings
      where person_id = ${personId} and programme_id = ${subject.programme_id}
        and (subject_id is null or subject_id = ${subject.id}) order by subject_id, id desc) s
    where state <> 'none' order by subject_id nulls last limit 1`.execute(tx)
  return rows[0]?.state === 'mute'
}
