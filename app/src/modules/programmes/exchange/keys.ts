import type { ReadTx } from '#kernel/database.ts'
import { slugOf } from '../programme.ts'
import { organisationNames } from '../store/exported.ts'
import { type ExternalKey, externalKeys } from '../store/external-keys.ts'
import type { ExchangeKeys } from './part.ts'

export type ExportKeys = ExchangeKeys & {
  /** Gives a row the key that it names itself by. */
  set(list: string, recordId: string, key: string): void
  /** Rows of a list that came with the file, whether anything names them now or not. */
  imported(list: string): string[]
  /** Rows of a list that something in the file names. */
  named(list: string): string[]
  /** Every row of the file by its key, with what an import compares: `rows` are the lists that it compares whole. */
  all(rows: Record<string, { key: string }[]>): ExternalKey[]
}

/** The keys that rows came with; rows made here get readable ones, each once in its list. */
export async function exportKeys(tx: ReadTx, programmeId: string): Promise<ExportKeys> {
  const rows = await externalKeys(tx, programmeId)
  const kept = new Map(rows.map((row) => [`${row.kind}\n${row.record_id}`, row]))
  const bodies = await organisationNames(tx)
  const given = new Map<string, Map<string, string>>()
  const taken = new Map<string, Set<string>>()
  const of = <V>(map: Map<string, V>, list: string, empty: () => V) => {
    const found = map.get(list) ?? empty()
    map.set(list, found)
    return found
  }
  for (const row of rows) of(taken, row.kind, () => new Set<string>()).add(row.key)
  const noted = new Map<string, ExternalKey>()
  const keys: ExportKeys = {
    keep: (kind, key, record_id, extra) =>
      void noted.set(`${kind}\n${key}`, { kind, key, record_id, extra: plain(extra) }),
    all: (rows) => [...noted.values(), ...namedRows(rows).filter(({ kind, key }) => !noted.has(`${kind}\n${key}`))],
    extra: (list, id) => kept.get(`${list}\n${id}`)?.extra ?? undefined,
    imported: (list) => rows.filter((row) => row.kind === list).map((row) => row.record_id),
    named: (list) => [...of(given, list, () => new Map<string, string>()).keys()],
    set(list, id, key) {
      of(given, list, () => new Map<string, string>()).set(id, key)
      of(taken, list, () => new Set<string>()).add(key)
    },
    key(list, id, words) {
      const before = of(given, list, () => new Map<string, string>()).get(id)
      if (before) return before
      const wished = kept.get(`${list}\n${id}`)?.key
      const key =
        wished ??
        free(
          slugOf(words ?? (list === 'organisations' ? bodies.get(id) : undefined) ?? id),
          of(taken, list, () => new Set<string>()),
        )
      keys.set(list, id, key)
      return key
    },
  }
  function namedRows(rows: Record<string, { key: string }[]>): ExternalKey[] {
    return [...given].flatMap(([kind, byId]) => {
      const whole = new Map((rows[kind] ?? []).map((row) => [row.key, row]))
      return [...byId].map(([record_id, key]) => {
        const extra = plain(whole.get(key)) ?? keys.extra(kind, record_id) ?? null
        return { kind, key, record_id, extra }
      })
    })
  }
  return keys
}

function plain(extra: object | undefined): ExternalKey['extra'] {
  return extra ? JSON.parse(JSON.stringify(extra)) : null
}

function free(base: string, taken: Set<string>): string {
  let key = base
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`
  return key
}
