import type { WorkCalendar } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Text } from '#kernel/reason.ts'

/** A span of calendar days, both inclusive, 'YYYY-MM-DD'. */
export type Span = { from: string; to: string }

/** What every measure and condition is given. Windows count back from the day of evaluation. */
export type Evaluation = {
  programmeId: string
  /** The day the evaluation speaks of. */
  at: string
  /** The 90 days (unless the catalogue says otherwise) that end at `at`, and the ones before. */
  window: Span
  previous: Span
  calendar: WorkCalendar
}

/** One record that was looked at. `counted`: it is part of k (else only of n). `note`: a code such as 'moved'. */
export type Row = { kind: string; id: string; counted: boolean; weight?: number; note?: string }

/** What a measure found. For a proportion: k of n, in the catalogue's unit; the engine adds interval, level and minimum. */
export type Measurement =
  | { kind: 'measured'; k: number; n: number; rows: Row[]; because?: Text }
  | { kind: 'value'; value: number; n: number; rows: Row[]; because?: Text }
  | { kind: 'no-records'; because: Text }

/** An indicator as one module can compute it from its own records; name, formula and thresholds are in the catalogue. */
export type Measure = { indicator: string; measure(tx: ReadTx, evaluation: Evaluation): Promise<Measurement> }

/**
 * What a condition found: the observed quantity, to be compared with the threshold the catalogue (or configuration)
 * holds; the one sentence of evidence; the rows behind it; the parties affected. `critical`: true only where the text of
 * the detector says severity 3 at once.
 */
export type Observation =
  | { kind: 'observed'; value: number; n: number; evidence: Text; rows: Row[]; parties: string[]; critical?: boolean }
  | { kind: 'not-enough'; n: number; because: Text; rows: Row[] }
  | { kind: 'unchecked'; because: Text }

/** One sub-condition of a detector ('D1', 'a') as one module can check it from its own records. */
export type Condition = {
  detector: string
  letter: string
  observe(tx: ReadTx, evaluation: Evaluation): Promise<Observation>
}

/** Everything that one module's signals.ts offers. */
export type Signals = { measures: Measure[]; conditions: Condition[] }
