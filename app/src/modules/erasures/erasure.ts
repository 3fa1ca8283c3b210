import { type Actor, hasRole, type JobActor } from '#kernel/access.ts'
import type { ErasedSubject } from '#kernel/erasable.ts'
import type { NewEvent } from '#kernel/event.ts'
import { reason, type Verdict } from '#kernel/reason.ts'
import type { JsonObject } from '#kernel/schema.ts'
import { kernelWords } from '#kernel/words.ts'
import { words } from './words.ts'

/** The job that erases. */
export const eraser: JobActor = { kind: 'job', job: 'erasures', classes: ['public'] }

export const refusalGrounds = ['archive', 'law-enforcement', 'public-interest'] as const
export type RefusalGround = (typeof refusalGrounds)[number]

export type ErasureState = 'waiting' | 'granted' | 'refused' | 'done'

export type Erasure = {
  id: string
  subject: ErasedSubject
  asked_at: Date
  due_at: Date
  outcome: 'erase' | 'refuse' | null
  ground: RefusalGround | null
  decided_at: Date | null
  erased: number | null
  done_at: Date | null
}

export function stateOf({ outcome, done_at }: Pick<Erasure, 'outcome' | 'done_at'>): ErasureState {
  if (outcome === 'refuse') return 'refused'
  if (outcome === null) return 'waiting'
  return done_at ? 'done' : 'granted'
}

/** Whole hours that are left to decide; negative: late. Nights and holidays count. */
export function hoursLeft({ due_at }: Pick<Erasure, 'due_at'>, now: Date): number {
  return Math.floor((due_at.getTime() - now.getTime()) / 3_600_000)
}

type Refusal = keyof (typeof words)['id']['refusal']
const no = (code: Refusal): Verdict => reason(code, (lang) => words[lang].refusal[code])

/** A request that was refused does not stand in the way of another one. */
const unsettled = (latest: Erasure | undefined) => latest !== undefined && stateOf(latest) !== 'refused'

/** `official`: holds a post or an office today. */
export type Asking = { latest: Erasure | undefined; official: boolean }

export function mayAskForOneself(actor: Actor, { latest, official }: Asking): Verdict {
  if (actor.kind !== 'person') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  if (official || actor.seats.length > 0) return no('inOffice')
  return unsettled(latest) ? no('asked') : true
}

export function mayAskForRequest(closed: boolean, latest: Erasure | undefined): Verdict {
  if (unsettled(latest)) return no('asked')
  return closed || no('notClosed')
}

export function mayReadAll(actor: Actor): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  return hasRole(actor, 'information-officer') || no('notOfficer')
}

export function mayDecide(actor: Actor, of: Erasure): Verdict {
  const officer = mayReadAll(actor)
  if (officer !== true) return officer
  if (of.outcome) return no('decided')
  return actor.kind === 'person' && actor.personId === of.subject.id ? no('ownData') : true
}

/** Says that it happened and not to whom. */
export function erasureEvent(name: string, id: string, payload: JsonObject = {}): NewEvent {
  return {
    name: `erasure.${name}`,
    programmeId: null,
    class: 'public',
    subjectKind: 'erasure',
    subjectId: id,
    payload,
  }
}
