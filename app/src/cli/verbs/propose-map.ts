import { readFileForMap } from '#app/imports/read-file.ts'
import { Refusal } from '#app/imports/request.ts'
import { says } from '#app/imports/words.ts'
import type { Lang } from '#kernel/reason.ts'
import type { TargetName } from '#kernel/tabular/targets.ts'
import { InputError, say, type Verb } from '../verb.ts'
import { bytesOf, fileOf, languageOf, targetOf } from './import-csv.ts'

/** Prints the map that would be proposed for a table, to check, complete and give to `import csv --map`. */
export const proposeMapVerb: Verb = {
  name: 'import map',
  usage: 'FILE --as tasks|commitments|organisations [--lang id|en]',
  words: 1,
  about: 'proposes which column feeds which field, as JSON for import csv --map',
  options: { as: { type: 'string' }, lang: { type: 'string' } },
  async run(args, config) {
    const lang = languageOf(args, config)
    const proposal = proposalOf(bytesOf(fileOf(args, proposeMapVerb)), targetOf(args, lang), lang)
    process.stdout.write(`${JSON.stringify(args.options.json ? proposal : proposal.map, null, 2)}\n`)
    const note = (label: string, names: string[]) => names.length > 0 && say(`${label}: ${names.join(', ')}`)
    note(says((words) => words.mapMissing)(lang), proposal.missing)
    note(says((words) => words.mapUnsure)(lang), proposal.unsure)
    note(says((words) => words.mapUnused)(lang), proposal.unused)
  },
}

function proposalOf(bytes: Uint8Array, as: TargetName, lang: Lang) {
  try {
    return readFileForMap(bytes, as)
  } catch (error) {
    if (error instanceof Refusal) throw new InputError(error.because(lang))
    throw error
  }
}
