import { show } from '../../../bin/figures.ts'
import { boughtIn, endowmentAfter, whyStop } from '../src/completion.ts'
import { equalSharesAt, type Setting } from '../src/equal-shares.ts'
import {
  type Completed,
  compareRules,
  ElectionError,
  type Options,
  optionsFor,
  type Profile,
  profileOf,
  readPabulib,
} from '../src/index.ts'
import { defaultTieRule, tieBreaker } from '../src/tie-breaking.ts'
import { countBy, cpu, elections, folder, has, profileIn, textOf } from './measure.ts'

/** The rest of the files is passed over after this many CPU seconds, and the bench says so. */
const MOST_SECONDS = 60
/** Files with more characters are too slow to step through. */
const MOST_TEXT = 130_000

/** Every file of the folder: its own rule against the winners it marks, and the four rules side by side. */
export function officialWinners(): void {
  const files = elections()
  if (files.length === 0) {
    console.log(`Elections: skipped, no .pb file in ${folder}`)
    return
  }
  const seen: (boolean | null)[] = []
  let seconds = 0
  for (const name of files) {
    if (seconds > MOST_SECONDS) break
    const { seconds: spent, result } = cpu(() => isReproduced(name))
    seconds += spent
    seen.push(result)
    if (result === false) console.log(`  ${name}: not the official winners`)
  }
  if (seen.length < files.length)
    console.log(`  ${files.length - seen.length} files passed over after ${MOST_SECONDS} s`)
  const official = seen.filter((result) => result !== null).length
  const same = seen.filter((result) => result).length
  show({ name: 'official winners reproduced', value: same, unit: `of ${official} elections`, goal: official })
  show({
    name: `reading and four rules side by side, ${seen.length} files`,
    value: seconds,
    unit: 'CPU s',
    better: 'less',
  })
}

/** Null when the file marks no winners, names no rule known here or cannot be read, which is printed. */
function isReproduced(name: string): boolean | null {
  try {
    const profile = profileIn(name)
    const { projects, rule } = profile.election
    compareRules(profile, optionsFor(profile.election, { rule: 'greedy' }))
    if (!projects.some(({ selected }) => selected) || !/^(greedy(-threshold|-no-skip)?|equalshares.*)$/.test(rule))
      return null
    const chosen = new Set(countBy(profile, {}).selected)
    return projects.every(({ selected }, p) => (selected ?? false) === chosen.has(p))
  } catch (error) {
    if (!(error instanceof ElectionError)) throw error
    console.log(`  ${name}: not read, ${error.message}`)
    return null
  }
}

type Measured = {
  rule: string
  utility: string | null
  completion: string | null
  exhaustive_option: boolean | null
  selected: string[]
}

/** Outcomes that other implementations gave for the same files, compared as sets. */
export function measuredOutcomes(): void {
  if (!has('expected.json')) {
    console.log(`Outcomes of other implementations: skipped, no expected.json in ${folder}`)
    return
  }
  const { files } = JSON.parse(textOf('expected.json')) as { files: Record<string, { outcomes?: Measured[] }> }
  let all = 0
  let same = 0
  for (const [name, { outcomes }] of Object.entries(files)) {
    if (!outcomes) continue
    const profile = profileIn(name)
    for (const measured of outcomes) {
      const found = countBy(profile, optionsOf(measured)).selected.map((p) => profile.election.projects[p]!.id)
      all++
      if (found.sort().join('\n') === [...measured.selected].sort().join('\n')) same++
    }
  }
  show({ name: 'outcomes of other implementations reproduced as sets', value: same, unit: `of ${all}`, goal: all })
}

function optionsOf({ rule, utility, completion, exhaustive_option }: Measured): Partial<Options> {
  return {
    rule: rule === 'mes' ? 'equal-shares' : rule === 'greedy' ? 'greedy' : 'phragmen',
    utility: utility === 'cardinality' ? 'cardinality' : 'cost',
    completion: (completion ?? 'none').replace('+', '-') as Options['completion'],
    exhaustive: exhaustive_option ?? false,
  }
}

/** Add1 with leaps against plain stepping, run by run, on every small file of the folder. */
export function stepping(): void {
  let all = 0
  let same = 0
  let seconds = 0
  for (const text of elections().map(textOf)) {
    if (text.length > MOST_TEXT || seconds > MOST_SECONDS) continue
    seconds += cpu(() => {
      const profile = readable(text)
      if (!profile) return
      for (const exhaustive of [false, true]) {
        const { course } = countBy(profile, { rule: 'equal-shares', completion: 'add1', comparison: false, exhaustive })
        all++
        if (course.rule === 'equal-shares' && sameRun(course.completed, stepThrough(profile, exhaustive))) same++
      }
    }).seconds
  }
  if (all > 0)
    show({ name: 'add1 by leaps equals add1 by single steps', value: same, unit: `of ${all} counts`, goal: all })
}

/** Null for a file that is refused; `officialWinners` says why. */
function readable(text: string): Profile | null {
  try {
    return profileOf(readPabulib(text))
  } catch (error) {
    if (error instanceof ElectionError) return null
    throw error
  }
}

type Found = Pick<Completed, 'run' | 'steps'>

function stepThrough(profile: Profile, exhaustive: boolean): Found {
  const setting: Setting = { profile, utility: 'cost', tieBreaker: tieBreaker(profile, defaultTieRule) }
  const options = { increment: { numerator: 10n ** BigInt(profile.election.decimals), denominator: 1n }, exhaustive }
  let found: Found = { run: equalSharesAt(setting, endowmentAfter(setting, options.increment, 0)), steps: 0 }
  while (whyStop(setting, options, boughtIn(setting, found.run), found.run.cost) === null) {
    const next = equalSharesAt(setting, endowmentAfter(setting, options.increment, found.steps + 1))
    if (next.cost > profile.election.budget) break
    found = { run: next, steps: found.steps + 1 }
  }
  return found
}

function sameRun(a: Found, b: Found): boolean {
  const bought = ({ run }: Found) => run.purchases.map(({ project }) => project).join()
  return a.steps === b.steps && bought(a) === bought(b)
}
