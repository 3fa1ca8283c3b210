// Small random elections for property tests. Few distinct costs and weights, so that ties and exact fits are common.
import fc from 'fast-check'
import type { Ballot, Election } from './election.ts'

type Shape = { projects?: number; voters?: number; costs?: fc.Arbitrary<number>; weights?: fc.Arbitrary<number> }

export function elections({ projects = 6, voters = 9, costs, weights }: Shape = {}): fc.Arbitrary<Election> {
  const cost = costs ?? fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }))
  const weight = weights ?? fc.constant(1)
  return fc.integer({ min: 1, max: projects }).chain((count) =>
    fc
      .record({
        costs: fc.array(cost, { minLength: count, maxLength: count }),
        ballots: fc.array(
          fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: count - 1 }), weight), { selector: ([p]) => p }),
          {
            minLength: 1,
            maxLength: voters,
          },
        ),
        budget: fc.integer({ min: 1, max: 80 }),
      })
      .map((drawn) => election(drawn.costs, drawn.ballots, drawn.budget)),
  )
}

/** An election from costs, ballots as [project, weight] pairs, and a budget, all in whole units. */
export function election(costs: number[], ballots: [number, number][][], budget: number): Election {
  return {
    projects: costs.map((cost, p) => ({ id: `p${p}`, name: `Project ${p}`, cost: BigInt(cost) })),
    ballots: ballots.map(
      (support, v): Ballot => ({
        voter: `v${v}`,
        projects: support.map(([p]) => p),
        weights: support.map(([, w]) => w),
      }),
    ),
    budget: BigInt(budget),
    decimals: 0,
    voteType: 'approval',
    pointDecimals: 0,
    rule: '',
    threshold: null,
    currency: '',
    description: '',
    warnings: [],
  }
}
