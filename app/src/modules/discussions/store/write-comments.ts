import { randomUUID } from 'node:crypto'
import { type Actor, personOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { CommentKind, Moderation, Subject } from '../comment.ts'
import { lastVersion } from './read-comments.ts'

export type By = { actor: Actor; now: Date }
const stamp = ({ actor, now }: By) => ({ created_at: now, created_by: personOf(actor)! })

export type NewComment = {
  kind: CommentKind
  lang: 'id' | 'en'
  body: string
  organisationId: string | null
  parentId?: string
  quotesId?: string
  mentions: string[]
}

export async function addComment(tx: Tx, by: By, subject: Subject, comment: NewComment): Promise<string> {
  // Anyone reads the address of a comment; an id in the order of time would tell its minute.
  const id = randomUUID()
  await tx
    .insertInto('comments')
    .values({
      id,
      subject_id: subject.id,
      programme_id: subject.programme_id,
      parent_id: comment.parentId ?? null,
      quotes_id: comment.quotesId ?? null,
      kind: comment.kind,
      lang: comment.lang,
      organisation_id: comment.organisationId,
      ...stamp(by),
    })
    .execute()
  await addVersion(tx, by, id, comment.body, false)
  await addMentions(tx, by, id, comment.mentions)
  return id
}

export async function addVersion(
  tx: Tx,
  by: By,
  commentId: string,
  body: string,
  correction: boolean,
): Promise<number> {
  const number = (await lastVersion(tx, commentId)) + 1
  const version = { id: newId(by.now), comment_id: commentId, number, correction, body, ...stamp(by) }
  await tx.insertInto('comment_versions').values(version).execute()
  return number
}

export async function addMentions(tx: Tx, by: By, commentId: string, people: string[]): Promise<void> {
  if (people.length === 0) return
  await tx
    .insertInto('comment_mentions')
    .values(people.map((person_id) => ({ comment_id: commentId, person_id, ...stamp(by) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False when it was marked before. */
export async function addAnswer(tx: Tx, by: By, questionId: string, answerId: string): Promise<boolean> {
  const row = { id: newId(by.now), question_id: questionId, answer_id: answerId, ...stamp(by) }
  const added = await tx
    .insertInto('question_answers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function addModeration(tx: Tx, by: By, commentId: string, act: Moderation, reason: string) {
  const row = { id: newId(by.now), comment_id: commentId, act, reason, ...stamp(by) }
  await tx.insertInto('comment_moderations').values(row).execute()
}

export async function addSetting(tx: Tx, by: By, programmeId: string, publicComments: boolean): Promise<void> {
  const row = { id: newId(by.now), programme_id: programmeId, public_comments: publicComments, ...stamp(by) }
  await tx.insertInto('discussion_settings').values(row).execute()
}
