import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** `newPasswords`: roles that are there get our passwords, whoever else uses them. */
export type MigrateOptions = {
  adminUrl: string
  appPassword: string
  jobsPassword: string
  sourceDir: string
  newPasswords?: boolean
}

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

/**
 * Statements under row-level security look dear to the planner and are short: a server that compiles them first (the
 * default of PostgreSQL where it has LLVM) makes pages ten times slower.
 */
async function withoutJit(client: pg.Client, role: string) {
  const { rowCount } = await client.query(`select 1 from pg_roles where rolname = $1 and 'jit=off' = any (rolconfig)`, [
    role,
  ])
  if (rowCount === 0) await client.query(`alter role ${role} set jit = off`)
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
    const wanted = password && (found.rowCount === 0 || options.newPasswords) ? password : undefined
    if (wanted) await client.query(`alter role ${name} login password ${pg.escapeLiteral(wanted)}`)
    else if (password) await checkPassword(options.adminUrl, name, password)
    await withoutJit(client, name)
  }
  await client.query('grant mufakat_owner to current_user')
  const { rows } = await client.query('select current_database() as name')
  const database = pg.escapeIdentifier(rows[0].name)
  await client.query(`grant create on database ${database} to mufakat_owner`)
  await client.query('grant create, usage on schema public to mufakat_owner')
  await client.query('revoke create on schema public from public')
}

/** Roles belong to the whole server: to give them our passwords would lock out whoever made them. */
export async function checkPassword(adminUrl: string, role: string, password: string): Promise<void> {
  const url = new URL(adminUrl)
  url.username = role
  url.password = password
  const client = new pg.Client({ connectionString: url.href })
  try {
    await client.connect()
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error
    throw new Error(
      `The role ${role} of this PostgreSQL server has another password: set MUFAKAT_SECRET_FILE to the secret of the ` +
        'installation that made it, or run `mufakat migrate --new-passwords` and restart every process with this secret.',
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Names of the migrations that a database lacks, as its administrator sees it. */
export async function pendingMigrations(adminUrl: string, sourceDir: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return (await pendingIn(client, listMigrations(sourceDir))).map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function pendingIn(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query('select name from schema_migrations')
  const applied = new Set(rows.map((row) => row.name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  const pending = await pendingIn(client, migrations)
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
