import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { connect, type Database } from '../database.ts'
import { listMigrations, migrate } from '../migrate.ts'

const sourceDir = join(import.meta.dirname, '../..')
const passwords = { appPassword: 'test-app', jobsPassword: 'test-jobs' }

/** A database of this test file alone: `admin` bypasses every rule, `app` and `jobs` are the product's own roles. */
export type TestDatabase = { admin: Database; app: Database; jobs: Database; urls: TestUrls }
export type TestUrls = { admin: string; app: string; jobs: string }

/** Clones the migrated template; call it at the top of the file, not in a hook, so that it is dropped at the end. The server is given by MUFAKAT_TEST_ADMIN_URL (npm test starts one). */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.MUFAKAT_TEST_ADMIN_URL
  if (!server) throw new Error('MUFAKAT_TEST_ADMIN_URL is not set: run the tests with npm test')
  const name = `test_${process.pid}_${Math.round(performance.now() * 1000)}`
  const template = await ensureTemplate(server)
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`))
  const urls = {
    admin: withDatabase(server, name),
    app: withDatabase(server, name, 'mufakat_app', passwords.appPassword),
    jobs: withDatabase(server, name, 'mufakat_jobs', passwords.jobsPassword),
  }
  const databases = {
    admin: connect(urls.admin, { max: 4 }),
    app: connect(urls.app, { keepStatements: true, onePlan: true }),
    jobs: connect(urls.jobs, { keepStatements: true }),
    urls,
  }
  after(async () => {
    await Promise.all([databases.admin.close(), databases.app.close(), databases.jobs.close()])
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return databases
}

/** The template is named after the migrations' content, so a changed migration gets a new one. */
async function ensureTemplate(server: string): Promise<string> {
  const hash = createHash('sha256')
  for (const { name, path } of listMigrations(sourceDir)) hash.update(name).update(readFileSync(path))
  const template = `template_${hash.digest('hex').slice(0, 16)}`
  await onServer(server, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('mufakat-test-template'))`)
    const found = await client.query('select 1 from pg_database where datname = $1', [template])
    if (found.rowCount) return
    await client.query(`drop database if exists making_${template} with (force)`)
    await client.query(`create database making_${template}`)
    await migrate({ adminUrl: withDatabase(server, `making_${template}`), sourceDir, ...passwords })
    await client.query(`alter database making_${template} rename to ${template}`)
  })
  return template
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

export function withDatabase(server: string, name: string, user?: string, password?: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  if (user) url.username = user
  if (password) url.password = password
  return url.href
}
