import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, isWorkingDay, type WorkCalendar } from '#kernel/calendar.ts'
import type { Change } from '../task.ts'
import { loadOf, monthsBetween, strains } from './load.ts'
import { openDays, stateOn } from './open-days.ts'
import { hasSlipped, slipRates } from './slips.ts'
import { tieFigures } from './ties.ts'
import { weigh } from './weigh.ts'

const calendar: WorkCalendar = {
  version: 1,
  holidays: new Set(['2026-01-01', '2026-02-17', '2026-03-20']),
  zone: 'Asia/Jakarta',
}
const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2025-12-01', n))

describe('working days open and waiting', () => {
  const change: fc.Arbitrary<Change> = fc.record({
    to: fc.constantFrom('open', 'in-progress', 'waiting', 'blocked', 'done', 'cancelled'),
    waitingOn: fc.constantFrom('a', 'b'),
    on: day,
  })
  const history = fc.array(change, { maxLength: 8 }).map((list) => list.sort((a, b) => (a.on < b.on ? -1 : 1)))

  /** Day by day: on a working day after a change took effect, the state is that of the last change before that day. */
  function byHand(changes: Change[], start: string | null, window: { from: string; to: string }) {
    let [open, waiting] = [0, 0]
    for (let at = window.from; at <= window.to; at = addDays(at, 1)) {
      const state = changes.filter((one) => one.on < at).at(-1)
      if (!state || !isWorkingDay(calendar, at) || state.to === 'done' || state.to === 'cancelled') continue
      if (state.to === 'open' && start && start > state.on && at < start) continue
      open += 1
      if (state.to === 'waiting') waiting += 1
    }
    return { open, waiting }
  }

  test('agree with counting day by day, for any history, start and window', () => {
    fc.assert(
      fc.property(history, fc.option(day), day, fc.integer({ min: 0, max: 120 }), (changes, start, from, length) => {
        const window = { from, to: addDays(from, length) }
        const { open, waiting } = openDays(changes, start, window, calendar)
        assert.deepEqual({ open, waiting }, byHand(changes, start, window))
      }),
      { numRuns: 500 },
    )
  })

  test('waiting is never more than open, and its parts by agency add up', () => {
    fc.assert(
      fc.property(history, day, (changes, from) => {
        const found = openDays(changes, null, { from, to: addDays(from, 89) }, calendar)
        assert.ok(found.waiting <= found.open)
        assert.equal(
          [...found.byAgency.values()].reduce((a, b) => a + b, 0),
          found.waiting,
        )
      }),
    )
  })

  test('two windows side by side count what one window over both counts', () => {
    fc.assert(
      fc.property(history, day, (changes, from) => {
        const count = (a: string, b: string) => openDays(changes, null, { from: a, to: b }, calendar).open
        const middle = addDays(from, 40)
        assert.equal(count(from, middle) + count(addDays(middle, 1), addDays(from, 89)), count(from, addDays(from, 89)))
      }),
    )
  })

  test('the state of a day is that of the last change up to it', () => {
    const changes: Change[] = [
      { to: 'open', waitingOn: null, on: '2026-01-05' },
      { to: 'waiting', waitingOn: 'a', on: '2026-01-07' },
    ]
    assert.equal(stateOn(changes, '2026-01-04'), undefined)
    assert.equal(stateOn(changes, '2026-01-06')!.to, 'open')
    assert.equal(stateOn(changes, '2026-01-07')!.to, 'waiting')
  })
})

describe('ties between agencies', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e', 'f']
  const graph = fc.subarray(
    nodes.flatMap((one, i) => nodes.slice(i + 1).map((other): [string, string] => [one, other])),
  )

  /** Every simple path of each pair, the shortest kept: slow, and plainly right. */
  function byHand(pairs: [string, string][]): number {
    const tied = (a: string, b: string) => pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
    const paths = (from: string, to: string, passed: string[]): string[][] =>
      from === to
        ? [[...passed, to]]
        : nodes.flatMap((next) =>
            tied(from, next) && ![...passed, from].includes(next) ? paths(next, to, [...passed, from]) : [],
          )
    const score = new Map(nodes.map((node) => [node, 0]))
    nodes.forEach((s, i) => {
      for (const t of nodes.slice(i + 1)) {
        const all = paths(s, t, [])
        const shortest = all.filter((path) => path.length === Math.min(...all.map((one) => one.length)))
        for (const v of nodes) {
          if (v === s || v === t || shortest.length === 0) continue
          score.set(v, score.get(v)! + shortest.filter((path) => path.includes(v)).length / shortest.length)
        }
      }
    })
    return Math.max(...score.values()) / 10
  }

  test('the strongest go-between agrees with listing every path of six agencies', () => {
    fc.assert(
      fc.property(graph, (pairs) => {
        const found = tieFigures({ nodes, pairs })
        assert.ok(Math.abs(found.betweenness - byHand(pairs)) < 1e-9)
        assert.equal(found.tied, pairs.length)
        assert.equal(found.possible, 15)
      }),
      { numRuns: 150 },
    )
  })

  test('in a star the middle stands between all others; in a full graph nobody does', () => {
    const star = tieFigures({ nodes, pairs: nodes.slice(1).map((other) => ['a', other] as const) })
    assert.deepEqual([star.between, star.betweenness], ['a', 1])
    const full = nodes.flatMap((one) => nodes.map((other) => [one, other] as const))
    assert.deepEqual(tieFigures({ nodes, pairs: full }), { tied: 15, possible: 15, betweenness: 0, between: null })
  })

  test('the same pair named twice is one tie, and strangers are left out', () => {
    const figures = tieFigures({
      nodes: ['a', 'b', 'c'],
      pairs: [
        ['a', 'b'],
        ['b', 'a'],
        ['a', 'x'],
        ['c', 'c'],
      ],
    })
    assert.deepEqual([figures.tied, figures.possible], [1, 3])
  })
})

describe('load and capacity', () => {
  test('all effort arrives, whatever the months it spans and the agencies that share it', () => {
    const task = fc
      .record({
        start: day,
        length: fc.integer({ min: 5, max: 120 }),
        hours: fc.integer({ min: 1, max: 900 }),
        doers: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
      })
      .map(({ start, length, ...rest }) => ({ id: 't', start, end: addDays(start, length), ...rest }))
    fc.assert(
      fc.property(fc.array(task, { maxLength: 6 }), (tasks) => {
        const load = loadOf(tasks, monthsBetween('2025-12-01', '2026-12-31'), calendar)
        const arrived = [...load.values()].flatMap((months) => [...months.values()]).reduce((a, b) => a + b, 0)
        assert.ok(Math.abs(arrived - tasks.reduce((sum, one) => sum + one.hours, 0)) < 1e-6)
      }),
    )
  })

  test('one month too full is no strain; two in a row are, by the lower of the two', () => {
    const months = monthsBetween('2026-01-15', '2026-03-31')
    assert.deepEqual(months, ['2026-01', '2026-02', '2026-03'])
    const load = new Map([
      [
        'a',
        new Map([
          ['2026-01', 200],
          ['2026-02', 100],
          ['2026-03', 150],
        ]),
      ],
    ])
    const capacities = months.map((month) => ({ organisationId: 'a', month, hours: 100 }))
    assert.deepEqual(strains(load, capacities, months), [
      { organisationId: 'a', ratio: 1, months: ['2026-01', '2026-02'] },
    ])
    assert.deepEqual(strains(load, capacities.slice(0, 1), months), [])
  })
})

describe('weights and slips', () => {
  test('splitting a task by budget does not change the total', () => {
    const whole = weigh([{ budget: 100, effort: null, weight: null }])
    const split = weigh([40, 60].map((budget) => ({ budget, effort: null, weight: null })))
    assert.deepEqual([whole.by, split.by], ['budget', 'budget'])
    assert.equal(
      split.weights.reduce((a, b) => a + b, 0),
      whole.weights[0],
    )
  })

  test('one task without a budget means that budget cannot weigh them', () => {
    const tasks = [
      { budget: 100, effort: 8, weight: null },
      { budget: null, effort: 4, weight: null },
    ]
    assert.deepEqual(weigh(tasks), { by: 'effort', weights: [8, 4] })
    assert.deepEqual(weigh(tasks.map((task) => ({ ...task, effort: null }))), { by: 'count', weights: [1, 1] })
  })

  test('a later date, no date at all, or done too late is a slip; an earlier one is not', () => {
    const date = (due: string | null) => ({ due, target: null })
    assert.equal(hasSlipped(date('2026-01-31'), date('2026-02-28'), null), true)
    assert.equal(hasSlipped(date('2026-01-31'), date(null), null), true)
    assert.equal(hasSlipped(date('2026-01-31'), date('2026-01-31'), '2026-02-01'), true)
    assert.equal(hasSlipped(date('2026-01-31'), date('2026-01-15'), '2026-01-31'), false)
    assert.equal(hasSlipped(date(null), date('2026-02-28'), null), false)
  })

  test('3 of 11 process changes against 2 of 55 others slip 7.5 times as often', () => {
    const many = (count: number, slipped: number, processChange: boolean) =>
      Array.from({ length: count }, (_, index) => ({ processChange, slipped: index < slipped }))
    assert.equal(slipRates([...many(11, 3, true), ...many(55, 2, false)])!.times.toFixed(1), '7.5')
    assert.equal(slipRates([...many(4, 3, true), ...many(55, 2, false)]), undefined)
    assert.equal(slipRates([...many(10, 1, true), ...many(20, 0, false)])!.times, 4)
  })
})
