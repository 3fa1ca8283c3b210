import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { main } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'equal-shares-'))
after(() => rmSync(folder, { recursive: true }))

const VILLAGE = `META
key;value
description;Dana desa
budget;12000
currency;IDR
vote_type;approval
rule;equalshares/add1
PROJECTS
project_id;cost;name
road;6000;Jalan
lamp;3000;Lampu
well;4500;Sumur\u001b[31m
park;9000;Taman
VOTES
voter_id;vote
1;road,lamp
2;road,lamp
3;road
4;well,park
5;well,park
6;park
`

function run(text: string | Uint8Array, ...args: string[]) {
  const file = join(folder, 'village.pb')
  writeFileSync(file, text)
  const out: string[] = []
  const err: string[] = []
  const code = main(
    [file, ...args],
    (line) => out.push(line),
    (line) => err.push(line),
  )
  return { code, out: out.join('\n'), err: err.join('\n').replaceAll(file, 'FILE') }
}

describe('the command', () => {
  test('prints data with --json, the same every time', () => {
    const { code, out, err } = run(VILLAGE, '--json')
    assert.deepEqual([code, err], [0, ''])
    const found = JSON.parse(out)
    assert.deepEqual(found.selected, ['road', 'well'])
    assert.deepEqual([found.rule, found.cost, found.budget, found.voters], ['equal-shares', 10500, 12000, 6])
    assert.deepEqual(
      found.rounds.map(({ project, exactPrice }: { project: string; exactPrice: string }) => [project, exactPrice]),
      [
        ['road', '2000'],
        ['well', '2250'],
      ],
    )
    assert.deepEqual(found.endowment, {
      each: 2999,
      exact: '2999',
      increments: 999,
      stop: 'overshoot',
      next: { selected: ['road', 'park'], cost: 15000 },
    })
    const road = found.projects.find(({ id }: { id: string }) => id === 'road')
    assert.deepEqual(road.payment, { price: 2000, full: [{ weight: 1, voters: 3, each: 2000 }], rest: null, empty: 0 })
    assert.equal(road.supporters, 3)
    assert.equal(run(VILLAGE, '--json').out, out)
  })

  test('tells a citizen who paid and what was missing, without letting a name steer the terminal', () => {
    const { code, out } = run(VILLAGE)
    assert.equal(code, 0)
    assert.match(out, /3 voters support it\. 3 voters paid 2,000 IDR each\./)
    assert.match(out, /park · Taman · 9,000 IDR\n {5}3 voters support it\. .* was missing\./)
    assert.ok(!out.includes('\u001b'))
  })

  test('shows the rules side by side with --compare', () => {
    const { out } = run(VILLAGE, '--compare')
    for (const name of ['greedy', 'equal-shares, cost, add1', 'equal-shares, cardinality, add1', 'phragmen'])
      assert.ok(out.includes(name))
    const { compare } = JSON.parse(run(VILLAGE, '--compare', '--json').out)
    assert.equal(compare.length, 4)
    assert.ok(
      compare.every(({ exclusionRatio }: { exclusionRatio: number }) => exclusionRatio >= 0 && exclusionRatio <= 1),
    )
  })

  test('obeys every option', () => {
    const selected = (...args: string[]) => JSON.parse(run(VILLAGE, '--json', ...args).out).selected
    assert.deepEqual(selected('--rule', 'greedy'), ['road', 'lamp'])
    assert.deepEqual(selected('--rule', 'greedy', '--threshold', '3'), ['road'])
    assert.deepEqual(selected('--rule', 'greedy', '--no-skip'), ['road'])
    assert.deepEqual(selected('--rule', 'phragmen'), ['lamp', 'well'])
    assert.deepEqual(selected('--completion', 'none'), ['road'])
    assert.equal(JSON.parse(run(VILLAGE, '--json', '--increment', '400').out).endowment.each, 2800)
    const stops = JSON.parse(run(VILLAGE, '--json', '--exhaustive').out)
    assert.deepEqual([stops.endowment.stop, stops.endowment.each], ['exhaustive', 2250])
    const tie = JSON.parse(run(VILLAGE, '--json', '--tie', 'max-votes,min-cost,lot:42').out).options.tie
    assert.deepEqual(tie, ['max-votes', 'min-cost', 'lot:42'])
  })

  test('says so when an option has no effect', () => {
    assert.match(run(VILLAGE, '--no-skip').err, /FILE: --no-skip has no effect with equal-shares/)
    assert.match(run(VILLAGE, '--rule', 'greedy', '--increment', '5').err, /--increment has no effect/)
  })
})

describe('exit codes', () => {
  test('1 and the line when the file is wrong', () => {
    assert.deepEqual(run(VILLAGE.replace('3;road', '3;roat')), {
      code: 1,
      out: '',
      err: 'FILE: line 18: the ballot names "roat", which is no project of this file',
    })
    assert.deepEqual(run(VILLAGE.replace('equalshares/add1', 'lottery')).code, 1)
    assert.match(
      run(new Uint8Array([...Buffer.from('META\nbudget;1'), 0xff])).err,
      /^FILE: line 2: expected UTF-8 text/,
    )
    assert.match(
      run(
        VILLAGE.replaceAll('well', 'road2').replace('4500', '6000').replace('4;road2', '3b;road2\n4;road2'),
        '--tie',
        'min-cost',
      ).err,
      /tied; draw a lot/,
    )
    const err: string[] = []
    assert.equal(
      main(
        [join(folder, 'nowhere.pb')],
        () => {},
        (line) => err.push(line),
      ),
      1,
    )
    assert.match(err[0]!, /nowhere\.pb: cannot be read \(ENOENT\)/)
  })

  test('2 when the command is', () => {
    const wrong = [
      ['--what'],
      ['second.pb'],
      ['--rule', 'dice'],
      ['--utility', 'x'],
      ['--completion', 'x'],
      ['--increment', '0'],
      ['--increment', '-1'],
      ['--threshold', 'x'],
      ['--tie', 'lot'],
      ['--tie', 'min-cost,min-cost'],
      ['--tie', ''],
    ]
    for (const args of wrong) assert.equal(run(VILLAGE, ...args).code, 2, args.join(' '))
  })

  test('0 for --help', () => {
    const { code, out } = run(VILLAGE, '--help')
    assert.equal(code, 0)
    assert.match(out, /--completion none\|add1/)
  })
})
