import { type Database, type ReadTx, readAs, writeAs } from '#kernel/database.ts'
import type { Replay } from '#kernel/replay.ts'
import {
  type Checked,
  type Checkpoint,
  nothingChecked,
  openCheckpoint,
  parseVkey,
  rootAt,
  verifyLog,
} from '#packages/transparency-log'
import { entryOf, readEntry } from '../entry.ts'
import { seedsToVerify } from '../masks.ts'
import type { Compared } from '../replaying/compare.ts'
import { replayLog } from '../replaying/replay-log.ts'
import { HeadFile } from '../signing/head-file.ts'
import { readIdentity } from '../signing/identity.ts'
import { checkHead, type LogPlace } from '../signing/open.ts'
import { publishedCheckpoint } from '../store/days.ts'
import { readEntryBytes, readObject } from '../store/objects.ts'
import { logJob, readLogRows } from '../store/rows.ts'
import { remembering } from './remembering.ts'

/** `erased`: entries of events whose commitments nobody can open any more; the rest of them is compared. */
export type DatabaseChecked = Checked & { events: number; erased: number; days: number }
export type Verified = { checkpoint: Checkpoint; checked: DatabaseChecked; replayed: Compared }

const atOnce = 2_000

/**
 * The whole log as the database holds it: signature, every tile and the root from the entries; every entry from the
 * event it was made of; the checkpoint of every day; and the checkpoint in the secrets folder. Throws what does not hold.
 * Then what indicators are computed from, out of the entries: where a table says something else is told.
 */
export async function verifyDatabase(
  { jobs, folder, clock }: LogPlace,
  replays: readonly Replay[] = [],
): Promise<Verified> {
  const identity = await readAs(jobs, logJob, clock(), readIdentity)
  if (!identity) throw new Error('the public log has not begun: start Mufakat once')
  const key = parseVkey(identity.vkey)
  const open = (note: Uint8Array) => openCheckpoint(note, [key])
  const read = (path: string) => readAs(jobs, logJob, clock(), (tx) => readObjectOrNote(tx, path))
  const { checkpoint, checked } = await verifyLog({ read }, open, nothingChecked())
  await checkHead({ read }, new HeadFile(folder), identity)
  const { events, erased } = await compareEvents(jobs, clock, checkpoint.size)
  const days = await compareDays(jobs, clock, read, open, checkpoint.size)
  const replayed = await replayLog({ jobs, clock }, checkpoint.size, replays)
  return { checkpoint, checked: { ...checked, events, erased, days }, replayed }
}

async function readObjectOrNote(tx: ReadTx, path: string): Promise<Uint8Array | undefined> {
  return path === 'checkpoint' ? publishedCheckpoint(tx) : readObject(tx, path)
}

/** Each entry anew from its event: an event that was changed, left out or put in shows here. */
async function compareEvents(jobs: Database, clock: () => Date, size: number) {
  let erased = 0
  for (let after = 0; after < size; after += atOnce) {
    const most = Math.min(atOnce, size - after)
    await writeAs(jobs, logJob, clock(), async (tx) => {
      const rows = await readLogRows(tx, after, most, (masked) => seedsToVerify(jobs.keys, masked))
      if (rows.length < most) throw new Error(`of the events ${after + 1} to ${after + most} some are missing`)
      const stored = await Promise.all(rows.map((row) => readEntryBytes(tx, row.number - 1)))
      for (const [at, row] of rows.entries()) {
        const entry = stored[at]
        if (row.c === undefined) erased += 1
        const c = row.c ?? (entry ? readEntry(entry).c : [])
        if (!entry || !Buffer.from(entry).equals(entryOf({ ...row, c })))
          throw new Error(`event ${row.number} is not what its entry says: it was changed after it was logged`)
      }
    })
  }
  return { events: size, erased }
}

async function compareDays(
  jobs: Database,
  clock: () => Date,
  read: (path: string) => Promise<Uint8Array | undefined>,
  open: (note: Uint8Array) => { checkpoint: Checkpoint },
  size: number,
): Promise<number> {
  const days = await readAs(jobs, logJob, clock(), (tx) =>
    tx.selectFrom('log_days').select(['day', 'size', 'checkpoint']).orderBy('day').execute(),
  )
  const remembered = remembering(read)
  for (const { day, checkpoint: note } of days) {
    const { checkpoint } = open(note)
    const root = await rootAt(remembered, size, checkpoint.size)
    if (!Buffer.from(root).equals(checkpoint.root)) throw new Error(`the checkpoint of ${day} is of another history`)
  }
  return days.length
}
