import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawMap } from './map.ts'
import { voteMatrix } from './matrix.ts'
import { inConversation } from './participation.ts'
import { type CastVote, conversation, type Statement } from './votes.ts'

const statements = Array.from(
  { length: 20 },
  (_, at): Statement => ({ id: `s${at}`, text: '', moderated: 1, meta: false }),
)

/** Person p casts counts[p] votes, one after another, people after people; or all at one unknown time. */
function votesOf(counts: number[], timed = true): CastVote[] {
  return counts.flatMap((count, person) =>
    Array.from(
      { length: count },
      (_, at): CastVote => ({
        person: `${person}`,
        statement: `s${at}`,
        vote: 1,
        time: timed ? person * 100 + at : 0,
      }),
    ),
  )
}

const insideOf = (cast: CastVote[], before?: string[]) => {
  const matrix = voteMatrix(conversation(cast, statements))
  const inside = inConversation(matrix, 20, before && new Set(before))
  return matrix.people.filter((_, person) => inside[person] === 1).map(Number)
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

test('seven votes are enough, six are not', () => {
  const counts = [...new Array(20).fill(10), 7, 6]
  assert.deepEqual(insideOf(votesOf(counts, false)), range(0, 21))
})

test('fewer statements than seven need fewer votes', () => {
  const matrix = voteMatrix(conversation(votesOf([...new Array(16).fill(9), 3, 2], false), statements))
  assert.equal(inConversation(matrix, 3)[16], 1)
  assert.equal(inConversation(matrix, 3)[17], 0)
})

test('where fewer than fifteen have enough, those with the most votes fill up', () => {
  const counts = [1, 2, 3, 4, 5, 6, 1, 1, ...new Array(11).fill(8)]
  assert.deepEqual(insideOf(votesOf(counts, false)), [...range(2, 6), ...range(8, 19)])
})

test('the first fifteen to come are in and stay in, however few votes they cast', () => {
  const counts = [...new Array(15).fill(1), 6, 7, 1]
  assert.deepEqual(insideOf(votesOf(counts)), [...range(0, 15), 16])
})

test('who was in stays in', () => {
  const counts = [...new Array(20).fill(10), 1, 1]
  assert.deepEqual(insideOf(votesOf(counts, false), ['21', 'someone who left']), [...range(0, 20), 21])
})

test('someone without a vote is not in', () => {
  const map = drawMap(conversation(votesOf([3, 3]), statements, ['silent']))
  assert.deepEqual(map.people.group[map.matrix.people.indexOf('silent')], -1)
})
