import { atLeast, type Decimal } from './decimal.ts'
import type { Election } from './election.ts'
import type { Utility } from './equal-shares.ts'
import { defaultTieRule, type TieRule } from './tie-breaking.ts'

export type Rule = 'equal-shares' | 'greedy' | 'phragmen'
export type Completion = 'none' | 'add1' | 'add1-utilitarian' | 'utilitarian'

/** Everything that decides how an election is counted. */
export type Options = {
  rule: Rule
  utility: Utility
  completion: Completion
  /** By how much add1 raises everybody's endowment at a time, in the currency; positive. */
  increment: Decimal
  /** Add1 also stops when nothing left out fits the rest of the budget. The official elections had this off. */
  exhaustive: boolean
  /** After equal shares: take greedy's outcome if strictly more voters prefer it. */
  comparison: boolean
  noSkip: boolean
  threshold: number | null
  tie: TieRule
}

/** The options do not fit the election: no rule is known, or the increment is too small for its amounts. */
export class OptionsError extends Error {}

/**
 * What the caller chose; the rest from the file's own metadata (`rule`, `min_project_score_threshold`), then the defaults: cost
 * utility, add1 by 1 unit of currency, not exhaustive, min-cost, max-votes, lot. The comparison step is part of a file's
 * rule `equalshares/add1-comparison` and falls away when the caller chooses another completion.
 */
export function optionsFor(election: Election, chosen: Partial<Options> = {}): Options {
  const file = fromFile(election.rule)
  const rule = chosen.rule ?? file.rule
  if (!rule) {
    const named =
      election.rule === '' ? 'the file names no rule' : `the file's rule "${election.rule}" is not known here`
    throw new OptionsError(`${named}; choose equal-shares, greedy or phragmen`)
  }
  const increment = chosen.increment ?? { units: 1n, decimals: 0 }
  checkIncrement(election, increment)
  return {
    utility: 'cost',
    exhaustive: false,
    noSkip: file.noSkip,
    threshold: election.threshold,
    tie: defaultTieRule,
    ...chosen,
    rule,
    increment,
    completion: chosen.completion ?? file.completion ?? 'add1',
    comparison: chosen.comparison ?? (file.comparison && chosen.completion === undefined),
  }
}

/** Nobody ever needs more than the cost of all projects, so this bounds the steps of add1 to what a double counts exactly. */
function checkIncrement({ projects, decimals }: Election, { units, decimals: places }: Decimal): void {
  const all = projects.reduce((sum, { cost }) => sum + cost, 0n)
  const steps = (all * 10n ** BigInt(places)) / (units * 10n ** BigInt(decimals))
  if (steps > 2n ** 50n) throw new OptionsError('the increment is too small for amounts of this size')
}

type FromFile = { rule: Rule | null; completion: Completion | null; comparison: boolean; noSkip: boolean }

function fromFile(name: string): FromFile {
  const [rule, way = 'none'] = name.toLowerCase().split('/')
  const greedyRules = ['greedy', 'greedy-threshold', 'greedy-no-skip']
  if (rule === 'equalshares') {
    const completion = way.replace(/-comparison$/, '') as Completion
    if (['none', 'add1', 'add1-utilitarian', 'utilitarian'].includes(completion)) {
      return { rule: 'equal-shares', completion, comparison: way !== completion, noSkip: false }
    }
  }
  const known = greedyRules.includes(name.toLowerCase())
  return {
    rule: known ? 'greedy' : null,
    completion: null,
    comparison: false,
    noSkip: name.toLowerCase() === 'greedy-no-skip',
  }
}

/** A threshold in points as the election's scores are kept: a score meets one exactly if it meets the other. */
export function thresholdFor(election: Election, points: Decimal): number {
  return atLeast(points, election.pointDecimals)
}
