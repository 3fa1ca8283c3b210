import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { giveCoordinator } from '#app/imports/coordinator.ts'
import { importJob } from '#app/imports/request.ts'
import { writeAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { importProgramme } from '#modules/programmes/exchange/import-programme.ts'
import { exchangeParts } from '../../modules.ts'
import { InputError, print, UsageError, type Verb, withDeps } from '../verb.ts'

export const importProgrammeVerb: Verb = {
  name: 'import programme',
  usage: 'FILE.json [--coordinator EMAIL]',
  options: { coordinator: { type: 'string' } },
  words: 1,
  about: 'reads a programme file (docs/programme-exchange.md); a second run changes nothing',
  async run(args, config) {
    const [file] = args.words
    if (!file) throw new UsageError(`usage: mufakat import programme ${importProgrammeVerb.usage}`)
    const content = readJson(file)
    await withDeps(config, async (deps) => {
      const options = { now: deps.clock(), source: basename(file), parts: exchangeParts }
      const outcome = await importProgramme(deps.jobs, content, options)
      if (outcome.kind === 'invalid') {
        throw new InputError(outcome.problems.map(({ at, says }) => `${file}: ${at || 'file'}: ${says}`).join('\n'))
      }
      await seat(deps, outcome.slug, args.options.coordinator)
      const lines = Object.entries(outcome.report).map(
        ([list, { created, updated, unchanged }]) =>
          `${list}: ${created} created, ${updated} updated, ${unchanged} unchanged`,
      )
      print(args, outcome, [`/programmes/${outcome.slug}`, ...lines].join('\n'))
    })
  },
}

async function seat(deps: Deps, slug: string, email: unknown): Promise<void> {
  if (typeof email !== 'string') return
  const now = deps.clock()
  await writeAs(deps.jobs, importJob, now, (tx) => giveCoordinator(tx, slug, email, now))
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new InputError(`${file}: ${(error as Error).message}`)
  }
}
