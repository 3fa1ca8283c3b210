import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileStore, isFileKey, mustBeFileKey, verified } from '../files.ts'
import { openWaitingRoom, sweepWaitingRoom } from './waiting-room.ts'

/** Files below one folder of this machine that only the server's account may enter. */
export function diskFiles(folder: string): FileStore {
  const waiting = join(folder, 'waiting')
  const placeOf = (key: string) => {
    const shard = join(folder, mustBeFileKey(key).slice(0, 2))
    return { folder: shard, path: join(shard, key), half: join(waiting, `${key}.part`) }
  }
  return {
    async put(key, content) {
      const place = placeOf(key)
      await openWaitingRoom(waiting)
      try {
        await writeDurably(place.half, content)
        await mkdir(place.folder, { recursive: true, mode: 0o700 })
        await rename(place.half, place.path)
        await syncFolder(place.folder)
        await syncFolder(folder)
      } catch (error) {
        await rm(place.half, { force: true })
        throw error
      }
    },
    async get(key, expected) {
      const { path } = placeOf(key)
      const handle = await open(path, 'r').catch(unlessMissing)
      const content = handle && createReadStream(path, { fd: handle })
      return content && expected ? verified(content, expected) : content
    },
    async remove(key) {
      const { path, half } = placeOf(key)
      await Promise.all([path, half].map((one) => rm(one, { force: true })))
    },
    async *list() {
      for (const shard of await readdir(folder).catch(none)) {
        if (!/^[0-9a-f]{2}$/.test(shard)) continue
        for (const key of await readdir(join(folder, shard))) {
          if (!isFileKey(key)) continue
          const found = await stat(join(folder, shard, key)).catch(unlessMissing)
          if (found) yield { key, size: found.size, changedAt: found.mtime }
        }
      }
    },
    waitingRoom: () => openWaitingRoom(waiting),
    sweepUnfinished: (before) => sweepWaitingRoom(waiting, before),
    standing: async () => ({ kind: 'open' }),
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
