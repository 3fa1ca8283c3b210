import { type RawBuilder, sql } from 'kysely'
import { actTime } from '#kernel/acts.ts'
import type { ReadTx } from '#kernel/database.ts'

export type NoticeKind = 'mention' | 'answer' | 'reply' | 'hide' | 'uphold' | 'restore'
/** `at`: the instant, or for readers without a seat the day. */
export type Notice = {
  kind: NoticeKind
  comment_id: string
  thread_id: string
  subject_id: string
  at: string
  fresh: boolean
}

/**
 * What concerns this person, read from the comments that they may see now: nothing is copied, so a record that is
 * closed to them takes its notices along.
 */
function noticesFor(personId: string): RawBuilder<unknown> {
  const columns = sql`coalesce(c.parent_id, c.id) as thread_id, c.subject_id`
  return sql`
    select 'mention' as kind, c.id as comment_id, ${columns}, m.created_at as at
      from comment_mentions m join comments c on c.id = m.comment_id
      where m.person_id = ${personId} and c.created_by <> ${personId} and not c.hidden
    union all select 'answer', c.id, ${columns}, a.created_at
      from comments q join question_answers a on a.question_id = q.id join comments c on c.id = a.answer_id
      where q.created_by = ${personId} and a.created_by <> ${personId} and not c.hidden
    union all select 'reply', c.id, ${columns}, c.created_at
      from comments mine join comments c on c.parent_id = mine.id
      where mine.created_by = ${personId} and c.created_by <> ${personId} and not c.hidden
        and not exists (select from question_answers a where a.answer_id = c.id)
    union all select m.act, c.id, ${columns}, m.created_at
      from comments c join comment_moderations m on m.comment_id = c.id
      where c.created_by = ${personId} and m.act <> 'contest'`
}

export async function listNotices(
  tx: ReadTx,
  personId: string,
  page: { offset: number; limit: number; seen: Date | undefined },
): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    select kind, comment_id, thread_id, subject_id, ${actTime('n.at')} as at, n.at > ${page.seen ?? new Date(0)} as fresh
    from (${noticesFor(personId)}) n order by n.at desc, comment_id desc, kind
    limit ${page.limit} offset ${page.offset}`.execute(tx)
  return rows
}

/** All of them, and those since the last visit. */
export async function tallyNotices(tx: ReadTx, personId: string, seen: Date | undefined) {
  const { rows } = await sql<{ total: number; fresh: number }>`
    select count(*) as total, count(*) filter (where at > ${seen ?? new Date(0)}) as fresh
    from (${noticesFor(personId)}) n`.execute(tx)
  return rows[0]!
}
