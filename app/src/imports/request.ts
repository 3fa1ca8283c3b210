import type { Class, JobActor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { Lang, Text } from '#kernel/reason.ts'
import type { ColumnMap } from '#kernel/tabular/column-map.ts'
import type { Institution } from '#kernel/tabular/read-institution.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import type { TargetName } from '#kernel/tabular/targets.ts'
import type { ImportReport, Remark } from './report.ts'
import type { EarlierRow } from './store/earlier-rows.ts'

/**
 * What to read and where to. `programme`: its slug; `create`: the name it gets when the slug is unknown, and the
 * organisation that then answers for it. `map`: the JSON of --map, absent = proposed from the table. `asOf`: the day of
 * which the table speaks ('YYYY-MM-DD', default today). `file`: its name without folders.
 */
export type ImportRequest = {
  as: TargetName
  programme?: string
  create?: { name: string; owner?: string }
  /** Address of the account whose person coordinates it from now on. */
  coordinator?: string
  /** The day as of which it is evaluated, and the days up to it that its indicators look at. */
  evaluate?: { at: string; days?: number }
  file: string
  bytes: Uint8Array
  map?: unknown
  asOf?: string
  /** Of bodies whose row names none, where the programme does not tell it: an ISO 3166 code. */
  country?: string
  dryRun?: boolean
}

/** Refused as a whole: nothing was written. `report` where rows were read and none could be taken. */
export type ImportOutcome =
  | { kind: 'done'; report: ImportReport }
  | { kind: 'refused'; because: Text; report?: ImportReport }

/** Ends an import without a trace, wherever it is. */
export class Refusal extends Error {
  readonly because: Text
  constructor(because: Text) {
    super(because('en'))
    this.because = because
  }
}

export const importJob: JobActor = { kind: 'job', job: 'import', classes: ['public', 'members'] }

/** The programme of an import. `class`: its own, and so that of every record that is made in it. */
export type Home = {
  id: string
  slug: string
  name: string
  ownerId: string
  class: Class
  lang: Lang
  /** That of bodies whose row names none. */
  country: string
  /** Its charter is in force: who has not signed it is no member of it. */
  chartered: boolean
}

/** What every writer of records is given. `lang` is that of the texts in the table. */
export type Importing = {
  tx: Tx
  now: Date
  asOf: string
  home: Home
  lang: Lang
  map: ColumnMap
  /** Name of the source, as the map or the file tells. */
  source: string
  report: ImportReport
  remark(remark: Remark): void
  /** The organisation that a name of this row stands for; undefined where a person should look at it first. */
  organisation(record: TableRecord, named: Institution): string | undefined
}

/** A row that an earlier import read: what it said then, and the record it became. */
export type Met = { record: TableRecord; before: EarlierRow }

/** A record that was made or looked at again, and what became of it. */
export type Written = {
  record: TableRecord
  id: string
  fate: 'created' | 'updated' | 'unchanged'
  /** What the cells say and the record has no place for. */
  kept?: object | null
}
