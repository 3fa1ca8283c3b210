import { personOf } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type ProgrammeHead, programmeBySlug } from '#modules/programmes/public.ts'
import { actsOn, type CommentActs } from './acts.ts'
import { type Comment, type CommentFacts, mayWrite, type Place, type Subject } from './comment.ts'
import type { FollowingState } from './following.ts'
import type { Mentionable } from './mention.ts'
import type { CommentQuery, ListQuery } from './query.ts'
import { followingOf } from './store/own-choices.ts'
import {
  type Cursor,
  countComments,
  listComments,
  newestReplies,
  readComments,
  readFacts,
} from './store/read-comments.ts'
import { isOpen, placesOf, readSubject, readSubjects, seatedIn } from './store/subjects.ts'

/** A comment with what stands around it and what this reader may do with it. */
export type Shown = Comment & {
  acts: CommentActs
  quoted?: Comment
  shownReplies: Shown[]
  owner: { name: string; lang: string }
}
export type DiscussionData = {
  subject: Subject
  place: Place
  rows: Shown[]
  newer?: string
  older?: string
  sort: Cursor['sort']
  /** Only questions that nobody has answered. */
  unanswered: boolean
  may: ReturnType<typeof mayWrite>
  following: FollowingState
  signedIn: boolean
}

type Asked = Pick<PageRequest<unknown>, 'actor' | 'now' | 'today'>

/** One page of the discussion of a record; undefined when this actor may not see the record. */
export async function loadDiscussion(
  tx: ReadTx,
  recordId: string,
  asked: Asked,
  readers: SubjectReader[],
  { show, ...cursor }: CommentQuery = { sort: 'newest', show: '' },
): Promise<DiscussionData | undefined> {
  if (!isId(recordId)) return undefined
  const subject = await readSubject(tx, recordId)
  if (!subject) return undefined
  const me = personOf(asked.actor)
  const unanswered = show === 'unanswered'
  const followed = subject.kind === 'programme' ? null : subject.id
  const [places, { rows, newer, older }, following] = await Promise.all([
    placesOf(tx, [subject], readers),
    listComments(tx, { subject: subject.id, unanswered }, cursor),
    me ? followingOf(tx, me, subject.programme_id, followed) : ('none' as const),
  ])
  const place = places.get(subject.id)
  if (!place) return undefined
  const shown = await surround(tx, rows, asked)
  const may = mayWrite(asked.actor, subject)
  const { sort } = cursor
  return { subject, place, rows: shown, newer, older, sort, unanswered, may, following, signedIn: me !== null }
}

/** Adds newest replies, what is quoted, and the acts open to this reader. */
async function surround(tx: ReadTx, rows: Comment[], asked: Asked): Promise<Shown[]> {
  const answered = rows.filter((row) => row.replies > 0).map((row) => row.id)
  const [replies, subjects] = await Promise.all([
    newestReplies(tx, answered),
    readSubjects(tx, [...new Set(rows.map((row) => row.subject_id))]),
  ])
  const quotes = [...rows, ...[...replies.values()].flat()].flatMap((row) => row.quotes_id ?? [])
  const quoted = new Map((await readComments(tx, quotes)).map((one) => [one.id, one]))
  const owners = await ownersOf(tx, [...subjects.values()])
  const show = (row: Comment, parent?: Comment): Shown[] => {
    const subject = subjects.get(row.subject_id)
    if (!subject) return []
    return [
      {
        ...row,
        acts: actsOn(asked.actor, row, subject, asked.now, parent),
        quoted: row.quotes_id ? quoted.get(row.quotes_id) : undefined,
        shownReplies: (replies.get(row.id) ?? []).flatMap((reply) => show(reply, row)),
        owner: owners.get(subject.owner_id) ?? { name: '', lang: 'id' },
      },
    ]
  }
  return rows.flatMap((row) => show(row))
}

async function ownersOf(tx: ReadTx, subjects: Subject[]) {
  const ids = [...new Set(subjects.map((subject) => subject.owner_id))]
  if (ids.length === 0) return new Map<string, { name: string; lang: string }>()
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'name', 'acronym', 'lang'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, { name: row.acronym ?? row.name, lang: row.lang }]))
}

export type RecordData = { programme: ProgrammeHead; discussion: DiscussionData }

export async function loadRecord(
  tx: ReadTx,
  request: PageRequest<CommentQuery>,
  readers: SubjectReader[],
): Promise<RecordData | undefined> {
  const programme = await programmeBySlug(tx, request.params.slug ?? '')
  if (!programme) return undefined
  const discussion = await loadDiscussion(tx, request.params.record ?? '', request, readers, request.query)
  if (discussion?.subject.programme_id !== programme.id) return undefined
  return { programme, discussion }
}

export type ThreadData = {
  programme: ProgrammeHead
  subject: Subject
  place: Place
  comment: Shown
  replies: Shown[]
  newer?: string
  older?: string
  sort: Cursor['sort']
}

/** One comment with its replies, a page at a time; a reply's address leads to its thread. */
export async function loadThread(
  tx: ReadTx,
  request: PageRequest<CommentQuery>,
  readers: SubjectReader[],
): Promise<ThreadData | undefined> {
  const { slug = '', id = '' } = request.params
  const programme = await programmeBySlug(tx, slug)
  const asked = programme && isId(id) ? (await readComments(tx, [id]))[0] : undefined
  const top = asked?.parent_id ? (await readComments(tx, [asked.parent_id]))[0] : asked
  const subject = top && (await readSubject(tx, top.subject_id))
  if (!programme || !subject || subject.programme_id !== programme.id) return undefined
  const place = (await placesOf(tx, [subject], readers)).get(subject.id)
  if (!place) return undefined
  const cursor: Cursor = { ...request.query, sort: 'oldest' }
  const page = await listComments(tx, { parent: top.id }, cursor)
  const [comment] = await surround(tx, [top], request)
  const replies = (await surround(tx, page.rows, request)).map((reply) => ({
    ...reply,
    acts: actsOn(request.actor, reply, subject, request.now, top),
  }))
  return { programme, subject, place, comment: comment!, replies, newer: page.newer, older: page.older, sort: 'oldest' }
}

export type ListData = {
  programme: ProgrammeHead
  /** With the record, so that reading what is restricted can leave its event. */
  rows: (Shown & { place: Place; subject: Subject })[]
  newer?: string
  older?: string
  query: ListQuery
  unanswered: number
}

export async function loadList(
  tx: ReadTx,
  { params, query, actor, now, today }: PageRequest<ListQuery>,
  readers: SubjectReader[],
): Promise<ListData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const narrowed = {
    programme: programme.id,
    q: query.q || undefined,
    kind: query.show === 'questions' ? 'question' : undefined,
    unanswered: query.show === 'unanswered',
    contested: query.show === 'contested',
  }
  const page = await listComments(tx, narrowed, { sort: 'newest', before: query.before, after: query.after })
  const shown = await surround(tx, page.rows, { actor, now, today })
  const subjects = await readSubjects(tx, [...new Set(shown.map((row) => row.subject_id))])
  const places = await placesOf(tx, [...subjects.values()], readers)
  const rows = shown.flatMap((row) => {
    const place = places.get(row.subject_id)
    return place ? { ...row, shownReplies: [], place, subject: subjects.get(row.subject_id)! } : []
  })
  const unanswered = await countComments(tx, { programme: programme.id, unanswered: true })
  return { programme, rows, newer: page.newer, older: page.older, query, unanswered }
}

export type ActData = {
  programme: ProgrammeHead
  comment: CommentFacts
  shown: Comment
  place: Place
  seated: Mentionable[]
}

/** What every form about one comment is given. */
export async function loadAct(
  tx: ReadTx,
  { params, today }: PageRequest<unknown>,
  readers: SubjectReader[],
): Promise<ActData | undefined> {
  const { slug = '', id = '' } = params
  const programme = await programmeBySlug(tx, slug)
  const comment = isId(id) ? await readFacts(tx, id) : undefined
  if (!programme || comment?.subject.programme_id !== programme.id) return undefined
  const place = (await placesOf(tx, [comment.subject], readers)).get(comment.subject.id)
  const [shown] = await readComments(tx, [id])
  if (!place || !shown) return undefined
  return { programme, comment, shown, place, seated: await seatedIn(tx, programme.id, today) }
}

export type WriteData = { programme: ProgrammeHead; subject: Subject; place: Place; seated: Mentionable[] }

export async function loadWriting(
  tx: ReadTx,
  { params, today }: PageRequest<unknown>,
  readers: SubjectReader[],
): Promise<WriteData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  const subject = isId(params.record ?? '') ? await readSubject(tx, params.record!) : undefined
  const place = subject && (await placesOf(tx, [subject], readers)).get(subject.id)
  if (!programme || !subject || !place || subject.programme_id !== programme.id) return undefined
  return { programme, subject, place, seated: await seatedIn(tx, programme.id, today) }
}

export async function loadSettings(tx: ReadTx, { params }: PageRequest<unknown>) {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  return programme && { programme, open: await isOpen(tx, programme.id) }
}
export type SettingsData = NonNullable<Awaited<ReturnType<typeof loadSettings>>>
