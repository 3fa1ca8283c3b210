import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A folder that only the server's account may enter. */
export async function openWaitingRoom(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Removes what waits since before a moment: a crash left it there. */
export async function sweepWaitingRoom(folder: string, before: Date): Promise<number> {
  let swept = 0
  for (const name of await readdir(await openWaitingRoom(folder))) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (!found || found.mtime >= before) continue
    await rm(path, { force: true })
    swept += 1
  }
  return swept
}
