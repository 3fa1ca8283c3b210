// Writes app/src/kernel/schema.ts from the migrated schema: `npm run schema`; with --verify it only compares.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../app/src/kernel/migrate.ts'
import { startTestPostgres } from '../app/src/kernel/postgres/throwaway.ts'
import { withDatabase } from '../app/src/kernel/testing/database.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'app/src/kernel/schema.ts')
const borrowed = process.env.MUFAKAT_TEST_ADMIN_URL
const own = borrowed ? undefined : await startTestPostgres()
const server = borrowed ?? own!.adminUrl
const name = `schema_${process.pid}`
const client = new pg.Client({ connectionString: server })
await client.connect()
await client.query(`create database ${name}`)
try {
  const adminUrl = withDatabase(server, name)
  await migrate({ adminUrl, sourceDir: join(root, 'app/src'), appPassword: 'test-app', jobsPassword: 'test-jobs' })
  execFileSync(
    join(root, 'node_modules/.bin/kysely-codegen'),
    [
      '--dialect=postgres',
      `--url=${adminUrl}`,
      `--out-file=${out}`,
      '--default-schema=public',
      '--include-pattern=public.*',
      '--exclude-pattern=schema_migrations',
      '--date-parser=string',
      '--numeric-parser=number',
      '--overrides={}',
      '--type-mapping={"int8":"number"}',
      '--singularize=false',
      ...(process.argv.includes('--verify') ? ['--verify'] : []),
    ],
    { stdio: 'inherit' },
  )
} finally {
  await client.query(`drop database ${name} with (force)`)
  await client.end()
  await own?.stop()
}
