import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compareRules } from './compare.ts'
import { count } from './count.ts'
import { election, elections } from './elections.fixture.ts'
import { type Account, explain } from './explain.ts'
import { type Completion, type Options, optionsFor, type Rule } from './options.ts'
import type { Payment } from './payments.ts'
import { profileOf } from './profile.ts'

const together = ({ full, rest }: Payment) =>
  full.reduce((sum, { voters, each }) => sum + voters * each, rest?.together ?? 0)
const payers = ({ full, rest, empty }: Payment) =>
  full.reduce((sum, { voters }) => sum + voters, (rest?.voters ?? 0) + empty)

function accountsOf(drawn: ReturnType<typeof election>, options: Partial<Options>): Account[] {
  const profile = profileOf(drawn)
  return explain(profile, count(profile, optionsFor(drawn, options)))
}

describe('the accounts of a count', () => {
  const rules = fc.constantFrom<Rule>('equal-shares', 'greedy', 'phragmen')
  const completions = fc.constantFrom<Completion>('none', 'add1', 'add1-utilitarian', 'utilitarian')

  test('add up: payments are the cost, and what was missing really was', () => {
    fc.assert(
      fc.property(
        elections({ weights: fc.integer({ min: 0, max: 3 }) }),
        rules,
        completions,
        fc.boolean(),
        (drawn, rule, completion, noSkip) => {
          for (const { cost, selected, supporters, fate } of accountsOf(
            { ...drawn, threshold: 2 },
            { rule, completion, noSkip },
          )) {
            const won = fate.kind === 'paid' || fate.kind === 'by-score' || fate.kind === 'filled-up'
            assert.equal(selected, won, fate.kind)
            if (fate.kind === 'paid') {
              assert.ok(
                Math.abs(together(fate.payment) - cost) < 1e-9 * cost,
                `${together(fate.payment)} paid for ${cost}`,
              )
              assert.equal(payers(fate.payment), supporters)
            }
            if (fate.kind === 'not-affordable' && fate.beyond !== null) assert.ok(fate.beyond > Number(drawn.budget))
            if (fate.kind === 'not-affordable')
              assert.ok(Math.abs(fate.had + fate.missing - cost) < 1e-9 * cost && fate.missing > 0)
            if (fate.kind === 'does-not-fit' || fate.kind === 'ended-the-count')
              assert.equal(fate.rest + fate.missing, cost)
            if (fate.kind === 'below-threshold') assert.ok(fate.missing > 0)
            if (fate.kind === 'dearer-than-budget') assert.ok(cost > Number(drawn.budget))
            assert.equal(fate.kind === 'no-support', supporters === 0)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('tell who paid in full, who gave the rest, and what was missing', () => {
    // Three voters with 20 each. The first project takes 15 of each; the second 5 from one of them and 7 from nobody else.
    const drawn = election(
      [45, 12, 30],
      [
        [[0, 1]],
        [
          [0, 1],
          [1, 1],
        ],
        [
          [0, 1],
          [1, 1],
          [2, 1],
        ],
      ],
      60,
    )
    const [first, second, third] = accountsOf(drawn, { rule: 'equal-shares', completion: 'none' })
    assert.deepEqual(first!.fate, {
      kind: 'paid',
      place: 1,
      payment: { price: 15, full: [{ weight: 1, voters: 3, each: 15 }], rest: null, empty: 0 },
    })
    assert.deepEqual(second!.fate, { kind: 'not-affordable', had: 10, missing: 2, beyond: null })
    assert.deepEqual(third!.fate, { kind: 'not-affordable', had: 5, missing: 25, beyond: null })
  })
})

test('the comparison of the rules counts winners, money and voters', () => {
  fc.assert(
    fc.property(elections(), (drawn) => {
      const profile = profileOf(drawn)
      for (const row of compareRules(profile, optionsFor(drawn, { rule: 'greedy' }))) {
        const chosen = row.outcome.selected
        const cost = chosen.reduce((sum, p) => sum + Number(drawn.projects[p]!.cost), 0)
        const represented = drawn.ballots.filter(({ projects }) => projects.some((p) => chosen.includes(p))).length
        assert.deepEqual([row.winners, row.cost, row.represented], [chosen.length, cost, represented])
        assert.equal(row.exclusionRatio, (drawn.ballots.length - represented) / drawn.ballots.length)
        assert.ok(row.spent <= 1)
      }
    }),
    { numRuns: 200 },
  )
})
