// Figures of sortition: the two public instances of the study, LEXIMIN for 300 people, and with --large maximin for 1,727.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { show } from '../../../bin/figures.ts'
import { readPool } from '../node/read-pool.ts'
import { type Pool, parseFeatures, parsePeople, type Rule, select } from '../src/index.ts'
import { quotasFor, volunteers } from './pool.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { large: { type: 'boolean', default: false } },
})
const data = positionals[0] ?? new URL('../../../../shared/data/sortition', import.meta.url).pathname

async function measure(pool: Pool, seats: number, rule: Rule, secondsLimit = 150) {
  const started = performance.now()
  const cpu = process.cpuUsage()
  const seconds = () => (performance.now() - started) / 1000
  const selection = await select(pool, { seats, rule, stop: () => seconds() > secondsLimit })
  const { user, system } = process.cpuUsage(cpu)
  return { selection, seconds: seconds(), cpuSeconds: (user + system) / 1e6 }
}

async function publicInstances(): Promise<void> {
  const expectedFile = `${data}/expected.json`
  if (!existsSync(expectedFile)) return console.log(`skipped: no public instances in ${data}`)
  const { instances } = JSON.parse(readFileSync(expectedFile, 'utf8'))
  for (const [name, { panel_size, leximin }] of Object.entries<Expected>(instances)) {
    const pool = readPool(`${data}/${name}/categories.csv`, `${data}/${name}/respondents.csv`)
    const { selection, seconds, cpuSeconds } = await measure(pool, panel_size, 'leximin')
    const off = Math.max(
      Math.abs(selection.minProbability - leximin.min_probability),
      Math.abs(selection.gini - leximin.gini),
      Math.abs(selection.geometricMean - leximin.geometric_mean),
    )
    show({
      name: `${name}: largest difference from the study`,
      value: off * 1e6,
      unit: 'millionths',
      goal: 1,
      better: 'less',
    })
    show({ name: `${name}: leximin`, value: seconds, unit: 's' })
    show({ name: `${name}: leximin, processor`, value: cpuSeconds, unit: 'CPU s' })
  }
}

type Expected = { panel_size: number; leximin: { min_probability: number; gini: number; geometric_mean: number } }

async function generated(people: number, seats: number, rule: Rule, goal: number, gapGoal: number, limit: number) {
  const pool = parsePeople(volunteers(people, 'bench'), 'people', parseFeatures(quotasFor(seats), 'features'))
  const profiles = new Set(pool.people.map(({ values }) => values.join())).size
  const { selection, seconds, cpuSeconds } = await measure(pool, seats, rule, limit)
  const name = `${rule}, ${people} people, ${seats} seats, 7 features, ${profiles} profiles`
  show({ name, value: seconds, unit: 's', goal, better: 'less' })
  show({ name: `${name}: processor`, value: cpuSeconds, unit: 'CPU s' })
  show({
    name: `${name}: proved gap`,
    value: selection.gap * 100,
    unit: 'percentage points',
    goal: gapGoal,
    better: 'less',
  })
  show({ name: `${name}: smallest chance`, value: selection.minProbability * 100, unit: '%' })
}

await publicInstances()
await generated(300, 20, 'leximin', 60, 0, 120)
if (values.large) await generated(1727, 110, 'maximin', 600, 0.1, 840)
else console.log('skipped without --large: maximin, 1727 people, 110 seats')
