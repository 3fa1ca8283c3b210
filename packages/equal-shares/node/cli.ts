import { readFileSync } from 'node:fs'
import {
  compareRules,
  count,
  ElectionError,
  type Options,
  OptionsError,
  optionsFor,
  profileOf,
  readPabulib,
  thresholdFor,
  UnresolvedTie,
} from '../src/index.ts'
import { type Arguments, readArguments, USAGE, UsageError } from './arguments.ts'
import { outcomeAsJson } from './json.ts'
import { comparisonAsText, outcomeAsText } from './report.ts'

/** Runs the command and returns its exit code. */
export function main(args: string[], print: (text: string) => void, complain: (text: string) => void): number {
  let given: Arguments | null = null
  try {
    given = readArguments(args)
    if (given) print(answer(given, complain))
    else print(USAGE)
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`${error.message}\nequal-shares --help shows the options`)
      return 2
    }
    const expected = error instanceof ElectionError || error instanceof OptionsError || error instanceof UnresolvedTie
    const { code, message } = error as NodeJS.ErrnoException
    if (!expected && code === undefined) throw error
    complain(`${given?.file}: ${expected ? message : `cannot be read (${code})`}`)
    return 1
  }
}

function answer({ file, json, compare, threshold, chosen }: Arguments, complain: (text: string) => void): string {
  const election = readPabulib(decode(readFileSync(file)))
  const options = optionsFor(election, {
    ...chosen,
    ...(threshold && { threshold: thresholdFor(election, threshold) }),
  })
  for (const warning of [...election.warnings, ...idle(options, chosen, threshold !== null, compare)])
    complain(`${file}: ${warning}`)
  const profile = profileOf(election)
  const outcome = count(profile, options)
  const comparisons = compare ? compareRules(profile, options) : null
  if (json) return JSON.stringify(outcomeAsJson(profile, outcome, comparisons), null, 1)
  const report = outcomeAsText(profile, outcome)
  return comparisons ? `${comparisonAsText(profile, comparisons)}\n\n${report}` : report
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const before = new TextDecoder('utf-8').decode(bytes).split('\ufffd')[0]!
    throw new ElectionError(before.split('\n').length, 'expected UTF-8 text')
  }
}

/** Flags that change nothing under the rule that is used: said, because they were meant to. */
function idle(options: Options, chosen: Arguments['chosen'], threshold: boolean, compare: boolean): string[] {
  const greedyIsUsed = options.rule === 'greedy' || options.comparison || compare
  const add1IsUsed = (options.rule === 'equal-shares' || compare) && options.completion.startsWith('add1')
  const flags: [boolean, string][] = [
    [chosen.noSkip === true && !greedyIsUsed, '--no-skip'],
    [threshold && !greedyIsUsed, '--threshold'],
    [chosen.increment !== undefined && !add1IsUsed, '--increment'],
    [chosen.exhaustive === true && !add1IsUsed, '--exhaustive'],
    [chosen.completion !== undefined && options.rule !== 'equal-shares' && !compare, '--completion'],
  ]
  return flags
    .filter(([is]) => is)
    .map(([, flag]) => `${flag} has no effect with ${options.rule}, ${options.completion}`)
}

if (import.meta.main) {
  process.exitCode = main(
    process.argv.slice(2),
    (text) => process.stdout.write(`${text}\n`),
    (text) => process.stderr.write(`${text}\n`),
  )
}
