import { sameBytes } from './hash.ts'

/** One small value under a name that changes by compare-and-set: the head of a log, a witness's view of one. */
export interface StateStorage {
  readState(name: string): Promise<Uint8Array | undefined>
  /** Atomic and durable: replaces the value if it still is `expected` (undefined: not there yet); says whether it did. */
  replaceState(name: string, expected: Uint8Array | undefined, next: Uint8Array): Promise<boolean>
}

/** What a log needs of its storage. Every write is durable when its promise resolves. */
export interface LogStorage extends StateStorage {
  /** A tile or a bundle by its path (`tile/…`), the published checkpoint at `checkpoint`, or undefined. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Objects never change: the same bytes again are fine, other bytes are an error. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Makes a signed checkpoint the one that readers see at `checkpoint`. */
  publish(checkpoint: Uint8Array): Promise<void>
}

/** A log that lives as long as the process: for tests, benchmarks and trying things out. */
export class MemoryStorage implements LogStorage {
  readonly objects = new Map<string, Uint8Array>()
  readonly states = new Map<string, Uint8Array>()
  checkpoint: Uint8Array | undefined

  async read(path: string): Promise<Uint8Array | undefined> {
    return path === 'checkpoint' ? this.checkpoint : this.objects.get(path)
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const present = this.objects.get(path)
    if (present !== undefined && !sameBytes(present, bytes)) throw new Error(`${path} is there with other bytes.`)
    this.objects.set(path, bytes)
  }

  async publish(checkpoint: Uint8Array): Promise<void> {
    this.checkpoint = checkpoint
  }

  async readState(name: string): Promise<Uint8Array | undefined> {
    return this.states.get(name)
  }

  async replaceState(name: string, expected: Uint8Array | undefined, next: Uint8Array): Promise<boolean> {
    if (!isSame(this.states.get(name), expected)) return false
    this.states.set(name, next)
    return true
  }
}

/** Are both absent, or both there with the same bytes? */
export function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameBytes(a, b)
}
