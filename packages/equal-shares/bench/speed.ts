import { show } from '../../../bin/figures.ts'
import { type Outcome, profileOf, readPabulib } from '../src/index.ts'
import { rupiahElection, type Size } from './generate.ts'
import { countBy, cpu, folder, has, median, profileIn, textOf } from './measure.ts'

const WIELICZKA = 'Poland_Wieliczka_2023_Green_Budget.pb'
const PRAGA = 'Poland_Warszawa_2020_Praga-Poludnie.pb'
const LARGE = [WIELICZKA, 'France_Toulouse_2024.pb', PRAGA, 'Netherlands_Amsterdam_621.pb']

/** Against the CPU seconds of the JavaScript tool of equalshares.net on the same files, of which a fifth is the goal. */
export function knownElections(): void {
  const known = [
    { file: WIELICZKA, name: 'Wieliczka', plain: 0.04, add1: 0.47, times: 9 },
    { file: PRAGA, name: 'Praga-Południe', plain: 0.73, add1: 12.1, times: 3 },
  ]
  for (const { file, name, plain, add1, times } of known) {
    if (!has(file)) {
      console.log(`${name}: skipped, no ${file} in ${folder}`)
      continue
    }
    const text = textOf(file)
    const reading = median(times, () => profileOf(readPabulib(text)))
    const profile = profileIn(file)
    const rule = { rule: 'equal-shares', comparison: false } as const
    const once = median(times, () => countBy(profile, { ...rule, completion: 'none' }))
    const whole = median(times, () => countBy(profile, { ...rule, completion: 'add1' }))
    show({
      name: `${name}, reading the file and grouping ballots`,
      value: reading * 1000,
      unit: 'CPU ms',
      better: 'less',
    })
    show({
      name: `${name}, equal shares`,
      value: once * 1000,
      unit: 'CPU ms',
      goal: (plain / 5) * 1000,
      better: 'less',
    })
    show({ name: `${name}, add1`, value: whole * 1000, unit: 'CPU ms', goal: (add1 / 5) * 1000, better: 'less' })
  }
}

/** Invented elections with shares of 10^5 to 10^7 rupiah, raised by 1 rupiah at a time. */
export function inventedInRupiah(): void {
  const sizes: Size[] = [
    { voters: 2_000, projects: 40, endowment: 100_000, seed: 1 },
    { voters: 10_000, projects: 80, endowment: 500_000, seed: 2 },
    { voters: 5_000, projects: 100, endowment: 10_000_000, seed: 3 },
    // As many voters and as much money for each as in Budapest in 2024.
    { voters: 28_943, projects: 150, endowment: 34_550, seed: 4 },
  ]
  for (const size of sizes) {
    const profile = profileOf(rupiahElection(size))
    const { seconds, result } = cpu(() => countBy(profile, { rule: 'equal-shares', completion: 'add1' }))
    const name = `add1 by 1 rupiah, ${size.voters} voters with ${size.endowment} each, ${size.projects} projects`
    show({ name, value: seconds, unit: 'CPU s', goal: 10, better: 'less' })
    console.log(`  ${found(result)}`)
  }
}

/** Real ballots with amounts of the size of rupiah: every amount × 5,000, still raised by 1 at a time. */
export function realInRupiah(): void {
  for (const file of LARGE.filter(has)) {
    const election = readPabulib(textOf(file))
    const projects = election.projects.map((project) => ({ ...project, cost: project.cost * 5000n }))
    const profile = profileOf({ ...election, projects, budget: election.budget * 5000n })
    const { seconds, result } = cpu(() =>
      countBy(profile, { rule: 'equal-shares', completion: 'add1', comparison: false }),
    )
    show({
      name: `add1 by 1, amounts of ${file.slice(0, -3)} × 5,000`,
      value: seconds,
      unit: 'CPU s',
      goal: 10,
      better: 'less',
    })
    console.log(`  ${found(result)}`)
  }
}

function found({ course, selected }: Outcome): string {
  if (course.rule !== 'equal-shares') return ''
  const { steps, runs, leaps } = course.completed
  return `${selected.length} projects after ${steps} steps, found with ${runs} runs and ${leaps} proved intervals`
}
