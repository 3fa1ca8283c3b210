import { join } from 'node:path'
import type { Config } from '#kernel/config.ts'
import { type Database, type ReadTx, readAs, writeAs } from '#kernel/database.ts'
import { formatVkey, type SigningKey } from '#packages/transparency-log'
import { logJob } from '../store/rows.ts'
import { makeKey, readKey } from './key.ts'

export type Identity = { origin: string; vkey: string; started_at: Date }

export const secretsFolder = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'secrets')

export async function readIdentity(tx: ReadTx): Promise<Identity | undefined> {
  return tx.selectFrom('log_identity').select(['origin', 'vkey', 'started_at']).executeTakeFirst()
}

type Asked = { jobs: Database; config: Pick<Config, 'BASE_URL' | 'MUFAKAT_LOG_ORIGIN' | 'dataDir'>; now: Date }

/**
 * Names the log at the first start; from then on the name stands. Throws one clear line when the configuration says
 * another one, or when the secrets folder holds the key of another log.
 */
export async function fixIdentity({ jobs, config, now }: Asked): Promise<Identity> {
  const asked = config.MUFAKAT_LOG_ORIGIN
  const known = await readAs(jobs, logJob, now, readIdentity)
  if (known && asked && asked !== known.origin)
    throw new Error(
      `MUFAKAT_LOG_ORIGIN is ${asked}, but the public log of this database is ${known.origin} since its first start: set it back, the name of a log never changes.`,
    )
  if (known) return known
  const origin = asked ?? new URL(config.BASE_URL).host
  const folder = secretsFolder(config)
  const key = readKey(folder) ?? makeKey(folder, origin)
  if (key.verifier.name !== origin)
    throw new Error(
      `${folder}/log-key is the key of the public log ${key.verifier.name}, and this database has none yet: restore its database, or move log-key and log-head away to begin the log ${origin}.`,
    )
  await writeAs(jobs, logJob, now, (tx) =>
    tx
      .insertInto('log_identity')
      .values({ origin, vkey: formatVkey(key.verifier), started_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return (await readAs(jobs, logJob, now, readIdentity))!
}

/** The key that signs this log, or why there is none. */
export function signerOf(identity: Identity, folder: string): SigningKey | 'no-key' | 'other-key' {
  const key = readKey(folder)
  if (!key) return 'no-key'
  return formatVkey(key.verifier) === identity.vkey ? key : 'other-key'
}
