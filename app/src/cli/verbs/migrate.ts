import { prepareDatabase } from '../../start/prepare.ts'
import { print, say, type Verb, withPlace } from '../verb.ts'

export const migrateVerb: Verb = {
  name: 'migrate',
  usage: '',
  about: 'makes the roles and brings the database to the newest schema (DATABASE_ADMIN_URL)',
  run: (args, config) =>
    withPlace(config, async (place) => {
      const applied = await prepareDatabase(place, say)
      print(args, { applied }, applied.length === 0 ? 'up to date' : applied.join('\n'))
    }),
}
