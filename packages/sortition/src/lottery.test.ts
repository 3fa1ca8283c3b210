import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commitment, drawPanel, lot } from './lottery.ts'
import type { Panel } from './select.ts'
import { ticketCount } from './tickets.ts'

test('the commitment is what sha256sum prints', () => {
  assert.equal(commitment('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('a lot is the first digits of the hash as a fraction of the count', () => {
  // sha256("0:harmony") computed with sha256sum; its first nine decimal digits as a fraction are 0.840251463.
  assert.equal(lot('harmony', 0, ticketCount), 840251463)
  assert.equal(lot('harmony', 0, 10), 8)
  assert.notEqual(lot('harmony', 1, ticketCount), lot('harmony', 0, ticketCount))
})

test('every number from 0 to count − 1 comes up about equally often', () => {
  const seen = new Array<number>(7).fill(0)
  for (let i = 0; i < 7000; i++) seen[lot(`seed ${i}`, 0, 7)]!++
  for (const count of seen) assert.ok(count > 850 && count < 1150, `${seen}`)
})

test('the panel drawn is the one whose range of tickets holds the ticket, at the borders too', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 1 }), (seed, side) => {
      const ticket = lot(seed, 0, ticketCount)
      const first = ticket + side
      const panels: Panel[] = [
        { ids: ['a'], tickets: first },
        { ids: ['b'], tickets: ticketCount - first },
      ].filter(({ tickets }) => tickets > 0)
      assert.deepEqual(drawPanel(panels, seed).panel.ids, side === 1 ? ['a'] : ['b'])
    }),
  )
})
