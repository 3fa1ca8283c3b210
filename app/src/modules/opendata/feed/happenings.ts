import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang, Text } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { idFrom } from '../id-from.ts'
import type { FeedEntry } from './atom.ts'

/** What a feed tells: public happenings that concern everyone, not every change. */
export const told = [
  'decision.published',
  'decision.answered',
  'minutes.confirmed',
  'task.moved',
  'task.closed',
  'commitment.moved',
  'obstacle.fired',
  'obstacle.cleared',
  'question.answered',
  'information-request.registered',
  'information-request.answered',
  'information-request.published',
] as const

/** Names of events, and the records they are about, as their modules tell of them. */
export type FeedSources = { eventNames: Record<string, Text>; subjects: SubjectReader[] }

type Happening = { id: string; name: string; subject_kind: string; subject_id: string; day: string }
const most = 50

/** The newest happenings of a programme that a visitor may know of, with the day and without who acted. */
export async function feedEntries(
  tx: ReadTx,
  programme: { id: string; slug: string },
  { eventNames, subjects }: FeedSources,
  { lang, baseUrl }: { lang: Lang; baseUrl: string },
): Promise<FeedEntry[]> {
  const { rows } = await sql<Happening>`
    select e.id, e.name, e.subject_kind, e.subject_id, mufakat.act_time(e.at) as day from events e
    where e.programme_id = ${programme.id} and e.class = 'public' and e.name = any (${[...told]})
    order by e.at desc, e.id desc limit ${most}`.execute(tx)
  const heads = await readHeads(tx, rows, subjects)
  return rows.flatMap(({ id, name, subject_kind, subject_id, day }) => {
    const found = heads.get(subject_id)
    const kindName = eventNames[name]?.(lang)
    if (!found || !kindName) return []
    const title = lang === 'en' && found.title_en ? found.title_en : found.title
    const href = baseUrl + subjects.find((reader) => reader.kind === subject_kind)!.href(programme.slug, subject_id)
    return [
      { id: entryId(id), title: title ? `${kindName}: ${title}` : kindName, updated: day, href, kind: name, kindName },
    ]
  })
}

/** What a visitor may not see is in no map, so its happening is not told. */
async function readHeads(tx: ReadTx, rows: Happening[], subjects: SubjectReader[]) {
  const found = await Promise.all(
    subjects.map((reader) => {
      const ids = rows.filter((row) => row.subject_kind === reader.kind).map((row) => row.subject_id)
      return ids.length > 0 ? reader.heads(tx, [...new Set(ids)]) : []
    }),
  )
  return new Map(found.flat().map((head) => [head.id, head]))
}

/** Always the same for one event, and unlike its own id it does not tell the moment (acts of people). */
function entryId(eventId: string): string {
  return `urn:uuid:${idFrom(`feed ${eventId}`)}`
}

/** The day of a programme's first public event, for a feed that has nothing to tell yet. */
export async function beganOn(tx: ReadTx, programmeId: string): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select mufakat.act_time(min(e.at)) as day from events e where e.programme_id = ${programmeId} and e.class = 'public'`.execute(
    tx,
  )
  return rows[0]?.day ?? undefined
}
