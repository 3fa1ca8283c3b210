import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../bin/opinion-map.js', import.meta.url))
const streets = fileURLToPath(new URL('../example/streets', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'opinion-map-'))
after(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
const pair = ['--comments', join(streets, 'comments.csv'), '--votes', join(streets, 'votes.csv')]

test('a folder gives the agreed JSON, the same each time, and the two files alone give the same map', () => {
  const { stdout, status } = run(streets, '--json')
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
  assert.equal(result.participants.length, 36)
  assert.deepEqual(result.groups.map((group: { size: number }) => group.size).sort(), [16, 18])
  assert.equal(result.consensus.agree[0].statement, '9')
  assert.deepEqual([result.repairs.revotes, result.repairs.signsFlipped, result.repairs.bodiesUnquoted], [3, 269, 1])
  assert.equal(run(streets, '--json', '--seed', '1').stdout, stdout)
  const alone = JSON.parse(run(...pair, '--json').stdout)
  assert.deepEqual({ ...alone, repairs: 0 }, { ...result, repairs: 0 })
})

test('the report for people says the topic, the groups, the common ground and the repairs', () => {
  const { stdout, status } = run(streets, '--groups', '2..3')
  assert.equal(status, 0)
  assert.match(stdout, /^Streets of an invented town\n36 people \(34 in the conversation\), 11 statements, 315 votes\./)
  assert.match(stdout, /Group A: \d+ people/)
  assert.match(stdout, /A clear majority of all agrees\n {2}9: Publish the road budget every month \(30 of 32\)/)
  assert.match(stdout, /Without the most influential person/)
  assert.match(stdout, / 318 rows of votes read/)
})

test('what was not understood ends with 2 and says how to ask', () => {
  for (const args of [[], [streets, ...pair], [streets, '--groups', '5..2'], ['--colour']]) {
    const { status, stderr, stdout } = run(...args)
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /opinion-map DIR/)
  }
  assert.match(run('--help').stdout, /opinion-map DIR/)
})

test('what is wrong in the input ends with 1 and names file and line', () => {
  const broken = join(folder, 'broken.csv')
  writeFileSync(broken, `timestamp,datetime,comment-id,voter-id,vote\n1700000000000,d,0,1,1\n1700000000000,d,0,1,yes\n`)
  const { status, stderr } = run('--comments', pair[1]!, '--votes', broken)
  assert.deepEqual([status, stderr], [1, `${broken} line 3: vote is "yes", expected 1, 0 or -1\n`])
  const nowhere = run(join(folder, 'nowhere'))
  assert.equal(nowhere.status, 1)
  assert.match(nowhere.stderr, /nowhere line 1: there is no such folder, expected a Polis export/)
})
