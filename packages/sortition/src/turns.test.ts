import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Problem } from './problem.ts'
import { ticketCount, ticketsFor } from './tickets.ts'
import { takeTurns } from './turns.ts'

const weights = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
  .filter((w) => w.some((x) => x > 0))

test('tickets are whole, sum to a billion, and differ from the weight by less than one', () => {
  fc.assert(
    fc.property(weights, (parts) => {
      const sum = parts.reduce((a, b) => a + b, 0)
      const shares = parts.map((part) => part / sum)
      const tickets = ticketsFor(shares)
      assert.equal(
        tickets.reduce((a, b) => a + b, 0),
        ticketCount,
      )
      tickets.forEach((count, j) => {
        assert.ok(Number.isInteger(count) && count >= 0 && Math.abs(count - shares[j]! * ticketCount) < 1.000001)
      })
    }),
  )
})

test('weights that sum to a little more than one still give exactly a billion tickets', () => {
  const tickets = ticketsFor([0.5, 0.5 + 4e-9, 0])
  assert.equal(tickets[0]! + tickets[1]! + tickets[2]!, ticketCount)
  assert.ok(tickets.every((count) => count >= 0))
})

test('everyone of a type holds the same tickets to within one, nobody sits twice, every panel keeps its types', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 })
  const scene = sizes.chain((people) =>
    fc.record({
      people: fc.constant(people),
      panels: fc.array(
        fc.record({
          seats: fc.tuple(...people.map((size) => fc.integer({ min: 0, max: size }))),
          tickets: fc.integer({ min: 0, max: 40 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    }),
  )
  fc.assert(
    fc.property(scene, ({ people, panels }) => {
      let next = 0
      const problem: Problem = {
        seats: 0,
        limits: [],
        people: people.map((size) => Array.from({ length: size }, () => next++)),
      }
      const seats = panels.map((panel) => panel.seats as number[])
      const tickets = panels.map((panel) => panel.tickets)
      const typeOf = problem.people.flatMap((members, t) => members.map(() => t))
      const drawn = takeTurns(problem, seats, tickets)
      const held = new Array<number>(next).fill(0)
      const bySeats = new Map<string, number>()
      for (const panel of drawn) {
        assert.equal(new Set(panel.members).size, panel.members.length)
        for (const i of panel.members) held[i]! += panel.tickets
        const key = people.map((_, t) => panel.members.filter((i) => typeOf[i] === t).length).join()
        bySeats.set(key, (bySeats.get(key) ?? 0) + panel.tickets)
      }
      for (const members of problem.people) {
        const counts = members.map((i) => held[i]!)
        assert.ok(Math.max(...counts) - Math.min(...counts) <= 1)
      }
      const wanted = new Map<string, number>()
      seats.forEach((panel, j) => {
        if (tickets[j]! > 0 && panel.some((s) => s > 0))
          wanted.set(panel.join(), (wanted.get(panel.join()) ?? 0) + tickets[j]!)
      })
      assert.deepEqual(bySeats, wanted)
    }),
    { numRuns: 500 },
  )
})
