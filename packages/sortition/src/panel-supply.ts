import type { FairnessBound } from './bound.ts'
import type { Mixture, Standing } from './mixture.ts'
import { numbersFrom } from './numbers.ts'
import type { Problem, TypePanel } from './problem.ts'
import type { PanelSearch } from './search.ts'
import { openSwaps } from './swaps.ts'
import { wholePrices } from './whole-prices.ts'

const firstPanels = 150
const mostRepeats = 5
const startsPerRound = 80

/** Worth more by this much at the prices than the mixture pays, a panel helps. */
const better = 1e-7

/** A search may stop once a panel is worth this many seats more than needed. */
const plenty = 0.1

/** The ways to find panels, from cheap to exact. Each says whether it brought anything. */
export function openSuppliers(
  problem: Problem,
  search: PanelSearch,
  mixture: Mixture,
  bound: FairnessBound,
  stop: () => boolean,
) {
  const size = (t: number) => problem.people[t]!.length
  const number = numbersFrom(1)
  const swaps = openSwaps(problem)
  const helps = (panel: TypePanel, { prices, worth }: Standing) => worthOf(panel, prices) > worth + better
  return {
    /** Panels whose equal mixture approaches the targets: each goes to the types with the largest unmet claim per person. */
    spread(targets: number[]): void {
      const claims = targets.map(() => 0)
      for (let i = 0, repeats = 0; i < firstPanels && repeats < mostRepeats && !stop(); i++) {
        for (const t of claims.keys()) claims[t]! += targets[t]! * size(t)
        const prices = claims.map((claim, t) => claim / size(t) + 1e-6 * number())
        const average = prices.reduce((sum, price, t) => sum + price * targets[t]! * size(t), 0)
        const panel = search.near(prices, average)
        if (!panel) return
        repeats = mixture.add(panel) ? 0 : repeats + 1
        for (const t of claims.keys()) claims[t] = Math.max(-1, claims[t]! - panel[t]!)
      }
    },
    /** Whoever is on no panel yet gets one, or the fact is learnt that no panel can have them. */
    coverEveryone(targets: number[]): boolean {
      const before = bound.facts()
      for (const t of targets.keys()) {
        if (targets[t] === 0 || mixture.panels.some((panel) => panel[t]! > 0)) continue
        const prices = targets.map((_, other) => (other === t ? 1 : 0))
        const found = search.best(prices)
        if (found?.most === 0) bound.learn(prices, 0)
        else if (found) mixture.add(found.panel)
      }
      return bound.facts() > before
    },
    /** From panels in use, exchange by exchange. */
    bySwaps(standing: Standing): boolean {
      let added = false
      const used = standing.weights.flatMap((weight, j) => (weight > 0 ? j : []))
      for (let i = 0; i < startsPerRound && used.length > 0 && !stop(); i++) {
        const [j] = used.splice(Math.floor(number() * used.length), 1)
        const panel = swaps(mixture.panels[j!]!, standing.prices)
        if (helps(panel, standing)) added = mixture.add(panel) || added
      }
      return added
    },
    bySearch(standing: Standing): boolean {
      const prices = standing.prices.map((price) => price + 1e-7 * number())
      const panel = search.near(prices, standing.worth + plenty)
      return panel !== undefined && helps(panel, standing) && mixture.add(panel)
    },
    /** Finds the best panel there is: it helps, or the targets ask for more than it is worth, which is a fact. */
    byProof(standing: Standing, targets: number[]): 'panel' | 'fact' | 'none' {
      for (const prices of wholePrices(standing.prices)) {
        const found = search.best(prices)
        if (!found) return stop() ? 'panel' : 'none'
        const added = helps(found.panel, standing) && mixture.add(found.panel)
        const wanted = prices.reduce((sum, price, t) => sum + price * targets[t]! * size(t), 0)
        if (found.most < wanted - 1e-7 * (1 + wanted)) {
          bound.learn(prices, found.most)
          return 'fact'
        }
        if (added) return 'panel'
      }
      return 'none'
    },
  }
}

const worthOf = (panel: TypePanel, prices: number[]): number =>
  panel.reduce((sum, seats, t) => (seats > 0 ? sum + seats * prices[t]! : sum), 0)
