import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { pageSize } from '../page-size.ts'
import { kindOf, type TextRow, type TextSource } from '../text-source.ts'

export type Scan = { detector: number; last_id: string | null; texts: number; found: number } & {
  started_at: Date
  finished_at: Date | null
}

/** Held until this batch is committed, so that two processes never read the same texts. */
export async function scanOf(tx: Tx, source: string, detector: number, now: Date): Promise<Scan> {
  await sql`insert into text_scans (source, detector, texts, found, started_at) values (${source}, ${detector}, 0, 0, ${now})
    on conflict (source) do nothing`.execute(tx)
  const { rows } = await sql<Scan>`select detector, last_id, texts, found, started_at, finished_at from text_scans
    where source = ${source} for update`.execute(tx)
  return rows[0]!
}

export async function keepScan(tx: Tx, source: string, scan: Scan): Promise<void> {
  await tx.updateTable('text_scans').set(scan).where('source', '=', source).execute()
}

/** The next texts after this id that the job may read: what anyone may. */
export async function textsAfter(tx: ReadTx, source: TextSource, lastId: string | null, most: number) {
  const texts = sql.join(source.columns.map((name) => sql`${sql.lit(name)}, t.${sql.ref(name)}`))
  const record = source.record
    ? sql`join ${sql.table(source.record.table)} r on r.id = t.${sql.ref(source.record.by)}`
    : sql`join ${sql.table(source.table)} r on r.id = t.id`
  const { rows } = await sql<TextRow>`select t.id, r.id as record_id, json_build_object(${texts}) as texts,
      ${kindOf(source) === 'programme' ? sql`r.id` : sql`r.programme_id`} as programme_id,
      (to_jsonb(r) ->> 'owner_id')::uuid as owner_id
    from ${sql.table(source.table)} t ${record}
    where ${lastId}::uuid is null or t.id > ${lastId}::uuid order by t.id limit ${most}`.execute(tx)
  return rows
}

/** Kinds that someone let pass when these records were published. */
export async function confirmedKinds(tx: ReadTx, recordIds: string[]): Promise<Map<string, Set<string>>> {
  if (recordIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('personal_data_confirmations')
    .select(['record_id', 'kinds'])
    .where('record_id', 'in', recordIds)
    .execute()
  const found = new Map<string, Set<string>>()
  for (const { record_id, kinds } of rows) found.set(record_id, new Set([...(found.get(record_id) ?? []), ...kinds]))
  return found
}

export type NewFinding = {
  source: string
  place: string
  row_id: string
  record_kind: string
  record_id: string
  programme_id: string | null
  owner_id: string | null
  kinds: string[]
  detector: number
}

/** Found again, it keeps its first day and what was decided of it. */
export async function keepFinding(tx: Tx, now: Date, one: NewFinding): Promise<void> {
  await tx
    .insertInto('text_findings')
    .values({ id: newId(now), ...one, created_at: now, seen_at: now })
    .onConflict((conflict) => conflict.columns(['row_id', 'place', 'kinds']).doUpdateSet({ seen_at: now }))
    .execute()
}

/** Of this source, what the whole reading since `started` did not find again. */
export async function closeUnseen(tx: Tx, source: string, started: Date, now: Date): Promise<void> {
  const gone = await tx
    .selectFrom('open_text_findings')
    .select('id')
    .where('source', '=', source)
    .where('seen_at', '<', started)
    .execute()
  if (gone.length === 0) return
  const acts = gone.map(({ id }) => ({ id: newId(now), finding_id: id!, act: 'gone', created_at: now }))
  await tx.insertInto('text_finding_acts').values(acts).execute()
}

export type Finding = {
  id: string
  source: string
  place: string
  record_kind: string
  record_id: string
  programme_id: string | null
  slug: string | null
  owner: string | null
  kinds: string[]
  created_at: Date
}

const columns = sql`f.id, f.source, f.place, f.record_kind, f.record_id, f.programme_id, f.kinds, f.created_at, p.slug, o.name as owner`
const joined = sql`from open_text_findings f left join programmes p on p.id = f.programme_id
  left join organisations o on o.id = f.owner_id`

export async function openFindings(tx: ReadTx, page: number, most = pageSize) {
  const [counted, found] = await Promise.all([
    sql<{ total: number }>`select count(*) as total from open_text_findings`.execute(tx),
    sql<Finding>`select ${columns} ${joined} order by f.created_at desc, f.id desc
      limit ${most} offset ${(page - 1) * pageSize}`.execute(tx),
  ])
  return { rows: found.rows, total: counted.rows[0]!.total }
}

export async function openFinding(tx: ReadTx, id: string): Promise<Finding | undefined> {
  const { rows } = await sql<Finding>`select ${columns} ${joined} where f.id = ${id}`.execute(tx)
  return rows[0]
}

export async function letPass(tx: Tx, by: { personId: string; now: Date }, finding: string, reason: string) {
  const act = { id: newId(by.now), finding_id: finding, act: 'let-pass', reason }
  await tx
    .insertInto('text_finding_acts')
    .values({ ...act, created_at: by.now, created_by: by.personId })
    .execute()
}

/** How far the reading has come: texts and kinds of texts that are done with the newest detector. */
export async function scanTotals(tx: ReadTx) {
  const { rows } = await sql<{ texts: number; sources: number; unfinished: number; last: Date | null }>`
    select coalesce(sum(texts), 0)::int as texts, count(*)::int as sources,
      (count(*) filter (where finished_at is null))::int as unfinished, max(finished_at) as last from text_scans`.execute(
    tx,
  )
  return rows[0]!
}
