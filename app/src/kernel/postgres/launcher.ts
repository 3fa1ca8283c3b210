import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findBinaries } from './binaries.ts'
import {
  checkCluster,
  clusterFolder,
  createCluster,
  placeForCluster,
  prepareDataDir,
  resetPassword,
  storedPassword,
} from './cluster.ts'
import { PostgresFailure } from './failure.ts'
import { ownDataDir } from './owner-lock.ts'
import { choosePort, portTaken, rememberPort } from './port.ts'
import {
  adminUrl,
  answers,
  type ClusterSpec,
  launchPostmaster,
  livingPostmaster,
  type Postmaster,
  stopPostmaster,
} from './postmaster.ts'
import { pause } from './processes.ts'
import { type RunningPostgres, supervise } from './supervision.ts'
import { postgresUser } from './system-user.ts'

export interface PostgresOptions {
  /** Mufakat's data folder; the cluster is `postgres` in it, beside postgres.password, postgres.port and postgres.log. */
  dataDir: string
  /** Port of 127.0.0.1; without it the last one is used again, or any that is free. */
  port?: number
  /** False for tests: faster, and lost when the machine goes down. */
  durable?: boolean
  /** As root: where programs and data go when PostgreSQL's own account cannot pass through their parents. */
  outsideDir?: string
  log?: (message: string) => void
}

/** Starts or adopts the embedded PostgreSQL of a data folder. Rejects with a PostgresFailure: one line to act on. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir)
  prepareDataDir(dataDir)
  let release = () => {}
  try {
    release = await ownDataDir(dataDir)
    return await start({ ...options, dataDir }, release)
  } catch (error) {
    release()
    throw error instanceof Error && 'syscall' in error ? notUsable(dataDir, error) : error
  }
}

/** No rights, no space, a read-only disk: the system's own words say it best. */
function notUsable(dataDir: string, error: Error): PostgresFailure {
  return new PostgresFailure(`The data folder ${dataDir} cannot be used: ${error.message}.`)
}

async function start(options: PostgresOptions, release: () => void): Promise<RunningPostgres> {
  const { dataDir, log = () => {} } = options
  const spec = prepareCluster(options, log)
  const stored = storedPassword(dataDir)
  const orphan = await adoptOrphan(spec, stored, options.port)
  const password = stored ?? resetPassword(dataDir, spec)
  if (orphan) log(`PostgreSQL was still running (process ${orphan.pid}) and is taken over.`)
  const launch = (port?: number) => launchOnPort(spec, dataDir, port)
  const postmaster = orphan ?? (await launch(options.port))
  rememberPort(dataDir, postmaster.port)
  if (!orphan && !(await answers(postmaster.port, password))) {
    await stopPostmaster(postmaster.pid, spec)
    const way = 'delete that file and start again, and a new password is set'
    throw new PostgresFailure(`${join(dataDir, 'postgres.password')} does not open the database: ${way}.`)
  }
  return supervise({
    postmaster,
    adopted: orphan !== undefined,
    adminUrl: adminUrl(postmaster.port, password),
    restart: () => launch(postmaster.port),
    end: (pid) => stopPostmaster(pid, spec).finally(release),
    log,
  })
}

/** Finds the programs, and the cluster or makes one. */
function prepareCluster(options: PostgresOptions, log: (message: string) => void): ClusterSpec {
  const { dataDir, durable = true, outsideDir = '/var/lib/mufakat' } = options
  const found = clusterFolder(dataDir)
  const user = postgresUser(found)
  const binaries = findBinaries(user, outsideDir)
  const exists = existsSync(join(found, 'PG_VERSION'))
  const cluster = exists ? found : placeForCluster(dataDir, outsideDir, user)
  const spec = { cluster, logFile: join(dataDir, 'postgres.log'), binaries, user, durable }
  if (exists) checkCluster(spec)
  else createCluster(dataDir, spec)
  if (cluster !== join(dataDir, 'postgres')) log(`The database is in ${cluster}, where user ${user?.name} may go.`)
  return spec
}

/** A postmaster that outlived its Mufakat is adopted when it answers on a fitting port, and stopped otherwise. */
async function adoptOrphan(spec: ClusterSpec, password?: string, port?: number): Promise<Postmaster | undefined> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const found = livingPostmaster(spec.cluster)
    if (!found) return undefined
    const fits = port === undefined || port === found.port
    if (found.status === 'ready' && fits && password && (await answers(found.port, password))) return found
    if (found.status === 'ready' || performance.now() > deadline) await stopPostmaster(found.pid, spec)
    await pause(20)
  }
}

async function launchOnPort(spec: ClusterSpec, dataDir: string, wanted?: number): Promise<Postmaster> {
  const deadline = performance.now() + 30_000
  for (;;) {
    const started = await launchPostmaster(spec, await choosePort(dataDir, wanted))
    if (typeof started === 'object') return started
    if (started === 'port taken' && wanted !== undefined) portTaken(wanted)
    if (performance.now() > deadline) throw new PostgresFailure(`PostgreSQL did not start: ${started}.`)
    // Sessions of a killed postmaster end by themselves; a port lost to a race is chosen anew.
    await pause(100)
  }
}
