import { sql } from 'kysely'
import type { JobActor } from '#kernel/access.ts'
import { type Database, type ReadTx, readAs } from '#kernel/database.ts'
import type { Replay, Standing, ToldEvent } from '#kernel/replay.ts'
import { type Opening, openedFields, openingsAfter } from '../disclosures.ts'
import { readEntry } from '../entry.ts'
import { logJob } from '../store/rows.ts'
import { type Compared, Comparison, nothingCompared } from './compare.ts'
import { Story } from './story.ts'

/** Reads what is public, as those who compute indicators do. */
const replayer: JobActor = { kind: 'job', job: 'log-replay', classes: ['public'] }

type Place = { jobs: Database; clock: () => Date }

/** Entries whose records are held at a time; a larger log is read more often, each time for another share of the records. */
const heldAtOnce = 250_000
const atOnce = 2_000
const firstId = '00000000-0000-0000-0000-000000000000'

/** Rebuilds what indicators are computed from out of the first `size` entries, and compares it with the tables. */
export async function replayLog(
  place: Place,
  size: number,
  replays: readonly Replay[],
  held = heldAtOnce,
): Promise<Compared> {
  const result = nothingCompared()
  const shares = Math.ceil(size / held)
  for (let share = 0; share < shares; share += 1) {
    const holds = (id: string) => Number.parseInt(id.slice(-6), 16) % shares === share
    const story = new Story(replays, holds)
    await tell(place, size, story)
    for (const replay of replays) await compareTables(place, size, { replay, story, holds, result })
  }
  for (const { untold = {} } of replays)
    for (const [table, because] of Object.entries(untold))
      result.noEntry.push({ table, because, rows: await rowsOf(place, table) })
  return result
}

function rowsOf({ jobs, clock }: Place, table: string): Promise<number> {
  return readAs(jobs, replayer, clock(), async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)
    return rows[0]!.n
  })
}

/** In order of their numbers, closed ones that were opened since among them, each checked against its entry. */
async function tell({ jobs, clock }: Place, size: number, story: Story): Promise<void> {
  const opened = openings(jobs, clock)
  let next = (await opened.next()).value
  for (let from = 0; from < size; from += atOnce) {
    const most = Math.min(atOnce, size - from)
    const rows = await readAs(jobs, logJob, clock(), (tx) => entriesFrom(tx, from, most))
    for (const { entry } of rows) {
      const { number, fields } = readEntry(entry)
      const disclosed = next?.number === number ? openedFields(entry, next) : undefined
      if (next?.number === number) next = (await opened.next()).value
      if (disclosed) story.disclosed.add(number)
      const told = fields ?? disclosed
      if (told) story.hear({ number, ...told } as ToldEvent)
    }
  }
}

async function* openings(jobs: Database, clock: () => Date): AsyncGenerator<Opening, undefined> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after
    const { openings, next } = await readAs(jobs, replayer, clock(), (tx) => openingsAfter(tx, from, atOnce, jobs.keys))
    yield* openings
    after = next
  }
  return undefined
}

function entriesFrom(tx: ReadTx, from: number, most: number) {
  const rows = tx.selectFrom('log_entries').select('entry').where('position', '>=', from)
  return rows
    .where('position', '<', from + most)
    .orderBy('position')
    .execute()
}

type Compare = { replay: Replay; story: Story; holds: (id: string) => boolean; result: Compared }

async function compareTables({ jobs, clock }: Place, size: number, { replay, story, holds, result }: Compare) {
  const comparison = new Comparison(replay, story, result)
  const told = story.records.get(replay.kind)!
  // One picture of the tables a page: an event that came after the log was signed shows in it with what it changed.
  const page = (after: string) =>
    readAs(jobs, replayer, clock(), async (tx) => {
      const all = await replay.standing(tx, after, atOnce)
      const own = all.filter(({ id }) => holds(id))
      const untold = await untoldOf(tx, replay, own, size)
      return { own, untold, last: all.length < atOnce ? undefined : all.at(-1)!.id }
    })
  for (let after: string | undefined = firstId; after; ) {
    const { own, untold, last }: Awaited<ReturnType<typeof page>> = await page(after)
    for (const one of own) {
      const numbers = untold.get(one.id) ?? []
      const closed = numbers.filter((number): number is number => number !== null && !story.disclosed.has(number))
      if (numbers.includes(null)) comparison.untell('newer than the checkpoint')
      else comparison.record(one, told.get(one.id), closed)
      told.delete(one.id)
    }
    after = last
  }
  await lookForOthers({ jobs, clock }, comparison, replay, [...told.keys()])
}

/** Numbers of closed events by record, in order; null for what came after the log was signed. */
async function untoldOf(
  tx: ReadTx,
  { by = 'subject', tells, toldLater = [] }: Replay,
  records: readonly Standing[],
  size: number,
) {
  const ids = records.map(({ id }) => id)
  const names = Object.keys(tells).filter((name) => !toldLater.includes(name))
  const { rows } = await sql<{ id: string; number: number | null }>`select * from mufakat.log_untold(
    ${ids}::uuid[], ${names}::text[], ${by}, ${size}) order by number`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, own.map(({ number }) => number)]))
}

/** Records that the log tells of and that are not to be read: closed since, or their rows are gone. */
async function lookForOthers({ jobs, clock }: Place, comparison: Comparison, { table }: Replay, ids: string[]) {
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce)
    const there = await readAs(jobs, replayer, clock(), async (tx) => {
      const { rows } = await sql<{ id: string }>`select mufakat.log_standing(${table}, ${some}::uuid[]) as id`.execute(
        tx,
      )
      return new Set(rows.map(({ id }) => id))
    })
    for (const id of some) {
      if (there.has(id)) comparison.untell('closed')
      else comparison.gone(id)
    }
  }
}
