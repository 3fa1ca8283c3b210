import type { Ballot, Election } from '../src/index.ts'

export type Size = { voters: number; projects: number; endowment: number; seed: number }

/**
 * An invented election in rupiah: neighbourhoods of different sizes, projects of a neighbourhood or of the whole town, costs in
 * multiples of 5,000 rupiah spread over two orders of magnitude that sum to about 2.5 times the budget, ballots of up to ten projects. The same seed, the same election.
 */
export function rupiahElection({ voters, projects, endowment, seed }: Size): Election {
  const random = generator(seed)
  const places = Math.max(3, Math.round(projects / 8))
  const pick = (count: number) => Math.floor(count * random() ** 1.5)
  const budget = voters * endowment
  const homes = Array.from({ length: projects }, (_, p) => (p % 4 === 0 ? -1 : pick(places)))
  const appeal = homes.map(() => 0.05 + random() ** 2)
  const costs = homes.map(
    () => Math.max(1, Math.round((budget * (12 / projects) * 10 ** (-2 * random())) / 5000)) * 5000,
  )
  const ballots = Array.from({ length: voters }, (_, v): Ballot => {
    const home = pick(places)
    const liked = homes.flatMap((place, p) => {
      const chance = appeal[p]! * (place === home ? 0.9 : place < 0 ? 0.25 : 0.03)
      return random() < chance ? [p] : []
    })
    const named = liked.slice(0, 10)
    return { voter: String(v), projects: named, weights: named.map(() => 1) }
  })
  return {
    projects: costs.map((cost, p) => ({ id: `P${p}`, name: `Project ${p}`, cost: BigInt(cost) })),
    ballots,
    budget: BigInt(budget),
    decimals: 0,
    voteType: 'approval',
    pointDecimals: 0,
    rule: 'equalshares/add1',
    threshold: null,
    currency: 'IDR',
    description: `invented election, seed ${seed}`,
    warnings: [],
  }
}

/** Numbers in [0, 1) from a 32-bit linear congruential generator with mixed output; good enough to invent ballots. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    let mixed = state ^ (state >>> 15)
    mixed = Math.imul(mixed, 0x2c1b3c6d)
    mixed ^= mixed >>> 12
    return (mixed >>> 0) / 2 ** 32
  }
}
