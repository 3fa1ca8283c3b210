import type { FieldValue } from '#kernel/tabular/field-value.ts'
import { oneLine } from '#kernel/tabular/plain-text.ts'
import type { DateReading } from '#kernel/tabular/read-date.ts'
import type { ExchangeTarget } from '#modules/programmes/exchange-format.ts'
import { shorten } from './stored-json.ts'

/** A date as tasks and commitments keep it: the last day it names, and the whole of it where it is no plain day. */
export type Deadline = { due: string | null; target: ExchangeTarget | null }

/** "June 2015" is due on its last day; "berkelanjutan" and what no one can read stay the words they are. */
export function deadlineOf(value: FieldValue | undefined): Deadline {
  if (value?.kind === 'date') return fromReading(value.date)
  if (value?.kind === 'date-interval') return fromReading(value.to)
  if (value?.kind === 'unreadable') return inWords(value.raw)
  return { due: null, target: null }
}

function fromReading(date: DateReading): Deadline {
  if (!date.interval) return date.kind === 'null' ? { due: null, target: null } : inWords(date.raw)
  const due = date.interval.last
  const raw = shorten(oneLine(date.raw), 200)
  if (date.kind === 'day') return { due, target: null }
  if (date.kind === 'month') return { due, target: { kind: 'month', month: due.slice(0, 7), raw } }
  return { due, target: { kind: 'date', date: due, raw } }
}

function inWords(raw: string): Deadline {
  const text = shorten(oneLine(raw), 300)
  return text === '' ? { due: null, target: null } : { due: null, target: { kind: 'text', raw: text } }
}
