import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { PostgresFailure, reasonIn } from './failure.ts'
import type { ClusterSpec } from './postmaster.ts'
import { canReach, type SystemUser } from './system-user.ts'

/** Made searchable, not readable, for others: PostgreSQL's own account must pass through it. */
export function prepareDataDir(dataDir: string): void {
  if (existsSync(dataDir)) return
  try {
    mkdirSync(dataDir, { recursive: true })
    chmodSync(dataDir, 0o711)
  } catch (error) {
    throw new PostgresFailure(`The data folder ${dataDir} cannot be made: ${(error as Error).message}.`)
  }
}

/** The cluster's folder: `<dataDir>/postgres`, or where that symbolic link points. It may not exist yet. */
export function clusterFolder(dataDir: string): string {
  const folder = join(dataDir, 'postgres')
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(folder) : folder
}

/** Stops with one line when PostgreSQL's account cannot get to an existing cluster or its version is another one. */
export function checkCluster({ cluster, binaries, user }: ClusterSpec): void {
  const major = binaries.version.split('.')[0]
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== major) {
    const way = 'take a backup with the Mufakat that made it, and restore it into a new data folder'
    throw new PostgresFailure(`The database in ${cluster} is of PostgreSQL ${found}, this is ${major}: ${way}.`)
  }
  if (canReach(user, cluster)) return
  const way = 'let others pass through its parent folders (chmod o+x), or set MUFAKAT_DATA_DIR to another folder'
  throw new PostgresFailure(`PostgreSQL runs as user ${user?.name}, which cannot enter ${cluster}: ${way}.`)
}

/** Where a new cluster goes: into the data folder, or outside when PostgreSQL's account cannot pass through that. */
export function placeForCluster(dataDir: string, outsideDir: string, user: SystemUser | undefined): string {
  const link = join(dataDir, 'postgres')
  const gone = clusterFolder(dataDir)
  if (gone !== link) {
    const way = 'bring that folder back, or delete the link to begin with an empty database'
    throw new PostgresFailure(`${link} points to ${gone}, where there is no database: ${way}.`)
  }
  if (canReach(user, dataDir)) return link
  const place = join(outsideDir, `data-${randomBytes(8).toString('hex')}`, 'postgres')
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 })
  if (!canReach(user, dirname(place))) {
    const way = 'set MUFAKAT_DATA_DIR to a folder that every user may pass through'
    throw new PostgresFailure(`PostgreSQL runs as user ${user?.name}, which cannot enter ${dataDir}: ${way}.`)
  }
  return place
}

/** Made beside its place and renamed, so that an interrupted start never leaves half a cluster. */
export function createCluster(dataDir: string, spec: ClusterSpec): void {
  const { cluster, user, durable } = spec
  const unfinished = `${cluster}.new`
  const passwordFile = `${cluster}.new.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, newPassword(dataDir), { mode: 0o600 })
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    initialise(spec, unfinished, passwordFile)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, cluster)
  if (durable) flushFolder(dirname(cluster))
  if (dirname(cluster) !== dataDir) symlinkSync(cluster, join(dataDir, 'postgres'))
}

/** The superuser's password, kept beside the cluster and readable by us alone; undefined when it was lost. */
export function storedPassword(dataDir: string): string | undefined {
  const file = passwordPath(dataDir)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** Gives the superuser a new password without a login, as the owner of the files may. */
export function resetPassword(dataDir: string, { cluster, binaries, user }: ClusterSpec): string {
  const password = newPassword(dataDir)
  const run = spawnSync(binaries.postgres, ['--single', '-D', cluster, 'postgres'], {
    ...processOptions(user),
    input: `alter role postgres password '${password}'\n`,
    encoding: 'utf8',
  })
  if (run.status === 0) return password
  rmSync(passwordPath(dataDir), { force: true })
  throw new PostgresFailure(`The database's password is lost and could not be set anew: ${reasonIn(run.stderr)}.`)
}

/** What every PostgreSQL program is started with; no PG* variable of the caller may bend it. */
export function processOptions(user: SystemUser | undefined) {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  if (process.platform === 'win32') Object.assign(env, { SystemRoot: process.env.SystemRoot })
  return { cwd: '/', env, ...(user ? { uid: user.uid, gid: user.gid } : {}) }
}

function newPassword(dataDir: string): string {
  const password = randomBytes(32).toString('hex')
  writeFileSync(passwordPath(dataDir), `${password}\n`, { mode: 0o600, flush: true })
  return password
}

function passwordPath(dataDir: string): string {
  return join(dataDir, 'postgres.password')
}

function initialise({ binaries, user, durable }: ClusterSpec, folder: string, passwordFile: string): void {
  const text = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const login = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const args = ['-D', folder, ...text, ...login, ...(durable ? [] : ['--no-sync'])]
  const run = spawnSync(binaries.initdb, args, { ...processOptions(user), encoding: 'utf8' })
  if (run.status === 0) return
  rmSync(folder, { recursive: true, force: true })
  throw new PostgresFailure(`The database could not be created: ${run.error?.message ?? reasonIn(run.stderr)}.`)
}

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
