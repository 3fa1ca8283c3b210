import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PostgresFailure } from './failure.ts'
import { isAlive, pause, startMark } from './processes.ts'

interface Owner {
  pid: number
  /** Start mark of the process, so that a recycled pid is not taken for the owner. */
  started: string
}

/** Makes this process the only Mufakat on the data folder, or rejects naming the one that is. Returns the release. */
export async function ownDataDir(dataDir: string): Promise<() => void> {
  const file = join(dataDir, 'mufakat.lock')
  const me = JSON.stringify({ pid: process.pid, started: startMark(process.pid) } satisfies Owner)
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, me)
  try {
    if (!linked(mine, file)) await takeOver(file, mine, me, dataDir)
  } finally {
    rmSync(mine, { force: true })
  }
  return () => {
    if (contentOf(file) === me) rmSync(file, { force: true })
  }
}

/** The Mufakat process that lives on this data folder now, if any. */
export function ownerOf(dataDir: string): number | undefined {
  return livingOwner(join(dataDir, 'mufakat.lock'))
}

async function takeOver(file: string, mine: string, me: string, dataDir: string): Promise<void> {
  const pid = livingOwner(file)
  if (pid !== undefined) refuse(dataDir, pid)
  renameSync(mine, file)
  // Two starters may both have seen the dead owner; the last rename wins and the other reads it here.
  await pause(30)
  if (contentOf(file) !== me) refuse(dataDir, livingOwner(file) ?? 0)
}

function refuse(dataDir: string, pid: number): never {
  const way = 'stop it first, or set MUFAKAT_DATA_DIR to another folder'
  throw new PostgresFailure(`The data folder ${dataDir} is in use by another Mufakat (process ${pid}): ${way}.`)
}

function livingOwner(file: string): number | undefined {
  try {
    const owner = JSON.parse(contentOf(file)) as Owner
    return isAlive(owner.pid) && startMark(owner.pid) === owner.started ? owner.pid : undefined
  } catch {
    return undefined
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
