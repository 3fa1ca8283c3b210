import type { ReadTx } from '#kernel/database.ts'
import type { NumberedEvent } from '#kernel/event.ts'

export type MailedNotice = {
  kind: 'mention' | 'answer' | 'hide' | 'uphold' | 'restore'
  personId: string
  subjectId: string
  threadId: string
  commentId: string
}

const moderated = { 'comment.hidden': 'hide', 'comment.restored': 'restore', 'comment.upheld': 'uphold' } as const

/** Whom one event concerns directly. */
export async function noticesIn(tx: ReadTx, event: NumberedEvent): Promise<MailedNotice[]> {
  const comment = await tx
    .selectFrom('comments')
    .select(['id', 'subject_id', 'parent_id', 'created_by', 'hidden'])
    .where('id', '=', event.subjectId)
    .executeTakeFirst()
  if (!comment) return []
  const about = { subjectId: comment.subject_id, threadId: comment.parent_id ?? comment.id, commentId: comment.id }
  const act = moderated[event.name as keyof typeof moderated]
  if (act) return [{ kind: act, personId: comment.created_by, ...about }]
  if (event.name === 'question.answered')
    return [{ kind: 'answer', personId: comment.created_by, ...about, commentId: String(event.payload.answer) }]
  if (comment.hidden) return []
  // An edit tells only those whom it newly mentions.
  const mentions = await tx
    .selectFrom('comment_mentions')
    .select('person_id')
    .where('comment_id', '=', comment.id)
    .where('created_at', '=', event.at)
    .execute()
  return mentions.map((one) => ({ kind: 'mention', personId: one.person_id, ...about }))
}
