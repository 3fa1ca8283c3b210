import { type Actor, actsFor, type Class, coordinates, hasSeat, seatsIn } from '#kernel/access.ts'
import { all, type Lang, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import type { Cadence } from './cadence.ts'
import { words } from './words.ts'
import type { Zone } from './zone.ts'

export const meetingStates = ['planned', 'held', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

export const manners = ['in-person', 'online', 'delegate-decides', 'delegate', 'absent-notice', 'absent'] as const
export type Manner = (typeof manners)[number]

export const itemKinds = ['decision', 'discussion', 'information'] as const
export type ItemKind = (typeof itemKinds)[number]

export const results = ['settled', 'carried', 'dropped'] as const
export type Result = (typeof results)[number]

export const listSize = 25

type Titled = { title: string; title_en: string | null; lang: Lang }
type Owned = { id: string; programme_id: string; owner_id: string; class: Class; version: number }

export type Series = Owned &
  Titled & {
    cadence: Cadence
    first_on: string
    start_minute: number
    length_minutes: number
    zone: Zone
    place: string | null
    heads: boolean
    required_ids: string[]
    ended_on: string | null
  }

export type Meeting = Owned &
  Titled & {
    series_id: string | null
    first_starts_at: Date
    starts_at: Date
    length_minutes: number
    zone: Zone
    place: string | null
    /** Heads of the parties are asked to come themselves. */
    heads: boolean
    required_ids: string[]
    state: MeetingState
    sequence: number
    invited_at: Date | null
  }

/** What policies judge: the meeting and the state of its programme. */
export type Judged = Pick<Meeting, 'programme_id' | 'state' | 'starts_at'> & { programme_status: string }

export function titleIn(lang: Lang, { title, title_en, lang: own }: Titled): { text: string; lang: Lang } {
  return lang === 'en' && title_en ? { text: title_en, lang: 'en' } : { text: title, lang: own }
}

export function attends(manner: Manner | undefined): boolean {
  return manner !== undefined && manner !== 'absent' && manner !== 'absent-notice'
}

/** Present at decision level, and not through a delegate: what obstacle D11 a counts. */
export function decidesInPerson(manner: Manner | undefined): boolean {
  return manner === 'in-person' || manner === 'online'
}

type Refusal = keyof (typeof words)['id']['refusal']

export function because(code: Refusal): Reason {
  return reason(code, (lang) => words[lang].refusal[code])
}

function demand(holds: boolean, code: Refusal): Verdict {
  return holds || because(code)
}

type Place = { programme_id: string; programme_status: string }

/** Signed in, with a seat that may act, in a programme that still runs. */
function takesPart(actor: Actor, { programme_id, programme_status }: Place): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  return all(
    demand(seatsIn(actor, programme_id).length > 0, 'members-only'),
    demand(hasSeat(actor, programme_id, 'officer', 'head', 'coordinator', 'deputy'), 'only-reads'),
    demand(programme_status !== 'finished' && programme_status !== 'stopped', 'programme-ended'),
  )
}

/** The coordination team plans meetings. */
export function mayPlan(actor: Actor, of: Place): Verdict {
  return all(takesPart(actor, of), demand(coordinates(actor, of.programme_id), 'coordinators-only'))
}

export function mayExtend(actor: Actor, of: Place & { ended_on: string | null }): Verdict {
  return all(mayPlan(actor, of), demand(of.ended_on === null, 'series-ended'))
}

const planned = ({ state }: Judged) => demand(state === 'planned', state === 'cancelled' ? 'is-cancelled' : 'is-held')

/** Also cancelling: what is over is recorded as it was. */
export function mayMove(actor: Actor, meeting: Judged, now: Date): Verdict {
  return all(mayPlan(actor, meeting), planned(meeting), demand(meeting.starts_at > now, 'is-over'))
}

export function mayBring(actor: Actor, meeting: Judged): Verdict {
  return all(takesPart(actor, meeting), planned(meeting))
}

/** A party answers for itself, before the meeting. */
export function mayAnswer(actor: Actor, meeting: Judged, now: Date, organisationId?: string): Verdict {
  const own = organisationId === undefined || actsFor(actor, meeting.programme_id, organisationId)
  return all(
    takesPart(actor, meeting),
    planned(meeting),
    demand(meeting.starts_at > now, 'answer-before'),
    demand(own, 'answer-own'),
  )
}

/** The list of who came is kept by the coordination team; with it the meeting counts as held. */
export function mayRecord(actor: Actor, meeting: Judged, now: Date): Verdict {
  return all(
    mayPlan(actor, meeting),
    demand(meeting.state !== 'cancelled', 'is-cancelled'),
    demand(meeting.starts_at <= now, 'not-yet'),
  )
}

export function mayConclude(actor: Actor, meeting: Judged): Verdict {
  return all(mayPlan(actor, meeting), demand(meeting.state === 'held', 'attendance-first'))
}

export function mayDraft(actor: Actor, meeting: Judged): Verdict {
  return all(
    takesPart(actor, meeting),
    demand(meeting.state !== 'cancelled', 'is-cancelled'),
    demand(meeting.state === 'held', 'attendance-first'),
  )
}

export type MinutesHead = { number: number; status: 'draft' | 'confirmed' }

export function mayConfirm(actor: Actor, meeting: Judged, newest: MinutesHead | undefined): Verdict {
  return all(mayConclude(actor, meeting), demand(newest?.status === 'draft', 'nothing-to-confirm'))
}
