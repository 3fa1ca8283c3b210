import type { DateInterval, IsoDate } from '../calendar.ts'
import type { DateReading } from './read-date.ts'
import type { Institution } from './read-institution.ts'
import type { SentinelCode } from './sentinels.ts'

/** What one column of a scale said; `code` is `null` when it said nothing (`sentinel`) or nothing known. */
export type ScaleReading = { column: string | null; code: string | null; sentinel: SentinelCode | null; raw: string }

/** A field of a record as it was read. `raw` is the cell, or the cells of several columns, a line each. */
export type FieldValue = { raw: string } & (
  | { kind: 'null'; sentinel: SentinelCode; declared: boolean; readings?: readonly ScaleReading[] }
  | { kind: 'unreadable' }
  | { kind: 'text' | 'id'; text: string }
  | { kind: 'date'; date: DateReading }
  | { kind: 'date-interval'; from: DateReading; to: DateReading }
  | { kind: 'number'; number: number; unit: string | null; percent: boolean }
  | { kind: 'money'; amount: number; currency: string | null }
  | { kind: 'institutions'; institutions: readonly Institution[] }
  | { kind: 'scale'; code: string; readings: readonly ScaleReading[] }
  | { kind: 'yesno'; yes: boolean }
  | { kind: 'list'; items: readonly string[] }
)

/** The text of a text or id field; `null` for anything else. */
export function textOf(value: FieldValue | undefined): string | null {
  return value?.kind === 'text' || value?.kind === 'id' ? value.text : null
}

/** The days a date field stands for; `null` when it is no date with days (ongoing, null, unreadable). */
export function intervalIn(value: FieldValue | undefined): DateInterval | null {
  if (value?.kind === 'date') return value.date.interval
  if (value?.kind !== 'date-interval' || !value.from.interval || !value.to.interval) return null
  return { first: value.from.interval.first, last: value.to.interval.last }
}

/** The day a deadline means: the last one of "June 2015". */
export function lastDayOf(value: FieldValue | undefined): IsoDate | null {
  return intervalIn(value)?.last ?? null
}

/** The day a start means: the first one of "June 2015". */
export function firstDayOf(value: FieldValue | undefined): IsoDate | null {
  return intervalIn(value)?.first ?? null
}

export function codeOf(value: FieldValue | undefined): string | null {
  return value?.kind === 'scale' ? value.code : null
}

export function institutionsOf(value: FieldValue | undefined): readonly Institution[] {
  return value?.kind === 'institutions' ? value.institutions : []
}

export function itemsOf(value: FieldValue | undefined): readonly string[] {
  return value?.kind === 'list' ? value.items : []
}

/** The number of a number field, or the amount of a money field in units of its currency. */
export function numberOf(value: FieldValue | undefined): number | null {
  return value?.kind === 'number' ? value.number : value?.kind === 'money' ? value.amount : null
}
