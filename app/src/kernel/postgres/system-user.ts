import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { PostgresFailure } from './failure.ts'

/** The account that PostgreSQL runs under when we are root, because PostgreSQL refuses to run as root. */
export interface SystemUser {
  name: string
  uid: number
  gid: number
}

/** Undefined when we are not root: then PostgreSQL runs as ourselves. `cluster` keeps the owner it already has. */
export function postgresUser(cluster: string): SystemUser | undefined {
  const owner = ownerOfFolder(cluster)
  const me = process.getuid?.()
  if (me !== 0) {
    if (owner === undefined || me === undefined || owner.uid === me) return undefined
    const way = `start Mufakat as the user who started it before, or give the folder to this one (chown -R ${me})`
    throw new PostgresFailure(`The database in ${cluster} belongs to user ${owner.name}: ${way}.`)
  }
  if (owner?.uid === 0) {
    const way = `give it to the user it was made by, for example: chown -R postgres ${cluster}`
    throw new PostgresFailure(
      `The database in ${cluster} belongs to root, under which PostgreSQL does not run: ${way}.`,
    )
  }
  return owner ?? named('postgres') ?? named('nobody') ?? created('postgres')
}

/** True when the account can pass through all parents of every path and execute it (enter it, for a folder). */
export function canReach(user: SystemUser | undefined, ...paths: string[]): boolean {
  if (user === undefined) return true
  const script = 'for path do test -x "$path" || exit 1; done'
  const { uid, gid } = user
  const tried = spawnSync('/bin/sh', ['-c', script, 'sh', ...paths], { uid, gid, cwd: '/', stdio: 'ignore' })
  if (tried.error)
    throw new PostgresFailure(`Not allowed to run PostgreSQL as user ${user.name}: ${tried.error.message}.`)
  return tried.status === 0
}

function ownerOfFolder(folder: string): SystemUser | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (!stats || process.platform === 'win32') return undefined
  return { name: idOf('-un', String(stats.uid)) ?? String(stats.uid), uid: stats.uid, gid: stats.gid }
}

function named(name: string): SystemUser | undefined {
  const uid = Number(idOf('-u', name))
  const gid = Number(idOf('-g', name))
  return uid && gid ? { name, uid, gid } : undefined
}

function idOf(flag: string, user: string): string | undefined {
  try {
    return execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

function created(name: string): SystemUser {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name], { stdio: 'ignore' })
  const user = named(name)
  if (user) return user
  throw new PostgresFailure(
    'PostgreSQL does not run as root and no other account could be made: create a user postgres.',
  )
}
