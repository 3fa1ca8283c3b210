// Real elections. The data are not part of the repository; without them this file says so and does nothing.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { count } from './count.ts'
import { type Completion, type Options, optionsFor } from './options.ts'
import { readPabulib } from './pabulib.ts'
import { type Profile, profileOf } from './profile.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/pabulib')
const present = existsSync(join(folder, 'expected.json'))

type Measured = {
  implementation: string
  rule: 'mes' | 'greedy' | 'sequential-phragmen'
  utility: 'cost' | 'cardinality' | null
  completion: string | null
  exhaustive_option: boolean | null
  selected: string[]
  cost: number
}
type Expected = { official: { winners: string[]; cost: number; reproduced_by: string } | null; outcomes?: Measured[] }

function load(name: string): Profile {
  return profileOf(readPabulib(readFileSync(join(folder, name), 'utf8')))
}

function outcomeOf(profile: Profile, options: Partial<Options>): { ids: string[]; cost: number } {
  const { selected, cost } = count(profile, optionsFor(profile.election, options))
  return {
    ids: selected.map((p) => profile.election.projects[p]!.id),
    cost: Number(cost) / 10 ** profile.election.decimals,
  }
}

function optionsOf({ rule, utility, completion, exhaustive_option }: Measured): Partial<Options> {
  const rules = { mes: 'equal-shares', greedy: 'greedy', 'sequential-phragmen': 'phragmen' } as const
  const completions: Record<string, Completion> = {
    add1: 'add1',
    none: 'none',
    utilitarian: 'utilitarian',
    'add1+utilitarian': 'add1-utilitarian',
  }
  return {
    rule: rules[rule],
    ...(utility && { utility }),
    ...(completion && { completion: completions[completion]! }),
    exhaustive: exhaustive_option ?? false,
  }
}

if (!present) {
  test('real elections', { skip: `no data at ${folder}` }, () => {})
} else {
  const { files } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
    files: Record<string, Expected>
  }

  describe('the official winners', () => {
    for (const [name, { official }] of Object.entries(files)) {
      if (!official) continue
      test(`${name}: ${official.winners.length} projects`, () => {
        const profile = load(name)
        const found = outcomeOf(profile, {})
        assert.deepEqual([...found.ids].sort(), [...official.winners].sort())
        assert.equal(found.cost, official.cost)
        const marked = profile.election.projects.filter(({ selected }) => selected).map(({ id }) => id)
        assert.deepEqual(marked.sort(), [...official.winners].sort())
        assert.deepEqual(profile.election.warnings, [])
      })
    }
  })

  describe('outcomes measured with other implementations', () => {
    for (const [name, { outcomes }] of Object.entries(files)) {
      if (!outcomes) continue
      test(`${name}: ${outcomes.length} outcomes`, () => {
        const profile = load(name)
        for (const measured of outcomes) {
          const found = outcomeOf(profile, optionsOf(measured))
          const what = `${measured.implementation}, ${measured.rule}, ${measured.utility}, ${measured.completion}`
          assert.deepEqual([...found.ids].sort(), [...measured.selected].sort(), what)
          assert.equal(found.cost, measured.cost, what)
          // Toulouse has real ties, Phragmén's outcomes are given by name: there the order means nothing.
          const ordered = measured.rule === 'mes' && !name.startsWith('France_Toulouse')
          if (ordered) assert.deepEqual(found.ids, measured.selected, what)
        }
      })
    }
  })
}
