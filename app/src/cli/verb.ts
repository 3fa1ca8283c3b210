import type { Config } from '#kernel/config.ts'
import type { Deps } from '#kernel/web/request.ts'
import { findDatabase, type Place } from '../start/databases.ts'
import { closeDeps, createDeps } from '../start/deps.ts'

/** The words after the verb are wrong: exit 2. */
export class UsageError extends Error {}
/** The input or the state is wrong: exit 1. */
export class InputError extends Error {}

export type Arguments = { words: string[]; options: Record<string, string | boolean | undefined> }

/** One verb of the operator's command. Results go to standard output, everything else to standard error. */
export type Verb = {
  /** As typed: `import programme`. */
  name: string
  usage: string
  about: string
  /** How many words may follow, besides options; none unless told. */
  words?: number
  options?: Record<string, { type: 'string' | 'boolean' }>
  run(args: Arguments, config: Config): Promise<void>
}

export function say(message: string): void {
  process.stderr.write(`${message}\n`)
}

export function print(args: Arguments, data: object, text: string): void {
  process.stdout.write(`${args.options.json ? JSON.stringify(data) : text}\n`)
}

export async function withPlace<T>(config: Config, work: (place: Place) => Promise<T>): Promise<T> {
  const place = await findDatabase(config, say, true)
  try {
    return await work(place)
  } finally {
    await place.stop()
  }
}

export function withDeps<T>(config: Config, work: (deps: Deps, place: Place) => Promise<T>): Promise<T> {
  return withPlace(config, async (place) => {
    const deps = createDeps(config, place)
    try {
      return await work(deps, place)
    } finally {
      await closeDeps(deps)
    }
  })
}
