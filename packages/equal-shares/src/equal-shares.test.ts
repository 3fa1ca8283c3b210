import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { add1 } from './completion.ts'
import type { Election } from './election.ts'
import { election, elections } from './elections.fixture.ts'
import { equalSharesAt, type Setting, type Utility } from './equal-shares.ts'
import type { Fraction } from './fraction.ts'
import { exactPrices } from './ledger.ts'
import { profileOf } from './profile.ts'
import { referenceAdd1, referenceRun } from './reference.fixture.ts'
import { defaultTieRule, tieBreaker } from './tie-breaking.ts'

const utilities = fc.constantFrom<Utility>('cost', 'cardinality')
const weighted = elections({ weights: fc.integer({ min: 0, max: 4 }) })
const many = elections({ projects: 8, voters: 14 })
/** Costs of a size that leaves doubles no digit to spare, with equal ones among them. */
const rupiah = elections({
  costs: fc.constantFrom(25_000_000_000_001, 25_000_000_000_000, 9_999_999_999, 75_000_000_000_003),
}).map((drawn) => ({ ...drawn, budget: drawn.budget * 3_333_333_333n }))

function settingFor(drawn: Election, utility: Utility): Setting & { prefer: (a: number, b: number) => boolean } {
  const profile = profileOf(drawn)
  const breaker = tieBreaker(profile, defaultTieRule)
  return { profile, utility, tieBreaker: breaker, prefer: (a, b) => breaker([a, b]).chosen === a }
}

/** Same projects in the same order at the same exact prices as the definition gives. */
function sameAsReference(drawn: Election, utility: Utility, endowment: Fraction) {
  const setting = settingFor(drawn, utility)
  const run = equalSharesAt(setting, endowment)
  const wanted = referenceRun(drawn, utility, { n: endowment.numerator, d: endowment.denominator }, setting.prefer)
  assert.deepEqual(
    run.purchases.map(({ project }) => project),
    wanted.selected,
  )
  assert.equal(run.cost, wanted.cost)
  exactPrices(setting.profile, run).forEach((price, round) => {
    const { n, d } = wanted.prices[round]!
    assert.equal(price.numerator * d, n * price.denominator, `price of purchase ${round + 1}`)
  })
}

describe('one run of equal shares', () => {
  for (const [name, drawn] of Object.entries({
    approvals: elections(),
    'points as weights': weighted,
    'large amounts': rupiah,
  })) {
    test(`buys what the definition buys, at the exact prices: ${name}`, () => {
      const property = fc.property(drawn, utilities, fc.integer({ min: 0, max: 100 }), (one, utility, extra) => {
        const voters = BigInt(one.ballots.length)
        sameAsReference(one, utility, { numerator: one.budget * 7n + BigInt(extra) * voters, denominator: voters * 7n })
      })
      fc.assert(property, { numRuns: 1500 })
    })
  }
  test('tells apart what no double can: a supporter who is short of the price by 10^-40, or is not', () => {
    const cost = fc.integer({ min: 1, max: 1000 })
    const property = fc.property(cost, cost, fc.bigInt({ min: -3n, max: 3n }), (small, more, off) => {
      // Three supporters have e, e − small and e − large when the dear project comes; e is such that its price is e − small.
      const large = small + more
      const dear = 4 * large + 90
      const ballots: [number, number][][] = [
        [[0, 1]],
        [
          [0, 1],
          [1, 1],
        ],
        [
          [0, 1],
          [2, 1],
        ],
      ]
      const even = BigInt(2 * small + large + dear)
      const endowment = { numerator: even * 10n ** 40n + off, denominator: 3n * 10n ** 40n }
      sameAsReference(election([dear, small, large], ballots, 1), 'cardinality', endowment)
    })
    fc.assert(property, { numRuns: 300 })
  })
})

describe('add1', () => {
  const increments = fc.constantFrom({ n: 1n, d: 1n }, { n: 1n, d: 13n }, { n: 3n, d: 1n }, { n: 2n, d: 5n })
  for (const [name, drawn] of Object.entries({
    approvals: elections(),
    'more projects': many,
    'points as weights': weighted,
  })) {
    test(`leaping gives what stepping gives, at any increment: ${name}`, () => {
      fc.assert(
        fc.property(drawn, utilities, increments, fc.boolean(), (one, utility, increment, exhaustive) => {
          const setting = settingFor(one, utility)
          const found = add1(setting, { increment: { numerator: increment.n, denominator: increment.d }, exhaustive })
          const wanted = referenceAdd1(one, utility, increment, exhaustive, setting.prefer)
          assert.deepEqual(
            found.run.purchases.map(({ project }) => project),
            wanted.selected,
          )
          assert.equal(found.steps, wanted.steps)
        }),
        { numRuns: 1000 },
      )
    })
  }
  test('is not held up by projects that nobody could tell apart', () => {
    // Ten twins that the same five voters support, beside projects that keep the count from ending early.
    const twins = Array.from({ length: 10 }, (_, p): [number, number] => [p, 1])
    const ballots = [
      ...Array.from({ length: 5 }, () => twins),
      ...Array.from({ length: 5 }, (): [number, number][] => [[10, 1]]),
    ]
    const drawn = election([...twins.map(() => 1_000_003), 60_000_000], ballots, 20_000_000)
    const found = add1(settingFor(drawn, 'cost'), { increment: { numerator: 1n, denominator: 1n }, exhaustive: false })
    assert.equal(found.run.cost, 10_000_030n)
    assert.equal(found.steps, 9_999_999)
    assert.ok(found.runs < 300, `${found.runs} runs`)
  })
  test('passes over most of a large endowment without stepping', () => {
    const drawn = election(
      [3_000_000, 2_000_000, 9_000_000],
      [
        [[0, 1]],
        [
          [0, 1],
          [1, 1],
        ],
        [[2, 1]],
      ],
      6_000_000,
    )
    const found = add1(settingFor(drawn, 'cost'), { increment: { numerator: 1n, denominator: 1n }, exhaustive: false })
    assert.equal(found.run.cost, 5_000_000n)
    assert.equal(found.steps, 6_999_999)
    assert.ok(found.runs < 200, `${found.runs} runs`)
  })
})
