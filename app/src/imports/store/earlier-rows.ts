import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { ColumnMap } from '#kernel/tabular/column-map.ts'
import type { FieldValue } from '#kernel/tabular/field-value.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import type { TargetName } from '#kernel/tabular/targets.ts'
import { storedJson } from '../stored-json.ts'
import { insertRows } from './insert-rows.ts'

/** A row as an earlier import read it, and the record it became. */
export type EarlierRow = {
  recordId: string
  source: string
  raw: Record<string, string>
  read: Record<string, FieldValue>
  /** It was read with the very map of today. */
  sameMap: boolean
}

/** What earlier imports of this kind read into the programme, by the key of the row. */
export async function earlierRows(
  tx: ReadTx,
  programmeId: string,
  kind: TargetName,
  map: ColumnMap,
): Promise<Map<string, EarlierRow>> {
  const { rows } = await sql<EarlierRow & { key: string }>`
    select k.key, k.record_id as "recordId", k.source, r.raw, r.read, m.map = ${storedJson(map)}::jsonb as "sameMap"
    from external_keys k
      join lateral (select import_id, raw, read from imported_rows i
        where i.programme_id = k.programme_id and i.kind = ${kind} and i.key = k.key order by i.number desc limit 1) r on true
      join imports m on m.id = r.import_id
    where k.programme_id = ${programmeId} and k.kind = ${keyKind(kind)}`.execute(tx)
  return new Map(rows.map(({ key, ...row }) => [key, row]))
}

/** Keys of tables are kept apart from those of exchange files. */
function keyKind(kind: TargetName): string {
  return `csv.${kind}`
}

/** `kept`: what the cells say and the record has no place for. */
export type KeyRow = { key: string; recordId: string; kept: object | null }

export async function rememberKeys(
  tx: Tx,
  { programmeId, kind, source, now }: { programmeId: string; kind: TargetName; source: string; now: Date },
  keys: KeyRow[],
): Promise<void> {
  const rows = keys.map(({ key, recordId, kept }) => ({
    programme_id: programmeId,
    kind: keyKind(kind),
    key,
    source,
    record_id: recordId,
    extra: kept && storedJson(kept),
    created_at: now,
    created_by: null,
  }))
  await insertRows(tx, 'external_keys', rows)
}

export type ImportRow = {
  id: string
  /** Null for a list that goes into the directory alone. */
  programmeId: string | null
  ownerId: string | null
  kind: TargetName
  file: string
  sha256: string
  map: unknown
  report: unknown
  asOf: string
  now: Date
}

export type KeptRow = { record: TableRecord; key: string; recordId: string }

/** The import itself, and every row that is new or stands differently in the file. */
export async function keepRows(tx: Tx, row: ImportRow, records: readonly KeptRow[]): Promise<void> {
  const { id, programmeId, ownerId, kind, file, sha256, asOf, now } = row
  const shared = { programme_id: programmeId, owner_id: ownerId, kind, created_at: now, created_by: null }
  const told = { map: storedJson(row.map), report: storedJson(row.report) }
  await tx
    .insertInto('imports')
    .values({ ...shared, ...told, id, file, sha256, as_of: asOf })
    .execute()
  const rows = records.map(({ record, key, recordId }) => ({
    ...shared,
    id: newId(now),
    import_id: id,
    key,
    line: record.line,
    raw: storedJson(record.raw),
    read: storedJson(record.values),
    repairs: storedJson(record.repairs),
    record_id: recordId,
  }))
  await insertRows(tx, 'imported_rows', rows)
}
