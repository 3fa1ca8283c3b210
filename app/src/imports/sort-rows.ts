import { createHash } from 'node:crypto'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import type { Importing, Met, Written } from './request.ts'
import type { EarlierRow } from './store/earlier-rows.ts'
import { plain, same } from './stored-json.ts'

/** Keys as the database holds them: a long one by its digest. */
export function withStoredKeys(records: readonly TableRecord[]): TableRecord[] {
  return records.map((record) => {
    const key = plain(record.sourceKey)
    if ([...key].length <= 200) return { ...record, sourceKey: key }
    return { ...record, sourceKey: `sha256:${createHash('sha256').update(key).digest('hex').slice(0, 32)}` }
  })
}

export type Sorted = { fresh: TableRecord[]; met: Met[]; same: Written[] }

/** Rows nobody has met, rows that stand differently than before, and rows that stand as they did. */
export function sortRows(
  records: readonly TableRecord[],
  earlier: ReadonlyMap<string, EarlierRow>,
  { source, remark }: Pick<Importing, 'source' | 'remark'>,
): Sorted {
  const sorted: Sorted = { fresh: [], met: [], same: [] }
  const others = new Map<string, number>()
  for (const record of records) {
    const before = earlier.get(record.sourceKey)
    if (!before) {
      sorted.fresh.push(record)
      continue
    }
    if (before.source !== source) others.set(before.source, (others.get(before.source) ?? 0) + 1)
    if (before.sameMap && same(before.raw, record.raw))
      sorted.same.push({ record, id: before.recordId, fate: 'unchanged' })
    else sorted.met.push({ record: before.sameMap ? asBefore(record, before) : record, before })
  }
  for (const [other, count] of others) remark({ code: 'other-source', line: null, detail: `${other}: ${count}` })
  return sorted
}

/** A cell that stands as it stood is read as it was, whatever the other rows of its column now suggest. */
function asBefore(record: TableRecord, before: EarlierRow): TableRecord {
  const values = Object.entries(record.values).map(([name, value]) => {
    const earlier = before.read[name]
    return [name, earlier?.raw === value.raw ? earlier : value] as const
  })
  return { ...record, values: Object.fromEntries(values) }
}
