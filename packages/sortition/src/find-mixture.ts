import { openBound, type Rule } from './bound.ts'
import { type Mixture, openMixture } from './mixture.ts'
import { openSuppliers } from './panel-supply.ts'
import type { Problem } from './problem.ts'
import { openSearch } from './search.ts'
import type { Solver } from './solver.ts'
import { smallest } from './statistics.ts'

/** After each round: `bound` is what no draw's smallest probability exceeds, `gap` how far a person may still lie below the targets. */
export type Progress = { round: number; panels: number; facts: number; bound: number; gap: number }

export type Found = Pick<Mixture, 'panels'> & { weights: number[]; proved: boolean; gap: number; bound: number }

/** A person's probability may differ from the proved one by this much: solver and tickets together. */
export const tolerance = 1e-6

/**
 * Column generation from both sides. The bound gives target probabilities that no draw can beat; the mixture comes as
 * near to them as its panels allow and prices what it lacks; panels worth more at those prices are supplied. When an
 * exact search finds too little, its answer is a fact that lowers the bound. When the mixture meets the targets, they
 * are possible and cannot be beaten: proved. Undefined: no panel keeps the limits.
 */
export function findMixture(
  solver: Solver,
  problem: Problem,
  rule: Rule,
  stop: () => boolean = () => false,
  progress: (progress: Progress) => void = () => {},
): Found | undefined {
  const search = openSearch(solver, problem, stop)
  const mixture = openMixture(solver, problem)
  const bound = openBound(solver, problem, rule)
  const { panels } = mixture
  try {
    if (!addFirstPanel(solver, problem, mixture)) return undefined
    const supply = openSuppliers(problem, search, mixture, bound, stop)
    let targets = bound.targets()
    supply.spread(targets)
    if (supply.coverEveryone(targets)) targets = bound.targets()
    for (let round = 1; ; round++) {
      const standing = mixture.standing(targets)
      const { weights, gap } = standing
      progress({ round, panels: panels.length, facts: bound.facts(), bound: smallest(targets), gap })
      if (gap <= tolerance) return { panels, weights, proved: true, gap: 0, bound: smallest(targets) }
      if (stop()) break
      if (supply.bySwaps(standing) || supply.bySearch(standing)) continue
      const news = supply.byProof(standing, targets)
      if (news === 'fact') targets = bound.targets()
      if (news === 'none') break
    }
    return nearest(mixture, targets)
  } finally {
    search.dispose()
    mixture.dispose()
    bound.dispose()
  }
}

/** Without regard to time: a draw that is cut short still needs one panel. */
function addFirstPanel(solver: Solver, problem: Problem, mixture: Mixture): boolean {
  const search = openSearch(solver, problem, () => false)
  try {
    const panel = search.near(new Array<number>(problem.people.length).fill(0), 0)
    return panel !== undefined && mixture.add(panel)
  } finally {
    search.dispose()
  }
}

/** Cut short: first the smallest probability as high as the panels allow, then as near to the targets as they allow. */
function nearest(mixture: Mixture, targets: number[]): Found {
  const floor = Math.max(0, mixture.bestMinimum() - 1e-7)
  const { weights, gap } = mixture.standing(targets, floor)
  return { panels: mixture.panels, weights, proved: false, gap, bound: smallest(targets) }
}
