import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inferNumberStyle, readNumber } from './read-number.ts'

const value = (raw: string, decimal: ',' | '.' = ',') => readNumber(raw, { decimal, certain: true })?.number ?? null

const AMOUNTS: Record<string, readonly [number, string | null]> = {
  'Rp 1.250.000,00': [1_250_000, 'IDR'],
  'Rp 1.000.000,-': [1_000_000, 'IDR'],
  'Rp.500.000': [500_000, 'IDR'],
  'Rp1,2 miliar': [1_200_000_000, 'IDR'],
  'Rp 750 juta': [750_000_000, 'IDR'],
  'Rp 5 M': [5_000_000_000, 'IDR'],
  '$ 3.5 million': [3_500_000, 'USD'],
  '(1,250.00)': [-1250, null],
  '100 EUR': [100, 'EUR'],
  '1 250 000': [1_250_000, null],
  '1,00,000': [100_000, null],
  '-12,5': [-12.5, null],
}
for (const [raw, [number, currency]] of Object.entries(AMOUNTS))
  test(`"${raw}" is ${number} ${currency ?? ''}`, () => {
    const read = readNumber(raw)
    assert.deepEqual([read?.number, read?.currency], [number, currency])
  })

test('"1.250" is a thousand or one and a quarter as the rest of its column says', () => {
  assert.deepEqual(inferNumberStyle(['1.250', '2.300.000', '12,5']), { decimal: ',', certain: true })
  assert.deepEqual(inferNumberStyle(['1,250', '3.5']), { decimal: '.', certain: true })
  assert.deepEqual(inferNumberStyle(['1.250']), { decimal: ',', certain: false })
  assert.equal(value('1.250', ','), 1250)
  assert.equal(value('1.250', '.'), 1.25)
  assert.deepEqual(readNumber('1.250')?.notes, ['number-style-assumed'])
})

test('units and percent signs are told apart from the number', () => {
  assert.deepEqual(
    ['40 jam', '12 %', '3'].map((raw) => [readNumber(raw)?.number, readNumber(raw)?.unit, readNumber(raw)?.percent]),
    [
      [40, 'jam', false],
      [12, null, true],
      [3, null, false],
    ],
  )
})

test('what is no single number is not read as one', () => {
  for (const raw of ['', 'abc', '12-13', '1.2.3', '1,2,3', '2014/15', '3 of 5', 'about'])
    assert.equal(readNumber(raw), null, raw)
})

test('every number formatted in Indonesian or in English comes back as itself', () => {
  const number = fc.integer({ min: -1e12, max: 1e12 }).map((cents) => cents / 100)
  fc.assert(
    fc.property(number, (n) => {
      for (const [locale, decimal] of [
        ['id-ID', ','],
        ['en-US', '.'],
      ] as const)
        assert.equal(
          value(n.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }), decimal),
          n,
        )
      const rupiah = Math.round(n).toLocaleString('id-ID', {
        style: 'currency',
        currency: 'IDR',
        maximumFractionDigits: 0,
      })
      assert.equal(readNumber(rupiah)?.number, Math.round(n) || 0, rupiah)
    }),
  )
})
