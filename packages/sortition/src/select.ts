import type { Rule } from './bound.ts'
import { findMixture, type Progress } from './find-mixture.ts'
import type { Pool } from './pool.ts'
import { problemOf } from './problem.ts'
import { InfeasibleQuotas, smallestRelaxation } from './relaxation.ts'
import { loadSolver } from './solver.ts'
import { geometricMean, gini, smallest } from './statistics.ts'
import { ticketCount, ticketsFor } from './tickets.ts'
import { takeTurns } from './turns.ts'

export type SelectOptions = {
  seats: number
  rule?: Rule
  /** Columns that together make an address; at most one person of an address is on a panel. */
  sameAddress?: string[]
  /** Asked often; true ends the search with the best draw so far. Clocks stay outside. */
  stop?: () => boolean
  progress?: (progress: Progress) => void
}

export type Panel = { ids: string[] /** Of the 1,000,000,000. */; tickets: number }

export type Selection = {
  rule: Rule
  proved: boolean
  /** How far a person's probability may lie below the proved bound; 0 when proved. */
  gap: number
  minProbability: number
  /** Proved: no draw's smallest probability is higher. */
  minBound: number
  gini: number
  geometricMean: number
  /** By id, in the order of the pool: tickets held / 1,000,000,000. They sum to the number of seats. */
  probabilities: Map<string, number>
  panels: Panel[]
}

/**
 * Finds panels and the tickets each holds in the lottery, so that every panel keeps the quotas and the probabilities
 * of the people are as equal as the rule says (Flanigan, Gölz, Gupta, Hennig, Procaccia 2021). The same input gives
 * the same selection as long as `stop` never says true. Throws InfeasibleQuotas with the smallest relaxation.
 */
export async function select(pool: Pool, options: SelectOptions): Promise<Selection> {
  const { seats, rule = 'leximin', sameAddress = [] } = options
  const solver = await loadSolver()
  const problem = problemOf(pool, seats, sameAddress)
  const found = findMixture(solver, problem, rule, options.stop, options.progress)
  if (!found) throw new InfeasibleQuotas(smallestRelaxation(solver, pool, problem))
  const panels = takeTurns(problem, found.panels, ticketsFor(found.weights))
  const held = new Array<number>(pool.people.length).fill(0)
  for (const { members, tickets } of panels) for (const i of members) held[i]! += tickets
  const probabilities = held.map((tickets) => tickets / ticketCount)
  return {
    rule,
    proved: found.proved,
    gap: found.gap,
    minProbability: smallest(probabilities),
    minBound: found.bound,
    gini: gini(held),
    geometricMean: geometricMean(probabilities),
    probabilities: new Map(pool.people.map(({ id }, i) => [id, probabilities[i]!])),
    panels: panels.map(({ members, tickets }) => ({ ids: members.map((i) => pool.people[i]!.id), tickets })),
  }
}
