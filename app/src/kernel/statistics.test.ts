import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { median, quantile, wilson } from './statistics.ts'

const share = fc.nat({ max: 5000 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n)))
const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 })
const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b)

test('the interval of 63 of 107 is the published one, 49.4 % to 67.7 %', () => {
  const { low, high } = wilson(63, 107)
  assert.equal(low.toFixed(4), '0.4941')
  assert.equal(high.toFixed(4), '0.6774')
})

test('the interval of 0 of 10 ends at 27.8 %, the textbook value', () => {
  const { low, high } = wilson(0, 10)
  assert.equal(low, 0)
  assert.equal(high.toFixed(4), '0.2775')
})

test('without rows nothing is known, and impossible shares are refused', () => {
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 })
  for (const [k, n] of [
    [-1, 3],
    [4, 3],
    [Number.NaN, 3],
    [1, Number.POSITIVE_INFINITY],
  ] as const)
    assert.throws(() => wilson(k, n), RangeError)
})

test('the interval always holds the share itself and stays between 0 and 1', () => {
  fc.assert(
    fc.property(share, ([k, n]) => {
      const { low, high } = wilson(k, n)
      assert.ok(low >= 0 && high <= 1 && low < high)
      if (n > 0) assert.ok(low <= k / n && k / n <= high)
    }),
  )
})

test('counting failures instead of successes mirrors the interval', () => {
  fc.assert(
    fc.property(share, ([k, n]) => {
      const a = wilson(k, n)
      const b = wilson(n - k, n)
      assert.ok(Math.abs(a.low - (1 - b.high)) < 1e-12 && Math.abs(a.high - (1 - b.low)) < 1e-12)
    }),
  )
})

test('ten times as many rows with the same share narrow the interval', () => {
  fc.assert(
    fc.property(share, ([k, n]) => {
      fc.pre(n > 0)
      const few = wilson(k, n)
      const many = wilson(10 * k, 10 * n)
      assert.ok(many.high - many.low < few.high - few.low)
    }),
  )
})

test('a quantile lies between two neighbouring values and grows with p', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.double({ noNaN: true, min: 0, max: 1 }),
      fc.double({ noNaN: true, min: 0, max: 1 }),
      (values, a, b) => {
        const sorted = ascending(values)
        const [p, q] = a < b ? [a, b] : [b, a]
        const low = quantile(sorted, p)!
        assert.ok(sorted[0]! <= low && low <= quantile(sorted, q)! + 1e-9)
        assert.ok(quantile(sorted, q)! <= sorted.at(-1)!)
      },
    ),
  )
})

test('quartiles of 1 to 5 are 2, 3 and 4; p90 of 1 to 10 is 9.1', () => {
  assert.deepEqual(
    [0.25, 0.5, 0.75].map((p) => quantile([1, 2, 3, 4, 5], p)),
    [2, 3, 4],
  )
  assert.equal(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)!.toFixed(6), '9.100000')
})

test('the median leaves as many values below as above, whatever their order', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const middle = median(values)!
      const below = values.filter((value) => value < middle - 1e-9).length
      const above = values.filter((value) => value > middle + 1e-9).length
      assert.ok(below <= values.length / 2 && above <= values.length / 2)
    }),
  )
})

test('no values give no median and no quantile, and p outside 0 to 1 is refused', () => {
  assert.equal(median([]), null)
  assert.equal(quantile([], 0.5), null)
  assert.throws(() => quantile([1], 1.1), RangeError)
})
