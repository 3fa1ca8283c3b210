import { type Actor, actsFor, coordinates, seatsIn } from '#kernel/access.ts'
import { all, type Lang, type Verdict } from '#kernel/reason.ts'
import type { ExchangeTarget } from './exchange-format.ts'
import { because, signInFirst } from './rules.ts'

/** The scale of the Open Government Partnership's Independent Reporting Mechanism; `unclear` comes from sources. */
export const outcomes = ['not-started', 'limited', 'substantial', 'complete', 'withdrawn', 'unclear'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a source did not assess: different unknowns; `empty` and `unreadable` are cells that say nothing we could read. */
export const notAssessedReasons = ['no-data', 'not-reported', 'not-applicable', 'empty', 'unreadable'] as const
export type NotAssessed = (typeof notAssessedReasons)[number]

export type Commitment = {
  id: string
  programme_id: string
  /** The party that promised. */
  owner_id: string
  class: 'public' | 'members' | 'restricted' | 'secret'
  lang: Lang
  title: string
  title_en: string | null
  amount: number | null
  unit: string | null
  money: number | null
  currency: string | null
  expected_evidence: string | null
  /** Never changes. */
  first_due: string | null
  first_target: ExchangeTarget | null
  current_due: string | null
  current_target: ExchangeTarget | null
  outcome: Outcome | null
  outcome_on: string | null
  not_assessed: NotAssessed | null
  version: number
}

export function kept(outcome: string | null): boolean {
  return outcome === 'substantial' || outcome === 'complete'
}

export function mayMakeCommitment(actor: Actor, programme: { id: string }, organisationId?: string): Verdict {
  if (actor.kind === 'visitor') return signInFirst
  if (coordinates(actor, programme.id)) return true
  const acts = organisationId ? actsFor(actor, programme.id, organisationId) : actsForSomeone(actor, programme.id)
  return acts || because('not-for-party', (words) => words.notForParty)
}

function actsForSomeone(actor: Actor, programmeId: string): boolean {
  return seatsIn(actor, programmeId).some((seat) => seat.role !== 'observer' && seat.role !== 'auditor')
}

/** Moves and reports come from the party that promised, or from the coordination team. */
export function mayKeepCommitment(actor: Actor, commitment: Commitment): Verdict {
  if (actor.kind === 'visitor') return signInFirst
  const own =
    coordinates(actor, commitment.programme_id) || actsFor(actor, commitment.programme_id, commitment.owner_id)
  return own || because('not-your-commitment', (words) => words.notYourCommitment)
}

export function mayMoveCommitment(actor: Actor, commitment: Commitment): Verdict {
  const settled = commitment.outcome === 'complete' || commitment.outcome === 'withdrawn'
  return all(
    mayKeepCommitment(actor, commitment),
    settled ? because('commitment-settled', (words) => words.commitmentSettled) : true,
  )
}

/** Who judges acts for another party: its officers and heads, the coordination team, an auditor. */
export function mayAssessCommitment(actor: Actor, commitment: Commitment): Verdict {
  if (actor.kind === 'visitor') return signInFirst
  const seats = seatsIn(actor, commitment.programme_id).filter((seat) => seat.role !== 'observer')
  if (seats.length === 0) return because('observers-do-not-assess', (words) => words.observersDoNotAssess)
  return assessorsOf(actor, commitment).length > 0 || because('own-commitment', (words) => words.ownCommitment)
}

/** The other parties for which this person could judge. */
export function assessorsOf(actor: Actor, commitment: Commitment): string[] {
  const seats = seatsIn(actor, commitment.programme_id).filter((seat) => seat.role !== 'observer')
  // Someone who also acts for the party that promised would judge their own promise.
  if (seats.some((seat) => seat.organisationId === commitment.owner_id)) return []
  return [...new Set(seats.map((seat) => seat.organisationId))]
}

export type CommitmentRow = Commitment & { party: string; acronym: string | null }

/** A commitment that falls due soon, for the home page. */
export type DueCommitment = {
  id: string
  title: string
  title_en: string | null
  lang: 'id' | 'en'
  slug: string
  programme: string
  programme_en: string | null
  programme_lang: 'id' | 'en'
  party: string
  current_due: string
}

export type CommitmentTally = { all: number; due: number; kept: number }

/** Rows below a commitment: moves, reports, assessments; each with who did it, as far as it is known. */
export type CommitmentMove = {
  id: string
  commitment_id: string
  from_due: string | null
  to_due: string | null
  reason: string | null
  lang: Lang
  asked_by: string | null
  on_day: string
}
export type CommitmentReport = {
  id: string
  commitment_id: string
  text: string
  url: string | null
  /** The file that shows it. */
  document_id: string | null
  amount: number | null
  lang: Lang
  on_day: string
}
export type CommitmentAssessment = {
  id: string
  commitment_id: string
  outcome: Outcome
  reason: string | null
  lang: Lang
  /** Null where a source judged. */
  assessor_id: string | null
  raw: string | null
  on_day: string
}
type By<Row> = Row & { person: string | null; organisation: string | null }
export type CommitmentRecord = {
  moves: By<CommitmentMove & { to_target: ExchangeTarget | null }>[]
  reports: By<CommitmentReport>[]
  assessments: By<CommitmentAssessment>[]
}

export const commitmentSorts = ['due', 'title', 'party', 'outcome'] as const
export type CommitmentSort = (typeof commitmentSorts)[number]
