import { type Database, type Tx, writeAs } from '#kernel/database.ts'
import type { Erasable, ErasedSubject } from '#kernel/erasable.ts'
import { appendEvent } from '#kernel/event.ts'
import type { Follower } from '#kernel/followers.ts'
import { newId } from '#kernel/ids.ts'
import { releaseLetter } from '#kernel/mail/last-letter.ts'
import { eraser, erasureEvent } from './erasure.ts'
import { type LetterOptions, takeAddress, tellRefusal } from './letters.ts'
import { grantedSubjects } from './store/granted.ts'
import { readErasure } from './store/read.ts'
import { addResult, type Erased } from './store/write.ts'

type Options = { jobs: Database; erasables: readonly Erasable[]; clock: () => Date }

/** A history that is read in is no news. */
const newsMs = 3 * 86_400_000

/**
 * Carries out what was granted, and tells whoever asked what became of it. Whatever fails is done again: a key destroyed
 * twice is destroyed, a value too.
 */
export function erasures(options: LetterOptions): Follower {
  return {
    name: eraser.job,
    classes: ['public'],
    wants: ['erasure.granted', 'erasure.refused'],
    async follow(tx, event) {
      const erasure = await readErasure(tx, event.subjectId)
      if (!erasure || erasure.done_at) return
      if (event.name === 'erasure.refused') {
        if (options.clock().getTime() - event.at.getTime() <= newsMs) await tellRefusal(tx, erasure, event, options)
        return
      }
      await takeAddress(erasure, event, options)
      await carryOut(tx, erasure.id, options)
      await releaseLetter(tx, event.id)
    },
  }
}

/** Erases whom a granted request is about, once. */
async function carryOut(tx: Tx, id: string, { jobs, erasables, clock }: Options): Promise<void> {
  const erasure = await readErasure(tx, id)
  if (!erasure || erasure.done_at) return
  const now = clock()
  const erased = await eraseWhole(tx, jobs, erasables, erasure.subject, now)
  await addResult(tx, id, erased, now)
  await appendEvent(tx, eraser, now, erasureEvent('done', id, { values: erased.values }))
}

/** The same without waiting for the follower, which then finds it done: for a history that is told afterwards. */
export function eraseNow(id: string, options: Options): Promise<void> {
  return writeAs(options.jobs, eraser, options.clock(), (tx) => carryOut(tx, id, options))
}

/** The keys first: from then on no copy opens, whatever becomes of the rows. */
async function eraseWhole(
  tx: Tx,
  { keys }: Database,
  erasables: readonly Erasable[],
  subject: ErasedSubject,
  now: Date,
): Promise<Erased> {
  const subjects = [subject]
  for (const { withSubject } of erasables) subjects.push(...((await withSubject?.(tx, subject)) ?? []))
  let values = 0
  for (const one of subjects) {
    await keys.destroy(one.id, now)
    for (const erasable of erasables) values += await erasable.erase(tx, one, now)
  }
  return { values, subjects: subjects.map(({ id }) => id) }
}

const atOnce = 500

/**
 * A database that was put back holds people again who had been erased, and a keys database their keys: what either side
 * knows to be erased is erased on the other. Meant for the start and every hour. Returns how many subjects there were.
 */
export async function eraseAgain({ jobs, erasables, clock }: Options): Promise<number> {
  await destroyAgain(jobs, clock())
  let again = 0
  let after: string | undefined
  for (;;) {
    const ids = await jobs.keys.tombstones(after, atOnce)
    if (ids.length === 0) return again
    again += await writeAs(jobs, eraser, clock(), async (tx) => {
      const now = clock()
      const standing = await standingOf(tx, erasables, ids)
      let erased = 0
      for (const subject of standing) erased += (await eraseWhole(tx, jobs, erasables, subject, now)).values
      if (erased > 0) await appendEvent(tx, eraser, now, erasureEvent('repeated', newId(now), { values: erased }))
      return standing.length
    })
    after = ids.at(-1)
  }
}

async function standingOf(tx: Tx, erasables: readonly Erasable[], ids: readonly string[]): Promise<ErasedSubject[]> {
  const found: ErasedSubject[] = []
  for (const { standing } of erasables) found.push(...((await standing?.(tx, ids)) ?? []))
  return found
}

async function destroyAgain(jobs: Database, now: Date): Promise<void> {
  const granted = await writeAs(jobs, eraser, now, grantedSubjects)
  for (let from = 0; from < granted.length; from += atOnce) {
    const living = await jobs.keys.known(granted.slice(from, from + atOnce))
    for (const subject of living.keys()) await jobs.keys.destroy(subject, now)
  }
}

/** How many erased subjects this database still holds something about, for whoever looks after it. */
export async function countStanding({ jobs, erasables, clock }: Options): Promise<number> {
  let count = 0
  let after: string | undefined
  for (;;) {
    const ids = await jobs.keys.tombstones(after, atOnce)
    if (ids.length === 0) return count
    count += await writeAs(jobs, eraser, clock(), async (tx) => (await standingOf(tx, erasables, ids)).length)
    after = ids.at(-1)
  }
}
