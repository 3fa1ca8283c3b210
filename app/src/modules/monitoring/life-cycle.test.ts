import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Outcome } from './detector.ts'
import { turnOf } from './life-cycle.ts'

type Week = { outcome: Outcome; severity: 1 | 2 | 3 | null }
const week: fc.Arbitrary<Week> = fc.oneof(
  fc.constantFrom<1 | 2 | 3>(1, 2, 3).map((severity) => ({ outcome: 'true' as const, severity })),
  fc.constantFrom<'false' | 'unchecked'>('false', 'unchecked').map((outcome) => ({ outcome, severity: null })),
)

/** The rule told another way: two counters that start again whenever their row is broken. */
function reference(weeks: Week[]): boolean[] {
  let open = false
  let trueWeeks = 0
  let falseWeeks = 0
  return weeks.map(({ outcome, severity }) => {
    trueWeeks = outcome === 'true' ? trueWeeks + 1 : 0
    falseWeeks = outcome === 'false' ? falseWeeks + 1 : 0
    if (!open && (trueWeeks >= 2 || severity === 3)) open = true
    else if (open && falseWeeks >= 2) open = false
    return open
  })
}

function played(weeks: Week[]): boolean[] {
  let open = false
  return weeks.map((now, index) => {
    const turn = turnOf(open, weeks[index - 1]?.outcome, now)
    if (turn === 'fires') open = true
    if (turn === 'clears') open = false
    return open
  })
}

test('over any sequence of weeks an obstacle opens and closes exactly as the rule says', () => {
  fc.assert(
    fc.property(fc.array(week, { maxLength: 60 }), (weeks) => {
      assert.deepEqual(played(weeks), reference(weeks))
    }),
    { numRuns: 2000 },
  )
})

test('two true weeks open it, a severe one at once, two weeks without close it, and an unchecked week breaks the row', () => {
  const on: Week = { outcome: 'true', severity: 1 }
  const severe: Week = { outcome: 'true', severity: 3 }
  const off: Week = { outcome: 'false', severity: null }
  const blind: Week = { outcome: 'unchecked', severity: null }
  assert.deepEqual(played([on, on, off, off]), [false, true, true, false])
  assert.deepEqual(played([severe, off, on, off, off]), [true, true, true, true, false])
  assert.deepEqual(played([on, blind, on, off, on]), [false, false, false, false, false])
  assert.deepEqual(played([on, on, off, blind, off, off]), [false, true, true, true, true, false])
})
