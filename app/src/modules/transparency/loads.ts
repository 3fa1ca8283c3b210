import { sql } from 'kysely'
import type { Class } from '#kernel/access.ts'
import { actTime } from '#kernel/acts.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { programmeById } from '#modules/programmes/public.ts'
import { leafHash, openNote, parseVkey, proveInclusion, verifyInclusion } from '#packages/transparency-log'
import { readEntry } from './entry.ts'
import { remembering } from './proving/remembering.ts'
import { readIdentity } from './signing/identity.ts'
import { checkpointIn, publishedCheckpoint } from './store/days.ts'
import { readEntryBytes, readObject } from './store/objects.ts'
import { cosignersOf } from './witnesses/witnessing.ts'

/** What the page of the log tells: its name, its newest checkpoint, and the days. */
export async function loadLog(tx: ReadTx) {
  const [identity, checkpoint, days] = await Promise.all([readIdentity(tx), publishedCheckpoint(tx), readDays(tx)])
  if (!identity || !checkpoint) return { started: false as const }
  const { size, root } = checkpointIn(checkpoint)
  return { started: true as const, identity, size, root: Buffer.from(root).toString('base64'), days }
}
export type LogData = Awaited<ReturnType<typeof loadLog>>
export type LogDay = Awaited<ReturnType<typeof readDays>>[number]

const daysShown = 14

async function readDays(tx: ReadTx) {
  const rows = await tx
    .selectFrom('log_days')
    .select(['day', 'size', 'published_at', 'witnessed_size', 'witnessed'])
    .orderBy('day', 'desc')
    .limit(daysShown)
    .execute()
  return rows.map(({ witnessed, ...day }) => ({ ...day, witnesses: witnessed ? cosignersOf(witnessed) : 0 }))
}

export const pageSize = 25

/** What the log holds of one record, newest first; of events that this reader may see. Checked here and now. */
export async function loadRecord(tx: ReadTx, { params, query }: PageRequest<{ page: number }>) {
  const { id = '' } = params
  if (!isId(id)) return undefined
  const { rows } = await sql<Row & { at: string; total: number; opened: boolean }>`
    select number, name, class, programme_id, owner_id, opened, ${actTime('happened')} as at, count(*) over () as total
    from mufakat.log_events_of(${id}) order by happened desc, number desc
    limit ${pageSize} offset ${(query.page - 1) * pageSize}`.execute(tx)
  if (rows.length === 0) return undefined
  const { total } = rows[0]!
  const check = await checker(tx)
  // Whose acts are shown, so that reading those of a restricted record leaves its event.
  const { class: recordClass, programme_id, owner_id } = rows[0]!
  const checked = rows.map(async (row) => ({
    name: row.name,
    number: row.number,
    at: row.at,
    opened: row.opened,
    proof: await check(row),
  }))
  const record = { id, class: recordClass, programme_id, owner_id }
  const programme = programme_id ? await programmeById(tx, programme_id) : undefined
  return { id, record, programme, total, page: query.page, events: await Promise.all(checked) }
}
export type RecordData = NonNullable<Awaited<ReturnType<typeof loadRecord>>>
export type RecordEvent = RecordData['events'][number]

/** `holds`: its entry is under the signed checkpoint and says what the event says. */
export type Checked = { verdict: 'holds' | 'fails' | 'waiting'; leaf?: string; size?: number; open?: boolean }
type Row = {
  number: number | null
  name: string
  class: Class
  programme_id: string | null
  owner_id: string | null
}

async function checker(tx: ReadTx): Promise<(row: Row) => Promise<Checked>> {
  const [identity, note] = await Promise.all([readIdentity(tx), publishedCheckpoint(tx)])
  if (!identity || !note) return async () => ({ verdict: 'waiting' })
  openNote(note, [parseVkey(identity.vkey)])
  const { size, root } = checkpointIn(note)
  const read = remembering((path) => readObject(tx, path))
  return async ({ number, ...event }) => {
    if (number === null || number > size) return { verdict: 'waiting' }
    const entry = await readEntryBytes(tx, number - 1)
    if (!entry) return { verdict: 'fails' }
    const leaf = leafHash(entry)
    const proof = await proveInclusion(read, size, number - 1)
    const included = verifyInclusion({ index: number - 1, size, leaf, root, proof })
    const { fields } = readEntry(entry)
    const same = !fields || (fields.name === event.name && fields.programme === event.programme_id)
    return {
      verdict: included && same ? 'holds' : 'fails',
      leaf: Buffer.from(leaf).toString('hex'),
      size,
      open: !!fields,
    }
  }
}
