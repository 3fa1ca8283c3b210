import { sql } from 'kysely'
import type { PersonActor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { WaitingQuestion } from '../brief.ts'

const shown = 5

/** Questions that the parties for which this person acts have to answer, the oldest first. */
export async function waitingQuestions(tx: ReadTx, actor: PersonActor): Promise<WaitingQuestion[]> {
  const own = actor.seats.filter(({ role }) => role === 'officer' || role === 'head')
  if (own.length === 0) return []
  const { rows } = await sql<WaitingQuestion>`
    select q.id, p.slug, (q.created_at at time zone 'Asia/Jakarta')::date as day, q.lang, count(*) over () as total,
      (select left(v.body, 200) from comment_versions v where v.comment_id = q.id and not v.correction order by v.number desc limit 1) as body
    from comments q join discussion_subjects s on s.id = q.subject_id join programmes p on p.id = s.programme_id
      join unnest(${own.map((seat) => seat.programmeId)}::uuid[], ${own.map((seat) => seat.organisationId)}::uuid[]) o(programme_id, owner_id)
        on o.programme_id = s.programme_id and o.owner_id = s.owner_id
    where q.kind = 'question' and not q.hidden and q.created_by <> ${actor.personId}
      and not exists (select from question_answers a where a.question_id = q.id)
    order by q.created_at limit ${shown}`.execute(tx)
  return rows
}
