import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { checkPassword } from '../migrate.ts'
import { wrongKeys } from './rotate.ts'
import { fingerprintOf, makeWrappingKey, readWrappingKeys, wrappingKeyFile } from './wrapping-key.ts'

export type KeysPlace = {
  /** As whoever may make databases and roles on its server; undefined: it was made there by hand. */
  adminUrl?: string
  /** As the role that reads and writes keys, and can do nothing else. */
  url: string
  password: string
}

export const keysRole = 'mufakat_keys'
const schemaDir = join(
  import.meta.dirname,
  import.meta.dirname.endsWith('dist') ? '../app/src/kernel/keys/schema' : 'schema',
)

/**
 * Makes the keys database where it is missing, its role, its tables and, at the very first start, the key-encryption
 * key. Throws one clear line when that key is lost or another: what it wrapped could never be opened.
 */
export async function prepareKeys(
  { adminUrl = '', url, password }: KeysPlace,
  dataDir: string,
  now: Date,
  newPasswords = false,
): Promise<string[]> {
  if (adminUrl) await makeDatabase(adminUrl)
  const client = new pg.Client({ connectionString: adminUrl || url })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('mufakat-keys'))`)
    if (adminUrl) await makeRole(client, adminUrl, password, newPasswords)
    else await expectMade(client, url)
    const applied = adminUrl ? await applyPending(client) : []
    await settleWrappingKey(client, dataDir, now)
    return applied
  } finally {
    await client.end()
  }
}

/** A database that is there is never dropped or made anew: it may hold the only keys to the records. */
async function makeDatabase(adminUrl: string): Promise<void> {
  const target = new URL(adminUrl)
  const name = decodeURIComponent(target.pathname.slice(1))
  if (await answers(adminUrl)) return
  target.pathname = '/postgres'
  const client = new pg.Client({ connectionString: target.href })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    // Another process was faster.
    if (code === '42P04' || code === '23505') return
    throw new Error(`The keys database ${name} could not be made (${message}): make it, or set KEYS_DATABASE_URL.`)
  } finally {
    await client.end()
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function expectMade(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query(`select to_regclass('keys.subject_keys') is not null as made`)
  if (rows[0].made) return
  throw new Error(
    `KEYS_DATABASE_URL names ${keysRole} on ${new URL(url).host}, and its tables are not made: name the administrator of that server there for one \`mufakat migrate\`.`,
  )
}

async function makeRole(client: pg.Client, adminUrl: string, password: string, newPasswords: boolean): Promise<void> {
  const role = await client.query('select 1 from pg_roles where rolname = $1', [keysRole])
  if (role.rowCount === 0) await client.query(`create role ${keysRole} noinherit`)
  if (role.rowCount === 0 || newPasswords)
    await client.query(`alter role ${keysRole} login password ${pg.escapeLiteral(password)}`)
  const { rows } = await client.query('select current_database() as name')
  const database = pg.escapeIdentifier(rows[0].name)
  // Roles of the records have no business here, and this one none there.
  await client.query(`revoke all on database ${database} from public`)
  await client.query(`grant connect on database ${database} to ${keysRole}`)
  await client.query('revoke all on schema public from public')
  await checkPassword(adminUrl, keysRole, password)
}

async function applyPending(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query('select name from schema_migrations')
  const applied = new Set(rows.map((row) => row.name))
  const pending = readdirSync(schemaDir)
    .sort()
    .filter((name) => !applied.has(name))
  await client.query('begin')
  for (const name of pending) {
    await client.query(readFileSync(join(schemaDir, name), 'utf8'))
    await client.query('insert into schema_migrations (name) values ($1)', [name])
  }
  await client.query('commit')
  return pending
}

async function settleWrappingKey(client: pg.Client, dataDir: string, now: Date): Promise<void> {
  const { rows } = await client.query('select fingerprint from keys.wrapping where retired_at is null')
  const wrong = wrongKeys(
    rows.map(({ fingerprint }) => fingerprint),
    dataDir,
  )
  if (wrong) throw new Error(wrong)
  if (rows.length > 0) return
  const key = readWrappingKeys(dataDir).at(-1) ?? makeWrappingKey(wrappingKeyFile(dataDir))
  await client.query('insert into keys.wrapping (fingerprint, made_at) values ($1, $2)', [fingerprintOf(key), now])
}
