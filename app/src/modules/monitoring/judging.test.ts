import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { both } from '#kernel/reason.ts'
import { benefits } from '#ui/words.ts'
import { conditionOf, detectors, indicatorOf, indicators, indicatorsFor, leadOf } from './catalogue/catalogue.ts'
import { largestRatio, ratioOf, readCondition } from './condition.ts'
import { readDetector } from './detector.ts'
import { effectOf } from './effect.ts'
import { levelOf, readIndicator } from './indicator.ts'
import { conditionThreshold, indicatorThreshold, isOrdered, rowInForce, type ThresholdRow } from './threshold.ts'
import { evaluationAt, windowAt } from './window.ts'

const today = '2026-11-20'
const rows = (k: number, n: number) =>
  Array.from({ length: n }, (_, index) => ({ kind: 'fact', id: String(index), counted: index < k }))
const reading = (id: string, k: number, n: number) => {
  const entry = indicatorOf(id)!
  return readIndicator(entry, indicatorThreshold(entry, [], today), { kind: 'measured', k, n, rows: rows(k, n) })
}

test('the catalogue names every indicator and obstacle of the design once, with a lead for each benefit', () => {
  const ids = indicators.map((one) => one.id)
  assert.equal(new Set(ids).size, ids.length)
  for (const benefit of benefits) {
    assert.ok(indicatorsFor(benefit).length >= 5, benefit)
    assert.ok(leadOf(benefit).id.endsWith('1'), benefit)
  }
  assert.deepEqual(
    detectors.map((one) => one.id),
    Array.from({ length: 14 }, (_, index) => `D${index + 1}`),
  )
  assert.equal(conditionOf('D11.f')?.condition.threshold, 60)
})

test('every number of the catalogue can be met, and every threshold in its text is filled in', () => {
  for (const one of indicators) {
    if (one.good && one.poor) assert.ok(isOrdered(one.better, one.good.value, one.poor.value), one.id)
  }
  for (const { id, conditions } of detectors) {
    for (const one of conditions) {
      const names = ['t', ...Object.keys(one.alternatives ?? {})]
      for (const name of names) {
        assert.ok(one.text('id').includes(`{${name}}`), `${id} ${one.letter} id {${name}}`)
        assert.ok(one.text('en').includes(`{${name}}`), `${id} ${one.letter} en {${name}}`)
      }
      assert.ok(one.threshold > 0, `${id} ${one.letter}`)
    }
  }
})

test('a condition that is true when its threshold is reached never says that it must be passed', () => {
  for (const { id, conditions } of detectors) {
    for (const one of conditions) {
      assert.doesNotMatch(one.text('id'), /(melebihi|lebih dari|kurang dari) \{/, `${id} ${one.letter}`)
      assert.doesNotMatch(one.text('en'), /(exceeds?|more than|less than|below) \{/, `${id} ${one.letter}`)
    }
  }
})

test('fewer cases than the minimum never get a level, an interval or a colour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(9), (n, k) => {
      const few = reading('F2', Math.min(k, n), n)
      assert.equal(few.status, 'not-enough')
      assert.equal(few.level, null)
      assert.equal(few.interval, null)
    }),
  )
})

test('nothing to divide by and no record to open is no figure, but the absence of records', () => {
  assert.equal(reading('F2', 0, 0).status, 'no-records')
})

test('with enough cases the level follows the thresholds, and the interval holds the value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 500 }), fc.nat(), (n, seed) => {
      const k = seed % (n + 1)
      const one = reading('F2', k, n)
      const share = k / n
      assert.equal(one.level, share >= 0.8 ? 'good' : share < 0.6 ? 'poor' : 'watch')
      assert.ok(one.interval!.low <= share && share <= one.interval!.high)
    }),
  )
})

test('limits are read as the design writes them: at least, at most, below, and nil', () => {
  const level = (id: string, value: number) =>
    levelOf(indicatorOf(id)!, indicatorThreshold(indicatorOf(id)!, [], today), value)
  assert.deepEqual([level('F4', 1), level('F4', 0.96), level('F4', 0.94)], ['good', 'watch', 'poor'])
  assert.deepEqual([level('S2', 0.05), level('S2', 0.049), level('S2', 0.15)], ['watch', 'good', 'poor'])
  assert.deepEqual([level('E2', 0), level('E2', 0.01), level('E2', 0.05)], ['poor', 'watch', 'good'])
  assert.deepEqual([level('E4', 5), level('E4', 10), level('E4', 10.5)], ['good', 'watch', 'poor'])
  assert.equal(level('F5', 0.1 + 0.2 + 0.55), 'good', 'a crumb of floating point decides nothing')
  assert.equal(level('P4', 3), null, 'no level while the programme has set no baseline')
})

test('weighed cases are counted by their records, and get no interval', () => {
  const entry = indicatorOf('F3')!
  const threshold = indicatorThreshold(entry, [], today)
  const nine = readIndicator(entry, threshold, { kind: 'measured', k: 9e9, n: 1e10, rows: rows(8, 9) })
  assert.equal(nine.status, 'not-enough')
  const ten = readIndicator(entry, threshold, { kind: 'measured', k: 9e9, n: 1e10, rows: rows(9, 10) })
  assert.equal(ten.level, 'good')
  assert.equal(ten.interval, null)
})

test('a condition is true exactly when observed ÷ threshold reaches 1, turned round where low is bad', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (seen, limit) => {
        const high = ratioOf({ bad: 'high', threshold: limit }, seen)
        const low = ratioOf({ bad: 'low', threshold: limit }, seen)
        if (Math.abs(seen - limit) > 1e-6) {
          assert.equal(high >= 1, seen > limit)
          assert.equal(low >= 1, seen < limit)
        }
        assert.ok(high <= largestRatio && low <= largestRatio && high >= 0 && low >= 0)
      },
    ),
  )
  assert.equal(ratioOf({ bad: 'high', threshold: 0.3 }, 0.1 + 0.2), 1)
})

test('too few cases or missing records are never true and never false', () => {
  const { condition } = conditionOf('D1.a')!
  const threshold = conditionThreshold('D1', condition, [], today)
  const text = both('…', '…')
  const few = readCondition('D1', condition, threshold, {
    kind: 'observed',
    value: 0.9,
    n: 9,
    evidence: text,
    rows: [],
    parties: [],
  })
  assert.equal(few.state, 'not-enough')
  assert.equal(readCondition('D1', condition, threshold, { kind: 'unchecked', because: text }).state, 'unchecked')
  assert.equal(readDetector({ id: 'D1', needs: 2 }, [few]).outcome, 'unchecked')
})

test('the other test of a letter can make it true alone', () => {
  const { condition } = conditionOf('D1.d')!
  const threshold = conditionThreshold('D1', condition, [], today)
  const seen = { kind: 'observed', n: 8, evidence: both('…', '…'), rows: [], parties: [] } as const
  const read = (value: number | null, betweenness: number) =>
    readCondition('D1', condition, threshold, { ...seen, rows: [], parties: [], value, alternatives: { betweenness } })
      .state
  assert.deepEqual(
    [read(0.8, 0.2), read(0.8, 0.61), read(0.2, 0.1), read(null, 0.7)],
    ['false', 'true', 'true', 'true'],
  )
})

test('severity: one condition 1, two or half as much again 2, three or a broken legal deadline 3; D1 needs any two', () => {
  const on = (ratio: number, critical = false) => ({ state: 'true', ratio, critical }) as const
  const off = { state: 'false', ratio: 0.4, critical: false } as const
  const severity = (needs: 1 | 2, ...conditions: (typeof off | ReturnType<typeof on>)[]) =>
    readDetector({ id: 'D3', needs }, conditions).severity
  assert.equal(severity(1, on(1), off), 1)
  assert.equal(severity(1, on(1.5), off), 2)
  assert.equal(severity(1, on(1), on(1)), 2)
  assert.equal(severity(1, on(1), on(1), on(1)), 3)
  assert.equal(severity(1, on(1, true)), 3)
  assert.equal(severity(2, on(9), off), null)
  assert.equal(severity(2, on(1), on(1.2)), 2)
  assert.deepEqual(readDetector({ id: 'D1', needs: 2 }, [on(1.4), off]), {
    detector: 'D1',
    outcome: 'false',
    severity: null,
    value: 1.4,
  })
})

test('a mitigation worked when the value fell by a fifth or more', () => {
  assert.equal(effectOf(1.5, 1.2).effective, true)
  assert.equal(effectOf(1.5, 1.21).effective, false)
  assert.equal(effectOf(2, 2.5).effective, false)
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (base, value) => {
        if (Math.abs(value - base * 0.8) > 1e-6) assert.equal(effectOf(base, value).effective, value < base * 0.8)
      },
    ),
  )
})

test('windows count back from the day, both ends included, and the previous one ends the day before', () => {
  const calendar = { version: 1, holidays: new Set<string>(), zone: 'Asia/Jakarta' } as const
  assert.deepEqual(windowAt('2020-12-31', 90), { from: '2020-10-03', to: '2020-12-31' })
  const { previous } = evaluationAt('p', '2020-12-31', 90, calendar)
  assert.deepEqual(previous, { from: '2020-07-05', to: '2020-10-02' })
})

test('the threshold in force is the programme’s own before the installation’s, and the latest that has begun', () => {
  const row = (id: string, programmeId: string | null, since: string, poor: number): ThresholdRow => ({
    id,
    programmeId,
    subject: 'F2',
    good: poor + 0.1,
    poor,
    threshold: null,
    nMin: null,
    source: id,
    since,
    createdAt: new Date(0),
  })
  const rowsGiven = [
    row('installation', null, '2026-06-01', 0.5),
    row('charter', 'p', '2026-02-01', 0.7),
    row('later', 'p', '2026-12-01', 0.9),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(rowsGiven, { minLength: 3 }), (given) => {
      assert.equal(rowInForce(given, 'F2', '2026-11-20')?.id, 'charter')
      assert.equal(rowInForce(given, 'F2', '2026-12-01')?.id, 'later')
      assert.equal(rowInForce(given, 'F2', '2026-01-31')?.id, undefined)
    }),
  )
  const entry = indicatorOf('F2')!
  assert.deepEqual(indicatorThreshold(entry, rowsGiven, '2026-11-20'), {
    good: 0.7 + 0.1,
    poor: 0.7,
    nMin: 10,
    id: 'charter',
    source: 'charter',
  })
})
