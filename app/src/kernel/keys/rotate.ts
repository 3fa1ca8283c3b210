import pg from 'pg'
import { decrypt, encrypt } from './cipher.ts'
import { placeOf } from './subject-key.ts'
import {
  fingerprintOf,
  keepOnly,
  makeWrappingKey,
  nextWrappingKeyFile,
  readWrappingKeys,
  wrappingKeyFile,
} from './wrapping-key.ts'

/** The state of the keys database or of the secrets folder does not allow it: one clear line. */
export class RotationRefused extends Error {}

export type Rotation = { from: string; to: string; wrapped: number }

const batch = 500

/**
 * Changes the key-encryption key while Mufakat runs: another one in the secrets folder, made known to the keys database,
 * every key wrapped anew by it, the old one retired there and destroyed here. Killed after any step, the next call goes on
 * with what is left. `did` hears of each step.
 */
export async function rotateKeys(
  adminUrl: string,
  dataDir: string,
  now: Date,
  did: (step: string) => void,
): Promise<Rotation> {
  const client = new pg.Client({ connectionString: adminUrl, options: '-c synchronous_commit=on' })
  await client.connect()
  try {
    const { rows } = await client.query(`select pg_try_advisory_lock(hashtext('mufakat-keys-rotation')) as mine`)
    if (!rows[0].mine) throw new RotationRefused('another process is changing the key-encryption key already')
    const { from, to } = await chooseKeys(client, dataDir, now, did)
    const wrapped = await wrapAll(client, from, to, did)
    await client.query('update keys.wrapping set retired_at = $2 where fingerprint = $1 and retired_at is null', [
      fingerprintOf(from),
      now,
    ])
    did('the old key-encryption key wraps nothing any more')
    keepOnly(dataDir, fingerprintOf(to))
    did('the old key-encryption key is destroyed')
    return { from: fingerprintOf(from), to: fingerprintOf(to), wrapped }
  } finally {
    await client.end()
  }
}

type Known = { fingerprint: string; retired: boolean }

async function chooseKeys(client: pg.Client, dataDir: string, now: Date, did: (step: string) => void) {
  const { rows: known } = await client.query<Known>(
    'select fingerprint, retired_at is not null as retired from keys.wrapping order by number',
  )
  const held = new Map(readWrappingKeys(dataDir).map((key) => [fingerprintOf(key), key]))
  const used = known.filter(({ retired }) => !retired).map(({ fingerprint }) => fingerprint)
  const lost = used.find((fingerprint) => !held.has(fingerprint))
  if (lost || used.length === 0) throw new RotationRefused(`the secrets folder lacks the key-encryption key ${lost}`)
  const [oldest, newest] = used as [string, string | undefined]
  if (newest) return { from: held.get(oldest)!, to: held.get(newest)! }
  const other = [...held].find(([fingerprint]) => fingerprint !== oldest)
  const isRetired = known.some(({ fingerprint, retired }) => retired && fingerprint === other?.[0])
  // Retired and still here: only its end is left. Otherwise the second one is what a call that was cut short made.
  if (other && isRetired) return { from: other[1], to: held.get(oldest)! }
  const next = other?.[1] ?? makeWrappingKey(nextWrappingKeyFile(dataDir))
  did(`another key-encryption key is in ${nextWrappingKeyFile(dataDir)}`)
  await client.query('insert into keys.wrapping (fingerprint, made_at) values ($1, $2)', [fingerprintOf(next), now])
  did('the keys database knows it: keys that are made from now on are wrapped by it')
  return { from: held.get(oldest)!, to: next }
}

/** Batch by batch, so that nobody waits long for a key, until there is none left to wrap. */
async function wrapAll(client: pg.Client, from: Buffer, to: Buffer, did: (step: string) => void): Promise<number> {
  for (let wrapped = 0; ; ) {
    const some = await wrapSome(client, from, to)
    if (some === 0) return wrapped
    wrapped += some
    did(`${wrapped} keys wrapped anew`)
  }
}

async function wrapSome(client: pg.Client, from: Buffer, to: Buffer): Promise<number> {
  await client.query('begin')
  try {
    // Locked, so that a key that is being destroyed is not brought back.
    const { rows } = await client.query<{ subject: string; wrapped: Buffer }>(
      'select subject, wrapped from keys.subject_keys where wrapped_by = $1 order by subject limit $2 for update',
      [fingerprintOf(from), batch],
    )
    const anew = rows.map(({ subject, wrapped }) => {
      const key = decrypt(from, placeOf(subject), wrapped)
      if (!key) throw new RotationRefused(`the key of ${subject} does not open: nothing of this batch was changed`)
      return encrypt(to, placeOf(subject), key)
    })
    await client.query(
      `update keys.subject_keys k set wrapped = u.wrapped, wrapped_by = $3
        from unnest($1::uuid[], $2::bytea[]) as u(subject, wrapped) where k.subject = u.subject`,
      [rows.map(({ subject }) => subject), anew, fingerprintOf(to)],
    )
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Of the keys database, beside the key-encryption keys in the secrets folder; undefined when all is as it should be. */
export function wrongKeys(used: readonly string[], dataDir: string): string | undefined {
  const held = readWrappingKeys(dataDir).map(fingerprintOf)
  const file = wrappingKeyFile(dataDir)
  const lost = used.find((fingerprint) => !held.includes(fingerprint))
  if (lost === undefined) return undefined
  if (held.length === 0) return `${file} is missing, and the keys database was made with it: restore it from its copy.`
  return `${file} is not the key-encryption key of this keys database (${lost}): restore the one that belongs to it; for a copy from before it was changed, with the present one beside it as ${nextWrappingKeyFile(dataDir)}, and change it again.`
}
