import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { election, elections } from './elections.fixture.ts'
import { equalSharesAt } from './equal-shares.ts'
import { newPrice, priceOf } from './price.ts'
import { profileOf } from './profile.ts'
import { referenceRun } from './reference.fixture.ts'
import { defaultTieRule, tieBreaker } from './tie-breaking.ts'

/** Money that a project's supporters pay at a price, exactly, in units of 2^-60. */
function paidAt(money: number[], weights: number[], price: number): bigint {
  const exact = (x: number) => BigInt(Math.round(x * 2 ** 30)) << 30n
  return money.reduce((sum, m, i) => {
    const share = exact(price) * BigInt(weights[i]!)
    return sum + (exact(m) < share ? exact(m) : share)
  }, 0n)
}

test('the bounds of a price hold whatever the true budgets within the error are', () => {
  const voter = fc.record({
    weight: fc.integer({ min: 1, max: 3 }),
    money: fc.integer({ min: 0, max: 40 }),
    off: fc.integer({ min: -4, max: 4 }),
  })
  const drawn = fc.array(voter, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(drawn, fc.integer({ min: 1, max: 60 }), (voters, cost) => {
      // A second project tells the voters apart, so that each is a group of its own.
      const ballots = voters.map(({ weight }, v): [number, number][] => [
        [0, weight],
        [1, v + 1],
      ])
      const profile = profileOf(election([cost, 1], ballots, 10))
      const seen = Float64Array.from(voters, ({ money }) => money)
      const real = voters.map(({ money, off }) => Math.max(0, money + off / 64))
      const error = real.reduce((sum, money, v) => sum + Math.abs(money - seen[v]!), 0)
      const found = newPrice()
      priceOf(profile, 0, seen, error, 0, found)
      const weights = voters.map(({ weight }) => weight)
      const units = BigInt(cost) << 60n
      const most = paidAt(real, weights, 1000)
      if (found.hopeless) return assert.ok(most < units)
      // Doubles on a grid of 2^-30 are compared, hence the one step of slack.
      assert.ok(paidAt(real, weights, found.floor - 2 ** -29) <= units, `floor ${found.floor}`)
      if (found.ceiling < Number.POSITIVE_INFINITY)
        assert.ok(paidAt(real, weights, found.ceiling + 2 ** -29) >= units, `ceiling ${found.ceiling}`)
      if (found.allPay) assert.ok(real.every((money, v) => money >= (cost / profile.score[0]!) * weights[v]!))
    }),
    { numRuns: 3000 },
  )
})

test('a long run keeps its error bound, and the bound stays small', () => {
  const long = elections({
    projects: 14,
    voters: 60,
    costs: fc.integer({ min: 1_000_000, max: 90_000_000 }),
    weights: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(long, (drawn) => {
      const rich = { ...drawn, budget: drawn.budget * 5_000_000n }
      const profile = profileOf(rich)
      const breaker = tieBreaker(profile, defaultTieRule)
      const endowment = { numerator: rich.budget, denominator: BigInt(profile.voters) }
      const run = equalSharesAt({ profile, utility: 'cost', tieBreaker: breaker }, endowment)
      const wanted = referenceRun(
        rich,
        'cost',
        { n: endowment.numerator, d: endowment.denominator },
        (a, b) => breaker([a, b]).chosen === a,
      )
      assert.deepEqual(
        run.purchases.map(({ project }) => project),
        wanted.selected,
      )
      run.purchases.forEach(({ price }, round) => {
        const { n, d } = wanted.prices[round]!
        assert.ok(Math.abs(price - Number(n) / Number(d)) <= run.errorMass + 1e-9 * price)
      })
      assert.ok(run.errorMass < 1e-4, `${run.errorMass}`)
    }),
    { numRuns: 60 },
  )
})
