import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { processOptions } from './cluster.ts'
import { PostgresFailure, reasonIn } from './failure.ts'
import { isAlive, isGoneWithin, isListed, pause, servesCluster } from './processes.ts'
import type { SystemUser } from './system-user.ts'

export interface ClusterSpec {
  cluster: string
  logFile: string
  binaries: Binaries
  user: SystemUser | undefined
  durable: boolean
}

/** What postmaster.pid says; `status` is starting, ready, stopping or empty. */
export interface Postmaster {
  pid: number
  port: number
  status: string
}

/** Why a postmaster that was started did not come up, where another try may help. */
export type Refusal = 'port taken' | 'old processes remain'

const logLimit = 20 * 1024 * 1024

export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
  } catch {
    return undefined
  }
}

/** The living postmaster of this cluster. A pid file whose pid now belongs to a stranger or a zombie is removed. */
export function livingPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster)
  if (!found) return undefined
  if (servesCluster(found.pid, cluster)) return found
  // PostgreSQL clears a file whose process is gone, but takes any listed process for its own; sessions that remain
  // are still found by the shared memory that belongs to the folder.
  if (isListed(found.pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return undefined
}

/** Starts a postmaster in its own session, so that neither Ctrl-C nor the end of Node reaches it; resolves when ready. */
export async function launchPostmaster(spec: ClusterSpec, port: number): Promise<Postmaster | Refusal> {
  rotateLog(spec.logFile)
  const log = openSync(spec.logFile, 'a', 0o600)
  const before = statSync(spec.logFile).size
  const child = spawn(spec.binaries.postgres, ['-D', spec.cluster, ...settings(spec, port)], {
    ...processOptions(spec.user),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  for (;;) {
    await pause(10)
    if (failure) throw new PostgresFailure(`PostgreSQL could not be run: ${failure.message}.`)
    const found = readPostmaster(spec.cluster)
    if (found && found.pid === child.pid && found.status === 'ready') return found
    if (child.exitCode !== null || child.signalCode !== null) return refusalIn(logAfter(spec.logFile, before))
  }
}

/** True when the server lets us in with this password. */
export async function answers(port: number, password: string): Promise<boolean> {
  const connectionString = adminUrl(port, password)
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000, query_timeout: 3000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

export function adminUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
}

/** Fast shutdown: sessions are ended, everything is written; after 30 s a hard one, which loses nothing committed. */
export async function stopPostmaster(pid: number, spec: Pick<ClusterSpec, 'cluster' | 'binaries'>): Promise<void> {
  if (process.platform === 'win32') {
    execFileSync(spec.binaries.pgCtl, ['stop', '-D', spec.cluster, '-m', 'fast', '-w'], { stdio: 'ignore' })
    return
  }
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (isAlive(pid)) process.kill(pid, signal)
    if (await isGoneWithin(pid, patience)) return
  }
  throw new PostgresFailure(`PostgreSQL (process ${pid}) does not stop: end it by hand.`)
}

function settings({ durable }: ClusterSpec, port: number): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: durable ? 60 : 200,
    shared_buffers: '256MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Details and statements of an error may hold what people wrote.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    // What is thrown away may stand in memory.
    max_wal_size: durable ? '1GB' : '256MB',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function refusalIn(output: string): Refusal {
  if (/could not bind|Address already in use/.test(output)) return 'port taken'
  if (/still in use|lock file "postmaster.pid" already exists/.test(output)) return 'old processes remain'
  throw new PostgresFailure(`PostgreSQL did not start: ${reasonIn(output)}.`)
}

function logAfter(file: string, offset: number): string {
  return readFileSync(file).subarray(offset).toString('utf8')
}

function rotateLog(file: string): void {
  if (existsSync(file) && statSync(file).size > logLimit) renameSync(file, `${file}.1`)
}
