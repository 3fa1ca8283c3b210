import { scanReleasedFiles, scanTexts } from '#modules/classification/scan-texts.ts'
import { publishedTexts } from '../../published-texts.ts'
import { print, type Verb, withDeps } from '../verb.ts'

export const scanTextsVerb: Verb = {
  name: 'scan-texts',
  usage: '',
  about: 'reads open texts and files anew for personal data, as every night; findings wait for the information officer',
  options: {},
  async run(args, config) {
    await withDeps(config, async (deps) => {
      const texts = await scanTexts(deps, publishedTexts)
      const files = await scanReleasedFiles(deps)
      print(args, { texts, files }, `${texts} texts and ${files} files read`)
    })
  },
}
