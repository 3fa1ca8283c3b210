import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** What is known of a stored file without opening it. */
export type StoredFile = { key: string; size: number; changedAt: Date }

/** Where files stand. Keys are made by `newFileKey`; what a file is called or holds is not for storage to know. */
export type FileStore = {
  /** Whole and durable when it resolves; nothing stays when it rejects. */
  put(key: string, content: AsyncIterable<Uint8Array>): Promise<void>
  /** Undefined = no such file. */
  get(key: string): Promise<Readable | undefined>
  remove(key: string): Promise<void>
  list(): AsyncIterable<StoredFile>
  /** A folder of this machine where files wait to be checked; what is left there by a crash is swept. */
  waitingRoom(): Promise<string>
}

const keyForm = /^[0-9a-f]{48}$/

/** Random, so that a name says nothing of content, record or order. */
export function newFileKey(): string {
  return randomBytes(24).toString('hex')
}

/** Files below one folder of this machine that only the server's account may enter. */
export function diskFiles(folder: string): FileStore {
  const waiting = join(folder, 'waiting')
  const placeOf = (key: string) => {
    if (!keyForm.test(key)) throw new Error('not a key of a file')
    return { folder: join(folder, key.slice(0, 2)), path: join(folder, key.slice(0, 2), key) }
  }
  const waitingRoom = async () => {
    await mkdir(waiting, { recursive: true, mode: 0o700 })
    return waiting
  }
  return {
    async put(key, content) {
      const place = placeOf(key)
      const written = join(await waitingRoom(), `${key}.part`)
      try {
        await writeDurably(written, content)
        await mkdir(place.folder, { recursive: true, mode: 0o700 })
        await rename(written, place.path)
        await syncFolder(place.folder)
        await syncFolder(folder)
      } catch (error) {
        await rm(written, { force: true })
        throw error
      }
    },
    async get(key) {
      const { path } = placeOf(key)
      const handle = await open(path, 'r').catch(unlessMissing)
      return handle && createReadStream(path, { fd: handle })
    },
    remove: (key) => rm(placeOf(key).path, { force: true }),
    async *list() {
      for (const shard of await readdir(folder).catch(none)) {
        if (!/^[0-9a-f]{2}$/.test(shard)) continue
        for (const key of await readdir(join(folder, shard))) {
          if (!keyForm.test(key)) continue
          const found = await stat(join(folder, shard, key)).catch(unlessMissing)
          if (found) yield { key, size: found.size, changedAt: found.mtime }
        }
      }
    },
    waitingRoom,
  }
}

async function writeDurably(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of content) await file.writeFile(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A renamed file is only durable once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}

function none(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
