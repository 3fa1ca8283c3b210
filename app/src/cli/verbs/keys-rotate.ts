import { RotationRefused, rotateKeys } from '#kernel/keys/rotate.ts'
import { prepareKeysDatabase } from '../../start/prepare.ts'
import { InputError, print, say, type Verb, withPlace } from '../verb.ts'

/** While Mufakat runs: its processes read the new key from the secrets folder as soon as they meet it. */
export const keysRotateVerb: Verb = {
  name: 'keys rotate',
  usage: '',
  about:
    'changes the key-encryption key: every subject key is wrapped anew, the old one destroyed; killed in between, run it again',
  run: (args, config) =>
    withPlace(config, async (place) => {
      const { adminUrl } = place.keys
      if (!adminUrl) throw new InputError('name the administrator of the keys database in KEYS_DATABASE_URL for this')
      await prepareKeysDatabase(place, config, say)
      try {
        const done = await rotateKeys(adminUrl, config.dataDir, new Date(), say)
        print(args, done, `${done.wrapped} keys wrapped anew: key-encryption key ${done.to} instead of ${done.from}`)
      } catch (error) {
        throw error instanceof RotationRefused ? new InputError(error.message) : error
      }
    }),
}
