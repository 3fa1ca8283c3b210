import { loadTerritories } from '#modules/directory/load-territories.ts'
import { print, type Verb, withDeps } from '../verb.ts'

export const importTerritoriesVerb: Verb = {
  name: 'import territories',
  usage: '',
  about: 'copies provinces, regencies, districts and villages of Indonesia (idn-area-data, ODbL)',
  run: (args, config) =>
    withDeps(config, async (deps) => {
      const loaded = await loadTerritories(deps.jobs, deps.clock())
      print(args, loaded, `${loaded.areas} areas of release ${loaded.version}, ${loaded.changed} changed`)
    }),
}
