import type { WorkCalendar } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang, Text } from '#kernel/reason.ts'

/** A span of calendar days, both inclusive, 'YYYY-MM-DD'. */
export type Span = { from: string; to: string }

/**
 * What every measure and condition is given. Windows count back from the day of evaluation, and nothing that happened
 * after it may be looked at, so that an old programme is evaluated as of its own time and a history can be recomputed.
 * A measure is asked a second time with `at` = the last day of the previous window.
 */
export type Evaluation = {
  programmeId: string
  /** The day the evaluation speaks of. */
  at: string
  /** The 90 days (unless the catalogue says otherwise) that end at `at`, and the ones before. */
  window: Span
  previous: Span
  calendar: WorkCalendar
}

/**
 * One record that was looked at. `counted`: it is part of k (else only of n); `weight`: its share of n where cases are
 * weighed; `note`: a code such as 'moved', whose words the kind's RowDescriber has.
 */
export type Row = { kind: string; id: string; counted: boolean; weight?: number; note?: string }

/** A second number shown beside the value (p90 beside a median, double cells beside gaps); it has no level. */
export type Beside = { label: Text; value: number }

/**
 * What a measure found. Every share is 'measured': k of n, counts or sums of weights (mean attainment over weighted
 * objectives: k = sum of weight × attainment, n = sum of weights). 'value' is for what is no share: working days, an
 * index between 0 and 1, per mille; its n is the number of cases. The engine adds interval, level and minimum; the
 * minimum is compared with the number of cases: n of unweighted counts, else the number of rows.
 */
export type Measurement =
  | { kind: 'measured'; k: number; n: number; rows: Row[]; because?: Text; beside?: Beside[] }
  | { kind: 'value'; value: number; n: number; rows: Row[]; because?: Text; beside?: Beside[] }
  | { kind: 'no-records'; because: Text }

/** An indicator as one module can compute it from its own records; name, formula and thresholds are in the catalogue. */
export type Measure = { indicator: string; measure(tx: ReadTx, evaluation: Evaluation): Promise<Measurement> }

/**
 * What a condition found: the observed quantity, to be compared with the threshold the catalogue (or configuration)
 * holds; shares are 0–1. `n`: the cases it was observed on. `alternatives`: observed values of the other tests of the
 * same letter, by the name the catalogue gives them (D1 d: `{ betweenness: 0.7 }`; `value` null when only they apply).
 * `evidence`: one sentence; parts in square brackets become links to the rows: the first to all of them, the next to
 * the counted ones ("Dari [14 tugas], [6 menunggu instansi lain]"). It is public: figures and names of agencies, never
 * a title or name out of a record that is not public. `parties`: organisations affected. `critical`: true only where
 * the text of the detector says severity 3 at once, or where a legal deadline is broken.
 */
export type Observation =
  | {
      kind: 'observed'
      value: number | null
      n: number
      evidence: Text
      rows: Row[]
      parties: string[]
      alternatives?: Record<string, number>
      critical?: boolean
    }
  | { kind: 'not-enough'; n: number; because: Text; rows: Row[] }
  | { kind: 'unchecked'; because: Text }

/** One sub-condition of a detector ('D1', 'a') as one module can check it from its own records. */
export type Condition = {
  detector: string
  letter: string
  observe(tx: ReadTx, evaluation: Evaluation): Promise<Observation>
}

/**
 * Someone's work that somebody checked, as a row: `own` where who checked is who did it, and `note` says how (a code
 * whose words the kind's RowDescriber has). One row may be told of twice, by two modules; it is own if either says so.
 */
export type Check = { kind: string; id: string; own: boolean; note: string; parties: string[] }
export type ChecksOf = (tx: ReadTx, programmeId: string, span: Span) => Promise<Check[]>

/** Everything that one module's signals.ts offers. */
export type Signals = { measures: Measure[]; conditions: Condition[] }

/**
 * A record as a row behind a number: title, where to read it, and one to three short facts. `record`: whose words the
 * title and facts are, so that a restricted one leaves its event when an auditor reads it here; 'open' where they come
 * from no record (a person of the public directory).
 */
export type DescribedRow = { title: string; lang: Lang; url: string; facts: Text[]; record: RecordShown | 'open' }
export type RecordShown = { id: string; class: string; programme_id: string; owner_id: string }

/**
 * How one module shows its records behind a number. `describe` reads as the viewer: what the viewer may not see is
 * absent from the map. It is asked for at most 5,000 ids at a time. `name`: what the records are, plural ("tugas");
 * `notes`: words of the rows' note codes.
 */
export type RowDescriber = {
  kind: string
  name: Text
  notes?: Record<string, Text>
  describe(tx: ReadTx, ids: string[]): Promise<Map<string, DescribedRow>>
}
