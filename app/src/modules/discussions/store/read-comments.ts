import { type Kysely, sql } from 'kysely'
import { actorName, actTime } from '#kernel/acts.ts'
import type { DB, ReadTx } from '#kernel/database.ts'
import type { Comment, CommentFacts, Moderation } from '../comment.ts'
import { readSubject } from './subjects.ts'

export const pageSize = 25
/** So many replies stand under a comment in a list; all of them on its own page. */
const shownReplies = 3

/** A page of a list in the order of time; `before` and `after` name the comment it goes on from. */
export type Cursor = { sort: 'newest' | 'oldest'; before?: string; after?: string }
export type CommentPage = { rows: Comment[]; newer?: string; older?: string }

type Narrowed = {
  subject?: string
  parent?: string
  programme?: string
  unanswered?: boolean
  contested?: boolean
  kind?: string
  q?: string
}

/** 25 comments from a cursor on: an index walk of 26 rows whatever the depth. A page stays the same while others write. */
export async function listComments(tx: ReadTx, narrowed: Narrowed, cursor: Cursor): Promise<CommentPage> {
  const back = cursor.after !== undefined
  const descending = (cursor.sort === 'newest') !== back
  const from = cursor.after ?? cursor.before
  const order = descending ? 'desc' : 'asc'
  let query = narrow(tx, narrowed)
    .select('comments.id')
    .orderBy('comments.created_at', order)
    .orderBy('comments.id', order)
    .limit(pageSize + 1)
  if (from) query = query.where(beyondComment(from, descending ? '<' : '>'))
  const found = (await query.execute()).map((row) => row.id)
  const more = found.length > pageSize
  const ids = found.slice(0, pageSize)
  if (back) ids.reverse()
  const rows = await readComments(tx, ids)
  const ahead = back ? more : from !== undefined
  const beyond = back ? true : more
  return { rows, newer: ahead ? ids[0] : undefined, older: beyond ? ids.at(-1) : undefined }
}

function beyondComment(id: string, sign: '<' | '>') {
  const at = sql`select c.created_at, c.id from comments c where c.id = ${id}`
  return sql<boolean>`(comments.created_at, comments.id) ${sql.raw(sign)} (${at})`
}

function narrow(tx: ReadTx, { subject, parent, programme, unanswered, contested, kind, q }: Narrowed) {
  let query = tx.selectFrom('comments')
  if (subject) query = query.where('comments.subject_id', '=', subject).where('comments.parent_id', 'is', null)
  if (parent) query = query.where('comments.parent_id', '=', parent)
  if (programme) query = query.where('comments.programme_id', '=', programme)
  if (kind) query = query.where('comments.kind', '=', kind)
  if (unanswered)
    query = query
      .where('comments.kind', '=', 'question')
      .where('comments.hidden', '=', false)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('question_answers').select('id').whereRef('question_answers.question_id', '=', 'comments.id'),
          ),
        ),
      )
  if (contested)
    query = query
      .where('comments.hidden', '=', true)
      .where(({ eb, selectFrom }) =>
        eb('comments.id', 'in', selectFrom('comment_moderations').select('comment_id').where('act', '=', 'contest')),
      )
      .where(({ eb, selectFrom }) =>
        eb(
          'comments.id',
          'not in',
          selectFrom('comment_moderations').select('comment_id').where('act', 'in', ['uphold', 'restore']),
        ),
      )
  const like = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`
  if (like)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('comment_versions')
          .select('id')
          .whereRef('comment_versions.comment_id', '=', 'comments.id')
          .where('body', 'ilike', like)
          // Only words that are shown: as this reader is told them, and no earlier wording.
          .where(sql<boolean>`${toldWords} ilike ${like}`)
          .where(
            sql<boolean>`number >= (select max(number) from comment_versions e where e.comment_id = comments.id and not correction)`,
          ),
      ),
    )
  return query
}

/** Asked only of words that may mention someone: the call costs more than the row. */
const toldWords = sql<string>`case when position('@' in comment_versions.body) > 0
  then mufakat.told_words(comment_versions.comment_id, comment_versions.body) else comment_versions.body end`

export async function countComments(tx: ReadTx, narrowed: Narrowed): Promise<number> {
  const row = await narrow(tx, narrowed)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** These comments in this order, with everything that is shown of them: five statements in one trip. */
export async function readComments(tx: ReadTx, ids: string[]): Promise<Comment[]> {
  if (ids.length === 0) return []
  const [heads, versions, marks, moderation, mentions] = await Promise.all([
    headsOf(tx, ids),
    tx
      .selectFrom('comment_versions')
      .select([
        'comment_id',
        'number',
        'correction',
        toldWords.as('body'),
        sql<string>`case when correction then ${actTime('created_at')} end`.as('at'),
      ])
      .where('comment_id', 'in', ids)
      .orderBy('number')
      .execute(),
    tx
      .selectFrom('question_answers')
      .select(['question_id', 'answer_id', actTime('created_at').as('at')])
      .where('question_id', 'in', ids)
      .orderBy('id', 'desc')
      .execute(),
    moderationOf(tx, ids),
    tx
      .selectFrom('comment_mentions')
      .select(['comment_id', actorName('person_id').as('name')])
      .where('comment_id', 'in', ids)
      .orderBy('name')
      .execute(),
  ])
  const byId = new Map(heads.map((head) => [head.id, head]))
  return ids.flatMap((id) => {
    const head = byId.get(id)
    if (!head) return []
    const own = versions.filter((one) => one.comment_id === id)
    const edits = own.filter((one) => !one.correction)
    const mark = marks.find((one) => one.question_id === id)
    return {
      ...head,
      body: edits.at(-1)?.body ?? null,
      edits: Math.max(0, edits.length - 1),
      corrections: own.filter((one) => one.correction).map(({ body, at }) => ({ body, at })),
      answered: mark ? { answer_id: mark.answer_id, at: mark.at } : null,
      moderation: moderation.filter((one) => one.comment_id === id),
      mentioned: mentions.filter((one) => one.comment_id === id).map((one) => one.name),
    } as Comment
  })
}

function headsOf(tx: Kysely<DB>, ids: string[]) {
  return (
    tx
      .selectFrom('comments')
      .leftJoin('organisations', 'organisations.id', 'comments.organisation_id')
      .select([
        'comments.id',
        'subject_id',
        'comments.parent_id',
        'quotes_id',
        'comments.kind',
        'comments.lang',
        'hidden',
      ])
      .select(['comments.created_at', 'comments.created_by', 'organisations.lang as organisation_lang'])
      .select([
        actTime('comments.created_at').as('at'),
        sql<boolean>`comments.created_by is not distinct from mufakat.person()`.as('own'),
      ])
      // Who writes without a seat writes as a resident: the name stays with the installation.
      .select((eb) =>
        eb.case().when('organisations.id', 'is not', null).then(actorName('comments.created_by')).end().as('author'),
      )
      .select((eb) => eb.fn.coalesce('organisations.acronym', 'organisations.name').as('organisation'))
      .select(sql<number>`(select count(*) from comments r where r.parent_id = comments.id)`.as('replies'))
      .where('comments.id', 'in', ids)
      .execute()
  )
}

function moderationOf(tx: ReadTx, ids: string[]) {
  return tx
    .selectFrom('comment_moderations')
    .select(['comment_id', 'act', 'reason', 'created_by'])
    .select([actTime('created_at').as('at'), actorName('created_by').as('by')])
    .where('comment_id', 'in', ids)
    .orderBy('id')
    .execute()
}

/** The newest replies of each of these, oldest first. */
export async function newestReplies(tx: ReadTx, parents: string[]): Promise<Map<string, Comment[]>> {
  if (parents.length === 0) return new Map()
  const { rows } = await sql<{ id: string }>`
    select r.id from unnest(${parents}::uuid[]) p(id)
      cross join lateral (select c.id, c.created_at from comments c where c.parent_id = p.id
        order by c.created_at desc, c.id desc limit ${shownReplies}) r
    order by r.created_at, r.id`.execute(tx)
  const replies = await readComments(
    tx,
    rows.map((row) => row.id),
  )
  return Map.groupBy(replies, (reply) => reply.parent_id!)
}

/** The latest version number, for the next one. */
export async function lastVersion(tx: ReadTx, commentId: string): Promise<number> {
  const row = await tx
    .selectFrom('comment_versions')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('comment_id', '=', commentId)
    .executeTakeFirst()
  return row?.last ?? 0
}

export async function readFacts(tx: ReadTx, id: string): Promise<CommentFacts | undefined> {
  const row = await tx
    .selectFrom('comments')
    .select(['id', 'subject_id', 'parent_id', 'kind', 'hidden', 'created_at', 'created_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  const subject = row && (await readSubject(tx, row.subject_id))
  if (!row || !subject) return undefined
  const acts = await tx
    .selectFrom('comment_moderations')
    .select(['act', 'created_by'])
    .where('comment_id', '=', id)
    .execute()
  const { subject_id: _, ...rest } = row
  return {
    ...rest,
    kind: row.kind as CommentFacts['kind'],
    subject,
    acts: acts.map(({ act, created_by }) => ({ act: act as Moderation, created_by })),
  }
}

/** Comments of this person since a moment: against floods. */
export async function writtenSince(tx: ReadTx, personId: string, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('comments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('created_by', '=', personId)
    .where('created_at', '>', since)
    .executeTakeFirst()
  return row?.count ?? 0
}
