import type { ColumnMap } from '#kernel/tabular/column-map.ts'
import type { RepairReport } from '#kernel/tabular/repair-report.ts'
import type { TargetName } from '#kernel/tabular/targets.ts'
import type { ImportNote } from '#modules/directory/importing/notes.ts'
import type { Completion } from './commitments/completion.ts'

/** Why a person should look at something that was imported all the same; words.ts explains each. */
export const remarkCodes = [
  'organisation-doubtful',
  'organisation-ambiguous',
  'organisation-by-party',
  'country-unsaid',
  'nobody-named',
  'owner-assumed',
  'coordinator-seated',
  'nobody-seated',
  'owner-stays',
  'party-left',
  'observer-only',
  'title-shortened',
  'code-too-long',
  'start-after-due',
  'done-day-assumed',
  'completed-later',
  'completed-not-done',
  'kind-stays',
  'type-of-activity',
  'effort-without-unit',
  'money-without-currency',
  'record-closed',
  'other-source',
] as const
export type RemarkCode = (typeof remarkCodes)[number]

/** `line` counts from 1 in the file; null = the whole table. `detail`: the words or figures it is about. */
export type Remark = { code: RemarkCode; line: number | null; detail: string }

/**
 * What became of a table: the repair report of its reading, and what it made in the programme. Plain data; its JSON is
 * the machine form. `organisations.created` are those the cells named and nobody had met before.
 */
export type ImportReport = RepairReport & {
  as: TargetName
  file: string
  dryRun: boolean
  programme: { slug: string; name: string; created: boolean } | null
  map: ColumnMap
  /** Set when the map was proposed: `unsure` fields have a column that is only likely. */
  proposed: { unsure: string[] } | null
  organisations: { created: { name: string; country: string; kind: string }[]; known: number; joined: number }
  moved: number
  assessed: number
  completion: Completion | null
  remarks: Remark[]
  /** What the directory assumed of a list of organisations. */
  notes: ImportNote[]
}
