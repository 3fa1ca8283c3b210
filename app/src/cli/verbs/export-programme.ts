import { writeFileSync } from 'node:fs'
import { exportProgramme } from '#modules/programmes/exchange/export-programme.ts'
import { exchangeParts } from '../../modules.ts'
import { InputError, say, UsageError, type Verb, withDeps } from '../verb.ts'

export const exportProgrammeVerb: Verb = {
  name: 'export programme',
  usage: 'SLUG [--out FILE.json]',
  words: 1,
  about: 'writes a programme as a file, as far as its members may read it',
  options: { out: { type: 'string' } },
  async run(args, config) {
    const [slug] = args.words
    if (!slug) throw new UsageError(`usage: mufakat export programme ${exportProgrammeVerb.usage}`)
    await withDeps(config, async (deps) => {
      const file = await exportProgramme(deps.jobs, slug, { now: deps.clock(), parts: exchangeParts })
      if (!file) throw new InputError(`there is no programme '${slug}'`)
      const text = `${JSON.stringify(file, null, 2)}\n`
      const { out } = args.options
      if (typeof out !== 'string') process.stdout.write(text)
      else {
        writeFileSync(out, text)
        say(`written to ${out}`)
      }
    })
  },
}
