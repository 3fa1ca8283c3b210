import { parseArgs } from 'node:util'
import { drawMap, InputError, mapResult, type PolisFiles, readPolisExport } from '../src/index.ts'
import { filesOfFolder, readInput } from './polis-folder.ts'
import { reportMap } from './report.ts'

const USAGE = `opinion-map: from votes to opinion groups and common ground

  opinion-map DIR                                a Polis export folder
  opinion-map --comments C.csv --votes V.csv     the two files alone

  --groups 2..5   how many groups may be sought (2..9)
  --seed S        a whole number that starts every choice by lot (1)
  --json          data instead of a text report
  --help          this text`

/** What was asked for is not understood: exit 2. */
class UsageError extends Error {}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        comments: { type: 'string' },
        votes: { type: 'string' },
        groups: { type: 'string', default: '2..5' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function run(): void {
  const { values, positionals } = readArguments()
  if (values.help) {
    console.log(USAGE)
    return
  }
  const settings = { groups: groupRange(values.groups), seed: seedOf(values.seed) }
  const read = readPolisExport(filesNamed(positionals, values.comments, values.votes))
  const map = drawMap(read.matrix, settings)
  console.log(values.json ? JSON.stringify(mapResult(map, read.repairs)) : reportMap(map, read))
}

function filesNamed(positionals: string[], comments?: string, votes?: string): PolisFiles {
  const [folder, ...more] = positionals
  const pair = comments !== undefined && votes !== undefined
  if (more.length > 0 || (folder === undefined) !== pair || (!pair && (comments ?? votes) !== undefined))
    throw new UsageError('Name either one folder, or both --comments and --votes')
  return pair ? { comments: readInput(comments), votes: readInput(votes) } : filesOfFolder(folder!)
}

function groupRange(text: string): [number, number] {
  const found = /^([2-9])(?:\.\.([2-9]))?$/.exec(text)
  const range: [number, number] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])]
  if (!found || range[0] > range[1])
    throw new UsageError(`--groups ${text}: expected a range such as 2..5, within 2..9`)
  return range
}

function seedOf(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--seed ${text}: expected a whole number`)
  return Number(text)
}

try {
  run()
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${USAGE}`)
    process.exitCode = 2
  } else if (error instanceof InputError || error instanceof RangeError) {
    console.error(error.message)
    process.exitCode = 1
  } else throw error
}
