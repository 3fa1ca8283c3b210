import {
  type Actor,
  type Class,
  classes,
  coordinates,
  hasRole,
  hasSeat,
  mayRead,
  personOf,
  seatsIn,
} from '#kernel/access.ts'
import { type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import type { FileKind } from './file-kind.ts'
import { type Refusals, words } from './words.ts'

/** A record that can have documents; its class, owner and programme go over to them. */
export type Subject = {
  id: string
  kind: string
  programme_id: string
  owner_id: string
  class: Class
  slug: string
  programme_status: string
}

/** A document without the file: what pages, lists and the API tell of it. */
export type Document = {
  id: string
  programme_id: string
  owner_id: string
  class: Class
  subject_id: string
  subject_kind: string
  subject_class: Class
  organisation_id: string
  organisation: string
  lang: 'id' | 'en'
  title: string
  file_name: string
  kind: FileKind
  size: number
  sha256: string
  received_sha256: string
  /** As far as this reader is told (acts.ts). */
  added_at: string
  added_by: string | null
  withdrawn: { reason: string; at: string; by: string | null } | null
}

/** What a document's own class may be: as its record, or closed to more people. */
export const ownClasses = ['public', 'members', 'restricted'] as const
export type OwnClass = (typeof ownClasses)[number]

export function closer(a: Class, b: Class): Class {
  return classes[Math.max(classes.indexOf(a), classes.indexOf(b))]!
}

function because(code: string, pick: (say: Refusals) => string): Reason {
  return reason(code, (lang) => pick(words[lang].refusal))
}
const signInFirst = reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)

const ended = new Set(['finished', 'stopped'])

/** Its files are versions that are open in part, made by the house from others; nobody sends one. */
const madeHere = 'classification'

/** Any party that works in the programme, on any record that it sees; who only looks on or audits adds nothing. */
export function mayAdd(actor: Actor, subject: Pick<Subject, 'kind' | 'programme_id' | 'programme_status'>): Verdict {
  if (actor.kind !== 'person') return signInFirst
  if (subject.kind === madeHere) return because('made-here', (say) => say.madeHere)
  if (!hasSeat(actor, subject.programme_id)) return because('members-add', (say) => say.membersAdd)
  if (!partyOf(actor, subject.programme_id)) return because('observers-look', (say) => say.observersLook)
  return !ended.has(subject.programme_status) || because('programme-ended', (say) => say.programmeEnded)
}

/** Nobody closes a document to themselves. */
export function mayClose(actor: Actor, subject: Subject, own: OwnClass): Verdict {
  const { programme_id: programmeId, owner_id: ownerId } = subject
  const seen = mayRead(actor, { class: closer(own, subject.class), programmeId, ownerId })
  return seen || closer(own, subject.class) === subject.class || because('too-closed', (say) => say.tooClosed)
}

/** The party in whose name this person adds: the record's owner if they sit for it. */
export function partyOf(actor: Actor, programmeId: string, ownerId?: string): string | undefined {
  const working = seatsIn(actor, programmeId).filter(({ role }) => role !== 'observer' && role !== 'auditor')
  return (working.find((seat) => seat.organisationId === ownerId) ?? working[0])?.organisationId
}

type Judged = Pick<Document, 'programme_id' | 'owner_id' | 'organisation_id' | 'withdrawn'>

/** The party that added it, the record's owner, the coordination team. */
export function mayWithdraw(actor: Actor, document: Judged): Verdict {
  if (actor.kind !== 'person') return signInFirst
  if (document.withdrawn) return because('withdrawn', (say) => say.alreadyWithdrawn)
  return keeps(actor, document) || because('keepers-withdraw', (say) => say.keepersWithdraw)
}

/** What was withdrawn is still read by those who keep it and those who oversee the programme. */
export function mayFetch(actor: Actor, document: Judged): Verdict {
  if (!document.withdrawn || keeps(actor, document) || oversees(actor, document.programme_id)) return true
  return because('withdrawn', (say) => say.withdrawn)
}

function keeps(actor: Actor, { programme_id, owner_id, organisation_id }: Judged): boolean {
  const seats = seatsIn(actor, programme_id).filter(({ role }) => role === 'officer' || role === 'head')
  return (
    coordinates(actor, programme_id) ||
    seats.some(({ organisationId }) => organisationId === owner_id || organisationId === organisation_id)
  )
}

function oversees(actor: Actor, programmeId: string): boolean {
  return personOf(actor) !== null && (hasSeat(actor, programmeId, 'auditor') || hasRole(actor, 'information-officer'))
}
