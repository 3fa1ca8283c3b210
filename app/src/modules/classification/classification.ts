import { type Actor, type Class, hasRole, hasSeat, seatsIn } from '#kernel/access.ts'
import type { Ground } from '#kernel/grounds.ts'
import { endsOnADay } from '#kernel/grounds.ts'
import { all, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { words } from './words.ts'

export const parts = ['record', 'field', 'passage'] as const
export const closedClasses = ['restricted', 'secret'] as const
export const opened = ['public', 'members'] as const
export const endings = ['consent', 'office', 'ruling', 'law'] as const
export const classificationOrders = ['', 'label', 'ground', 'ends', 'review'] as const
export type Part = (typeof parts)[number]
export type Ending = (typeof endings)[number]
export type Office = 'head' | 'information-officer'
export type Act = 'confirm' | 'review' | 'extend' | 'declassify' | 'overturn' | 'expire'

/** A record that can be withheld, as the register of classes knows it; its words are its own module's. */
export type Target = {
  id: string
  kind: string
  record_table: string
  programme_id: string
  owner_id: string
  class: Class
}

/** One decision with what became of it. */
export type Classification = {
  id: string
  programme_id: string
  owner_id: string
  record_id: string
  record_kind: string
  part: Part
  place: string | null
  from_class: Class
  to_class: 'restricted' | 'secret'
  ground: Ground
  other_law: string | null
  label: string
  information: string
  harm: string
  weighing: string
  stays_open: string
  appeal_to: string
  hides_existence: boolean
  ends_when: Ending | null
  then_class: (typeof opened)[number]
  by_office: Office
  lang: 'id' | 'en'
  decided_on: string
  created_by: string
  ends_on: string | null
  next_review_on: string
  ended_by: Act | null
  ended_on: string | null
  in_force: boolean
}

export type Standing = 'unconfirmed' | 'standing' | 'ended'
export function standingOf(one: Pick<Classification, 'ended_by' | 'in_force'>): Standing {
  if (one.ended_by) return 'ended'
  return one.in_force ? 'standing' : 'unconfirmed'
}

/** In whose name this person decides about records of this owner: its head, else the information officer. */
export function officeOf(actor: Actor, { programme_id, owner_id }: { programme_id: string; owner_id: string }): Office {
  const heads = seatsIn(actor, programme_id).some((seat) => seat.role === 'head' && seat.organisationId === owner_id)
  return heads || !hasRole(actor, 'information-officer') ? 'head' : 'information-officer'
}

/** Withholding is decided by the head of the owner, or by the information officer after the consequence test. */
export function mayClassify(actor: Actor, record: { programme_id: string; owner_id: string }): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  if (hasRole(actor, 'information-officer')) return true
  const heads = seatsIn(actor, record.programme_id).some(
    (seat) => seat.role === 'head' && seat.organisationId === record.owner_id,
  )
  return heads || because('notDecider')
}

/** Whether this person decides about anything in the programme. */
export function mayClassifyIn(actor: Actor, programmeId: string): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  return hasRole(actor, 'information-officer') || hasSeat(actor, programmeId, 'head') || because('notDecider')
}

type Judged = Pick<
  Classification,
  'programme_id' | 'owner_id' | 'created_by' | 'ended_by' | 'in_force' | 'to_class' | 'ends_on'
>

/** A second person, never the one who decided, confirms that a record becomes secret. */
export function mayConfirm(actor: Actor, one: Judged): Verdict {
  if (one.ended_by) return because('ended')
  if (one.in_force) return because('confirmedAlready')
  if (isDecider(actor, one)) return because('secondPerson')
  return mayClassify(actor, one)
}

export function mayReview(actor: Actor, one: Judged): Verdict {
  if (one.ended_by) return because('ended')
  if (!one.in_force) return because('unconfirmed')
  return mayClassify(actor, one)
}

/** A file that was taken back is opened in no part; who could open it is told what to do. */
export function mayOpenInPart(actor: Actor, one: Judged, original: { withdrawn: unknown }): Verdict {
  return all(mayReview(actor, one), original.withdrawn ? because('originalWithdrawn') : true)
}

export function mayOpen(actor: Actor, one: Judged): Verdict {
  return one.ended_by ? because('ended') : mayClassify(actor, one)
}

/** After an objection somebody else than the decider judges. */
export function mayOverturn(actor: Actor, one: Judged): Verdict {
  if (one.ended_by) return because('ended')
  if (!one.in_force) return because('unconfirmed')
  if (isDecider(actor, one)) return because('otherPerson')
  return mayClassify(actor, one)
}

function isDecider(actor: Actor, one: Judged): boolean {
  return actor.kind === 'person' && actor.personId === one.created_by
}

/** A day for grounds a to f; for the others a day or what ends it. */
export function hasLimit(ground: Ground, expiresOn: string | undefined, endsWhen: Ending | undefined): boolean {
  return expiresOn !== undefined || (!endsOnADay(ground) && endsWhen !== undefined)
}

export const decidedAlready: Reason = because('decidedAlready')

function because(code: keyof (typeof words)['id']['reasons']): Reason {
  return reason(
    code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    (lang) => words[lang].reasons[code],
  )
}
