import { conditionOf, indicatorOf } from './catalogue/catalogue.ts'
import type { ProgrammeReader } from './programme-reader.ts'
import type { Condition, Measure, Signals } from './signal.ts'

/** What evaluations are made with: the modules' signals, each indicator and condition given once, and the programmes. */
export type Engine = { measures: Measure[]; conditions: Condition[]; programmes: ProgrammeReader }

/** Throws where a signal names nothing of the catalogue, or two modules claim the same. */
export function engineOf(signals: Signals[], programmes: ProgrammeReader): Engine {
  const measures = signals.flatMap((one) => one.measures)
  const conditions = signals.flatMap((one) => one.conditions)
  const subjects = [
    ...measures.map((one) => one.indicator),
    ...conditions.map((one) => `${one.detector}.${one.letter}`),
  ]
  const unknown = subjects.find((subject) => !indicatorOf(subject) && !conditionOf(subject))
  if (unknown) throw new Error(`signal "${unknown}": the catalogue has no such indicator or condition`)
  const twice = subjects.find((subject, index) => subjects.indexOf(subject) !== index)
  if (twice) throw new Error(`signal "${twice}" is given by two modules`)
  return { measures, conditions, programmes }
}
