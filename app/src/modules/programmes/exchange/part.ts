import type { ReadTx, Tx } from '#kernel/database.ts'
import type { ProgrammeExchange } from '../exchange-format.ts'

/** How one row of a file ended. */
export type Fate = 'created' | 'updated' | 'unchanged'

/** What an import knows of the file's keys, and what it tells of each row. */
export type ExchangeIds = {
  programmeId: string
  /** The organisation that answers for the programme: owner of records that name nobody. */
  ownerId: string
  now: Date
  today: string
  /** Id of the row of a list, such as ('organisations', 'dinkes'); throws when the file names no such row. */
  id(list: string, key: string): string
  /** The row an earlier import made of this key, in this list. */
  known(list: string, key: string): string | undefined
  /** Remembers the row, and how it ended, for the report. `extra`: what the file says and no table holds. */
  keep(list: string, key: string, recordId: string, fate: Fate, extra?: object): Promise<void>
  /** A new id of the moment of the import. */
  newId(): string
  /** What an earlier import kept aside of this row. */
  extra(list: string, key: string): Record<string, unknown> | undefined
}

/** What `write` needs to name rows by the keys they came with. */
export type ExchangeKeys = {
  /** The key of a row in a list; a new, readable one where it never had any. */
  key(list: string, recordId: string, words?: string): string
  extra(list: string, recordId: string): Record<string, unknown> | undefined
  /** Remembers a row that `key` does not name, and what the file says of it, so that the file is known here again. */
  keep(list: string, key: string, recordId: string, extra?: object): void
}

/**
 * One part of the exchange file, owned by one module. Parts run in order within one transaction, so nothing is
 * half-imported; each compares before it writes, so a second run changes nothing.
 */
export type ExchangePart = {
  name: string
  read(tx: Tx, file: ProgrammeExchange, ids: ExchangeIds): Promise<void>
  write(tx: ReadTx, programmeId: string, keys: ExchangeKeys): Promise<Partial<ProgrammeExchange>>
}

/** Something in the file that cannot be taken; nothing of the file is. */
export class ImportRefused extends Error {
  readonly at: string
  readonly says: string
  constructor(at: string, says: string) {
    super(`${at}: ${says}`)
    this.at = at
    this.says = says
  }
}
