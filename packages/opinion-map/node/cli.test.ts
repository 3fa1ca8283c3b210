import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../bin/opinion-map.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'opinion-map-'))
after(() => rmSync(folder, { recursive: true }))

const topics = [
  'More buses',
  'Close the centre to cars',
  'Cheaper parking',
  'Wider roads',
  'Safe crossings',
  'Trees',
  'Night trains',
  'Tolls',
]
const header = 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n'
/** Person p belongs to one of two camps; the fifth statement is common ground. */
const voteOf = (person: number, topic: number) =>
  topic === 4 ? 1 : (person + topic) % 7 === 0 ? 0 : topic < 4 === person % 3 > 0 ? 1 : -1
const people = Array.from({ length: 24 }, (_, person) => person)
const votes = people.flatMap((person) =>
  topics.map((_, topic) => `${1700000000000 + person * 100 + topic},d,${topic},${person},${voteOf(person, topic)}\n`),
)
const count = (topic: number, vote: number) => people.filter((person) => voteOf(person, topic) === vote).length
const comments = topics.map(
  (text, topic) => `1699999999999,d,${topic},0,${count(topic, 1)},${count(topic, -1)},1,"${text}"\n`,
)
writeFileSync(join(folder, 'comments.csv'), header + comments.join(''))
writeFileSync(join(folder, 'votes.csv'), `timestamp,datetime,comment-id,voter-id,vote\n${votes.join('')}`)
writeFileSync(join(folder, 'summary.csv'), 'topic,Streets\nvoters,24\n')

const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
const pair = ['--comments', join(folder, 'comments.csv'), '--votes', join(folder, 'votes.csv')]

test('a folder gives the agreed JSON, the same each time, and the two files alone give the same map', () => {
  const { stdout, status } = run(folder, '--json')
  assert.equal(status, 0)
  const result = JSON.parse(stdout)
  assert.deepEqual(Object.keys(result), [
    'participants',
    'statements',
    'groups',
    'representative',
    'consensus',
    'groupAwareConsensus',
    'repairs',
  ])
  assert.equal(result.participants.length, 24)
  assert.deepEqual(result.groups.map((group: { size: number }) => group.size).sort(), [16, 8])
  assert.equal(result.consensus.agree[0].statement, '4')
  assert.equal(run(folder, '--json', '--seed', '1').stdout, stdout)
  const alone = JSON.parse(run(...pair, '--json').stdout)
  assert.deepEqual({ ...alone, repairs: 0 }, { ...result, repairs: 0 })
})

test('the report for people says the topic, the groups, the common ground and the repairs', () => {
  const { stdout, status } = run(folder, '--groups', '2..3')
  assert.equal(status, 0)
  assert.match(stdout, /^Streets\n24 people \(24 in the conversation\), 8 statements, 192 votes\./)
  assert.match(stdout, /Group A: \d+ people/)
  assert.match(stdout, /Common ground: most people agree\n {2}4: Safe crossings \(24 of 24\)/)
  assert.match(stdout, /Without the 1 most influential people/)
  assert.match(stdout, / 192 rows of votes read/)
})

test('what was not understood ends with 2 and says how to ask', () => {
  for (const args of [
    [],
    [folder, folder],
    [...pair.slice(0, 2)],
    [folder, ...pair],
    [folder, '--groups', '5..2'],
    [folder, '--seed', 'x'],
    ['--colour'],
  ]) {
    const { status, stderr, stdout } = run(...args)
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /opinion-map DIR/)
  }
  assert.match(run('--help').stdout, /opinion-map DIR/)
})

test('what is wrong in the input ends with 1 and names file and line', () => {
  const broken = join(folder, 'broken.csv')
  writeFileSync(broken, `timestamp,datetime,comment-id,voter-id,vote\n${votes[0]}1700000000000,d,0,1,yes\n`)
  const { status, stderr } = run('--comments', pair[1]!, '--votes', broken)
  assert.deepEqual([status, stderr], [1, `${broken} line 3: vote is "yes", expected 1, 0 or -1\n`])
  const nowhere = run(join(folder, 'nowhere'))
  assert.equal(nowhere.status, 1)
  assert.match(nowhere.stderr, /nowhere line 1: there is no such folder, expected a Polis export/)
})
