import { parseArgs } from 'node:util'
import {
  type Completion,
  type Criterion,
  type Decimal,
  parseDecimal,
  type Rule,
  type TieRule,
  type Utility,
} from '../src/index.ts'

export const USAGE = `equal-shares FILE.pb [options]

Counts a participatory budgeting election in Pabulib format. What is not given is taken from the file's own metadata.

  --rule equal-shares|greedy|phragmen
  --compare             also show the rules side by side on the same ballots
  --utility cost|cardinality
  --completion none|add1|add1-utilitarian|utilitarian
  --increment N         add1 raises the endowment by N units of currency at a time (1)
  --exhaustive          add1 also stops when nothing left out fits the rest of the budget
  --no-skip             greedy ends at the first project that does not fit
  --threshold N         greedy leaves out projects with a score below N
  --tie LIST            min-cost,max-votes,lot:SEED in the order to be applied (min-cost,max-votes,lot:0)
  --json                print data instead of a report
  --help

Exit code: 0 done, 1 the input is wrong, 2 usage.`

export class UsageError extends Error {}

/** The command line as read; `threshold` is in points of the file. */
export type Arguments = {
  file: string
  json: boolean
  compare: boolean
  threshold: Decimal | null
  chosen: {
    rule?: Rule
    utility?: Utility
    completion?: Completion
    increment?: Decimal
    exhaustive?: true
    noSkip?: true
    tie?: TieRule
  }
}

/** Null when help is asked for; throws UsageError. */
export function readArguments(args: string[]): Arguments | null {
  const { values, positionals } = parse(args)
  if (values.help) return null
  if (positionals.length !== 1) throw new UsageError(`expected one file, found ${positionals.length}`)
  const chosen: Arguments['chosen'] = {}
  if (values.rule !== undefined) chosen.rule = oneOf('--rule', values.rule, ['equal-shares', 'greedy', 'phragmen'])
  if (values.utility !== undefined) chosen.utility = oneOf('--utility', values.utility, ['cost', 'cardinality'])
  if (values.completion !== undefined) {
    chosen.completion = oneOf('--completion', values.completion, ['none', 'add1', 'add1-utilitarian', 'utilitarian'])
  }
  if (values.increment !== undefined) {
    chosen.increment = number('--increment', values.increment)
    if (chosen.increment.units === 0n) throw new UsageError('--increment: expected a number above 0')
  }
  if (values.exhaustive) chosen.exhaustive = true
  if (values['no-skip']) chosen.noSkip = true
  if (values.tie !== undefined) chosen.tie = readTieRule(values.tie)
  return {
    file: positionals[0]!,
    json: values.json ?? false,
    compare: values.compare ?? false,
    threshold: values.threshold === undefined ? null : number('--threshold', values.threshold),
    chosen,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        rule: { type: 'string' },
        compare: { type: 'boolean' },
        utility: { type: 'string' },
        completion: { type: 'string' },
        increment: { type: 'string' },
        exhaustive: { type: 'boolean' },
        'no-skip': { type: 'boolean' },
        threshold: { type: 'string' },
        tie: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function oneOf<const T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value)
  if (!found) throw new UsageError(`${flag}: expected ${allowed.join(', ')}, found "${value}"`)
  return found
}

function number(flag: string, value: string): Decimal {
  const found = parseDecimal(value)
  if (!found || found.units < 0n) throw new UsageError(`${flag}: expected a number such as 50 or 0.5, found "${value}"`)
  return found
}

function readTieRule(list: string): TieRule {
  const criteria: Criterion[] = []
  let seed = ''
  for (const part of list.split(',').map((text) => text.trim())) {
    const lot = /^lot:(.+)$/.exec(part)
    if (lot) seed = lot[1]!
    else if (part === 'lot') throw new UsageError('--tie: a lot needs a seed, such as lot:2026')
    const criterion = lot ? 'lot' : oneOf('--tie', part, ['min-cost', 'max-votes'])
    if (criteria.includes(criterion)) throw new UsageError(`--tie: ${criterion} is given twice`)
    criteria.push(criterion)
  }
  return { criteria, seed }
}
