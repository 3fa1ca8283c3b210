import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { connect, type Database } from '../database.ts'
import { listMigrations, migrate } from '../migrate.ts'
import { testKeys } from './keys.ts'

const sourceDir = join(import.meta.dirname, '../..')
const passwords = { appPassword: 'test-app', jobsPassword: 'test-jobs' }

/** A database of this test file alone: `admin` bypasses every rule, `app` and `jobs` are the product's own roles. */
export type TestDatabase = { admin: Database; app: Database; jobs: Database; urls: TestUrls }
export type TestUrls = { admin: string; app: string; jobs: string }

/** A database that is made once on a server, out of another template or of nothing, and then cloned by test files. */
export type Template = { name: string; from?: Template; make(db: TestDatabase): Promise<unknown> }

/** Clones a template; call it at the top of the file, not in a hook, so that it is dropped at the end. The server is given by MUFAKAT_TEST_ADMIN_URL (npm test starts one). */
export async function testDatabase(template = migrated()): Promise<TestDatabase> {
  const server = process.env.MUFAKAT_TEST_ADMIN_URL
  if (!server) throw new Error('MUFAKAT_TEST_ADMIN_URL is not set: run the tests with npm test')
  const name = `test_${process.pid}_${Math.round(performance.now() * 1000)}`
  await ensure(server, template)
  await onServer(server, (client) => client.query(`create database ${name} template ${template.name}`))
  const databases = await open(server, name)
  after(async () => {
    await close(databases)
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return databases
}

let found: Template | undefined

/** What a test's database starts as: every migration, no row but theirs. */
export function migrated(): Template {
  found ??= {
    name: templateName(
      'template',
      listMigrations(sourceDir).map(({ path }) => path),
    ),
    make: ({ urls }) => migrate({ adminUrl: urls.admin, sourceDir, ...passwords }),
  }
  return found
}

/** Named after the content of the files it is made of, so that when one changes there is a new one. */
export function templateName(kind: string, paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(relative(sourceDir, path)).update(readFileSync(path))
  return `${kind}_${hash.digest('hex').slice(0, 16)}`
}

const there = new Set<string>()

/** Made by whichever test file asks first; the others wait for it. */
async function ensure(server: string, { name, from, make }: Template): Promise<void> {
  if (there.has(name)) return
  if (from) await ensure(server, from)
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [`mufakat-test-${name}`])
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount) return
    const making = `making_${name}`
    await client.query(`drop database if exists ${making} with (force)`)
    await client.query(`create database ${making} ${from ? `template ${from.name}` : ''}`)
    const databases = await open(server, making)
    await make(databases).finally(() => close(databases))
    await client.query(`alter database ${making} rename to ${name}`)
  })
  there.add(name)
}

async function open(server: string, name: string): Promise<TestDatabase> {
  const { keys } = await testKeys(server)
  const urls = {
    admin: withDatabase(server, name),
    app: withDatabase(server, name, 'mufakat_app', passwords.appPassword),
    jobs: withDatabase(server, name, 'mufakat_jobs', passwords.jobsPassword),
  }
  return {
    admin: connect(urls.admin, { max: 4 }),
    app: connect(urls.app, { keepStatements: true, onePlan: true, keys }),
    jobs: connect(urls.jobs, { keepStatements: true, keys }),
    urls,
  }
}

function close({ admin, app, jobs }: TestDatabase) {
  return Promise.all([admin.close(), app.close(), jobs.close()])
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
