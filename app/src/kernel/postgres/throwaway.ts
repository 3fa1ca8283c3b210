import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { clusterFolder } from './cluster.ts'
import { startPostgres } from './launcher.ts'
import { ownerOf } from './owner-lock.ts'
import { livingPostmaster } from './postmaster.ts'
import { isGoneWithin } from './processes.ts'

const prefix = 'mufakat-test-'
const memory = '/dev/shm'

/** In memory where there is room: a database is cloned there for a fifth. A temporary folder that somebody chose is kept to. */
export const testPlace = process.env.TMPDIR || !roomInMemory() ? tmpdir() : memory

/** A PostgreSQL for tests: empty, fast, not durable; stop() leaves neither process nor file. */
export async function startTestPostgres(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  await clearLeftovers()
  const dataDir = mkdtempSync(join(testPlace, prefix))
  chmodSync(dataDir, 0o711)
  try {
    const { adminUrl, stop } = await startPostgres({ dataDir, durable: false })
    return { adminUrl, stop: () => stop().finally(() => removeDataDir(dataDir)) }
  } catch (error) {
    removeDataDir(dataDir)
    throw error
  }
}

/** Removes a data folder whose PostgreSQL is stopped, and its cluster where that had to be put elsewhere. */
export function removeDataDir(dataDir: string): void {
  const cluster = clusterFolder(dataDir)
  const place = dirname(cluster)
  if (place !== dataDir) rmSync(place, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}

/** Test runs that were killed could not tidy up after themselves. */
async function clearLeftovers(): Promise<void> {
  const places = [...new Set([tmpdir(), testPlace])]
  for (const dataDir of places.flatMap((place) => readdirSync(place).map((name) => join(place, name)))) {
    if (!basename(dataDir).startsWith(prefix) || !existsSync(join(dataDir, 'mufakat.lock')) || ownerOf(dataDir))
      continue
    const postmaster = livingPostmaster(clusterFolder(dataDir))
    if (postmaster) {
      process.kill(postmaster.pid, 'SIGQUIT')
      await isGoneWithin(postmaster.pid, 10_000)
    }
    removeDataDir(dataDir)
  }
}

function roomInMemory(): boolean {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return Math.min(bavail * bsize, freemem()) > 4 * 2 ** 30
}
