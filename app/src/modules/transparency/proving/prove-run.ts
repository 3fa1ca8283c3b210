import type { ReadTx } from '#kernel/database.ts'
import {
  type Checkpoint,
  leafHash,
  openCheckpoint,
  parseVkey,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from '#packages/transparency-log'
import { readEntry } from '../entry.ts'
import { readEntryBytes, readObject } from '../store/objects.ts'
import type { Seen, Write } from './hammer.ts'
import { remembering } from './remembering.ts'

type Run = {
  read: <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>
  vkey: string
  writes: readonly Write[]
  seen: readonly Seen[]
}

/** Milliseconds: from a write's acknowledgement to the first checkpoint seen that holds it; to make one proof. */
export type Proved = {
  proved: number
  checkpoints: number
  lag: { p50: number; p95: number; max: number }
  proofMs: number
}

type Numbered = { id: string; number: number }

/** Throws for the first write that is not in the log as it was written, and for checkpoints that are not of one history. */
export async function proveRun({ read, vkey, writes, seen }: Run): Promise<Proved> {
  const key = parseVkey(vkey)
  const opened = seen.map(({ note, at }) => ({ ...openCheckpoint(note, [key]).checkpoint, at }))
  const newest = opened.at(-1)
  if (!newest) throw new Error('no checkpoint was published')
  await proveCheckpoints(read, opened)
  const numbers = await numbersOf(read, writes)
  const lags = writes.map((write) => {
    const number = numbers.get(write.id)
    if (number === undefined) throw new Error(`the write ${write.id} was acknowledged and has no number`)
    const first = opened.find((checkpoint) => checkpoint.size >= number)
    if (!first) throw new Error(`event ${number} was acknowledged and is in no checkpoint`)
    return Math.max(0, first.at - write.at)
  })
  const began = performance.now()
  for (const [id, number] of numbers) await proveWrite(read, newest, { id, number })
  const proofMs = (performance.now() - began) / Math.max(1, numbers.size)
  lags.sort((a, b) => a - b)
  const at = (share: number) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? 0
  const lag = { p50: at(0.5), p95: at(0.95), max: at(1) }
  return { proved: numbers.size, checkpoints: opened.length, lag, proofMs }
}

/** Without any memory between two proofs, as a reader's request has none. */
async function proveWrite(read: Run['read'], { size, root }: Checkpoint, { id, number }: Numbered): Promise<void> {
  const { entry, proof } = await read(async (tx) => ({
    entry: await readEntryBytes(tx, number - 1),
    proof: await proveInclusion((path) => readObject(tx, path), size, number - 1),
  }))
  const says = entry && readEntry(entry)
  if (says?.number !== number || says.fields?.subject.id !== id)
    throw new Error(`entry ${number} does not say what was written`)
  if (!verifyInclusion({ index: number - 1, size, leaf: leafHash(entry!), root, proof }))
    throw new Error(`event ${number} cannot be proved to be in the log of ${size}`)
}

async function proveCheckpoints(read: Run['read'], checkpoints: readonly Checkpoint[]): Promise<void> {
  const remembered = remembering((path) => read((tx) => readObject(tx, path)))
  for (const [at, newer] of checkpoints.entries()) {
    const older = checkpoints[at - 1]
    if (!older || older.size === 0) continue
    const proof = await proveConsistency(remembered, older.size, newer.size)
    const same = { size1: older.size, root1: older.root, size2: newer.size, root2: newer.root, proof }
    if (!verifyConsistency(same))
      throw new Error(`the checkpoint of ${newer.size} does not extend that of ${older.size}`)
  }
}

async function numbersOf(read: Run['read'], writes: readonly Write[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (let from = 0; from < writes.length; from += atOnce) {
    const ids = writes.slice(from, from + atOnce).map(({ id }) => id)
    const rows = await read((tx) =>
      tx
        .selectFrom('events')
        .innerJoin('event_numbers', 'event_numbers.event_id', 'events.id')
        .select(['events.subject_id', 'event_numbers.number'])
        .where('events.subject_id', 'in', ids)
        .execute(),
    )
    for (const { subject_id, number } of rows) found.set(subject_id, number)
  }
  return found
}

const atOnce = 1_000
