import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export type MigrateOptions = { adminUrl: string; appPassword: string; jobsPassword: string; sourceDir: string }

/**
 * Brings a database to the newest schema as the administrator: roles, then every `migrations/*.sql` of every module
 * in one global order by file name, in one transaction (one failed file rolls the batch back).
 * Returns the names that were applied.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.adminUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('mufakat-migrate'))`)
    await makeRoles(client, options)
    return await applyPending(client, listMigrations(options.sourceDir))
  } finally {
    await client.end()
  }
}

export type Migration = { name: string; path: string }

/** Every .sql file below a folder named migrations, ordered by file name, its numbers as numbers (-3- before -20-). */
export function listMigrations(sourceDir: string): Migration[] {
  const found = readdirSync(sourceDir, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])migrations[\\/][^\\/]+\.sql$/.test(path))
    .map((path) => ({ name: path.split(/[\\/]/).at(-1)!, path: join(sourceDir, path) }))
  return found.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}

async function makeRoles(client: pg.Client, options: MigrateOptions) {
  const roles: [string, string | null][] = [
    ['mufakat_owner', null],
    ['mufakat_app', options.appPassword],
    ['mufakat_jobs', options.jobsPassword],
  ]
  for (const [name, password] of roles) {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [name])
    if (found.rowCount === 0) await client.query(`create role ${name} noinherit`)
    if (password) await client.query(`alter role ${name} login password ${pg.escapeLiteral(password)}`)
  }
  await client.query('grant mufakat_owner to current_user')
  const { rows } = await client.query('select current_database() as name')
  const database = pg.escapeIdentifier(rows[0].name)
  await client.query(`grant create on database ${database} to mufakat_owner`)
  await client.query('grant create, usage on schema public to mufakat_owner')
  await client.query('revoke create on schema public from public')
}

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query('select name from schema_migrations')
  const applied = new Set(rows.map((row) => row.name))
  const pending = migrations.filter((migration) => !applied.has(migration.name))
  await client.query('begin')
  await client.query('set local role mufakat_owner')
  for (const { name, path } of pending) {
    try {
      await client.query(readFileSync(path, 'utf8'))
    } catch (error) {
      await client.query('rollback')
      throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
    }
  }
  await client.query('reset role')
  for (const { name } of pending) await client.query('insert into schema_migrations (name) values ($1)', [name])
  await client.query('commit')
  return pending.map((migration) => migration.name)
}
