import { prepareDatabase } from '../../start/prepare.ts'
import { print, say, type Verb, withPlace } from '../verb.ts'

export const migrateVerb: Verb = {
  name: 'migrate',
  usage: '[--new-passwords]',
  about: 'makes the roles and brings the database to the newest schema (DATABASE_ADMIN_URL)',
  options: { 'new-passwords': { type: 'boolean' } },
  run: (args, config) =>
    withPlace(config, async (place) => {
      const applied = await prepareDatabase(place, say, place.direct || args.options['new-passwords'] === true)
      print(args, { applied }, applied.length === 0 ? 'up to date' : applied.join('\n'))
    }),
}
