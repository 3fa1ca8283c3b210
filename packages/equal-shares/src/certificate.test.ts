import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { allOutcomesAccepted } from './certificate.ts'
import { elections } from './elections.fixture.ts'
import { equalSharesAt, type Setting, type Utility } from './equal-shares.ts'
import { type Fraction, toNumber } from './fraction.ts'
import { profileOf } from './profile.ts'
import { defaultTieRule, tieBreaker, UnresolvedTie } from './tie-breaking.ts'

const intervals = fc.record({
  // Overlapping ballots of different weights make the order of purchases matter.
  drawn: elections({ projects: 6, voters: 12, weights: fc.constantFrom(1, 1, 2, 5) }),
  utility: fc.constantFrom<Utility>('cost', 'cardinality'),
  // Without a lot some ties stay open; a proof must then hold whichever way they go.
  tie: fc.constantFrom(defaultTieRule, { criteria: ['min-cost' as const], seed: '' }),
  low: fc.integer({ min: 1, max: 400 }),
  width: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 300 })),
})

/** Null where a tie stays open. */
function boughtAt(setting: Setting, endowment: Fraction): Uint8Array | null {
  const bought = new Uint8Array(setting.profile.cost.length)
  try {
    for (const { project } of equalSharesAt(setting, endowment).purchases) bought[project] = 1
    return bought
  } catch (error) {
    if (error instanceof UnresolvedTie) return null
    throw error
  }
}

describe('the proof for an interval of endowments', () => {
  test('names every outcome that occurs between its ends', () => {
    let proved = 0
    let several = 0
    let compared = 0
    fc.assert(
      fc.property(intervals, ({ drawn, utility, tie, low, width }) => {
        const profile = profileOf(drawn)
        const setting = { profile, utility, tieBreaker: tieBreaker(profile, tie) }
        const named = new Set<string>()
        const seenAll = allOutcomesAccepted(setting, low / 16 - 1e-9, (low + width) / 16 + 1e-9, (bought) => {
          named.add(bought.join(''))
          return true
        })
        if (!seenAll) return
        proved++
        if (named.size > 1) several++
        for (let at = 0; at <= 12; at++) {
          const endowment = { numerator: BigInt(low * 12 + width * at), denominator: 192n }
          const bought = boughtAt(setting, endowment)
          if (!bought) continue
          compared++
          assert.ok(
            named.has(bought.join('')),
            `${bought.join('')} at ${toNumber(endowment)} is not among ${[...named]}`,
          )
        }
      }),
      { numRuns: 6000 },
    )
    assert.ok(proved > 4000 && several > 500, `${proved} intervals proved, ${several} of them with several outcomes`)
    assert.ok(compared > 30_000, `${compared} outcomes compared`)
  })

  test('is refused when one possible outcome is not accepted', () => {
    const drawn = fc.sample(elections({ projects: 3, voters: 5 }), { numRuns: 1, seed: 1 })[0]!
    const profile = profileOf(drawn)
    const setting = { profile, utility: 'cost' as const, tieBreaker: tieBreaker(profile, defaultTieRule) }
    assert.equal(
      allOutcomesAccepted(setting, 1, 100, () => false),
      false,
    )
  })
})
