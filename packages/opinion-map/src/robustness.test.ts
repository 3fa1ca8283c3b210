import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generate } from '../bench/generate.ts'
import { drawMap } from './map.ts'
import { influence, movement, robustness } from './robustness.ts'
import type { Conversation } from './votes.ts'

/** The same conversation with a bloc of people who cast one and the same extreme ballot. */
function withBloc({ people, statements, votes }: Conversation, size: number): Conversation {
  const width = statements.length
  const extra = size * width
  const grow = <T extends Int32Array | Int8Array | Float64Array>(column: T, longer: T) => {
    longer.set(column)
    return longer
  }
  const rows = votes.value.length
  const person = grow(votes.person, new Int32Array(rows + extra))
  const statement = grow(votes.statement, new Int32Array(rows + extra))
  const value = grow(votes.value, new Int8Array(rows + extra))
  const time = grow(votes.time, new Float64Array(rows + extra))
  for (let at = 0; at < extra; at++) {
    person[rows + at] = people.length + Math.floor(at / width)
    statement[rows + at] = at % width
    value[rows + at] = at % 2 === 0 ? 1 : -1
    time[rows + at] = 2e12 + at
  }
  const bloc = Array.from({ length: size }, (_, at) => `bloc${at}`)
  return { people: [...people, ...bloc], statements, votes: { person, statement, value, time } }
}

test('shares of influence sum to one', () => {
  const shares = influence(drawMap(generate(80, 20, 700, 8)))
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9)
  assert.ok(shares.every((share) => share >= 0))
})

test('a bloc that votes in step is among the most influential, and without it the map moves more than without as many by lot', () => {
  const honest = generate(300, 40, 300 * 8, 21)
  const map = drawMap(withBloc(honest, 15))
  const { removed, movement: moved, influence: share } = robustness(map, 15)
  const found = removed.filter((person) => map.matrix.people[person]!.startsWith('bloc')).length
  assert.ok(found >= 13, `${found} of 15 found`)
  assert.ok(share > 0.3)
  assert.ok(moved.turn > 30)
  const byLot = movement(
    map,
    Array.from({ length: 15 }, (_, at) => at * 3),
  )
  assert.ok(byLot.turn < moved.turn)
})

test('leaving out people who did not vote moves nothing', () => {
  const votes = generate(60, 15, 500, 2)
  const map = drawMap({ ...votes, people: [...votes.people, 'silent'] })
  const { groups, turn, bestNumber, consensus } = movement(map, [map.matrix.people.indexOf('silent')])
  assert.equal(groups, 1)
  assert.ok(turn < 1e-4)
  assert.equal(bestNumber.before, bestNumber.after)
  assert.equal(consensus.same, 1)
})

test('consensus kept, lost and gained add up to the two sets', () => {
  const map = drawMap(generate(40, 12, 300, 30))
  const { consensus } = movement(map, [0, 1, 2, 3, 4, 5, 6, 7])
  const before = [...map.consensus.agree, ...map.consensus.disagree].map(({ statement }) => statement)
  assert.deepEqual([...consensus.kept, ...consensus.lost].sort(), before.sort())
  const all = consensus.kept.length + consensus.lost.length + consensus.gained.length
  assert.equal(consensus.same, all === 0 ? 1 : consensus.kept.length / all)
})

test('the draws by lot follow the seed', () => {
  const map = drawMap(generate(60, 15, 500, 2), { seed: 5 })
  assert.deepEqual(robustness(map, 6), robustness(map, 6))
})

test('one cannot leave out nobody or everybody', () => {
  const map = drawMap(generate(20, 10, 120, 1))
  for (const k of [0, 20, 1.5]) assert.throws(() => robustness(map, k), /there is nothing to compare/)
})
