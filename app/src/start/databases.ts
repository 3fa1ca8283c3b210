import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#kernel/config.ts'
import { type KeysPlace, keysRole } from '#kernel/keys/prepare.ts'
import { clusterFolder, prepareDataDir, storedPassword } from '#kernel/postgres/cluster.ts'
import { startPostgres } from '#kernel/postgres/launcher.ts'
import { ownerOf } from '#kernel/postgres/owner-lock.ts'
import { adminUrl, livingPostmaster } from '#kernel/postgres/postmaster.ts'
import { installationSecret, keyFor } from './secrets.ts'

export type Place = {
  adminUrl: string
  appUrl: string
  jobsUrl: string
  passwords: Passwords
  keys: KeysPlace
  /** The server itself, with no pooler in between. */
  direct: boolean
  /** Of a first start, which makes the database under another name: gives it its own, so that none is left half made. */
  settle?(): Promise<Place>
  /** Stops the embedded server if this process runs it. */
  stop(): Promise<void>
}

type Passwords = { appPassword: string; jobsPassword: string }

/**
 * Where the records are: DATABASE_URL, or the embedded server. The command line may share the server that a running
 * Mufakat owns (`share`); a second Mufakat on the same data folder is refused by the launcher.
 */
export async function findDatabase(config: Config, log: (message: string) => void, share: boolean): Promise<Place> {
  prepareDataDir(config.dataDir)
  const secret = installationSecret(config)
  const passwords = { appPassword: keyFor(secret, 'mufakat_app'), jobsPassword: keyFor(secret, 'mufakat_jobs') }
  const keysPassword = keyFor(secret, keysRole)
  if (config.DATABASE_URL) return external(config, passwords, keysPassword)
  const running = share ? runningServer(config.dataDir) : undefined
  const keys = (server: string) => keysPlace(config, placed(server, 'mufakat'), keysPassword)
  if (running) return embedded(running, passwords, keys(running), async () => {})
  const server = await startPostgres({ dataDir: config.dataDir, log })
  const stop = () => server.stop()
  if (share || (await hasDatabase(server.adminUrl)))
    return embedded(server.adminUrl, passwords, keys(server.adminUrl), stop)
  return unsettled(server.adminUrl, passwords, keys(server.adminUrl), stop)
}

/** DATABASE_URL may name the app's role itself; any other name is the administrator's, unless DATABASE_ADMIN_URL is. */
function external(config: Config, passwords: Passwords, keysPassword: string): Place {
  const url = new URL(config.DATABASE_URL!)
  const isApp = url.username === 'mufakat_app'
  const appPassword = isApp && url.password ? decodeURIComponent(url.password) : passwords.appPassword
  const mine = { ...passwords, appPassword }
  const adminUrl = config.DATABASE_ADMIN_URL ?? config.DATABASE_URL!
  return {
    adminUrl,
    appUrl: withUser(url, 'mufakat_app', appPassword),
    jobsUrl: withUser(url, 'mufakat_jobs', mine.jobsPassword),
    passwords: mine,
    keys: keysPlace(config, adminUrl, keysPassword),
    direct: false,
    stop: async () => {},
  }
}

/**
 * KEYS_DATABASE_URL, or the database beside the records with `_keys` after its name. It may name the keys' own role;
 * then whoever administers the records makes it, when it is on the same server.
 */
function keysPlace(config: Config, recordsAdminUrl: string, password: string): KeysPlace {
  const admin = new URL(recordsAdminUrl)
  const given = config.KEYS_DATABASE_URL ? new URL(config.KEYS_DATABASE_URL) : undefined
  if (!given) {
    const url = new URL(admin)
    url.pathname = `${admin.pathname}_keys`
    return { adminUrl: url.href, url: withUser(url, keysRole, password), password }
  }
  const isRole = given.username === keysRole
  const own = isRole && given.password ? decodeURIComponent(given.password) : password
  const url = withUser(given, keysRole, own)
  if (!isRole) return { adminUrl: given.href, url, password: own }
  if (given.host !== admin.host) return { url, password: own }
  return { adminUrl: withUser(given, admin.username, decodeURIComponent(admin.password)), url, password: own }
}

function placed(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

function runningServer(dataDir: string): string | undefined {
  const owner = ownerOf(dataDir)
  if (owner === undefined || owner === process.pid) return undefined
  const postmaster = livingPostmaster(clusterFolder(dataDir))
  const password = storedPassword(dataDir)
  return postmaster && password ? adminUrl(postmaster.port, password) : undefined
}

async function embedded(
  server: string,
  passwords: Passwords,
  keys: KeysPlace,
  stop: () => Promise<void>,
): Promise<Place> {
  if (!(await hasDatabase(server))) await onServer(server, 'create database mufakat')
  return { ...placeIn(server, 'mufakat', passwords, stop), keys }
}

/** The keys' database keeps its name: it may hold the keys of a records database that is about to be put back. */
async function unsettled(
  server: string,
  passwords: Passwords,
  keys: KeysPlace,
  stop: () => Promise<void>,
): Promise<Place> {
  await onServer(server, 'drop database if exists mufakat_making with (force)', 'create database mufakat_making')
  const settle = async () => {
    await onServer(server, 'alter database mufakat_making rename to mufakat')
    return embedded(server, passwords, keys, stop)
  }
  return { ...placeIn(server, 'mufakat_making', passwords, stop), keys, settle }
}

function placeIn(server: string, database: string, passwords: Passwords, stop: () => Promise<void>) {
  const url = new URL(placed(server, database))
  return {
    adminUrl: url.href,
    appUrl: withUser(url, 'mufakat_app', passwords.appPassword),
    jobsUrl: withUser(url, 'mufakat_jobs', passwords.jobsPassword),
    passwords,
    direct: true,
    stop,
  }
}

async function hasDatabase(server: string): Promise<boolean> {
  const [found] = await onServer(server, `select 1 from pg_database where datname = 'mufakat'`)
  return found!.rowCount! > 0
}

async function onServer(server: string, ...statements: string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    const results: pg.QueryResult[] = []
    for (const statement of statements) results.push(await client.query(statement))
    return results
  } finally {
    await client.end()
  }
}

function withUser(base: URL, user: string, password: string): string {
  const url = new URL(base)
  url.username = user
  url.password = password
  return url.href
}

/** Migrations are read from the sources, also when the server runs as a bundle. */
export const sourceDir = join(import.meta.dirname, import.meta.dirname.endsWith('dist') ? '../app/src' : '..')
