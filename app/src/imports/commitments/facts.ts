import {
  codeOf,
  type FieldValue,
  firstDayOf,
  institutionsOf,
  itemsOf,
  type ScaleReading,
  textOf,
} from '#kernel/tabular/field-value.ts'
import type { Institution } from '#kernel/tabular/read-institution.ts'
import type { SentinelCode } from '#kernel/tabular/sentinels.ts'
import type { NotAssessed } from '#modules/programmes/commitment.ts'
import { type Deadline, deadlineOf } from '../deadline.ts'
import { plain, shorten } from '../stored-json.ts'

type Values = Readonly<Record<string, FieldValue>>

/** What one row says of a commitment, as far as it is kept in one. */
export type CommitmentFacts = {
  title: string
  whole: string
  lead: readonly Institution[]
  supporting: readonly Institution[]
  due: Deadline
  /** On the IRM scale; null where the source does not say. */
  outcome: string | null
  /** The cell that told the outcome. */
  outcomeRaw: string | null
  notAssessed: NotAssessed | null
  more: More
}

/** What the source says beyond the columns of a commitment; kept beside it. */
type More = {
  url: string | null
  country: string | null
  plan: string | null
  themes: string[] | null
  starts: string | null
  summary: string | null
  completion: { column: string | null; raw: string; says: string | null }[] | null
}

export function commitmentFacts(values: Values): CommitmentFacts {
  const title = plain(textOf(values.title) ?? '')
  const outcome = codeOf(values.completion)
  const readings = readingsOf(values.completion)
  return {
    title: shorten(title, 500),
    whole: title,
    lead: institutionsOf(values.leadInstitutions),
    supporting: institutionsOf(values.supportingInstitutions),
    due: deadlineOf(values.dueDate),
    outcome,
    outcomeRaw: outcome && (readings.find((reading) => reading.code === outcome)?.raw ?? values.completion!.raw),
    notAssessed: notAssessed(values.completion),
    more: {
      url: textOf(values.url),
      country: textOf(values.country),
      plan: textOf(values.plan),
      themes: nonEmpty(itemsOf(values.theme)),
      starts: firstDayOf(values.startDate),
      summary: textOf(values.summary),
      completion: nonEmpty(
        readings.map(({ column, raw, code, sentinel }) => ({ column, raw, says: code ?? sentinel })),
      ),
    },
  }
}

/** What each column of the scale said. */
export function readingsOf(value: FieldValue | undefined): readonly ScaleReading[] {
  return value?.kind === 'scale' || value?.kind === 'null' ? (value.readings ?? []) : []
}

/** The four steps of the IRM scale. Withdrawn and unclear are answers of a source, but no assessment. */
const steps = new Set<string | null>(['not-started', 'limited', 'substantial', 'complete'])

export function isStep(outcome: string | null | undefined): outcome is string {
  return steps.has(outcome ?? null)
}

/** Why there is no assessment: each kind of unknown stays apart from the others. Null without such a column. */
function notAssessed(value: FieldValue | undefined): NotAssessed | null {
  if (!value) return null
  if (value.kind === 'scale')
    return isStep(value.code) ? null : value.code === 'withdrawn' ? 'not-applicable' : 'no-data'
  return value.kind === 'null' ? (unknowns[value.sentinel] ?? 'no-data') : 'unreadable'
}

const unknowns: Partial<Record<SentinelCode, NotAssessed>> = {
  'not-applicable': 'not-applicable',
  'not-reviewed': 'not-reported',
  empty: 'empty',
  dash: 'empty',
  software: 'unreadable',
}

function nonEmpty<T>(items: readonly T[]): T[] | null {
  return items.length > 0 ? [...items] : null
}
