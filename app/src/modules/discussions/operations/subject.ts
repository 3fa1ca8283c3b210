import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { lock, type Refused, refused, refusedBecause } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import type { JsonObject } from '#kernel/schema.ts'
import { because, type CommentFacts, type Subject, speaksFor } from '../comment.ts'
import { findMentions } from '../mention.ts'
import { readFacts, writtenSince } from '../store/read-comments.ts'
import { readSubject, seatedIn } from '../store/subjects.ts'
import { words } from '../words.ts'

export async function loadSubject(tx: Tx, input: { slug: string; record: string }): Promise<Subject | undefined> {
  const subject = await readSubject(tx, input.record)
  return subject?.slug === input.slug ? subject : undefined
}

export async function loadComment(tx: Tx, input: { slug: string; id: string }): Promise<CommentFacts | undefined> {
  await lock(tx, input.id)
  const comment = await readFacts(tx, input.id)
  return comment?.subject.slug === input.slug ? comment : undefined
}

export function commentEvent(name: string, id: string, subject: Subject, payload: JsonObject = {}): NewEvent {
  const { programme_id: programmeId, owner_id: ownerId, class: recordClass } = subject
  const about = { subjectKind: 'comment', subjectId: id, payload: { record: subject.id, ...payload } }
  return { name, programmeId, ownerId, class: recordClass, ...about }
}

/** What a person wants for themselves is nobody else's business: it happened, and to whom, but not what. */
export function ownEvent(name: string, personId: string): NewEvent {
  return { name, programmeId: null, class: 'secret', subjectKind: 'person', subjectId: personId }
}

const tenMinutesMs = 10 * 60_000
const dayMs = 86_400_000
const limits = { seated: { tenMinutes: 20, day: 200 }, resident: { tenMinutes: 5, day: 30 } }

/** Undefined, or why it is too much at once. One person's writings wait for each other, so none slips through. */
export async function tooMany(tx: Tx, actor: Actor, subject: Subject, now: Date): Promise<Refused | undefined> {
  if (actor.kind !== 'person') return undefined
  await lock(tx, actor.personId)
  const limit = speaksFor(actor, subject) ? limits.seated : limits.resident
  const lately = await writtenSince(tx, actor.personId, new Date(now.getTime() - tenMinutesMs))
  if (lately >= limit.tenMinutes) return refusedBecause(because('too-many', (say) => say.tooManyNow))
  const today = await writtenSince(tx, actor.personId, new Date(now.getTime() - dayMs))
  return today >= limit.day ? refusedBecause(because('too-many', (say) => say.tooManyToday)) : undefined
}

/** Whom the text mentions, or the question which of several people is meant. */
export async function mentionsIn(
  tx: Tx,
  subject: Subject,
  input: { body: string; mention?: string[] },
  today: string,
): Promise<string[] | Refused> {
  const seated = await seatedIn(tx, subject.programme_id, today)
  const { people, ambiguous } = findMentions(input.body, seated, input.mention)
  if (ambiguous.length === 0) return people.map((one) => one.id)
  const names = ambiguous.map((one) => one.typed).join(', ')
  return refused(problem('mention', 'ambiguous', (lang) => words[lang].problem.ambiguous(names)))
}
