// A disk or a database that dies at a chosen step, before or after the step took effect.
import type { LogStorage } from './index.ts'

export class Crash extends Error {}

/** Counts the writing steps of a storage and dies at step `at`; every later step fails, as after a kill. */
export class DyingStorage implements LogStorage {
  steps = 0
  readonly #inner: LogStorage
  readonly #at: number
  readonly #after: boolean

  constructor(inner: LogStorage, at: number, after: boolean) {
    this.#inner = inner
    this.#at = at
    this.#after = after
  }

  read(path: string) {
    return this.#inner.read(path)
  }

  readState(name: string) {
    return this.#inner.readState(name)
  }

  write(path: string, bytes: Uint8Array) {
    return this.#step(() => this.#inner.write(path, bytes))
  }

  publish(checkpoint: Uint8Array) {
    return this.#step(() => this.#inner.publish(checkpoint))
  }

  replaceState(name: string, expected: Uint8Array | undefined, next: Uint8Array) {
    return this.#step(() => this.#inner.replaceState(name, expected, next))
  }

  async #step<T>(work: () => Promise<T>): Promise<T> {
    const step = ++this.steps
    if (step > this.#at || (step === this.#at && !this.#after)) throw new Crash(`killed before step ${step}`)
    const result = await work()
    if (step === this.#at) throw new Crash(`killed after step ${step}`)
    return result
  }
}
