import { type Actor, actsFor, type Class, coordinates, seatsIn } from '#kernel/access.ts'
import { type Lang, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { words } from './words.ts'

export type Scope = 'shared' | 'agency'
export type LinkKind = 'supports' | 'conflicts' | 'duplicates'
export const linkKinds = ['supports', 'conflicts', 'duplicates'] as const

export type Objective = {
  id: string
  programme_id: string
  owner_id: string
  class: Class
  lang: Lang
  scope: Scope
  parent_id: string | null
  code: string | null
  title: string
  title_en: string | null
  summary: string
  summary_en: string | null
  weight: number
  dropped_at: Date | null
  dropped_because: string | null
  created_at: Date
  version: number
}

export type Measure = {
  id: string
  class: Class
  objective_id: string
  programme_id: string
  owner_id: string
  lang: Lang
  name: string
  name_en: string | null
  unit: string | null
  baseline: number | null
  baseline_on: string | null
  first_target: number | null
  target: number | null
  /** The first target it was ever given; progress is judged on it, whatever the target became. */
  judged_target: number | null
  target_on: string | null
  weight: number
  has_owner: boolean
  version: number
}
export type Observation = {
  id: string
  measure_id: string
  observed_on: string
  value: number
  note: string | null
  source: string | null
}

/** clip((actual − baseline) / (target − baseline), 0, 1) for any target; undefined while a term is missing or the target is the baseline. */
export function progressOf(
  baseline: number | null,
  target: number | null,
  latest: number | undefined,
): number | undefined {
  if (baseline === null || target === null || latest === undefined || baseline === target) return undefined
  return Math.min(1, Math.max(0, (latest - baseline) / (target - baseline)))
}

/** Weighted mean of the measures that can be computed; undefined when none can. */
export function meanProgress(parts: { weight: number; progress: number | undefined }[]): number | undefined {
  const known = parts.filter((part) => part.progress !== undefined)
  const weight = known.reduce((sum, part) => sum + part.weight, 0)
  return weight === 0 ? undefined : known.reduce((sum, part) => sum + part.weight * part.progress!, 0) / weight
}

/** A measure that can show an outcome: it has baseline, a target other than it, and owner (LKE 1.2). */
export function isComplete(measure: Pick<Measure, 'baseline' | 'judged_target' | 'has_owner'>): boolean {
  const { baseline, judged_target: target, has_owner } = measure
  return baseline !== null && target !== null && target !== baseline && has_owner
}

export function titleIn(lang: Lang, record: { title: string; title_en: string | null }): string {
  return lang === 'en' && record.title_en ? record.title_en : record.title
}

/** Shared objectives are stated by the coordination team, own ones by the agency. */
export function mayState(actor: Actor, programmeId: string, scope: Scope, ownerId: string): Verdict {
  const seated = mustBeSeated(actor, programmeId)
  if (seated !== true) return seated
  if (scope === 'shared')
    return (
      coordinates(actor, programmeId) ||
      reason(
        'not-coordinator',
        say((w) => w.reasons.notCoordinator),
      )
    )
  return (
    actsFor(actor, programmeId, ownerId) ||
    reason(
      'not-owner',
      say((w) => w.reasons.notOwner),
    )
  )
}

export function mayChange(
  actor: Actor,
  objective: Pick<Objective, 'programme_id' | 'owner_id' | 'scope' | 'dropped_at'>,
): Verdict {
  if (objective.dropped_at)
    return reason(
      'dropped',
      say((w) => w.reasons.dropped),
    )
  return mayState(actor, objective.programme_id, objective.scope, objective.owner_id)
}

/** Whoever answers for the measure reports it; the coordination team may too. */
export function mayObserve(actor: Actor, measure: Pick<Measure, 'programme_id' | 'owner_id'>): Verdict {
  const seated = mustBeSeated(actor, measure.programme_id)
  if (seated !== true) return seated
  if (coordinates(actor, measure.programme_id) || actsFor(actor, measure.programme_id, measure.owner_id)) return true
  return reason(
    'not-measure-owner',
    say((w) => w.reasons.notMeasureOwner),
  )
}

/** What is promised is set by who stated the objective, never by the agency that is measured on it. */
export function mayRetarget(
  actor: Actor,
  measure: Pick<Objective, 'programme_id' | 'scope' | 'dropped_at'> & { stated_by: string },
): Verdict {
  return mayChange(actor, { ...measure, owner_id: measure.stated_by })
}

/** Any party may say how its objective stands to another. */
export function mayLink(actor: Actor, programmeId: string): Verdict {
  const seated = mustBeSeated(actor, programmeId)
  if (seated !== true) return seated
  const acting = seatsIn(actor, programmeId).some((seat) => seat.role !== 'observer' && seat.role !== 'auditor')
  return (
    acting ||
    reason(
      'observes',
      say((w) => w.reasons.observes),
    )
  )
}

function mustBeSeated(actor: Actor, programmeId: string): Verdict {
  if (actor.kind === 'job') return true
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  return (
    seatsIn(actor, programmeId).length > 0 ||
    reason(
      'no-seat',
      say((w) => w.reasons.noSeat),
    )
  )
}

function say(pick: (words: typeof import('./words.ts')['words']['id']) => string) {
  return (lang: Lang) => pick(words[lang])
}
