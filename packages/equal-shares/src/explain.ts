import type { Outcome } from './count.ts'
import { toNumber } from './fraction.ts'
import type { GreedyResult } from './greedy.ts'
import { type Payment, paymentsOf, phragmenPayments } from './payments.ts'
import type { PhragmenResult } from './phragmen.ts'
import type { Profile } from './profile.ts'

/** What became of a project and why. Amounts are in the currency; `place` counts from 1. */
export type Fate =
  /** Its supporters paid for it: equal shares or Phragmén. */
  | { kind: 'paid'; place: number; payment: Payment }
  /** Its score was high enough when its turn came: greedy. */
  | { kind: 'by-score'; place: number; rest: number }
  /** Equal shares left it out, but there was room in the budget and its score came next: utilitarian completion. */
  | { kind: 'filled-up'; place: number; rest: number }
  /**
   * `had`: what its supporters had left together at the end of the count; `missing`: cost − had. `beyond`: where one more
   * increment of add1 would have paid for it, the cost of that outcome, which is over the budget; otherwise null.
   */
  | { kind: 'not-affordable'; had: number; missing: number; beyond: number | null }
  /** `rest`: what was left of the budget when its turn came. */
  | { kind: 'does-not-fit'; rest: number; missing: number }
  /** Greedy had stopped at a project that did not fit; Phragmén at one that would have burst the budget. */
  | { kind: 'after-stop'; had: number | null; missing: number | null }
  /** Phragmén: the supporters had saved the cost, but the budget did not have it any more, which ended the count. */
  | { kind: 'ended-the-count'; rest: number; missing: number }
  | { kind: 'below-threshold'; threshold: number; missing: number }
  | { kind: 'dearer-than-budget' }
  | { kind: 'no-support' }

export type Account = {
  project: number
  id: string
  name: string
  cost: number
  selected: boolean
  /** Voters who support it, and its score (approvals, points or Borda points). */
  supporters: number
  score: number
  fate: Fate
}

/** One account per project, in the order of the election's projects. */
export function explain(profile: Profile, outcome: Outcome): Account[] {
  const { election, votes, score } = profile
  const fates = fatesOf(profile, outcome)
  const chosen = new Set(outcome.selected)
  return election.projects.map(({ id, name, cost }, project) => ({
    project,
    id,
    name,
    cost: inCurrency(profile, cost),
    selected: chosen.has(project),
    supporters: votes[project]!,
    score: score[project]! / 10 ** election.pointDecimals,
    fate: votes[project] === 0 ? { kind: 'no-support' } : fates.get(project)!,
  }))
}

function fatesOf(profile: Profile, { course, selected }: Outcome): Map<number, Fate> {
  if (course.rule === 'greedy') return greedyFates(profile, course.greedy, 'by-score')
  if (course.rule === 'phragmen') return phragmenFates(profile, course.phragmen)
  const { completed, added } = course
  const fates = added
    ? greedyFates(profile, added, 'filled-up', completed.run.purchases.length)
    : new Map<number, Fate>()
  const { payments, left } = paymentsOf(profile, completed.run)
  payments.forEach((payment, at) => {
    fates.set(selected[at]!, { kind: 'paid', place: at + 1, payment })
  })
  const { beyond } = completed
  const next = new Set(beyond?.purchases.map(({ project }) => project))
  profile.election.projects.forEach(({ cost }, p) => {
    if (fates.has(p)) return
    const had = left[p]!
    const over = beyond && next.has(p) ? inCurrency(profile, beyond.cost) : null
    if (cost > profile.election.budget) fates.set(p, { kind: 'dearer-than-budget' })
    else fates.set(p, { kind: 'not-affordable', had, missing: inCurrency(profile, cost) - had, beyond: over })
  })
  return fates
}

function greedyFates(
  profile: Profile,
  result: GreedyResult,
  kind: 'by-score' | 'filled-up',
  before = 0,
): Map<number, Fate> {
  const { projects, budget, pointDecimals } = profile.election
  const fates = new Map<number, Fate>()
  let rest = budget - result.cost + result.selected.reduce((sum, p) => sum + projects[p]!.cost, 0n)
  result.selected.forEach((p, at) => {
    fates.set(p, { kind, place: before + at + 1, rest: inCurrency(profile, rest) })
    rest -= projects[p]!.cost
  })
  for (const refusal of result.refusals) {
    const { cost } = projects[refusal.project]!
    const points = 10 ** pointDecimals
    const threshold = refusal.threshold === null ? 0 : refusal.threshold / points
    const kinds: Record<typeof refusal.reason, Fate> = {
      'no-support': { kind: 'no-support' },
      'below-threshold': {
        kind: 'below-threshold',
        threshold,
        missing: threshold - profile.score[refusal.project]! / points,
      },
      'after-stop': { kind: 'after-stop', had: null, missing: null },
      'does-not-fit':
        cost > budget
          ? { kind: 'dearer-than-budget' }
          : {
              kind: 'does-not-fit',
              rest: inCurrency(profile, refusal.rest),
              missing: inCurrency(profile, cost - refusal.rest),
            },
    }
    fates.set(refusal.project, kinds[refusal.reason])
  }
  return fates
}

function phragmenFates(profile: Profile, result: PhragmenResult): Map<number, Fate> {
  const { projects, budget } = profile.election
  const fates = new Map<number, Fate>()
  phragmenPayments(profile, result).forEach((payment, at) => {
    fates.set(result.selected[at]!, { kind: 'paid', place: at + 1, payment })
  })
  const rest = budget - result.cost
  projects.forEach(({ cost }, p) => {
    if (fates.has(p)) return
    const had = toNumber(result.savings[p]!) / 10 ** profile.election.decimals
    if (cost > budget) fates.set(p, { kind: 'dearer-than-budget' })
    else if (result.stop?.projects.includes(p) && cost > rest) {
      fates.set(p, {
        kind: 'ended-the-count',
        rest: inCurrency(profile, rest),
        missing: inCurrency(profile, cost - rest),
      })
    } else fates.set(p, { kind: 'after-stop', had, missing: Math.max(0, inCurrency(profile, cost) - had) })
  })
  return fates
}

/** An exact amount of the election as a double of the currency. */
export function inCurrency({ election }: Profile, units: bigint): number {
  return toNumber({ numerator: units, denominator: 10n ** BigInt(election.decimals) })
}
