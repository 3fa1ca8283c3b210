import { type Database, readAs } from '#kernel/database.ts'
import { createLog, openCheckpoint, openLog, parseVkey, rootAt, type TransparencyLog } from '#packages/transparency-log'
import { publishedSize } from '../store/days.ts'
import { lastNumber, logJob } from '../store/rows.ts'
import { SqlStorage } from '../store/storage.ts'
import { HeadFile } from './head-file.ts'
import { type Identity, readIdentity, signerOf } from './identity.ts'

/** Why nothing is signed; the words are in words.ts. */
export type Refusal = 'no-identity' | 'no-key' | 'other-key' | 'put-back' | 'head-unreadable'

/** Nothing is signed until an operator has looked. */
export class LogRefuses extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal, detail: string) {
    super(`the public log is not signed (${refusal}): ${detail}`)
    this.refusal = refusal
  }
}

export type LogPlace = { jobs: Database; folder: string; clock: () => Date }

/** Opens the log to sign it, and begins it at the first time. Throws LogRefuses before anything is signed. */
export async function openToSign({
  jobs,
  folder,
  clock,
}: LogPlace): Promise<{ log: TransparencyLog; storage: SqlStorage }> {
  const identity = await readAs(jobs, logJob, clock(), readIdentity)
  if (!identity) throw new LogRefuses('no-identity', 'it has no name yet')
  const key = signerOf(identity, folder)
  if (key === 'no-key') throw new LogRefuses('no-key', `${folder}/log-key is missing`)
  if (key === 'other-key') throw new LogRefuses('other-key', `${folder}/log-key is not the key of ${identity.vkey}`)
  const head = new HeadFile(folder)
  const storage = new SqlStorage(jobs, head, clock)
  await checkHead(storage, head, identity)
  const options = { storage, origin: identity.origin, signers: [key] }
  const now = seconds(clock())
  if ((await storage.readState('log')) === undefined) return { log: await begin(options, now), storage }
  return { log: await refusing(() => openLog(options, now)), storage }
}

/** Two processes may begin it at once; the slower one opens what the other has begun. */
async function begin(options: Parameters<typeof createLog>[0], now: number): Promise<TransparencyLog> {
  try {
    return await createLog(options, now)
  } catch (error) {
    if ((await options.storage.readState('log')) === undefined)
      throw new LogRefuses('put-back', (error as Error).message)
    return refusing(() => openLog(options, now))
  }
}

async function refusing(open: () => Promise<TransparencyLog>): Promise<TransparencyLog> {
  try {
    return await open()
  } catch (error) {
    if (/was put back/.test((error as Error).message)) throw new LogRefuses('put-back', (error as Error).message)
    throw error
  }
}

/** The tree that was signed last must be in the database, hash for hash, whatever has been added since. */
export async function checkHead(storage: Pick<SqlStorage, 'read'>, head: HeadFile, identity: Identity): Promise<void> {
  const kept = head.read()
  if (!kept) return
  const { checkpoint } = openKept(kept, identity)
  const root = await rootAt((path) => storage.read(path), checkpoint.size, checkpoint.size).catch(() => undefined)
  if (root && Buffer.from(root).equals(checkpoint.root)) return
  throw new LogRefuses(
    'put-back',
    `${head.path} holds a signed checkpoint of ${checkpoint.size} entries that the database does not have. It was restored from an older copy: restore a newer one.`,
  )
}

function openKept(kept: Uint8Array, identity: Identity) {
  try {
    return openCheckpoint(kept, [parseVkey(identity.vkey)])
  } catch (error) {
    throw new LogRefuses('head-unreadable', (error as Error).message)
  }
}

/** POSIX seconds, as notes carry them. */
export function seconds(now: Date): number {
  return Math.floor(now.getTime() / 1000)
}

export type Standing =
  | { kind: 'signing'; size: number; behind: number }
  | { kind: 'refused'; refusal: Refusal; why: string; behind: number }

/** How the log stands, read from the database and the secrets folder: any process can tell, and none signs for it. */
export async function standingOf({ jobs, folder, clock }: LogPlace): Promise<Standing> {
  const head = new HeadFile(folder)
  const storage = new SqlStorage(jobs, head, clock)
  const { identity, last, size } = await readAs(jobs, logJob, clock(), async (tx) => ({
    identity: await readIdentity(tx),
    last: await lastNumber(tx),
    size: await publishedSize(tx),
  }))
  const behind = last - size
  try {
    if (!identity) throw new LogRefuses('no-identity', 'it has no name yet')
    const key = signerOf(identity, folder)
    if (typeof key === 'string') throw new LogRefuses(key, `${folder}/log-key`)
    await checkHead(storage, head, identity)
    return { kind: 'signing', size, behind }
  } catch (error) {
    if (error instanceof LogRefuses) return { kind: 'refused', refusal: error.refusal, why: error.message, behind }
    throw error
  }
}
