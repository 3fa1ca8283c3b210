import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { consensus, groupAwareConsensus, priorities } from './consensus.ts'
import type { Counts } from './counts.ts'
import { representativeStatements } from './representative.ts'

/** Votes on some statements by two to four groups: agreeing, disagreeing and passing counts. */
const someGroups = fc
  .integer({ min: 1, max: 12 })
  .chain((statements) =>
    fc.array(
      fc
        .array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(4)), { minLength: statements, maxLength: statements })
        .map(countsOf),
      { minLength: 2, maxLength: 4 },
    ),
  )

function countsOf(rows: Array<[number, number, number]>): Counts {
  return {
    agree: Int32Array.from(rows, ([agree]) => agree),
    disagree: Int32Array.from(rows, ([, disagree]) => disagree),
    seen: Int32Array.from(rows, ([agree, disagree, pass]) => agree + disagree + pass),
  }
}

/** The formulas of the specification, written out a second time. */
function naive(own: Counts, others: Counts[], at: number, side: 'agree' | 'disagree') {
  const n = own[side][at]!
  const s = own.seen[at]!
  const other = others.reduce((sum, counts) => sum + counts[side][at]!, 0)
  const otherSeen = others.reduce((sum, counts) => sum + counts.seen[at]!, 0)
  const p = (n + 1) / (s + 2)
  const p1 = (n + 1) / (s + 1)
  const p2 = (other + 1) / (otherSeen + 1)
  const both = (n + 1 + other + 1) / (s + 1 + otherSeen + 1)
  const error = Math.sqrt(both * (1 - both) * (1 / (s + 1) + 1 / (otherSeen + 1)))
  const pt = 2 * Math.sqrt(s + 1) * ((n + 1) / (s + 1) - 0.5)
  const r = p / ((other + 1) / (otherSeen + 2))
  const rt = both === 1 ? 0 : (p1 - p2) / error
  return { p, pt, r, rt, metric: r * rt * p * pt, passes: rt > 1.2816 && pt > 1.2816 }
}

const close = (a: number, b: number) =>
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${a} is not ${b}`)

test('numbers of representative statements are those of the formulas', () => {
  fc.assert(
    fc.property(someGroups, (groups) => {
      const counted = new Uint8Array(groups[0]!.seen.length).fill(1)
      representativeStatements(groups, counted).forEach((chosen, group) => {
        const others = groups.filter((_, other) => other !== group)
        for (const row of chosen) {
          const expected = naive(groups[group]!, others, row.statement, row.side)
          close(row.share, expected.p)
          close(row.shareTest, expected.pt)
          close(row.ratio, expected.r)
          close(row.ratioTest, expected.rt)
          assert.equal(row.success, groups[group]![row.side][row.statement])
          assert.equal(row.trials, groups[group]!.seen[row.statement])
        }
      })
    }),
  )
})

test('the chosen statements are the strongest that pass, agreements first, at most five, at least one', () => {
  fc.assert(
    fc.property(someGroups, (groups) => {
      const width = groups[0]!.seen.length
      representativeStatements(groups, new Uint8Array(width).fill(1)).forEach((chosen, group) => {
        const own = groups[group]!
        const others = groups.filter((_, other) => other !== group)
        const passing = Array.from({ length: width }, (_, at) => {
          const agree = naive(own, others, at, 'agree')
          const disagree = naive(own, others, at, 'disagree')
          const stronger = agree.rt > disagree.rt ? agree : disagree
          return { at, passes: agree.passes || disagree.passes, metric: stronger.metric }
        }).filter(({ passes }) => passes)
        assert.ok(chosen.length <= 5)
        if (own.seen.some((seen) => seen > 0)) assert.ok(chosen.length >= 1)
        assert.equal(new Set(chosen.map(({ statement }) => statement)).size, chosen.length)
        const sides = chosen.map(({ side }) => side)
        assert.deepEqual(sides, [...sides].sort())
        const rest = chosen.filter(({ bestAgree }) => !bestAgree)
        const best = chosen.filter(({ bestAgree }) => bestAgree)
        if (passing.length === 0) {
          assert.ok(chosen.length <= 1)
          return
        }
        const metrics = passing.filter(({ at }) => at !== best[0]?.statement).map(({ metric }) => metric)
        metrics.sort((a, b) => b - a)
        const taken = rest.map(({ statement }) => passing.find(({ at }) => at === statement)?.metric)
        const sorted = taken.map((metric) => metric ?? Number.NaN).sort((a, b) => b - a)
        sorted.forEach((metric, rank) => {
          close(metric, metrics[rank]!)
        })
        assert.equal(chosen.length, Math.min(5, metrics.length + best.length))
      })
    }),
  )
})

test('statements that do not count represent nobody and are no common ground', () => {
  fc.assert(
    fc.property(someGroups, (groups) => {
      const counted = new Uint8Array(groups[0]!.seen.length)
      assert.ok(representativeStatements(groups, counted).every((chosen) => chosen.length === 0))
      assert.deepEqual(consensus(groups[0]!, counted), { agree: [], disagree: [] })
    }),
  )
})

test('common ground is what passes the test against one half, the clearest five first', () => {
  fc.assert(
    fc.property(someGroups, ([counts]) => {
      const { agree, seen } = counts!
      const expected = Array.from(seen, (s, at) => {
        const p = (agree[at]! + 1) / (s + 2)
        return { at, p, z: 2 * Math.sqrt(s + 1) * ((agree[at]! + 1) / (s + 1) - 0.5) }
      }).filter(({ p, z }) => p > 0.5 && z > 1.2816)
      const found = consensus(counts!, new Uint8Array(seen.length).fill(1)).agree
      assert.equal(found.length, Math.min(5, expected.length))
      const strength = expected.map(({ p, z }) => p * z).sort((a, b) => b - a)
      found.forEach(({ share, test: z }, rank) => {
        close(share * z, strength[rank]!)
      })
    }),
  )
})

test('one group that refuses sinks the common ground of all', () => {
  const warm = countsOf([[20, 0, 0]])
  const cold = countsOf([[0, 20, 0]])
  close(groupAwareConsensus([warm, warm], 1)[0]!, (21 / 22) ** 2)
  close(groupAwareConsensus([warm, cold], 1)[0]!, (21 / 22) * (1 / 22))
})

test('priority favours the new, the divisive and the agreeable; meta statements always come soon', () => {
  const [fresh, old, meta] = priorities(
    countsOf([
      [1, 0, 0],
      [40, 10, 10],
      [1, 1, 1],
    ]),
    Float64Array.of(2, 2, 0),
    [false, false, true],
  )
  const a = 41 / 62
  const p = 11 / 62
  close(old!, ((1 - p) * 3 * a * (1 + 8 * 2 ** (-60 / 5))) ** 2)
  assert.ok(fresh! > old!)
  assert.equal(meta, 49)
})
