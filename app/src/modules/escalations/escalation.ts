import { type Actor, actsFor, hasSeat, personOf, seatsIn } from '#kernel/access.ts'
import { all, type Lang, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { words } from './words.ts'

export const escalationStates = ['open', 'answered', 'declined', 'withdrawn'] as const
export type EscalationState = (typeof escalationStates)[number]
export const subjectKinds = ['task', 'commitment', 'decision', 'obstacle'] as const
export type SubjectKind = (typeof subjectKinds)[number]
export const answerKinds = ['settled', 'decision', 'declined'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** Working days in which the heads answer, unless the party says otherwise. */
export const usualDays = 15

export type Escalation = {
  id: string
  programme_id: string
  owner_id: string
  class: 'public' | 'members'
  lang: Lang
  question: string
  tried: string
  subject_kind: SubjectKind | null
  subject_id: string | null
  raised_on: string
  needed_by: string
  state: EscalationState
  closed_on: string | null
  created_by: string | null
  version: number
}

/** What the rules judge: the matter, its programme, and which parties are asked and have not answered yet. */
export type Facts = Escalation & { programme_status: string; asked: string[]; waiting: string[] }

type Refusals = (typeof words)['id']['refusal']

function because(code: keyof Refusals): Reason {
  return reason(code, (lang) => words[lang].refusal[code])
}

type Place = { programme_id: string; programme_status: string }

function sits(actor: Actor, of: Place): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  if (seatsIn(actor, of.programme_id).length === 0) return because('membersOnly')
  const ended = of.programme_status === 'finished' || of.programme_status === 'stopped'
  return ended ? because('programmeEnded') : true
}

/** Parties for which this person acts in the programme. */
export function partiesOf(actor: Actor, programmeId: string): string[] {
  const seated = seatsIn(actor, programmeId).map((seat) => seat.organisationId)
  return [...new Set(seated)].filter((party) => actsFor(actor, programmeId, party))
}

export function mayRaiseEscalation(actor: Actor, of: Place): Verdict {
  return all(sits(actor, of), partiesOf(actor, of.programme_id).length > 0 || because('partiesOnly'))
}

/** Parties that are still asked and that this person heads. */
export function headedBy(actor: Actor, of: Facts): string[] {
  if (!hasSeat(actor, of.programme_id, 'head')) return []
  const heads = seatsIn(actor, of.programme_id).filter((seat) => seat.role === 'head')
  return of.waiting.filter((party) => heads.some((seat) => seat.organisationId === party))
}

/** The head of a party that is asked, who did not bring it. */
export function mayAnswerEscalation(actor: Actor, of: Facts): Verdict {
  return all(
    sits(actor, of),
    of.state === 'open' || because('closed'),
    headedBy(actor, of).length > 0 || because('headsOnly'),
    of.created_by !== personOf(actor) || because('ownMatter'),
  )
}

export function mayWithdrawEscalation(actor: Actor, of: Facts): Verdict {
  return all(
    sits(actor, of),
    actsFor(actor, of.programme_id, of.owner_id) || because('ownerOnly'),
    of.state === 'open' || because('closed'),
  )
}
