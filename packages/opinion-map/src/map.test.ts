import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { generate } from '../bench/generate.ts'
import { adjustedRandIndex } from './agreement.ts'
import { drawMap, type OpinionMap, updateMap } from './map.ts'
import { addVotes, voteMatrix } from './matrix.ts'
import { missing } from './missing.ts'
import { seeded } from './random.ts'
import { type CastVote, type Conversation, conversation, type Statement, type VoteColumns } from './votes.ts'

const statementsOf = (count: number): Statement[] =>
  Array.from({ length: count }, (_, at) => ({ id: `s${at}`, text: `Statement ${at}`, moderated: 1, meta: false }))

/** Conversations of three camps; sizes at which seven votes are usual. */
const someConversation = fc
  .record({ people: fc.integer({ min: 20, max: 60 }), statements: fc.integer({ min: 10, max: 20 }), seed: fc.nat() })
  .map(({ people, statements, seed }) => generate(people, statements, people * 6, seed))

function shuffled(count: number, seed: number): number[] {
  const draw = seeded(seed)
  return Array.from({ length: count }, (_, at) => ({ at, lot: draw() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ at }) => at)
}

/** The same votes: people under other names and numbers, statements and rows in another order. */
function disguised({ people, statements, votes }: Conversation, seed: number): Conversation {
  const person = shuffled(people.length, seed)
  const statement = shuffled(statements.length, seed + 1)
  const rows = shuffled(votes.value.length, seed + 2)
  return {
    people: Array.from(people.keys(), (at) => `p${person.indexOf(at)}`),
    statements: Array.from(statements.keys(), (at) => statements[statement.indexOf(at)]!),
    votes: {
      person: Int32Array.from(rows, (row) => person[votes.person[row]!]!),
      statement: Int32Array.from(rows, (row) => statement[votes.statement[row]!]!),
      value: Int8Array.from(rows, (row) => votes.value[row]!),
      time: Float64Array.from(rows, (row) => votes.time[row]!),
    },
  }
}

function sliceRows({ people, statements, votes }: Conversation, from: number, to: number): Conversation {
  const cut = <T extends VoteColumns[keyof VoteColumns]>(column: T) => column.slice(from, to) as T
  const { person, statement, value, time } = votes
  return {
    people,
    statements,
    votes: { person: cut(person), statement: cut(statement), value: cut(value), time: cut(time) },
  }
}

/** The largest distance between two sets of places, when each axis may be turned. */
function apart(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const worst = (sign: number) => Math.max(0, ...Array.from(one, (x, at) => Math.abs(x - sign * other[at]!)))
  return Math.min(worst(1), worst(-1))
}

test('names of people, order of statements and order of rows do not change the map', () => {
  fc.assert(
    fc.property(someConversation, fc.nat(), (votes, seed) => {
      const map = drawMap(votes)
      fc.pre(map.components.settled.every(Boolean))
      const other = drawMap(disguised(votes, seed))
      const place = map.matrix.statements.map(({ id }) => other.matrix.statements.findIndex((row) => row.id === id))
      assert.ok(apart(map.people.x, other.people.x) < 1e-6)
      assert.ok(apart(map.people.y, other.people.y) < 1e-6)
      assert.deepEqual(other.people.inside, map.people.inside)
      assert.equal(adjustedRandIndex(other.people.group, map.people.group), 1)
      for (const [at, to] of place.entries()) {
        assert.ok(Math.abs(map.statements.priority[at]! - other.statements.priority[to]!) < 1e-6)
        assert.ok(Math.abs(map.groupAwareConsensus[at]! - other.groupAwareConsensus[to]!) < 1e-12)
      }
    }),
    { numRuns: 40 },
  )
})

test('votes sent twice count once', () => {
  fc.assert(
    fc.property(someConversation, (votes) => {
      const { person, statement, value, time } = votes.votes
      const twice: VoteColumns = {
        person: Int32Array.from([...person, ...person]),
        statement: Int32Array.from([...statement, ...statement]),
        value: Int8Array.from([...value, ...value]),
        time: Float64Array.from([...time, ...time]),
      }
      const { matrix, ...once } = drawMap(votes)
      const { matrix: doubled, ...again } = drawMap({ ...votes, votes: twice })
      assert.deepEqual(again, once)
      assert.equal(doubled.revotes, value.length)
      assert.equal(matrix.revotes, 0)
    }),
    { numRuns: 15 },
  )
})

test('of several votes the latest by time counts, wherever its row stands', () => {
  const cast = (vote: CastVote['vote'], time: number): CastVote => ({ person: 'ana', statement: 's0', vote, time })
  for (const rows of [
    [cast(1, 10), cast(-1, 30), cast(0, 20)],
    [cast(-1, 30), cast(0, 20), cast(1, 10)],
  ])
    assert.deepEqual([...voteMatrix(conversation(rows, statementsOf(1))).value], [-1])
  assert.deepEqual([...voteMatrix(conversation([cast(1, 10), cast(0, 10)], statementsOf(1))).value], [0])
})

test('votes that arrive in parts give the map of all votes', () => {
  fc.assert(
    fc.property(someConversation, fc.double({ min: 0.3, max: 0.9, noNaN: true }), (votes, share) => {
      const rows = votes.votes.value.length
      const cut = Math.floor(rows * share)
      const later = Math.floor((cut + rows) / 2)
      const early = drawMap(sliceRows(votes, 0, cut))
      const middle = updateMap(early, sliceRows(votes, cut, later))
      const updated = updateMap(middle, sliceRows(votes, later, rows))
      const whole = drawMap(votes)
      fc.pre(whole.components.settled.every(Boolean))
      assert.deepEqual(updated.matrix, whole.matrix)
      assert.deepEqual(updated.columns, whole.columns)
      for (const axis of [0, 1] as const)
        assert.ok(apart(updated.components.axes[axis], whole.components.axes[axis]) < 1e-8)
      assert.ok(apart(updated.people.x, whole.people.x) < 1e-6)
      assert.deepEqual(updated.people.inside, whole.people.inside)
      assert.deepEqual(updated.consensus, whole.consensus)
      assert.equal(adjustedRandIndex(updated.grouping.base.of, whole.grouping.base.of), 1)
      assertAtRest(updated)
      assert.deepEqual(drawMap(updated.matrix, updated.settings).people.group, whole.people.group)
    }),
    { numRuns: 30 },
  )
})

/** Every base cluster is in the group whose centre is nearest. */
function assertAtRest({ grouping: { base, tried } }: OpinionMap): void {
  for (const groups of tried.values())
    base.x.forEach((x, at) => {
      const distance = groups.x.map((centre, group) => (x - centre) ** 2 + (base.y[at]! - groups.y[group]!) ** 2)
      assert.ok(distance[groups.of[at]!]! <= Math.min(...distance) + 1e-9)
    })
}

test('an update keeps the sides of the map where they were', () => {
  const votes = generate(80, 20, 900, 5)
  const before = drawMap(sliceRows(votes, 0, 890))
  const after = updateMap(before, sliceRows(votes, 890, 900))
  const along = before.components.axes[0].reduce((sum, entry, at) => sum + entry * after.components.axes[0][at]!, 0)
  assert.ok(along > 0.9)
})

test('a strong new direction replaces the old axis even on a warm start', () => {
  const split = (from: number, people: number, statements: number[]): CastVote[] =>
    Array.from({ length: people }, (_, at) =>
      statements.map(
        (about): CastVote => ({
          person: `p${from + at}`,
          statement: `s${about}`,
          vote: at % 2 === 0 ? 1 : -1,
          time: from + at,
        }),
      ),
    ).flat()
  const statements = statementsOf(20)
  const early = drawMap(conversation(split(0, 10, [0, 1, 2, 3]), statements))
  const late = updateMap(early, conversation(split(100, 60, [8, 9, 10, 11, 12, 13, 14]), statements))
  assert.ok(late.components.axes[0].subarray(8, 15).every((entry) => Math.abs(entry) > 0.3))
})

test('adding nothing changes nothing', () => {
  const map = drawMap(generate(60, 15, 500, 3))
  const again = updateMap(map, conversation([], []))
  assert.deepEqual(again.people.group, map.people.group)
  assert.ok(apart(again.people.x, map.people.x) < 1e-9)
})

test('statements added later and moderation changed later are taken over', () => {
  const first = conversation([{ person: 'a', statement: 's0', vote: 1, time: 1 }], statementsOf(1))
  const more = conversation(
    [{ person: 'b', statement: 's1', vote: -1, time: 2 }],
    [
      { id: 's1', text: 'new', moderated: 0, meta: false },
      { id: 's0', text: 'old', moderated: -1, meta: false },
    ],
  )
  const matrix = addVotes(voteMatrix(first), more)
  assert.deepEqual(
    matrix.statements.map(({ id, moderated }) => [id, moderated]),
    [
      ['s0', -1],
      ['s1', 0],
    ],
  )
  assert.deepEqual(matrix.people, ['a', 'b'])
})

test('who came first stays first, although the first vote was cast again', () => {
  const cast = (person: string, vote: CastVote['vote'], time: number): CastVote => ({
    person,
    statement: 's0',
    vote,
    time,
  })
  const before = voteMatrix(conversation([cast('z', 1, 1), cast('a', 1, 2), cast('z', -1, 3)], statementsOf(1)))
  assert.deepEqual(before.people, ['z', 'a'])
  const after = addVotes(before, conversation([cast('b', 1, 9)], statementsOf(1)))
  assert.deepEqual([after.people, [...after.arrived], after.revotes], [['z', 'a', 'b'], [1, 2, 9], 1])
})

test('people who came at the same time stand by id, numbers by size and first', () => {
  const names = ['b', '10', '-1', 'a', '9', '010']
  const cast = names.map((person): CastVote => ({ person, statement: 's0', vote: 1, time: 5 }))
  assert.deepEqual(voteMatrix(conversation(cast, statementsOf(1))).people, ['9', '10', '010', '-1', 'a', 'b'])
})

test('a memory survives being stored as JSON', () => {
  const map = drawMap(generate(60, 15, 500, 9))
  const stored = JSON.parse(JSON.stringify(map.memory))
  assert.deepEqual(drawMap(map.matrix, map.settings, stored), drawMap(map.matrix, map.settings, map.memory))
})

test('the same seed gives the same map', () => {
  const votes = generate(50, 12, 400, 11)
  assert.deepEqual(drawMap(votes, { seed: 7 }), drawMap(votes, { seed: 7 }))
})

test('where everyone agrees there is one group and the common ground is everything they agree on', () => {
  const cast = Array.from({ length: 12 }, (_, person) =>
    statementsOf(4).map(({ id }): CastVote => ({ person: `p${person}`, statement: id, vote: 1, time: person })),
  ).flat()
  const map = drawMap(conversation(cast, statementsOf(4)))
  assert.deepEqual([...map.groups.size], [12])
  assert.equal(map.consensus.agree.length, 4)
  assert.equal(map.consensus.disagree.length, 0)
  assert.deepEqual(missing(map), [{ lacks: 'difference' }])
})

test('empty, one-person and one-statement conversations are drawn and say what is missing', () => {
  const empty = drawMap(conversation([], []))
  assert.deepEqual(missing(empty), [{ lacks: 'votes' }])
  assert.equal(empty.groups.size.length, 0)
  const untouched = drawMap(conversation([], statementsOf(3), ['someone']))
  assert.deepEqual(missing(untouched), [{ lacks: 'votes' }])
  assert.deepEqual([...untouched.people.group], [-1])
  const alone = drawMap(conversation([{ person: 'a', statement: 's0', vote: 1, time: 0 }], statementsOf(1)))
  assert.deepEqual(missing(alone), [{ lacks: 'people', people: 1, needed: 4 }, { lacks: 'difference' }])
  assert.deepEqual([...alone.people.group], [0])
  const rejected = statementsOf(1).map((statement): Statement => ({ ...statement, moderated: -1 }))
  const nothing = drawMap(conversation([{ person: 'a', statement: 's0', vote: 1, time: 0 }], rejected))
  assert.deepEqual(missing(nothing)[0], { lacks: 'counted statements' })
})

test('people named like parts of an object are people', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const cast = names.map((person, at): CastVote => ({ person, statement: 's0', vote: at % 2 ? 1 : -1, time: at }))
  assert.deepEqual(drawMap(conversation(cast, statementsOf(1))).matrix.people, names)
})

test('what cannot be mapped is refused with its reason', () => {
  const people = Array.from({ length: 100_001 }, (_, at) => String(at))
  assert.throws(() => drawMap({ ...conversation([], statementsOf(1)), people }), /100001 people: at most 100000/)
  assert.throws(() => drawMap(conversation([], statementsOf(10_001))), /10001 statements: at most 10000/)
  assert.throws(() => drawMap(conversation([], []), { groups: [1, 5] }), /1\.\.5 is not a range/)
  assert.throws(() => drawMap(conversation([], []), { groups: [4, 3] }), /4\.\.3 is not a range/)
  const vote = { person: 'a', statement: 's0', vote: 2 as 1, time: 0 }
  assert.throws(() => conversation([vote], statementsOf(1)), /Vote 1: 2 is not 1, 0 or -1/)
  assert.throws(() => conversation([{ ...vote, vote: 1, time: Number.NaN }], statementsOf(1)), /time is not a number/)
  assert.throws(() => conversation([{ ...vote, statement: 'x' }], statementsOf(1)), /statement x is not in the list/)
  assert.throws(() => conversation([], [...statementsOf(1), ...statementsOf(1)]), /listed twice/)
})
