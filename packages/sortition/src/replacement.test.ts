import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { everyGroup, missed, tinyPools } from '../test/every-panel.ts'
import { parseFeatures, parsePeople } from './pool.ts'
import { replace } from './replacement.ts'

test('a replacement keeps every quota and address when anyone can, and everyone who can has the same chance', () => {
  let kept = 0
  fc.assert(
    fc.property(tinyPools, fc.nat(), fc.integer({ min: 1, max: 50 }), ({ pool, seats, sameAddress }, pick, turn) => {
      const panels = everyGroup(pool, seats, sameAddress).filter((group) => missed(pool, group) === 0)
      if (panels.length === 0) return
      const idOf = (i: number) => pool.people[i]!.id
      const panel = panels[pick % panels.length]!
      const out = panel[pick % seats]!
      const rest = panel.filter((i) => i !== out)
      const same = (a: number[]) => a.every((i) => i !== out) && rest.every((i) => a.includes(i))
      const able = panels.filter(same).map((group) => group.find((i) => !rest.includes(i))!)
      const answer = replace(pool, { panel: panel.map(idOf), decliner: idOf(out), sameAddress, seed: 's', turn })
      if (able.length > 0) {
        kept++
        assert.deepEqual(answer.eligible, able.sort((a, b) => a - b).map(idOf))
        assert.deepEqual(answer.missed, [])
      } else assert.equal(answer.missed.length > 0, answer.id !== undefined)
      assert.equal(answer.id === undefined, answer.eligible.length === 0)
      if (answer.id !== undefined) assert.ok(answer.eligible.includes(answer.id))
    }),
    { numRuns: 300, seed: 3 },
  )
  assert.ok(kept > 30)
})

test('who declined is not asked again, and a stranger or someone not on the panel is an error', () => {
  const quotas = parseFeatures('feature,value,min,max\nf,x,0,9\n', 'f')
  const pool = parsePeople('id,f\na,x\nb,x\nc,x\nd,x\n', 'p', quotas)
  const request = { panel: ['a', 'b'], decliner: 'b', seed: 's', turn: 1 }
  assert.deepEqual(replace(pool, { ...request, declined: ['c'] }).eligible, ['d'])
  assert.equal(replace(pool, { ...request, declined: ['c', 'd'] }).id, undefined)
  assert.throws(() => replace(pool, { ...request, decliner: 'c' }), /"c" is not on the panel/)
  assert.throws(() => replace(pool, { ...request, declined: ['z'] }), /Nobody in the pool has the id "z"/)
  const lots = new Set(Array.from({ length: 20 }, (_, turn) => replace(pool, { ...request, turn: turn + 1 }).id))
  assert.deepEqual([...lots].sort(), ['c', 'd'])
})
