import { type JobActor, visitor } from '#kernel/access.ts'
import { connect, type Database, Rollback, readAs, writeAs } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import { type Proved, proveRun } from './prove-run.ts'

/** A write that the database has acknowledged, and when (milliseconds). */
export type Write = { id: string; at: number }
/** A checkpoint as it was seen, and when. */
export type Seen = { note: Uint8Array; at: number }

export type HammerOptions = {
  jobs: Database
  /** Where the writers connect, as the app's role. */
  appUrl: string
  /** Straight to the server, with no pooler between. */
  direct: boolean
  seconds: number
  writers: number
  /** What readers see now. */
  checkpoint: () => Promise<Uint8Array | undefined>
  vkey: string
  /** Resolves when all that was written is logged. */
  idle: () => Promise<void>
}
export type Hammered = Proved & { seconds: number; writes: number; rolledBack: number; perSecond: number }

const lookMs = 50
const prover: JobActor = { kind: 'job', job: 'log-hammer', classes: ['public'] }

/** Writes under load for some seconds, then proves every write and the consistency of every checkpoint that was seen. */
export async function hammer(options: HammerOptions): Promise<Hammered> {
  const app = connect(options.appUrl, { max: options.writers, keepStatements: options.direct })
  const began = performance.now()
  const until = began + options.seconds * 1_000
  const writes: Write[] = []
  const seen: Seen[] = []
  let rolledBack = 0
  const write = async (index: number) => {
    for (let turn = 0; performance.now() < until; turn++) {
      // Some are taken back, so that numbers and rows do not simply run side by side.
      const kept = (index + turn) % 16 !== 0
      const id = newId(new Date())
      if (await append(app, id, kept)) writes.push({ id, at: performance.now() })
      else rolledBack += 1
    }
  }
  let running = true
  const look = async () => {
    while (running) {
      const note = await options.checkpoint()
      if (note && !(seen.length > 0 && Buffer.from(note).equals(seen.at(-1)!.note)))
        seen.push({ note, at: performance.now() })
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    }
  }
  const looking = look()
  try {
    await Promise.all(Array.from({ length: options.writers }, (_, index) => write(index)))
    const seconds = (performance.now() - began) / 1_000
    await options.idle()
    await new Promise((resolve) => setTimeout(resolve, 2 * lookMs))
    running = false
    await looking
    const read = <T>(work: Parameters<typeof readAs<T>>[3]) => readAs(options.jobs, prover, new Date(), work)
    const proved = await proveRun({ read, vkey: options.vkey, writes, seen })
    return { ...proved, seconds, writes: writes.length, rolledBack, perSecond: writes.length / seconds }
  } finally {
    running = false
    await looking.catch(() => {})
    await app.close()
  }
}

/** One event in a transaction of its own; false when it was taken back. */
async function append(app: Database, id: string, kept: boolean): Promise<boolean> {
  const now = new Date()
  try {
    await writeAs(app, visitor, now, async (tx) => {
      const subject = { subjectKind: 'hammer', subjectId: id }
      await appendEvent(tx, visitor, now, { name: 'log.hammered', programmeId: null, class: 'public', ...subject })
      if (!kept) throw new Rollback(undefined)
    })
    return true
  } catch (error) {
    if (error instanceof Rollback) return false
    throw error
  }
}
