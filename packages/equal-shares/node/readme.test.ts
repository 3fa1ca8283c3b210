// The README shows real output: it is compared with what the program prints.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { count, explain, optionsFor, profileOf, readPabulib } from '../src/index.ts'
import { main } from './cli.ts'

const folder = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

function printed(...args: string[]): string {
  const lines: string[] = []
  assert.equal(
    main([join(folder, 'example/village.pb'), ...args], (text) => lines.push(text), assert.fail),
    0,
  )
  return lines.join('\n')
}

test('the examples of the README are what the command prints', () => {
  const readme = read('README.md')
  assert.ok(readme.includes(`$ equal-shares example/village.pb\n${printed()}\n\`\`\``))
  const shown = /\$ equal-shares example\/village\.pb --compare\n([^`]+)\n```/.exec(readme)?.[1]
  assert.ok(shown && printed('--compare').startsWith(shown))
})

test('the library example of the README is the file, and prints what it says', () => {
  const readme = read('README.md')
  assert.ok(readme.includes(read('example/count.ts').replace("'../src/index.ts'", "'@mufakat/equal-shares'")))
  const election = readPabulib(read('example/village.pb'))
  const profile = profileOf(election)
  const outcome = count(profile, optionsFor(election))
  const ids = outcome.selected.map((p) => election.projects[p]?.id)
  assert.ok(readme.includes(`${inspect(ids)}\n${inspect(explain(profile, outcome)[4]?.fate)}\n`))
})
