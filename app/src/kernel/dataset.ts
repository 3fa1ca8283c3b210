import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Text } from './reason.ts'

export type DatasetColumn = {
  /** Lower case with underscores; the query answers it under this name. */
  name: string
  /** `datetime`: in UTC, made by `instant`. */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime'
  title: Text
  description?: Text
  required?: true
  /** The only values there are. */
  values?: readonly string[]
  /** Key of the dataset whose first column this one names. */
  names?: string
}

/** `continual`: read from the records at the moment it is asked for, so never behind them. */
export type DatasetFrequency = 'continual' | 'weekly' | 'quarterly'

/**
 * Public rows of one kind of record, as anyone may download them. They are always read as a visitor, so row-level
 * security leaves out whatever is not public; a query must besides name nothing by its id that a visitor may not see.
 */
export type Dataset = {
  /** In addresses: `task-moves`. */
  key: string
  title: Text
  description: Text
  /** Other words by which it is looked for. */
  keywords: Text
  frequency: DatasetFrequency
  /** The column with the day of an update, where updates are promised at a pace. */
  updated?: string
  /** Kinds of records whose events change it. */
  kinds: string[]
  columns: DatasetColumn[]
  primaryKey: string[]
  /** `select …` of at least these columns, without an order. */
  query: RawBuilder<unknown>
  /** Which rows (named `d`) belong to a programme; unless told, those whose column `programme` is its slug. */
  inProgramme?: (slug: string) => RawBuilder<SqlBool>
}

/** An instant as text, in UTC to the second. */
export function instant(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
}
