import { encodeBundle } from './bundle.ts'
import { type Checkpoint, formatCheckpoint } from './checkpoint.ts'
import { Frontier } from './frontier.ts'
import { type Growth, grow } from './grow.ts'
import { EMPTY_ROOT, sameBytes } from './hash.ts'
import type { SigningKey } from './key.ts'
import { decodeState, encodeState, type LogState } from './log-state.ts'
import { signNote } from './note.ts'
import { openCheckpoint } from './open-checkpoint.ts'
import { proveConsistency, proveInclusion } from './prove.ts'
import { checkNotPutBack, HEAD, publishLatest } from './published.ts'
import { readBundle, readFrontier } from './read-tile.ts'
import { formatReceipt, makeReceipt } from './receipt.ts'
import type { LogStorage } from './storage.ts'
import { TILE_WIDTH } from './tile-path.ts'

/** `signers`: their names are the origin; the first one is Ed25519, as public logs need it. */
export type LogOptions = { storage: LogStorage; origin: string; signers: readonly SigningKey[] }

/** Where an append put its entries (`first` is the index of the first) and the signed checkpoint that holds them. */
export type Appended = { first: number; size: number; root: Uint8Array; checkpoint: Uint8Array }

type Settled = { state: LogState & { kind: 'settled' }; stored: Uint8Array; growth: Growth }

/** Starts a new log in an empty storage and signs its empty checkpoint. `now`: POSIX seconds. Throws if there is a log. */
export async function createLog(options: LogOptions, now: number): Promise<TransparencyLog> {
  const { storage, origin } = options
  const head = { origin, size: 0, root: EMPTY_ROOT }
  const note = signNote(formatCheckpoint(head), checkSigners(options), now)
  // A checkpoint without a head is a log that has lost it: a new one in its place would be a fork.
  const orphan = await storage.read('checkpoint')
  const settled = encodeState({ kind: 'settled', head, note })
  if (orphan !== undefined || !(await storage.replaceState(HEAD, undefined, settled))) {
    throw new Error('The storage holds a log already.')
  }
  return openLog(options, now)
}

/** Opens a log and finishes what an interrupted append had begun. `now`: POSIX seconds. Throws if there is none. */
export async function openLog(options: LogOptions, now: number): Promise<TransparencyLog> {
  checkSigners(options)
  const log = new TransparencyLog(options)
  await log.head(now)
  return log
}

/** An append-only log over a storage. Appends of one instance queue; another process that appends makes them fail. */
export class TransparencyLog {
  readonly #storage: LogStorage
  readonly #origin: string
  readonly #signers: readonly SigningKey[]
  #settled: Settled | undefined
  #queue: Promise<unknown> = Promise.resolve()

  constructor({ storage, origin, signers }: LogOptions) {
    this.#storage = storage
    this.#origin = origin
    this.#signers = signers
  }

  /**
   * Adds entries in one batch, at most 65,535 bytes each. When the promise resolves they are durable, in the tiles,
   * and under the published checkpoint. When it rejects, whether they were added is open: look at `head().size`.
   */
  append(entries: readonly Uint8Array[], now: number): Promise<Appended> {
    return this.#next(() => this.#append(entries, now))
  }

  /** The current checkpoint, its signed note included. Finishes an interrupted append first. */
  head(now: number): Promise<Checkpoint & { checkpoint: Uint8Array }> {
    return this.#next(async () => {
      const { state } = await this.#settle(now)
      return { ...state.head, checkpoint: state.note }
    })
  }

  /** Replaces the signed checkpoint by the same one with cosignatures; throws when the log has grown meanwhile. */
  publishCosigned(note: Uint8Array, now: number): Promise<void> {
    return this.#next(async () => {
      const { state, stored, growth } = await this.#settle(now)
      const { text } = openCheckpoint(
        note,
        this.#signers.map(({ verifier }) => verifier),
      )
      if (text !== formatCheckpoint(state.head)) throw new Error('The log has grown since this checkpoint.')
      const next = encodeState({ ...state, note })
      await this.#replace(stored, next)
      this.#settled = { state: { ...state, note }, stored: next, growth }
      await publishLatest(this.#storage, next)
    })
  }

  /** Inclusion proof of entry `index` in the tree of `size` entries, at most those of the log. */
  proveInclusion(size: number, index: number): Promise<Uint8Array[]> {
    return proveInclusion((path) => this.#storage.read(path), size, index)
  }

  /** Consistency proof from the tree of `older` entries to that of `size`. */
  proveConsistency(older: number, size: number): Promise<Uint8Array[]> {
    return proveConsistency((path) => this.#storage.read(path), older, size)
  }

  /** The `.tlog-proof` of entry `index` under the current checkpoint. */
  async receipt(index: number, now: number): Promise<Uint8Array> {
    const { checkpoint } = await this.head(now)
    return formatReceipt(await makeReceipt((path) => this.#storage.read(path), checkpoint, index))
  }

  async #append(entries: readonly Uint8Array[], now: number): Promise<Appended> {
    // Checked before anything is written: an entry too long must not leave a trace.
    encodeBundle(entries)
    const { state, stored, growth } = await this.#settle(now)
    const first = state.head.size
    if (entries.length === 0) return { first, size: first, root: state.head.root, checkpoint: state.note }
    const grown = grow(growth, entries)
    const head = { origin: this.#origin, size: grown.frontier.size, root: grown.frontier.root() }
    const pending = encodeState({ kind: 'pending', head, from: first, entries })
    // From here on the log is this tree: no other one of its size can ever be signed.
    await this.#replace(stored, pending)
    const note = await this.#finish(pending, head, grown, now)
    return { first, size: head.size, root: head.root, checkpoint: note }
  }

  async #settle(now: number): Promise<Settled> {
    if (this.#settled !== undefined) return this.#settled
    const stored = await this.#storage.readState(HEAD)
    if (stored === undefined) throw new Error('The storage holds no log.')
    const state = decodeState(stored)
    if (state.head.origin !== this.#origin) {
      throw new Error(`The storage holds the log ${state.head.origin}, not ${this.#origin}.`)
    }
    await checkNotPutBack(this.#storage, state.head, stored)
    if (state.kind === 'settled') {
      this.#settled = { state, stored, growth: await this.#load(state.head) }
      await publishLatest(this.#storage, stored)
      return this.#settled
    }
    const before = await this.#read(state.from)
    const grown = grow(before, state.entries)
    if (!sameBytes(grown.frontier.root(), state.head.root)) throw new Error('The stored tiles do not lead to the head.')
    await this.#finish(stored, state.head, grown, now)
    return this.#settled!
  }

  async #finish(pending: Uint8Array, head: Checkpoint, grown: ReturnType<typeof grow>, now: number) {
    for (const [path, bytes] of grown.objects) await this.#storage.write(path, bytes)
    const note = signNote(formatCheckpoint(head), this.#signers, now)
    const state: LogState = { kind: 'settled', head, note }
    const stored = encodeState(state)
    await this.#replace(pending, stored)
    this.#settled = { state, stored, growth: { frontier: grown.frontier, tail: grown.tail } }
    await publishLatest(this.#storage, stored)
    return note
  }

  async #load(head: Checkpoint): Promise<Growth> {
    const growth = await this.#read(head.size)
    if (!sameBytes(growth.frontier.root(), head.root)) throw new Error('The stored tiles do not lead to the head.')
    return growth
  }

  async #read(size: number): Promise<Growth> {
    const read = (path: string) => this.#storage.read(path)
    const frontier = size === 0 ? new Frontier() : await readFrontier(read, size)
    const tail = size % TILE_WIDTH === 0 ? [] : await readBundle(read, size, Math.floor(size / TILE_WIDTH))
    return { frontier, tail }
  }

  async #replace(expected: Uint8Array, next: Uint8Array): Promise<void> {
    if (await this.#storage.replaceState(HEAD, expected, next)) return
    throw new Error('Another process has changed the log; nothing was signed.')
  }

  // One at a time; after a failure the next call reads the storage afresh.
  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => {
      this.#settled = undefined
    })
    return turn
  }
}

function checkSigners({ origin, signers }: LogOptions): readonly SigningKey[] {
  if (signers[0]?.verifier.type !== 'ed25519') throw new Error('The first key of a log is Ed25519.')
  const other = signers.find(({ verifier }) => verifier.name !== origin || verifier.type === 'cosignature')
  if (other !== undefined)
    throw new Error(`A key of type ${other.verifier.type} named ${other.verifier.name} cannot sign the log ${origin}.`)
  return signers
}
