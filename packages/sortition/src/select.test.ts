import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { everyGroup, missed, slowLeximin, tinyPools } from '../test/every-panel.ts'
import { type Pool, parseFeatures, parsePeople } from './pool.ts'
import { InfeasibleQuotas } from './relaxation.ts'
import { type Selection, type SelectOptions, select } from './select.ts'
import { loadSolver } from './solver.ts'
import { ticketCount } from './tickets.ts'

const solver = await loadSolver()

async function selectOrRelax(pool: Pool, options: SelectOptions): Promise<Selection | InfeasibleQuotas> {
  try {
    return await select(pool, options)
  } catch (error) {
    if (error instanceof InfeasibleQuotas) return error
    throw error
  }
}

/** What must hold of any selection, proved or cut short: a real distribution over panels that keep every rule. */
function assertValid(pool: Pool, { seats, sameAddress = [] }: SelectOptions, selection: Selection): void {
  const place = new Map(pool.people.map(({ id }, i) => [id, i]))
  const held = new Map(pool.people.map(({ id }) => [id, 0]))
  for (const { ids, tickets } of selection.panels) {
    const group = ids.map((id) => place.get(id)!)
    assert.equal(new Set(ids).size, seats)
    assert.equal(missed(pool, group), 0)
    const homes = group
      .map((i) => sameAddress.map((c) => pool.people[i]!.columns.get(c)).join())
      .filter((home) => home !== '')
    if (sameAddress.length > 0) assert.equal(new Set(homes).size, homes.length)
    assert.ok(Number.isInteger(tickets) && tickets > 0)
    for (const id of ids) held.set(id, held.get(id)! + tickets)
  }
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)
  assert.equal(sum(selection.panels.map(({ tickets }) => tickets)), ticketCount)
  for (const [id, p] of selection.probabilities) assert.equal(Math.round(p * ticketCount), held.get(id))
  assert.ok(Math.abs(sum(selection.probabilities.values()) - seats) < 1e-9)
}

test('on tiny pools leximin, maximin and infeasibility agree with listing every panel', async () => {
  let feasible = 0
  await fc.assert(
    fc.asyncProperty(tinyPools, async ({ pool, seats, sameAddress }) => {
      const groups = everyGroup(pool, seats, sameAddress)
      const panels = groups.filter((group) => missed(pool, group) === 0)
      const leximin = await selectOrRelax(pool, { seats, sameAddress })
      if (leximin instanceof InfeasibleQuotas) {
        assert.equal(panels.length, 0)
        const { relaxation } = leximin
        if (relaxation.kind === 'none') return assert.equal(groups.length, 0)
        const change = relaxation.changes.reduce((sum, c) => sum + c.min - c.newMin + c.newMax - c.max, 0)
        assert.equal(change, Math.min(...groups.map((group) => missed(pool, group))))
        return
      }
      feasible++
      const maximin = await select(pool, { seats, sameAddress, rule: 'maximin' })
      const truth = slowLeximin(solver, pool.people.length, panels)
      for (const selection of [leximin, maximin]) {
        assertValid(pool, { seats, sameAddress }, selection)
        assert.equal(selection.proved, true)
        assert.ok(Math.abs(selection.minProbability - Math.min(...truth)) < 2e-6)
      }
      ;[...leximin.probabilities.values()].forEach((p, i) => {
        assert.ok(Math.abs(p - truth[i]!) < 2e-6, `person ${i}: ${p}, ${truth[i]} expected`)
      })
      const sorted = (selection: Selection) => [...selection.probabilities.values()].sort((a, b) => a - b)
      const [better, worse] = [sorted(leximin), sorted(maximin)]
      const at = better.findIndex((p, i) => Math.abs(p - worse[i]!) > 4e-6)
      assert.ok(at < 0 || better[at]! > worse[at]!)
    }),
    { numRuns: 80, seed: 20261127 },
  )
  assert.ok(feasible > 40, `${feasible} of 80 pools had a panel`)
})

const twoByTwo = parseFeatures('category,feature,min,max\ng,f,2,2\ng,m,1,2\nl,a,1,3\nl,b,1,3\n', 'f')
const profiles = ['f,a', 'f,a', 'f,b', 'm,a', 'm,b', 'm,b', 'f,a', 'm,a']
const people = (lines: string[]) => parsePeople(['g,l', ...lines].join('\n'), 'p', twoByTwo)

test('the same input gives the same selection, and the same profile the same chance', async () => {
  const pool = people(profiles)
  const once = await select(pool, { seats: 3 })
  assert.deepEqual(await select(pool, { seats: 3 }), once)
  const chance = new Map<string, number>()
  pool.people.forEach(({ id, values }) => {
    const p = once.probabilities.get(id)!
    assert.ok(Math.abs((chance.get(values.join()) ?? p) - p) <= 1 / ticketCount)
    chance.set(values.join(), p)
  })
})

test('cut short at once, the selection is valid, not proved and says its gap', async () => {
  const pool = people(profiles)
  for (const rule of ['leximin', 'maximin'] as const) {
    const best = await select(pool, { seats: 3, rule })
    const cut = await select(pool, { seats: 3, rule, stop: () => true })
    assertValid(pool, { seats: 3 }, cut)
    assert.equal(cut.proved, false)
    assert.ok(cut.gap >= best.minProbability - cut.minProbability && cut.gap > 0)
  }
})

test('progress ends with no gap, and its bound is never below the chance reached', async () => {
  const gaps: number[] = []
  const bounds: number[] = []
  const progress = ({ gap, bound }: { gap: number; bound: number }) => gaps.push(gap) && bounds.push(bound)
  const selection = await select(people(profiles), { seats: 3, progress })
  assert.ok(gaps.at(-1)! <= 1e-6)
  for (const bound of bounds) assert.ok(bound >= selection.minProbability - 1e-6)
})

test('who can be on no panel has no chance, and the others are treated fairly all the same', async () => {
  const pool = people([...profiles, 'm,a'].map((line) => line))
  const quotas = pool.quotas.map((q) => (q.value === 'b' ? { ...q, min: 0, max: 0 } : { ...q, min: 0 }))
  const selection = await select({ ...pool, quotas }, { seats: 3 })
  for (const { id, values } of pool.people) assert.equal(selection.probabilities.get(id) === 0, values[1] === 'b')
  assert.equal(selection.minProbability, 0)
  assert.equal(selection.geometricMean, 0)
})
