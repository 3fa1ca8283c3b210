import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeGroups } from './describe.ts'
import { drawMap } from './map.ts'
import { missing, wordLack } from './missing.ts'
import { mapResult } from './result.ts'
import { type CastVote, conversation, type Statement } from './votes.ts'
import { english, type Wording, wordGroup } from './wording.ts'

const statements: Statement[] = [
  'Buses every ten minutes',
  'Close the centre to cars',
  'Cheaper parking',
  'Safe crossings',
].map((text, at) => ({ id: `${at + 1}`, text, moderated: 1, meta: false }))

/** Twelve for buses and closing, six for parking; all for safe crossings. */
const cast = Array.from({ length: 18 }, (_, person) =>
  statements.map(({ id }, at): CastVote => {
    const green = person < 12
    const odd = person % 5 === at
    return {
      person: `p${person}`,
      statement: id,
      vote: at === 3 ? 1 : odd ? 0 : at < 2 === green ? 1 : -1,
      time: person * 10 + at,
    }
  }),
).flat()
const map = drawMap(conversation(cast, statements))
const [first, second] = describeGroups(map)

test('a description holds what a group agrees with, disagrees with, what sets it apart and where it is', () => {
  assert.equal(map.groups.size.length, 2)
  assert.deepEqual([first!.label, first!.size, second!.label, second!.size], ['A', 12, 'B', 6])
  assert.ok(first!.agrees.some(({ text }) => text === 'Close the centre to cars'))
  assert.ok(second!.agrees.some(({ text }) => text === 'Cheaper parking'))
  assert.ok(first!.setsApart.every(({ share, elsewhere }) => share > elsewhere))
  assert.ok(!first!.setsApart.some(({ text }) => text === 'Safe crossings'))
  assert.notEqual(first!.position.across, second!.position.across)
  assert.deepEqual(first!.position.nearest!.group, 1)
  assert.equal(first!.position.farthest, undefined)
})

test('the English text says all of it in whole sentences', () => {
  const lines = wordGroup(first!)
  assert.match(lines[0]!, /^Group A: 12 people, 67 % of the conversation\.$/)
  assert.match(lines.join('\n'), /What they agree with: .*“Close the centre to cars” \(75 % of 12 votes\)/)
  assert.match(lines.join('\n'), /What sets them apart: .*: \d+ % (agree|disagree) here, \d+ % in the other groups/)
  assert.match(lines.at(-1)!, /^On the map it is on the .*(left|right); group B is the other group\.$/)
  assert.ok(lines.every((line) => line.endsWith('.')))
})

test('the app can word it in Indonesian', () => {
  const indonesian: Wording = {
    ...english,
    heading: (label, size, share) =>
      `Kelompok ${label}: ${size} orang, ${Math.round(share * 100)} persen dari percakapan.`,
    position: ({ nearest }, label) => `Paling dekat dengan kelompok ${label(nearest!.group)}.`,
  }
  const lines = wordGroup(second!, indonesian)
  assert.equal(lines[0], 'Kelompok B: 6 orang, 33 persen dari percakapan.')
  assert.equal(lines.at(-1), 'Paling dekat dengan kelompok A.')
})

test('a group without votes to tell it, and a map of one group, are worded too', () => {
  const position = { across: 'middle', upDown: 'middle' } as const
  const alone = { group: 0, label: 'A', size: 1, share: 1, agrees: [], disagrees: [], setsApart: [], position }
  assert.deepEqual(wordGroup(alone), [
    'Group A: 1 person, 100 % of the conversation.',
    'There are too few votes to say what they think.',
    'It is the only group on the map.',
  ])
})

test('what a map lacks is said in sentences', () => {
  const empty = drawMap(conversation([], statements))
  assert.deepEqual(missing(empty).map(wordLack), ['Nobody has voted yet: there is no map.'])
  const line = (person: number): CastVote => ({
    person: `${person}`,
    statement: '1',
    vote: person % 2 ? 1 : -1,
    time: person,
  })
  const flat = drawMap(
    conversation(
      Array.from({ length: 8 }, (_, at) => line(at)),
      statements,
    ),
  )
  assert.deepEqual(missing(flat).map(wordLack), [
    'People differ in one direction only: the second axis of the map is empty.',
  ])
  assert.match(wordLack({ lacks: 'people', people: 1, needed: 4 }), /Only 1 of the 4 people/)
})

test('the result names people and statements by their ids and keeps the agreed names of its parts', () => {
  const result = mapResult(map, { revotes: 0 })
  assert.deepEqual(Object.keys(result), [
    'participants',
    'statements',
    'groups',
    'representative',
    'consensus',
    'groupAwareConsensus',
    'repairs',
  ])
  assert.deepEqual(Object.keys(result.participants[0]!), ['id', 'x', 'y', 'group'])
  assert.deepEqual(
    result.consensus.agree.map(({ statement }) => statement),
    ['4', '1', '2'].slice(0, result.consensus.agree.length),
  )
  assert.deepEqual(Object.keys(result.groupAwareConsensus), ['1', '2', '3', '4'])
  assert.equal(result.statements[3]!.agrees, 18)
  assert.equal(result.repairs.revotes, 0)
  assert.deepEqual(JSON.parse(JSON.stringify(result)).participants.length, 18)
})
