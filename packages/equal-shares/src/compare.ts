import { count, type Outcome } from './count.ts'
import { inCurrency } from './explain.ts'
import type { Options } from './options.ts'
import type { Profile } from './profile.ts'
import { compareForVoters, type Preference, representedVoters } from './satisfaction.ts'

/** One rule on the same ballots. Shares are 0–1, amounts in the currency. */
export type Comparison = {
  name: string
  outcome: Outcome
  winners: number
  cost: number
  /** Share of the budget that is spent. */
  spent: number
  /** Voters with at least one winner they support, and the share of voters without. */
  represented: number
  exclusionRatio: number
  /** Voters who prefer this outcome (`first`) or greedy's (`second`), by the projects they support. */
  againstGreedy: Preference
}

/** The rules side by side: greedy with the file's own conditions, equal shares with both utilities, sequential Phragmén. */
export function compareRules(profile: Profile, options: Options): Comparison[] {
  const { completion } = options
  const variants: [string, Partial<Options>][] = [
    ['greedy', { rule: 'greedy', utility: 'cost' }],
    [`equal-shares, cost, ${completion}`, { rule: 'equal-shares', utility: 'cost' }],
    [`equal-shares, cardinality, ${completion}`, { rule: 'equal-shares', utility: 'cardinality' }],
    ['phragmen', { rule: 'phragmen' }],
  ]
  const outcomes = variants.map(([name, variant]) => ({
    name,
    outcome: count(profile, { ...options, ...variant, comparison: false }),
  }))
  const greedy = outcomes[0]!.outcome.selected
  return outcomes.map(({ name, outcome }) => {
    const represented = representedVoters(profile, outcome.selected)
    return {
      name,
      outcome,
      winners: outcome.selected.length,
      cost: inCurrency(profile, outcome.cost),
      spent: inCurrency(profile, outcome.cost) / inCurrency(profile, profile.election.budget),
      represented,
      exclusionRatio: (profile.voters - represented) / profile.voters,
      againstGreedy: compareForVoters(profile, outcome.selected, greedy),
    }
  })
}
