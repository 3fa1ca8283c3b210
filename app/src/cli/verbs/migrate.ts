import { prepareDatabase, prepareKeysDatabase } from '../../start/prepare.ts'
import { print, say, type Verb, withPlace } from '../verb.ts'

export const migrateVerb: Verb = {
  name: 'migrate',
  usage: '[--new-passwords]',
  about: 'makes the roles and brings the database to the newest schema (DATABASE_ADMIN_URL)',
  options: { 'new-passwords': { type: 'boolean' } },
  run: (args, config) =>
    withPlace(config, async (place) => {
      const newPasswords = place.direct || args.options['new-passwords'] === true
      const applied = await prepareDatabase(place, say, newPasswords)
      applied.push(...(await prepareKeysDatabase(place, config, say, newPasswords)))
      print(args, { applied }, applied.length === 0 ? 'up to date' : applied.join('\n'))
    }),
}
