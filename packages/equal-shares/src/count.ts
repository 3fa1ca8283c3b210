import { add1, boughtIn, type Completed } from './completion.ts'
import { equalSharesAt, type Setting } from './equal-shares.ts'
import { type GreedyResult, greedy } from './greedy.ts'
import type { Options } from './options.ts'
import { type PhragmenResult, phragmen } from './phragmen.ts'
import type { Profile } from './profile.ts'
import { compareForVoters, type Preference } from './satisfaction.ts'
import { type Tie, tieBreaker } from './tie-breaking.ts'

/** `first` of the preference is equal shares, `second` greedy. */
export type ComparisonStep = { preference: Preference; taken: 'equal-shares' | 'greedy'; instead: number[] }

/** How the outcome came about. `added`: what a utilitarian completion did after equal shares. */
export type Course =
  | { rule: 'equal-shares'; completed: Completed; added: GreedyResult | null }
  | { rule: 'greedy'; greedy: GreedyResult }
  | { rule: 'phragmen'; phragmen: PhragmenResult }

/** The outcome of one rule. `selected`: indexes of projects in order of purchase; `course.rule` is greedy if the comparison step chose it. */
export type Outcome = {
  options: Options
  selected: number[]
  cost: bigint
  ties: Tie[]
  comparison: ComparisonStep | null
  course: Course
}

/** Counts an election. Throws UnresolvedTie when the criteria of `options.tie` leave a tie open that has to be resolved. */
export function count(profile: Profile, options: Options): Outcome {
  if (options.rule === 'greedy') return countGreedy(profile, options)
  if (options.rule === 'phragmen') {
    const result = phragmen(profile, tieBreaker(profile, options.tie))
    return { options, ...pick(result), comparison: null, course: { rule: 'phragmen', phragmen: result } }
  }
  const outcome = countEqualShares(profile, options)
  if (!options.comparison) return outcome
  const rival = countGreedy(profile, { ...options, utility: 'cost' })
  const preference = compareForVoters(profile, outcome.selected, rival.selected)
  const taken = preference.second > preference.first ? 'greedy' : 'equal-shares'
  const [result, instead] = taken === 'greedy' ? [rival, outcome] : [outcome, rival]
  return { ...result, options, comparison: { preference, taken, instead: instead.selected } }
}

function countGreedy(profile: Profile, options: Options): Outcome {
  const result = greedy(profile, tieBreaker(profile, options.tie), options)
  return { options, ...pick(result), comparison: null, course: { rule: 'greedy', greedy: result } }
}

function countEqualShares(profile: Profile, options: Options): Outcome {
  const setting: Setting = { profile, utility: options.utility, tieBreaker: tieBreaker(profile, options.tie) }
  const completed = complete(setting, options)
  const { run } = completed
  const bought = run.purchases.map(({ project }) => project)
  const fillUp = options.completion === 'utilitarian' || options.completion === 'add1-utilitarian'
  const rule = { utility: options.utility, noSkip: false, threshold: null }
  const added = fillUp ? greedy(profile, setting.tieBreaker, rule, new Set(bought), run.cost) : null
  const later = (added?.ties ?? []).map((tie) => ({ ...tie, round: tie.round + bought.length }))
  return {
    options,
    selected: [...bought, ...(added?.selected ?? [])],
    cost: added?.cost ?? run.cost,
    ties: [...run.ties, ...later],
    comparison: null,
    course: { rule: 'equal-shares', completed, added },
  }
}

function complete(setting: Setting, { completion, increment, exhaustive }: Options): Completed {
  const { budget, decimals } = setting.profile.election
  if (completion === 'add1' || completion === 'add1-utilitarian') {
    const numerator = increment.units * 10n ** BigInt(decimals)
    return add1(setting, { increment: { numerator, denominator: 10n ** BigInt(increment.decimals) }, exhaustive })
  }
  const run = equalSharesAt(setting, { numerator: budget, denominator: BigInt(setting.profile.voters) })
  const all = boughtIn(setting, run).every((bought, p) => bought === 1 || setting.profile.votes[p] === 0)
  return { run, beyond: null, steps: 0, runs: 1, leaps: 0, stop: all ? 'complete' : 'first' }
}

function pick({ selected, cost, ties }: { selected: number[]; cost: bigint; ties: Tie[] }) {
  return { selected, cost, ties }
}
