import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type FileStore, newFileKey } from '#kernel/files.ts'
import type { Deps } from '#kernel/web/request.ts'
import { checkFile } from './checks/check-file.ts'
import { FileFault, type FileKind, fileLimit } from './file-kind.ts'
import { cleanName } from './file-name.ts'

/** A file in the waiting room: received, not looked at yet. */
export type Waiting = { path: string; sentName: string; receivedSha256: string }

/** A file that was looked at and stored; a document's row will name it. */
export type KeptFile = {
  key: string
  name: string
  kind: FileKind
  size: number
  sha256: string
  receivedSha256: string
}

/** Writes what is sent to the waiting room, as it comes; stops at the limit and then leaves nothing behind. */
export async function receiveFile(
  files: FileStore,
  sentName: string,
  content: AsyncIterable<Uint8Array>,
): Promise<Waiting> {
  const path = join(await files.waitingRoom(), newFileKey())
  const file = await open(path, 'wx', 0o600)
  try {
    const receivedSha256 = await write(file, content)
    return { path, sentName, receivedSha256 }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

async function write(file: FileHandle, content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of content) {
    size += chunk.length
    if (size > fileLimit) throw new FileFault('too-large')
    hash.update(chunk)
    await file.writeFile(chunk)
  }
  return hash.digest('hex')
}

/** What people send is first shown to the virus scanner, where there is one; the log has what it found and no more. */
export async function keepSentFile({ files, scanner, log }: Pick<Deps, 'files' | 'scanner' | 'log'>, sent: Waiting) {
  const found = await scanner?.scan(createReadStream(sent.path)).catch(async (error) => {
    await discard(sent.path)
    throw error
  })
  if (found === undefined) return keepFile(files, sent)
  await discard(sent.path)
  log.warn({ found, sha256: sent.receivedSha256 }, 'infected file refused')
  throw new FileFault('infected')
}

/** Looks at a waiting file and stores it; throws FileFault for what is not taken. The waiting room is left empty. */
export async function keepFile(files: FileStore, { path, sentName, receivedSha256 }: Waiting): Promise<KeptFile> {
  try {
    const kind = await checkFile(path, sentName)
    const key = newFileKey()
    const told = { size: 0, hash: createHash('sha256') }
    await files.put(key, counted(createReadStream(path), told))
    const sha256 = told.hash.digest('hex')
    return { key, name: cleanName(sentName, kind), kind, size: told.size, sha256, receivedSha256 }
  } finally {
    await discard(path)
  }
}

/** A file that this house has made itself goes the way of those that are sent: it too must be what it is called. */
export async function keepMadeFile(files: FileStore, name: string, made: Uint8Array): Promise<KeptFile> {
  return keepFile(files, await receiveFile(files, name, Readable.from([made])))
}

export async function discard(path: string): Promise<void> {
  await Promise.all([path, `${path}.drawn`].map((one) => rm(one, { force: true })))
}

async function* counted(
  content: AsyncIterable<Uint8Array>,
  told: { size: number; hash: ReturnType<typeof createHash> },
) {
  for await (const chunk of content) {
    told.size += chunk.length
    // drawn again, a picture can have become larger
    if (told.size > fileLimit) throw new FileFault('too-large')
    told.hash.update(chunk)
    yield chunk
  }
}
