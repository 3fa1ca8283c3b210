import { type Actor, type Class, coordinates, hasRole, hasSeat, personOf, seatsIn } from '#kernel/access.ts'
import { all, type Lang, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import type { SubjectHead } from '#kernel/subject-reader.ts'
import { kernelWords } from '#kernel/words.ts'
import { type Refusals, words } from './words.ts'

export const commentKinds = ['comment', 'question'] as const
export type CommentKind = (typeof commentKinds)[number]

/** A record as discussions know it; its class, owner and programme decide about every comment below it. */
export type Subject = {
  id: string
  kind: string
  programme_id: string
  owner_id: string
  class: Class
  comments: number
  slug: string
  /** Whether residents may comment on public records of the programme. */
  open: boolean
}

/** What the record is called and where it is shown. */
export type Place = SubjectHead & { kind: string; href: string }

/** What the policies judge of a comment. */
export type CommentFacts = {
  id: string
  parent_id: string | null
  kind: CommentKind
  hidden: boolean
  created_at: Date
  created_by: string
  subject: Subject
  /** Acts of moderation so far, by whom. */
  acts: { act: Moderation; created_by: string | null }[]
}
export type Moderation = 'hide' | 'contest' | 'uphold' | 'restore'

const editMs = 15 * 60_000

export function because(code: string, pick: (say: Refusals) => string): Reason {
  return reason(code, (lang) => pick(words[lang].refusal))
}

const signInFirst = reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)

/** People with a seat; on public records residents too, unless the programme closed that. */
export function mayWrite(actor: Actor, subject: Pick<Subject, 'programme_id' | 'class' | 'open'>): Verdict {
  if (actor.kind !== 'person') return signInFirst
  if (hasSeat(actor, subject.programme_id)) return true
  if (subject.class !== 'public') return because('members-write', (say) => say.membersWrite)
  return subject.open || because('closed', (say) => say.closed)
}

export function mayReply(actor: Actor, comment: Pick<CommentFacts, 'subject' | 'hidden'>): Verdict {
  if (comment.hidden) return because('hidden', (say) => say.hidden)
  return mayWrite(actor, comment.subject)
}

function isAuthor(actor: Actor, comment: Pick<CommentFacts, 'created_by'>): Verdict {
  if (actor.kind !== 'person') return signInFirst
  return actor.personId === comment.created_by || because('not-author', (say) => say.notAuthor)
}

export function mayEdit(actor: Actor, comment: CommentFacts, now: Date): Verdict {
  const inTime = now.getTime() <= comment.created_at.getTime() + editMs
  return all(
    isAuthor(actor, comment),
    comment.hidden ? because('hidden', (say) => say.hidden) : true,
    inTime || because('too-late', (say) => say.tooLate),
  )
}

/** Later the words stay; what was wrong is said below them. */
export function mayCorrect(actor: Actor, comment: CommentFacts, now: Date): Verdict {
  const later = now.getTime() > comment.created_at.getTime() + editMs
  return all(
    isAuthor(actor, comment),
    comment.hidden ? because('hidden', (say) => say.hidden) : true,
    later || because('edit-instead', (say) => say.editInstead),
  )
}

/** The owner of the record and the coordination team answer for it. */
export function answersFor(
  actor: Actor,
  { programme_id, owner_id }: Pick<Subject, 'programme_id' | 'owner_id'>,
): boolean {
  const owns = seatsIn(actor, programme_id).some(
    (seat) => seat.organisationId === owner_id && (seat.role === 'officer' || seat.role === 'head'),
  )
  return owns || coordinates(actor, programme_id)
}

/** Who asked, the owner of the record, or the coordination team. */
export function mayMarkAnswer(actor: Actor, question: CommentFacts): Verdict {
  if (actor.kind !== 'person') return signInFirst
  if (question.kind !== 'question') return because('no-question', (say) => say.noQuestion)
  const may = question.created_by === actor.personId || answersFor(actor, question.subject)
  return may || because('not-for-answers', (say) => say.notForAnswers)
}

/** A reply that is the answer, by someone else than who asked. */
export function mayAnswer(actor: Actor, question: CommentFacts): Verdict {
  return all(
    mayReply(actor, question),
    mayMarkAnswer(actor, question),
    question.created_by !== personOf(actor) || because('not-for-answers', (say) => say.notForAnswers),
  )
}

function moderates(actor: Actor, comment: CommentFacts): Verdict {
  if (actor.kind !== 'person') return signInFirst
  if (comment.created_by === actor.personId) return because('own-comment', (say) => say.ownComment)
  const may = coordinates(actor, comment.subject.programme_id) || hasRole(actor, 'information-officer')
  return may || because('not-moderator', (say) => say.notModerator)
}

export function mayHide(actor: Actor, comment: CommentFacts): Verdict {
  return all(
    moderates(actor, comment),
    comment.acts.length === 0 || because('decided-before', (say) => say.decidedBefore),
  )
}

/** Once, by the author. */
export function mayContest(actor: Actor, comment: CommentFacts): Verdict {
  const said = comment.acts.some(({ act }) => act === 'contest')
  return all(
    isAuthor(actor, comment),
    comment.hidden || because('not-hidden', (say) => say.notHidden),
    said ? because('once', (say) => say.once) : true,
  )
}

/** By someone else than who hid it. */
export function mayRule(actor: Actor, comment: CommentFacts): Verdict {
  const by = (wanted: Moderation) => comment.acts.find(({ act }) => act === wanted)
  return all(
    moderates(actor, comment),
    by('contest') ? true : because('no-objection', (say) => say.noObjection),
    by('uphold') || by('restore') ? because('decided-before', (say) => say.decidedBefore) : true,
    by('hide')?.created_by === personOf(actor) ? because('own-decision', (say) => say.ownDecision) : true,
  )
}

export function maySetDiscussion(actor: Actor, programme: { id: string }): Verdict {
  if (actor.kind !== 'person') return signInFirst
  return coordinates(actor, programme.id) || because('not-coordinator', (say) => say.notCoordinator)
}

export function mayFollow(actor: Actor): Verdict {
  return actor.kind === 'person' || signInFirst
}

/** The party in whose name this person writes; residents write for themselves. */
export function speaksFor(actor: Actor, subject: Pick<Subject, 'programme_id' | 'owner_id'>): string | null {
  const seats = seatsIn(actor, subject.programme_id).map((seat) => seat.organisationId)
  return seats.includes(subject.owner_id) ? subject.owner_id : (seats[0] ?? null)
}

/** One comment as pages and the API show it. `body` is absent when it is hidden from this reader. */
export type Comment = {
  id: string
  subject_id: string
  parent_id: string | null
  quotes_id: string | null
  kind: CommentKind
  lang: Lang
  hidden: boolean
  /** For the policies; readers are told `at`. */
  created_at: Date
  created_by: string
  /** The instant, or for readers without a seat the day. */
  at: string
  /** Whether this reader wrote it. */
  own: boolean
  /** As far as this reader is told (kernel/acts.ts); absent for residents, whose names are not shown. */
  author: string | null
  organisation: string | null
  organisation_lang: string | null
  body: string | null
  edits: number
  corrections: { body: string; at: string }[]
  /** Of the question, the newest mark first. */
  answered: { answer_id: string; at: string } | null
  moderation: {
    comment_id: string
    act: Moderation
    reason: string
    at: string
    created_by: string | null
    by: string | null
  }[]
  /** Those whose names this reader is not told are absent. */
  mentioned: (string | null)[]
  replies: number
}
