import { randomUUID } from 'node:crypto'
import * as disk from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type LogStorage, parseTilePath } from '../src/index.ts'

/** The calls to the file system, all of them: tests stop them one by one. */
export type Files = Pick<typeof disk, 'link' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'unlink'>

const OWN = '.tlog'

/**
 * A log or a witness in a folder of a POSIX file system. `checkpoint` and `tile/` are what a static web server may serve;
 * `.tlog/` is the writer's own. Every write: a temporary file, fsync, rename (states: link), fsync of the folder.
 */
export class DirectoryStorage implements LogStorage {
  readonly #root: string
  readonly #files: Files
  // Folders whose own entry in their parent is known to be on disk.
  readonly #durable = new Set<string>()

  constructor(root: string, files: Files = disk) {
    this.#root = resolve(root)
    this.#files = files
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const known = path === 'checkpoint' || parseTilePath(path) !== undefined
    return known ? this.#readFile(join(this.#root, path)) : undefined
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    if (parseTilePath(path) === undefined) throw new Error(`${path}: not the path of a tile or a bundle.`)
    const target = join(this.#root, path)
    const present = await this.#readFile(target)
    if (present !== undefined && !isSame(present, bytes)) throw new Error(`${path} is there with other bytes.`)
    if (present === undefined) await this.#replaceFile(target, bytes)
    // A file left by a process that was killed before this point is on disk only now.
    else await this.#syncFolder(dirname(target))
  }

  async publish(checkpoint: Uint8Array): Promise<void> {
    await this.#replaceFile(join(this.#root, 'checkpoint'), checkpoint)
  }

  async readState(name: string): Promise<Uint8Array | undefined> {
    return (await this.#latest(name)).bytes
  }

  /**
   * Versions are numbered files and a link never replaces one, so of two processes one fails. False when another process
   * has gone on already: then it may also have gone on from `next`.
   */
  async replaceState(name: string, expected: Uint8Array | undefined, next: Uint8Array): Promise<boolean> {
    const folder = this.#stateFolder(name)
    const { version, bytes } = await this.#latest(name)
    if (!isSame(bytes, expected)) return false
    const temporary = await this.#writeTemporary(next)
    await this.#files.mkdir(folder, { recursive: true })
    const linked = await this.#link(temporary, join(folder, String(version + 1)))
    await this.#syncFolder(folder)
    await this.#files.unlink(temporary)
    if (!linked) return false
    const versions = await this.#versions(folder)
    for (const old of versions.filter((number) => number <= version)) await this.#unlink(join(folder, String(old)))
    return Math.max(...versions) === version + 1
  }

  #stateFolder(name: string): string {
    if (!/^[a-z0-9]+$/.test(name)) throw new Error(`${name}: not a name for a state.`)
    return join(this.#root, OWN, 'state', name)
  }

  async #latest(name: string): Promise<{ version: number; bytes: Uint8Array | undefined }> {
    const folder = this.#stateFolder(name)
    for (;;) {
      const version = Math.max(0, ...(await this.#versions(folder)))
      const bytes = version === 0 ? undefined : await this.#readFile(join(folder, String(version)))
      // Gone between the two looks: a newer one is there.
      if (version === 0 || bytes !== undefined) return { version, bytes }
    }
  }

  async #versions(folder: string): Promise<number[]> {
    const names = await this.#files.readdir(folder).catch(absent<string[]>)
    return (names ?? []).filter((name) => /^[1-9][0-9]*$/.test(name)).map(Number)
  }

  async #replaceFile(target: string, bytes: Uint8Array): Promise<void> {
    const temporary = await this.#writeTemporary(bytes)
    await this.#files.mkdir(dirname(target), { recursive: true })
    await this.#files.rename(temporary, target)
    await this.#syncFolder(dirname(target))
  }

  async #writeTemporary(bytes: Uint8Array): Promise<string> {
    const folder = join(this.#root, OWN, 'temporary')
    await this.#files.mkdir(folder, { recursive: true })
    const path = join(folder, randomUUID())
    const file = await this.#files.open(path, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    return path
  }

  async #syncFolder(folder: string): Promise<void> {
    for (let at = folder; !this.#durable.has(at) && dirname(at) !== at; at = dirname(at)) {
      await this.#sync(dirname(at))
      this.#durable.add(at)
    }
    await this.#sync(folder)
  }

  async #sync(folder: string): Promise<void> {
    const handle = await this.#files.open(folder, 'r').catch((error: NodeJS.ErrnoException) => {
      // A folder above that we may not read is not one that we have made.
      if (error.code === 'EACCES' && !folder.startsWith(this.#root)) return undefined
      throw error
    })
    try {
      await handle?.sync()
    } finally {
      await handle?.close()
    }
  }

  async #link(from: string, to: string): Promise<boolean> {
    try {
      await this.#files.link(from, to)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    }
  }

  #readFile(path: string): Promise<Uint8Array | undefined> {
    return this.#files.readFile(path).catch(absent<Buffer>)
  }

  async #unlink(path: string): Promise<void> {
    await this.#files.unlink(path).catch(absent<void>)
  }
}

function absent<T>(error: NodeJS.ErrnoException): T | undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw error
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0
}
