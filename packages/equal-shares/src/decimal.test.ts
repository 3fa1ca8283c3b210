import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atLeast, formatDecimal, inUnits, parseDecimal } from './decimal.ts'
import { formatFraction, toNumber } from './fraction.ts'

test('a decimal is read exactly or not at all', () => {
  assert.deepEqual(parseDecimal(' 100000.0 '), { units: 100000n, decimals: 0 })
  assert.deepEqual(parseDecimal('-0.50'), { units: -5n, decimals: 1 })
  for (const wrong of [
    '',
    '.',
    '.5',
    '1e5',
    'NaN',
    'Infinity',
    '0x10',
    '1,5',
    '1 000',
    '1.2.3',
    '--1',
    '9'.repeat(31),
  ]) {
    assert.equal(parseDecimal(wrong), null, wrong)
  }
})

test('writing and reading a decimal gives it back', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.integer({ min: 0, max: 12 }),
      (units, decimals) => {
        assert.equal(inUnits(parseDecimal(formatDecimal(units, decimals))!, decimals), units)
      },
    ),
  )
})

test('a threshold in coarser units is the least one that means the same', () => {
  assert.equal(atLeast({ units: 11n, decimals: 1 }, 0), 2)
  assert.equal(atLeast({ units: 20n, decimals: 1 }, 0), 2)
  assert.equal(atLeast({ units: 11n, decimals: 1 }, 2), 110)
})

test('a fraction becomes the nearest double but one, however long its parts are', () => {
  const part = fc.bigInt({ min: 1n, max: 2n ** 60n })
  fc.assert(
    fc.property(part, part, fc.integer({ min: 0, max: 3000 }), (a, b, shift) => {
      const wanted = Number(a) / Number(b)
      const found = toNumber({ numerator: a << BigInt(shift), denominator: b << BigInt(shift) })
      assert.ok(Math.abs(found - wanted) <= 4 * Number.EPSILON * wanted, `${found} for ${wanted}`)
      assert.equal(toNumber({ numerator: -a, denominator: b }), -toNumber({ numerator: a, denominator: b }))
    }),
  )
  assert.equal(toNumber({ numerator: 0n, denominator: 7n }), 0)
  assert.equal(formatFraction({ numerator: 6n, denominator: 4n }), '3/2')
  assert.equal(formatFraction({ numerator: -6n, denominator: 3n }), '-2')
})
