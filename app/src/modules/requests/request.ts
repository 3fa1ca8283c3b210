import { type Actor, hasRole } from '#kernel/access.ts'
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from '#kernel/calendar.ts'
import type { Lang } from '#kernel/reason.ts'

export const states = ['open', 'paused', 'answered', 'reopened', 'withdrawn'] as const
export type State = (typeof states)[number]
export const answers = ['full', 'partial', 'refused', 'not-held'] as const
export type Answer = (typeof answers)[number]
export type RequestOutcome = Answer | 'forwarded'

/** Grounds of an objection: the letters of article 35 of UU 14/2008, in our own words; to be checked with the legal office. */
export const objectionGrounds = ['35a', '35b', '35c', '35d', '35e', '35f', '35g'] as const
export type ObjectionGround = (typeof objectionGrounds)[number]
export const reconsiderations = ['upheld', 'partly', 'overturned'] as const
export type Reconsideration = (typeof reconsiderations)[number]
export const disputeOutcomes = ['granted', 'partly', 'rejected', 'settled'] as const
export type DisputeOutcome = (typeof disputeOutcomes)[number]

/** A request as the public register shows it; who asks and what was written are read apart. */
export type InformationRequest = {
  id: string
  year: number
  sequence: number
  programme_id: string | null
  owner_id: string | null
  class: 'public'
  channel: 'web' | 'desk'
  lang: Lang
  received_on: string
  first_due_on: string
  due_on: string | null
  rule_version: number
  calendar_version: number
  state: State
  registered_on: string | null
  extended_on: string | null
  paused_on: string | null
  holder_id: string | null
  outcome: RequestOutcome | null
  ground: string | null
  answered_on: string | null
  objected_on: string | null
  objection_ground: ObjectionGround | null
  objection_due_on: string | null
  reconsidered_on: string | null
  reconsideration: Reconsideration | null
  disputed_on: string | null
  dispute_ended_on: string | null
  dispute_outcome: DisputeOutcome | null
  version: number
}

/** How the actor stands to a request, as the database says. */
export type Standing = {
  /** Brought the secret link, or keeps the request in their own list. */
  followed: boolean
  /** Sits for the organisation it was handed to. */
  held: boolean
  /** Superior of the information officer: head of the organisation that answers for it, or of the officer's own. */
  superior: boolean
  /** Wrote one of its answers. */
  answeredIt: boolean
}
/** Last days that follow from the rules in force. */
export type Limits = { objectBy: string | null; disputeBy: string | null }
export type Facts = InformationRequest & Standing & Limits

/** "PI-2026-0007": the number on the receipt and in the register. */
export function codeOf({ year, sequence }: Pick<InformationRequest, 'year' | 'sequence'>): string {
  return `PI-${year}-${String(sequence).padStart(4, '0')}`
}

export function isOfficer(actor: Actor): boolean {
  return hasRole(actor, 'information-officer')
}

/** Working days that are left; 0 = today is the last; negative = overdue. None while the clock stands or once it is answered. */
export function daysLeft(calendar: WorkCalendar, of: Pick<InformationRequest, 'state' | 'due_on'>, today: string) {
  if (of.state !== 'open' || !of.due_on) return undefined
  return workingDaysBetween(calendar, today, of.due_on)
}

/** Working days by which the first answer missed its deadline; 0 when it kept it. */
export function daysLate(calendar: WorkCalendar, of: Pick<InformationRequest, 'answered_on' | 'due_on'>): number {
  if (!of.answered_on || !of.due_on || of.answered_on <= of.due_on) return 0
  return workingDaysBetween(calendar, of.due_on, of.answered_on)
}

export function isOverdue(of: Pick<InformationRequest, 'state' | 'due_on'>, today: string): boolean {
  return of.state === 'open' && of.due_on !== null && of.due_on < today
}

/** First day asked, last day answered; open while nothing came back. */
export type Pause = { from: string; to: string | null }

/**
 * The day by which a request has to be answered: the n-th working day after it came in, without the days after a question
 * to the requester up to the reply; undefined while one is open. The database counts the same (mufakat.information_due).
 */
export function dueDay(calendar: WorkCalendar, received: string, days: number, pauses: Pause[]): string | undefined {
  let left = days
  let from = received
  for (const pause of pauses) {
    const used = workingDaysBetween(calendar, from, pause.from)
    if (used >= left) break
    if (pause.to === null) return undefined
    left -= used
    from = pause.to
  }
  return addWorkingDays(calendar, from, left)
}
