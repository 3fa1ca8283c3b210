import { parseArgs } from 'node:util'
import { isMainThread } from 'node:worker_threads'
import { drawPanel, InfeasibleQuotas, InputError, type Rule } from '../src/index.ts'
import { readPool } from './read-pool.ts'
import { toJson, toText } from './report.ts'
import { selectInWorker } from './worker.ts'

const help = `sortition --features F.csv --people P.csv --seats K [--rule leximin|maximin] [--same-address COLUMN,…]
          [--seed S] [--time-limit SEC] [--json]

Finds the fairest lottery over panels that keep the quotas, and with a seed draws one.

  --features FILE       feature,value,min,max[,min_flex,max_flex], or the older category,feature,min,max
  --people FILE         a column id and one per feature; the older form without ids is numbered by line
  --seats K             people on a panel
  --rule RULE           leximin (default): the smallest chance as large as possible, then the next, and so on
                        maximin: only the smallest
  --same-address COLS   at most one person of those who agree in all these columns
  --seed S              draws one panel; publish the SHA-256 of the seed before the pool closes
  --time-limit SEC      ends with the best draw so far
  --json                prints data instead of a report

Exit: 0 done, 1 the input is wrong or no panel keeps the quotas, 2 usage`

class UsageError extends Error {}

function optionsFrom(args: string[]) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      features: text,
      people: text,
      seats: text,
      rule: { type: 'string', default: 'leximin' },
      'same-address': text,
      seed: text,
      'time-limit': text,
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return values
}

function required(value: string | undefined, name: string): string {
  if (!value) throw new UsageError(`--${name} is missing`)
  return value
}

function positive(value: string, name: string, form: RegExp, expected: string): number {
  if (!form.test(value) || Number(value) === 0) throw new UsageError(`--${name} is "${value}": ${expected} is expected`)
  return Number(value)
}

function ruleFrom(rule: string): Rule {
  if (rule !== 'leximin' && rule !== 'maximin')
    throw new UsageError(`--rule is "${rule}": leximin or maximin is expected`)
  return rule
}

async function main(args: string[]): Promise<void> {
  const values = optionsFrom(args)
  if (values.help) return void console.log(help)
  const featuresFile = required(values.features, 'features')
  const peopleFile = required(values.people, 'people')
  const seats = positive(required(values.seats, 'seats'), 'seats', /^\d{1,6}$/, 'a whole number from 1')
  const rule = ruleFrom(values.rule)
  const timeLimit =
    values['time-limit'] === undefined
      ? undefined
      : positive(values['time-limit'], 'time-limit', /^\d{1,6}(\.\d+)?$/, 'a number of seconds')
  if (values.seed === '') throw new UsageError('--seed is empty')
  const sameAddress = values['same-address']?.split(',').map((name) => name.trim()) ?? []
  const pool = readPool(featuresFile, peopleFile)
  for (const column of sameAddress)
    if (!pool.people[0]!.columns.has(column)) throw new InputError(peopleFile, 1, `column "${column}" is missing`)
  const progress = process.stderr.isTTY ? showProgress : undefined
  const selection = await selectInWorker(pool, { seats, rule, sameAddress, timeLimit, progress })
  const drawn = values.seed === undefined ? undefined : drawPanel(selection.panels, values.seed)
  console.log(values.json ? toJson(selection, drawn) : toText(selection, drawn, pool.numbered))
}

function showProgress({
  seconds,
  panels,
  bound,
  gap,
}: {
  seconds: number
  panels: number
  bound: number
  gap: number
}) {
  const percent = (share: number) => `${(share * 100).toFixed(3)} %`
  process.stderr.write(
    `\r${seconds.toFixed(0)} s: ${panels} panels, smallest chance at most ${percent(bound)}, gap ${percent(gap)}   `,
  )
  if (gap <= 1e-6) process.stderr.write('\n')
}

function exitCodeFor(error: unknown): number {
  if (error instanceof InputError || error instanceof InfeasibleQuotas) {
    console.error(error.message)
    return 1
  }
  const usage = error instanceof UsageError || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')
  if (!usage) throw error
  console.error(`${(error as Error).message}\n\n${help}`)
  return 2
}

if (isMainThread) {
  try {
    await main(process.argv.slice(2))
  } catch (error) {
    process.exitCode = exitCodeFor(error)
  }
}
