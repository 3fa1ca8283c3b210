import { type AddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { EMPTY_ROOT, sameBytes, sha256 } from './hash.ts'
import type { SigningKey, VerifierKey } from './key.ts'
import { formatNote, openNote, parseNote, signatureLines } from './note.ts'
import type { StateStorage } from './storage.ts'
import { encodeUtf8 } from './utf8.ts'
import { verifyConsistency } from './verify-proof.ts'

/** An HTTP answer; `body` is text, a witness sends no other. */
export type WitnessAnswer = { status: 200 | 400 | 403 | 404 | 409 | 422; contentType: string; body: string }

/** `keys`: cosigning keys, all of them sign. `logs`: the keys trusted for the log that is named as they are. */
export type WitnessOptions = { keys: readonly SigningKey[]; logs: readonly VerifierKey[]; storage: StateStorage }

const TEXT = 'text/plain; charset=utf-8'

/** Cosigns checkpoints that extend those it has cosigned before (C2SP tlog-witness); one state per log, named by `originId`. */
export class Witness {
  readonly #keys: readonly SigningKey[]
  readonly #logs: readonly VerifierKey[]
  readonly #storage: StateStorage

  constructor({ keys, logs, storage }: WitnessOptions) {
    if (keys.length === 0 || keys.some(({ verifier }) => verifier.type === 'ed25519')) {
      throw new Error('A witness signs with cosignature keys (type 4 or 6).')
    }
    this.#keys = keys
    this.#logs = logs
    this.#storage = storage
  }

  /** Answers `POST <prefix>/add-checkpoint`. `now`: POSIX seconds, above 0, put into the cosignature. */
  async addCheckpoint(body: Uint8Array, now: number): Promise<WitnessAnswer> {
    const request = readRequest(body)
    if (typeof request === 'string') return refuse(400, request)
    const { checkpoint, note, text, old } = request
    const keys = this.#logs.filter(({ name }) => name === checkpoint.origin)
    if (keys.length === 0) return refuse(404, `This witness does not know the log ${checkpoint.origin}.`)
    const signed = verifiedLines(note, keys)
    if (typeof signed === 'string') return refuse(403, signed)
    if (old > checkpoint.size) return refuse(400, 'The old size is larger than the checkpoint.')
    if (now <= 0) throw new Error('A witness needs the time: a cosignature may not leave it out.')
    // Whoever loses the race to another request is judged again, against what that one left.
    for (;;) {
      const stored = await this.#storage.readState(originId(checkpoint.origin))
      const latest = stored === undefined ? undefined : parseCheckpoint(parseNote(stored).text)
      const refusal = judge(request, latest)
      if (refusal !== undefined) return refusal
      const cosignatures = signatureLines(text, this.#keys, now)
      const next = formatNote(text, [...signed, ...cosignatures])
      const persisted = await this.#storage.replaceState(originId(checkpoint.origin), stored, next)
      if (persisted) return { status: 200, contentType: TEXT, body: cosignatures.map((line) => `${line}\n`).join('') }
    }
  }

  /** Answers `GET <prefix>/<originId>/checkpoint`: the latest checkpoint that this witness has cosigned. */
  async latest(id: string): Promise<WitnessAnswer> {
    const known = this.#logs.some(({ name }) => originId(name) === id)
    const stored = known ? await this.#storage.readState(id) : undefined
    if (stored === undefined) return refuse(404, 'No checkpoint of this log has been cosigned.')
    return { status: 200, contentType: TEXT, body: Buffer.from(stored).toString('utf8') }
  }
}

/** Hex of SHA-256 of an origin: the name of a log in a witness's URLs and in its storage. */
export function originId(origin: string): string {
  return Buffer.from(sha256(encodeUtf8(origin))).toString('hex')
}

type Request = Pick<AddCheckpoint, 'old' | 'proof'> & { note: Uint8Array; text: string; checkpoint: Checkpoint }

// The text is read before the signatures: without any, or with malformed ones, it is still a checkpoint that nobody signed.
function readRequest(body: Uint8Array): Request | string {
  try {
    const { old, proof, checkpoint: note } = parseAddCheckpoint(body)
    const whole = Buffer.from(note).toString('utf8')
    const end = whole.lastIndexOf('\n\n')
    const text = end < 0 ? whole : whole.slice(0, end + 1)
    return { old, proof, note, text, checkpoint: parseCheckpoint(text) }
  } catch (error) {
    return (error as Error).message
  }
}

function verifiedLines(note: Uint8Array, keys: readonly VerifierKey[]): string[] | string {
  try {
    return openNote(note, keys).verified.map(({ line }) => line)
  } catch (error) {
    return (error as Error).message
  }
}

/** Why the checkpoint may not be cosigned after `latest`, in the order of the specification; undefined if it may. */
function judge({ old, proof, checkpoint }: Request, latest: Checkpoint | undefined): WitnessAnswer | undefined {
  const { size, root } = checkpoint
  if (size === 0 && !sameBytes(root, EMPTY_ROOT)) return refuse(422, 'The root of an empty tree is another one.')
  if (old !== (latest?.size ?? 0)) {
    return { status: 409, contentType: 'text/x.tlog.size', body: `${latest?.size ?? 0}\n` }
  }
  if (old === 0) return proof.length === 0 ? undefined : refuse(422, 'From size 0 the proof is empty.')
  const proved = verifyConsistency({ size1: old, root1: latest!.root, size2: size, root2: root, proof })
  if (proved) return undefined
  return refuse(
    422,
    old === size ? 'Another root was cosigned for this size.' : 'The consistency proof does not verify.',
  )
}

function refuse(status: 400 | 403 | 404 | 422, why: string): WitnessAnswer {
  return { status, contentType: TEXT, body: `${why}\n` }
}
