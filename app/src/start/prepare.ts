import type { Config } from '#kernel/config.ts'
import { prepareBoss } from '#kernel/jobs.ts'
import { prepareKeys } from '#kernel/keys/prepare.ts'
import { migrate } from '#kernel/migrate.ts'
import { databaseGone } from '#kernel/web/failures.ts'
import { type Place, sourceDir } from './databases.ts'

/** What `mufakat migrate` does: roles, schema, the job queue's own schema. The embedded server's roles are ours alone. */
export async function prepareDatabase(
  place: Place,
  say: (message: string) => void,
  newPasswords = place.direct,
): Promise<string[]> {
  const applied = await migrate({ adminUrl: place.adminUrl, sourceDir, ...place.passwords, newPasswords })
  if (applied.length > 0) say(`database brought up to date (${applied.length} migrations)`)
  await prepareBoss(place.adminUrl)
  return applied
}

/** The keys database likewise. One that does not answer stops nobody: what needs it says so, and is there with the next start. */
export async function prepareKeysDatabase(
  place: Place,
  { dataDir }: Pick<Config, 'dataDir'>,
  say: (message: string) => void,
  newPasswords = place.direct,
): Promise<string[]> {
  try {
    return await prepareKeys(place.keys, dataDir, new Date(), newPasswords)
  } catch (error) {
    if (!databaseGone(error)) throw error
    say('the keys database does not answer: personal data of requesters stay closed until it does')
    return []
  }
}
