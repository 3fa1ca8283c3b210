import { openBound, type Rule } from './bound.ts'
import { type Mixture, openMixture, type Standing } from './mixture.ts'
import { numbersFrom } from './numbers.ts'
import type { Problem, TypePanel } from './problem.ts'
import { openSearch, type PanelSearch } from './search.ts'
import type { Solver } from './solver.ts'
import { openSwaps } from './swaps.ts'
import { wholePrices } from './whole-prices.ts'

/** After each round: `bound` is what no draw's smallest probability exceeds, `gap` how far a person may still lie below the targets. */
export type Progress = { round: number; panels: number; facts: number; bound: number; gap: number }

export type Found = { panels: TypePanel[]; weights: number[]; proved: boolean; gap: number }

/** A person's probability may differ from the proved one by this much: solver and tickets together. */
export const tolerance = 1e-6

const firstPanels = 150
const panelsPerRound = 6

/**
 * Column generation from both sides. The bound gives target probabilities that no draw can beat; the mixture comes as
 * near to them as its panels allow and prices what it lacks; the search answers with panels worth more at those
 * prices. When an exact search finds too little, its answer is a fact that lowers the bound. When the mixture meets
 * the targets, they are possible and cannot be beaten: proved. Undefined: no panel keeps the limits.
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
  const number = numbersFrom(1)
  const swaps = openSwaps(problem)
  try {
    const first = firstPanel(solver, problem)
    if (!first) return undefined
    mixture.add(first)
    let targets = bound.targets()
    spreadPanels(problem, targets, search, mixture, number, stop)
    for (let round = 1, facts = 0; ; round++) {
      const standing = mixture.standing(targets)
      progress({ round, panels: mixture.panels.length, facts, bound: Math.min(...targets), gap: standing.gap })
      if (standing.gap <= tolerance) return { panels: mixture.panels, weights: standing.weights, proved: true, gap: 0 }
      if (stop()) return nearest(mixture, targets)
      if (addBySwaps(standing, swaps, mixture, number, stop)) continue
      if (addPanels(standing, search, mixture, number, stop)) continue
      const proof = searchExactly(problem, targets, standing, search, mixture)
      if (proof === 'nothing new') return nearest(mixture, targets)
      if (proof === 'panel') continue
      bound.learn(proof.prices, proof.most)
      facts++
      targets = bound.targets()
    }
  } finally {
    search.dispose()
    mixture.dispose()
    bound.dispose()
  }
}

/** Without regard to time: a draw that is cut short still needs one panel. */
function firstPanel(solver: Solver, problem: Problem): TypePanel | undefined {
  const search = openSearch(solver, problem, () => false)
  try {
    return search.best(new Array<number>(problem.people.length).fill(0), false)?.panel
  } finally {
    search.dispose()
  }
}

/** Panels whose equal mixture approaches the targets: each goes to the types with the largest unmet claim. */
function spreadPanels(
  problem: Problem,
  targets: number[],
  search: PanelSearch,
  mixture: Mixture,
  number: () => number,
  stop: () => boolean,
): void {
  const claims = targets.map(() => 0)
  for (let i = 0; i < firstPanels && !stop(); i++) {
    const prices = claims.map((claim, t) => {
      claims[t] = claim + targets[t]! * problem.people[t]!.length
      return claims[t]! / problem.people[t]!.length + 1e-6 * number()
    })
    const found = search.best(prices, false)
    if (!found) return
    mixture.add(found.panel)
    found.panel.forEach((seats, t) => {
      claims[t] = Math.max(-1, claims[t]! - seats)
    })
  }
}

const better = 1e-7

const startsPerRound = 80

function addBySwaps(
  { prices, worth, weights }: Standing,
  swaps: ReturnType<typeof openSwaps>,
  mixture: Mixture,
  number: () => number,
  stop: () => boolean,
): boolean {
  let added = false
  const used = weights.flatMap((w, j) => (w > 0 ? j : []))
  for (let i = 0; i < startsPerRound && used.length > 0 && !stop(); i++) {
    const at = Math.floor(number() * used.length)
    const [j] = used.splice(at, 1)
    const panel = swaps(mixture.panels[j!]!, prices)
    if (worthOf(panel, prices) > worth + better) added = mixture.add(panel) || added
  }
  return added
}

/** Panels for the prices and for prices near them, which fill in what the mixture will lack next. */
function addPanels(
  { prices, worth }: Standing,
  search: PanelSearch,
  mixture: Mixture,
  number: () => number,
  stop: () => boolean,
): boolean {
  let added = false
  for (let i = 0; i < panelsPerRound && !stop(); i++) {
    const near = prices.map((price) =>
      i === 0 ? price + 1e-7 * number() : price * (1 + 0.1 * number()) + 0.01 * number(),
    )
    const panel = search.best(near, false)?.panel
    if (panel && worthOf(panel, prices) > worth + better) added = mixture.add(panel) || added
  }
  return added
}

type Proof = 'panel' | 'nothing new' | { prices: number[]; most: number }

/** Proves that no panel is worth enough at the prices to reach the targets, or finds one that helps. */
function searchExactly(
  problem: Problem,
  targets: number[],
  { prices, worth }: Standing,
  search: PanelSearch,
  mixture: Mixture,
): Proof {
  let added = false
  for (const whole of wholePrices(prices)) {
    const found = search.best(whole, true)
    if (!found) return 'panel'
    if (worthOf(found.panel, prices) > worth + better) added = mixture.add(found.panel) || added
    const wanted = whole.reduce((sum, price, t) => sum + price * targets[t]! * problem.people[t]!.length, 0)
    if (found.most < wanted - 1e-7 * (1 + wanted)) return { prices: whole, most: found.most }
    if (added) return 'panel'
  }
  return 'nothing new'
}

const worthOf = (panel: TypePanel, prices: number[]): number =>
  panel.reduce((sum, seats, t) => (seats > 0 ? sum + seats * prices[t]! : sum), 0)

/** Cut short: first the smallest probability as high as the panels allow, then as near to the targets as they allow. */
function nearest(mixture: Mixture, targets: number[]): Found {
  const floor = Math.max(0, mixture.bestMinimum() - 1e-9)
  const { weights, gap } = mixture.standing(targets, floor)
  return { panels: mixture.panels, weights, proved: false, gap }
}
