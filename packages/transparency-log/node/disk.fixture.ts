// A disk in memory that can lose power: what was not synced is gone, and a chosen call is the last one.
import { basename, dirname } from 'node:path'
import type { Files } from './directory-storage.ts'

type File = { kind: 'file'; bytes: Uint8Array; synced: Uint8Array }
type Folder = { kind: 'folder'; entries: Map<string, Node>; synced: Map<string, Node> }
type Node = File | Folder

const folder = (): Folder => ({ kind: 'folder', entries: new Map(), synced: new Map() })

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

export class MemoryDisk {
  readonly #root = folder()
  calls = 0
  /** The number of the call that does not happen any more, nor any after it. */
  lastCall = Number.POSITIVE_INFINITY

  /** Starts again. After a loss of power only synced bytes and synced entries of folders are left; after a kill, all. */
  restart(loss: 'power' | 'process'): void {
    this.calls = 0
    this.lastCall = Number.POSITIVE_INFINITY
    if (loss === 'power') forget(this.#root)
  }

  /** The calls of `node:fs/promises` that the storage makes. */
  readonly files = {
    open: async (path: string, flag: string) => this.#handle(path, flag),
    mkdir: async (path: string) => this.#change(() => this.#makeFolder(path)),
    readdir: async (path: string) => [...this.#folder(path).entries.keys()],
    readFile: async (path: string) => Buffer.from(this.#file(path).bytes),
    unlink: async (path: string) => this.#change(() => this.#remove(path)),
    rename: async (from: string, to: string) => this.#change(() => this.#enter(to, this.#remove(from))),
    link: async (from: string, to: string) => {
      this.#change(() => {
        if (this.#folder(dirname(to)).entries.has(basename(to))) throw failure('EEXIST')
        this.#enter(to, this.#file(from))
      })
    },
  } as unknown as Files

  #handle(path: string, flag: string) {
    const node = flag === 'r' ? this.#node(path) : this.#change(() => this.#create(path))
    return {
      close: async () => {},
      sync: async () => this.#change(() => sync(node)),
      writeFile: async (bytes: Uint8Array) => {
        if (node.kind !== 'file') throw failure('EISDIR')
        // Cut off in the middle: half of it is there.
        if (this.calls + 1 === this.lastCall) node.bytes = bytes.slice(0, bytes.length / 2)
        this.#change(() => {
          node.bytes = bytes.slice()
        })
      },
    }
  }

  #change<T>(work: () => T): T {
    this.calls++
    if (this.calls >= this.lastCall) throw new Error(`the machine stopped at call ${this.calls}`)
    return work()
  }

  #create(path: string): Node {
    const { entries } = this.#folder(dirname(path))
    if (entries.has(basename(path))) throw failure('EEXIST')
    const file: File = { kind: 'file', bytes: new Uint8Array(), synced: new Uint8Array() }
    entries.set(basename(path), file)
    return file
  }

  #makeFolder(path: string): Folder {
    if (path === '/') return this.#root
    const { entries } = this.#makeFolder(dirname(path))
    const present = entries.get(basename(path)) ?? folder()
    if (present.kind !== 'folder') throw failure('ENOTDIR')
    entries.set(basename(path), present)
    return present
  }

  #remove(path: string): Node {
    const node = this.#node(path)
    this.#folder(dirname(path)).entries.delete(basename(path))
    return node
  }

  #enter(path: string, node: Node): void {
    this.#folder(dirname(path)).entries.set(basename(path), node)
  }

  #node(path: string): Node {
    if (path === '/') return this.#root
    const node = this.#folder(dirname(path)).entries.get(basename(path))
    if (node === undefined) throw failure('ENOENT')
    return node
  }

  #folder(path: string): Folder {
    const node = this.#node(path)
    if (node.kind !== 'folder') throw failure('ENOTDIR')
    return node
  }

  #file(path: string): File {
    const node = this.#node(path)
    if (node.kind !== 'file') throw failure('EISDIR')
    return node
  }
}

function sync(node: Node): void {
  if (node.kind === 'file') node.synced = node.bytes
  else node.synced = new Map(node.entries)
}

function forget(node: Node): void {
  if (node.kind === 'file') {
    node.bytes = node.synced
    return
  }
  node.entries = new Map(node.synced)
  for (const child of node.entries.values()) forget(child)
}
