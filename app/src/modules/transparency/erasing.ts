import { sql } from 'kysely'
import { type Tx, writeAs } from '#kernel/database.ts'
import type { Erasable } from '#kernel/erasable.ts'
import type { Deps } from '#kernel/web/request.ts'
import { masked, subjectsOf } from './masks.ts'
import { logJob } from './store/rows.ts'

const atOnce = 1_000

/** Empties the seeds behind every commitment that concerns a subject: the entries stay, and nothing opens them. */
async function eraseSeeds(tx: Tx, subject: string, now: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select mufakat.erase_log_seeds(${subject}, ${now}) as gone`.execute(tx)
  return rows[0]!.gone
}

type Unmasked = { number: number; seed: Buffer; subjects: string[] }

/** Masks the seeds of events from before there were keys. Meant for the start: afterwards there is nothing to do. */
export async function maskOldSeeds({ jobs }: Pick<Deps, 'jobs'>, now: Date): Promise<number> {
  let done = 0
  for (let found = atOnce; found === atOnce; done += found)
    found = await writeAs(jobs, logJob, now, async (tx) => {
      const { rows } = await sql<Unmasked>`select * from mufakat.log_unmasked(${atOnce})`.execute(tx)
      const keys = await jobs.keys.all(subjectsOf(rows), now)
      const seeds = rows.map(({ seed, ...row }) => masked(keys, { ...row, masked: seed }) ?? null)
      const numbers = rows.map(({ number }) => number)
      await sql`select mufakat.mask_log_seeds(${numbers}::bigint[], ${seeds}::bytea[], ${now})`.execute(tx)
      return rows.length
    })
  return done
}

/** Of each subject: the entries stay, and what they commit to is closed for good. */
export const erasableSeeds: Erasable = { erase: (tx, { id }, now) => eraseSeeds(tx, id, now) }
