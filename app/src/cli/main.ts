import { parseArgs } from 'node:util'
import { readConfig } from '#kernel/config.ts'
import { withKeptAddress } from '../start/address.ts'
import { type Arguments, type InputError, UsageError, type Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/** `mufakat <verb> …`: exit 0 done, 1 the input or the state is wrong, 2 the words are. */
async function main(words: string[]): Promise<number> {
  if (words.length === 0 || words[0] === '--help' || words[0] === 'help') {
    process.stdout.write(help())
    return 0
  }
  try {
    const verb = findVerb(words)
    const args = readArguments(verb, words.slice(verb.name.split(' ').length))
    if (args.options.help) process.stdout.write(`mufakat ${verb.name} ${verb.usage}\n${verb.about}\n`)
    else await verb.run(args, withKeptAddress(readConfig(process.env), process.env))
    return 0
  } catch (error) {
    process.stderr.write(`mufakat: ${(error as Error).message}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}

function findVerb(words: string[]): Verb {
  const found = verbs.find((verb) => verb.name.split(' ').every((word, index) => words[index] === word))
  if (!found) throw new UsageError(`no verb '${words.slice(0, 2).join(' ')}'; see mufakat --help`)
  return found
}

function readArguments(verb: Verb, words: string[]): Arguments {
  const options = { ...verb.options, json: { type: 'boolean' as const }, help: { type: 'boolean' as const } }
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    if (positionals.length > (verb.words ?? 0))
      throw new Error(`'${positionals[verb.words ?? 0]}' is one word too many.`)
    return { words: positionals, options: values as Arguments['options'] }
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('\n')[0]} Usage: mufakat ${verb.name} ${verb.usage}`)
  }
}

function help(): string {
  const lines = verbs.map((verb) => `  ${`${verb.name} ${verb.usage}`.trim()}\n      ${verb.about}`)
  return `mufakat <verb> [--json] [--help]\n\n${lines.join('\n')}\n\nExit 0 done, 1 the input or the state is wrong, 2 usage.\n`
}

process.exitCode = await main(process.argv.slice(2)).catch((error: InputError) => {
  process.stderr.write(`mufakat: ${error.message}\n`)
  return 1
})
process.exit()
