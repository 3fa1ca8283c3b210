import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { lot, ticketCount } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'sortition-'))
after(() => rmSync(folder, { recursive: true }))
const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))

const files = {
  'features.csv': 'feature,value,min,max\nage,young,1,2\nage,old,1,2\nplace,town,1,2\nplace,village,1,2\n',
  'people.csv':
    'id,age,place,street\nani,young,town,A 1\nbudi,young,village,B 2\ncitra,old,town,a  1\ndewi,old,village,\neko,old,town,C 3\n',
  'strict.csv': 'feature,value,min,max\nage,young,3,3\nage,old,0,3\nplace,town,1,3\nplace,village,1,3\n',
}
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' })
  return { status, stdout, stderr }
}

const usual = ['--features', 'features.csv', '--people', 'people.csv', '--seats', '3']

test('the data have the names agreed, and the panel drawn can be found again from the seed and the weights', () => {
  const { status, stdout, stderr } = run(...usual, '--json', '--seed', 'rain')
  assert.equal(status, 0, stderr)
  const data = JSON.parse(stdout)
  assert.deepEqual(Object.keys(data), [
    'rule',
    'proved',
    'minProbability',
    'gini',
    'geometricMean',
    'probabilities',
    'panels',
    'drawn',
  ])
  assert.deepEqual(Object.keys(data.probabilities), ['ani', 'budi', 'citra', 'dewi', 'eko'])
  assert.ok(Math.abs(data.minProbability - 0.6) < 1e-6)
  let end = 0
  const ticket = lot('rain', 0, ticketCount)
  const drawn = data.panels.find(({ weight }: { weight: number }) => {
    end += Math.round(weight * ticketCount)
    return end > ticket
  })
  assert.deepEqual(data.drawn, { seed: 'rain', panel: drawn.ids })
  assert.equal(run(...usual, '--json', '--seed', 'rain').stdout, stdout)
})

test('without a seed nothing is drawn; neighbours never sit together when they may not', () => {
  const { stdout } = run(...usual, '--json', '--same-address', 'street')
  const data = JSON.parse(stdout)
  assert.equal(data.drawn, null)
  for (const { ids } of data.panels) assert.ok(!(ids.includes('ani') && ids.includes('citra')))
})

test('the report for people names the commitment, the ticket and the panel', () => {
  const { status, stdout } = run(...usual, '--seed', 'rain')
  assert.equal(status, 0)
  assert.match(stdout, /^3 seats, 5 people, rule leximin\nProved: /)
  assert.match(stdout, /Commitment {2}[0-9a-f]{64} {2}\(SHA-256 of the seed\)/)
  assert.match(stdout, /Panel {7}number \d+ of the list, tickets [\d,]+ to [\d,]+:/)
})

test('quotas that nobody can meet are answered with the smallest change, in words', () => {
  const { status, stdout, stderr } = run('--features', 'strict.csv', '--people', 'people.csv', '--seats', '3', '--json')
  assert.equal(status, 1)
  assert.equal(stdout, '')
  assert.match(stderr, /^No panel keeps all the quotas\. The smallest change that makes one possible:\n/)
  assert.match(stderr, /age young: at least 2 instead of 3\. The pool has 2 such people\./)
})

test('more seats than people cannot be helped by quotas, and the answer says so', () => {
  const { status, stderr } = run('--features', 'features.csv', '--people', 'people.csv', '--seats', '6')
  assert.equal(status, 1)
  assert.match(stderr, /^The pool has 5 people: too few for the seats, whatever the quotas\./)
})

test('wrong files end with 1 and name the place; wrong usage ends with 2', () => {
  writeFileSync(join(folder, 'bad.csv'), 'id,age,place\nani,young,city\n')
  const bad = run('--features', 'features.csv', '--people', 'bad.csv', '--seats', '3')
  assert.deepEqual([bad.status, bad.stderr], [1, 'bad.csv line 2: place is "city": expected one of town, village\n'])
  const missing = run('--features', 'features.csv', '--people', 'none.csv', '--seats', '3')
  assert.deepEqual([missing.status, missing.stderr], [1, 'none.csv: cannot be read (ENOENT)\n'])
  const column = run(...usual, '--same-address', 'street,town')
  assert.deepEqual([column.status, column.stderr], [1, 'people.csv line 1: column "town" is missing\n'])
  for (const args of [
    [],
    [...usual, '--rule', 'fair'],
    [...usual, '--seats', '0'],
    [...usual, '--colour'],
    [...usual, '--seed='],
  ])
    assert.equal(run(...args).status, 2, args.join(' '))
  assert.equal(run('--help').status, 0)
})
