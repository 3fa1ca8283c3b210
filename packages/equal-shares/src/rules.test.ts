import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { count } from './count.ts'
import type { Election } from './election.ts'
import { election, elections } from './elections.fixture.ts'
import { greedy } from './greedy.ts'
import { type Options, OptionsError, optionsFor } from './options.ts'
import { phragmen } from './phragmen.ts'
import { profileOf } from './profile.ts'
import { defaultTieRule, drawLot, tieBreaker, UnresolvedTie } from './tie-breaking.ts'

const selectedBy = (drawn: Election, options: Partial<Options>) => {
  const profile = profileOf(drawn)
  return count(profile, optionsFor(drawn, options))
}

/** Sequential Phragmén voter by voter: everybody's savings grow until some project can be paid. */
function slowPhragmen({ projects, ballots, budget }: Election, prefer: (a: number, b: number) => boolean): number[] {
  type Q = { n: bigint; d: bigint }
  const less = (a: Q, b: Q) => a.n * b.d < b.n * a.d
  const last: Q[] = ballots.map(() => ({ n: 0n, d: 1n }))
  const bought: number[] = []
  let rest = budget
  for (;;) {
    const times = projects.map(({ cost }, p): Q | null => {
      const supporters = ballots.flatMap((ballot, v) =>
        ballot.projects.some((q, i) => q === p && ballot.weights[i]! > 0) ? [v] : [],
      )
      if (supporters.length === 0 || bought.includes(p) || cost > budget) return null
      const sum = supporters.reduce(
        (total, v) => ({ n: total.n * last[v]!.d + last[v]!.n * total.d, d: total.d * last[v]!.d }),
        { n: cost, d: 1n },
      )
      return { n: sum.n, d: sum.d * BigInt(supporters.length) }
    })
    const open = times.flatMap((time, p) => (time ? [p] : []))
    if (open.length === 0) return bought
    const soonest = open.filter((p) => !open.some((q) => less(times[q]!, times[p]!)))
    if (soonest.some((p) => projects[p]!.cost > rest)) return bought
    const next = soonest.reduce((best, p) => (prefer(p, best) ? p : best))
    bought.push(next)
    rest -= projects[next]!.cost
    ballots.forEach((ballot, v) => {
      if (ballot.projects.some((q, i) => q === next && ballot.weights[i]! > 0)) last[v] = times[next]!
    })
  }
}

describe('sequential Phragmén', () => {
  test('buys what everybody saving at the same pace would buy', () => {
    fc.assert(
      fc.property(elections({ projects: 5, voters: 7, weights: fc.integer({ min: 0, max: 2 }) }), (drawn) => {
        const profile = profileOf(drawn)
        const breaker = tieBreaker(profile, defaultTieRule)
        assert.deepEqual(
          phragmen(profile, breaker).selected,
          slowPhragmen(drawn, (a, b) => breaker([a, b]).chosen === a),
        )
      }),
      { numRuns: 1500 },
    )
  })

  test('ends at a tie of which one project does not fit', () => {
    // The first is bought at time 1; at time 3 the second and the third can be paid, but only the second would fit.
    const ballots = [[0], [0], [0], [0], [1], [2], [2], [2]].map((named) => named.map((p): [number, number] => [p, 1]))
    const { selected, course } = selectedBy(election([4, 3, 9], ballots, 10), { rule: 'phragmen' })
    assert.deepEqual(selected, [0])
    assert.deepEqual(course.rule === 'phragmen' && course.phragmen.stop?.projects, [1, 2])
  })
})

describe('greedy', () => {
  const drawn = {
    ...election(
      [50, 60, 30, 10, 5],
      [
        [
          [0, 1],
          [1, 1],
        ],
        [
          [0, 1],
          [1, 1],
          [2, 1],
        ],
        [
          [0, 1],
          [2, 1],
        ],
        [[1, 1]],
        [[0, 1]],
        [[3, 1]],
      ],
      90,
    ),
    threshold: 2,
  }
  test('passes over what does not fit, below the threshold or without support', () => {
    const { selected, cost, course } = selectedBy(drawn, { rule: 'greedy' })
    assert.deepEqual([selected, cost], [[0, 2], 80n])
    assert.deepEqual(
      course.rule === 'greedy' && course.greedy.refusals.map(({ project, reason, rest }) => [project, reason, rest]),
      [
        [3, 'below-threshold', 90n],
        [4, 'no-support', 90n],
        [1, 'does-not-fit', 40n],
      ],
    )
  })
  test('ends at the first that does not fit when told so', () => {
    assert.deepEqual(selectedBy(drawn, { rule: 'greedy', noSkip: true }).selected, [0])
  })
  test('without a threshold the rest goes to the next', () => {
    assert.deepEqual(selectedBy(drawn, { rule: 'greedy', threshold: null }).selected, [0, 2, 3])
  })
  test('by score per cost takes the cheapest per point first', () => {
    assert.deepEqual(selectedBy(drawn, { rule: 'greedy', threshold: null, utility: 'cardinality' }).selected, [3, 0, 2])
  })
})

describe('ties', () => {
  const twins = election([10, 10, 10], [[[0, 1]], [[1, 1]], [[2, 1]]], 10)
  test('go by cost, then votes, then a lot that depends only on the seed and the ids', () => {
    const profile = profileOf(twins)
    for (const seed of ['1', '2026', 'Ω']) {
      const place = drawLot(profile, seed)
      assert.deepEqual([...place].sort(), [0, 1, 2])
      const { selected, ties } = selectedBy(twins, {
        rule: 'greedy',
        tie: { criteria: ['min-cost', 'max-votes', 'lot'], seed },
      })
      assert.deepEqual(selected, [place.indexOf(0)])
      assert.deepEqual(ties[0], { round: 1, projects: [0, 1, 2], chosen: place.indexOf(0), by: 'lot' })
    }
    const first = new Set(Array.from({ length: 60 }, (_, seed) => drawLot(profile, String(seed)).indexOf(0)))
    assert.equal(first.size, 3)
  })
  test('the lot is the order of the digests that anyone can compute', () => {
    // printf '1\np0' | sha256sum gives 183c…, p1 733f…, p2 0f4d…
    assert.deepEqual(drawLot(profileOf(twins), '1'), [1, 2, 0])
  })
  test('that the criteria leave open are an error naming the projects', () => {
    for (const rule of ['greedy', 'phragmen', 'equal-shares'] as const) {
      const tie = { criteria: ['min-cost' as const], seed: '' }
      assert.throws(
        () => selectedBy({ ...twins, budget: 30n }, { rule, tie }),
        (error: Error) => error instanceof UnresolvedTie && error.projects.join() === 'p0,p1,p2',
        rule,
      )
    }
  })
})

describe('completions', () => {
  test('add1 selects everything that has a supporter when the budget covers it', () => {
    fc.assert(
      fc.property(elections(), fc.boolean(), (drawn, exhaustive) => {
        const all = drawn.projects.reduce((sum, { cost }) => sum + cost, 0n)
        const { selected, course } = selectedBy({ ...drawn, budget: all }, { rule: 'equal-shares', exhaustive })
        const supported = new Set(drawn.ballots.flatMap(({ projects }) => projects))
        assert.deepEqual(new Set(selected), supported)
        assert.equal(course.rule === 'equal-shares' && course.completed.stop, 'complete')
      }),
      { numRuns: 300 },
    )
  })
  test('utilitarian adds by score what still fits, after equal shares', () => {
    fc.assert(
      fc.property(
        elections({ projects: 7, voters: 10 }),
        fc.constantFrom('utilitarian' as const, 'add1-utilitarian' as const),
        (drawn, completion) => {
          const profile = profileOf(drawn)
          const plain = selectedBy(drawn, {
            rule: 'equal-shares',
            completion: completion === 'utilitarian' ? 'none' : 'add1',
          })
          const filled = selectedBy(drawn, { rule: 'equal-shares', completion })
          const added = greedy(
            profile,
            tieBreaker(profile, defaultTieRule),
            { utility: 'cost', noSkip: false, threshold: null },
            new Set(plain.selected),
            plain.cost,
          )
          assert.deepEqual(filled.selected, [...plain.selected, ...added.selected])
          assert.ok(filled.cost <= drawn.budget)
          const rest = drawn.budget - filled.cost
          const supported = drawn.projects.filter((_, p) => profile.votes[p]! > 0 && !filled.selected.includes(p))
          assert.ok(supported.every(({ cost }) => cost > rest))
        },
      ),
    )
  })
  test('greedy is taken after equal shares only if strictly more voters prefer it', () => {
    let taken = 0
    fc.assert(
      fc.property(elections({ projects: 5, voters: 9 }), (drawn) => {
        const { comparison, selected } = selectedBy(drawn, { rule: 'equal-shares', comparison: true })
        const shares = selectedBy(drawn, { rule: 'equal-shares' }).selected
        const rival = selectedBy(drawn, { rule: 'greedy' }).selected
        const won = (ballot: readonly number[], set: number[]) => ballot.filter((p) => set.includes(p)).length
        const lead = drawn.ballots
          .map(({ projects }) => Math.sign(won(projects, rival) - won(projects, shares)))
          .reduce((a, b) => a + b, 0)
        assert.deepEqual(selected, lead > 0 ? rival : shares)
        assert.equal(comparison?.taken, lead > 0 ? 'greedy' : 'equal-shares')
        if (lead > 0) taken++
      }),
      { numRuns: 500 },
    )
    assert.ok(taken > 0)
  })
})

describe('the options of a file', () => {
  const of = (rule: string, chosen: Partial<Options> = {}) => {
    const {
      rule: found,
      completion,
      comparison,
      noSkip,
    } = optionsFor({ ...election([1], [[[0, 1]]], 1), rule }, chosen)
    return [found, found === 'equal-shares' && completion, comparison, noSkip]
  }
  test('come from its rule', () => {
    assert.deepEqual(of('greedy'), ['greedy', false, false, false])
    assert.deepEqual(of('greedy-threshold'), ['greedy', false, false, false])
    assert.deepEqual(of('greedy-no-skip'), ['greedy', false, false, true])
    assert.deepEqual(of('equalshares'), ['equal-shares', 'none', false, false])
    assert.deepEqual(of('equalshares/add1'), ['equal-shares', 'add1', false, false])
    assert.deepEqual(of('equalshares/add1-comparison'), ['equal-shares', 'add1', true, false])
    assert.deepEqual(of('equalshares/add1-comparison', { completion: 'none' }), ['equal-shares', 'none', false, false])
    assert.deepEqual(of('greedy', { rule: 'equal-shares' }), ['equal-shares', 'add1', false, false])
  })
  test('are asked for when it names none that is known', () => {
    for (const rule of ['', 'unknown', 'greedy-custom', 'equalshares/other', '__proto__'])
      assert.throws(() => of(rule), OptionsError)
    assert.throws(() => of('greedy', { increment: { units: 1n, decimals: 30 } }), OptionsError)
  })
})
