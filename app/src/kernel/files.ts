import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'

/** What is known of a stored file without opening it. */
export type StoredFile = { key: string; size: number; changedAt: Date }

/** What a file was when it was kept, as the row that names it says. */
export type Expected = { size: number; sha256: string }

export type FilesStanding = { kind: 'open' } | { kind: 'unavailable'; why: string }

/** Where files stand. Keys are made by `newFileKey`; what a file is called or holds is not for storage to know. */
export type FileStore = {
  /** Whole and durable when it resolves; nothing stays when it rejects. Throws FilesUnavailable. */
  put(key: string, content: AsyncIterable<Uint8Array>): Promise<void>
  /** Undefined = no such file. With `expected` the content breaks off before its end if it is not what was kept. */
  get(key: string, expected?: Expected): Promise<Readable | undefined>
  /** Whole or half written. */
  remove(key: string): Promise<void>
  list(): AsyncIterable<StoredFile>
  /** A folder of this machine where files wait to be checked. */
  waitingRoom(): Promise<string>
  /** Removes what a crash left half received or half written before a moment; says how much. */
  sweepUnfinished(before: Date): Promise<number>
  standing(): Promise<FilesStanding>
}

/** Storage does not answer, or refuses us: answered with 503. Its message holds no secret. */
export class FilesUnavailable extends Error {}
/** What storage gives back is not what was kept. */
export class FileDamaged extends Error {}

/** What the operator needs to know of a line that fails: ECONNREFUSED, EACCES, CERT_HAS_EXPIRED. */
export function codeIn(error: unknown): string {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? ` (${code})` : ''
}

const keyForm = /^[0-9a-f]{48}$/

/** Random, so that a name says nothing of content, record or order. */
export function newFileKey(): string {
  return randomBytes(24).toString('hex')
}

export function isFileKey(key: string): boolean {
  return keyForm.test(key)
}

export function mustBeFileKey(key: string): string {
  if (!isFileKey(key)) throw new Error('not a key of a file')
  return key
}

/** The content, its last piece held back until all of it is known to be what was kept: a reader never takes it for whole. */
export function verified(content: AsyncIterable<Uint8Array>, expected: Expected): Readable {
  return Readable.from(verifiedPieces(content, expected), { objectMode: false })
}

async function* verifiedPieces(content: AsyncIterable<Uint8Array>, { size, sha256 }: Expected) {
  const hash = createHash('sha256')
  let length = 0
  let held: Uint8Array | undefined
  for await (const piece of content) {
    hash.update(piece)
    length += piece.length
    if (length > size) break
    if (held) yield held
    held = piece
  }
  if (length !== size || hash.digest('hex') !== sha256) throw new FileDamaged('a stored file is not what was kept')
  if (held) yield held
}
