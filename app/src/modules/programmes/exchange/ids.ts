import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type ExternalKey, externalKeys, keepExternalKeys } from '../store/external-keys.ts'
import type { ExchangeIds, Fate } from './part.ts'
import { canonical } from './words.ts'

/** How many rows of each list were made, changed, or already there. */
export type ImportReport = Record<string, Record<Fate, number>>

export type Moment = { now: Date; today: string; source: string }

export type ImportIds = ExchangeIds & {
  report: ImportReport
  /** The programme is known from here on; what was kept before is written under it. */
  begin(programmeId: string, ownerId: string): void
  flush(): Promise<void>
  /** A row that this module compares as a whole: what it was at the last import decides its fate. */
  fate(list: string, key: string, row: object): Fate
}

/** The keys of one file: what earlier imports made of them, and what this one does. */
export async function importIds(tx: Tx, programmeId: string | undefined, moment: Moment): Promise<ImportIds> {
  const rows = programmeId ? await externalKeys(tx, programmeId) : []
  const known = new Map(rows.map((row) => [nameOf(row.kind, row.key), row]))
  const met = new Map<string, string>()
  let pending: ExternalKey[] = []
  let made = 0
  const report: ImportReport = {}
  const ids: ImportIds = {
    programmeId: programmeId ?? '',
    ownerId: '',
    now: moment.now,
    today: moment.today,
    report,
    // One after the other in time, so that rows ordered by id stand in the order of the file.
    newId: () => newId(new Date(moment.now.getTime() + made++)),
    known: (list, key) => known.get(nameOf(list, key))?.record_id,
    extra: (list, key) => known.get(nameOf(list, key))?.extra ?? undefined,
    id(list, key) {
      const found = met.get(nameOf(list, key)) ?? ids.known(list, key)
      if (!found) throw new Error(`no ${list} row "${key}"`)
      return found
    },
    fate(list, key, row) {
      if (!ids.known(list, key)) return 'created'
      return canonical(ids.extra(list, key)) === canonical(row) ? 'unchanged' : 'updated'
    },
    async keep(list, key, recordId, fate, extra) {
      met.set(nameOf(list, key), recordId)
      report[list] ??= { created: 0, updated: 0, unchanged: 0 }
      report[list][fate] += 1
      const before = known.get(nameOf(list, key))
      const same = before?.record_id === recordId && canonical(before.extra ?? null) === canonical(extra ?? null)
      if (!same) pending.push({ kind: list, key, record_id: recordId, extra: (extra as ExternalKey['extra']) ?? null })
    },
    begin(id, ownerId) {
      ids.programmeId = id
      ids.ownerId = ownerId
    },
    async flush() {
      const keys = pending
      pending = []
      await keepExternalKeys(tx, { programmeId: ids.programmeId, source: moment.source, now: moment.now, keys })
    },
  }
  return ids
}

function nameOf(list: string, key: string): string {
  return `${list}\n${key}`
}
