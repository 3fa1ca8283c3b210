import { prepareBoss } from '#kernel/jobs.ts'
import { migrate } from '#kernel/migrate.ts'
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
