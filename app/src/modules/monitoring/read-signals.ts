import { readCalendar } from '#kernel/calendar/stored.ts'
import type { WorkCalendar } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import { conditionOf, detectors, indicatorOf } from './catalogue/catalogue.ts'
import { type ConditionReading, readCondition } from './condition.ts'
import { type DetectorReading, readDetector } from './detector.ts'
import type { Engine } from './engine.ts'
import { type IndicatorReading, readIndicator } from './indicator.ts'
import type { ProgrammeHead } from './programme-reader.ts'
import type { Condition, Measure } from './signal.ts'
import { thresholdsFor } from './store/thresholds.ts'
import { conditionThreshold, indicatorThreshold, type ThresholdRow } from './threshold.ts'
import { evaluationAt } from './window.ts'

/** Everything the signals say of one programme on one day, judged by the thresholds in force on that day. */
export type Readings = {
  calendarVersion: number
  indicators: IndicatorReading[]
  conditions: ConditionReading[]
  detectors: DetectorReading[]
}

/** `days`: the programme's own stretch, else each entry's. */
type Place = {
  programmeId: string
  at: string
  days: number | null
  calendar: WorkCalendar
  thresholds: ThresholdRow[]
}

export async function readSignals(
  tx: ReadTx,
  engine: Engine,
  programme: Pick<ProgrammeHead, 'id' | 'evaluate_days'>,
  at: string,
): Promise<Readings> {
  const calendar = await readCalendar(tx)
  const { id: programmeId, evaluate_days: days } = programme
  const place = { programmeId, at, days, calendar, thresholds: await thresholdsFor(tx, programmeId) }
  const indicators: IndicatorReading[] = []
  for (const measure of engine.measures) indicators.push(await measured(tx, measure, place))
  const conditions: ConditionReading[] = []
  for (const condition of engine.conditions) conditions.push(await observed(tx, condition, place))
  return { calendarVersion: calendar.version, indicators, conditions, detectors: detectorsOf(conditions) }
}

async function measured(tx: ReadTx, signal: Measure, place: Place): Promise<IndicatorReading> {
  const entry = indicatorOf(signal.indicator)!
  const now = evaluationAt(place.programmeId, place.at, place.days ?? entry.windowDays, place.calendar)
  const found = await signal.measure(tx, now)
  const threshold = indicatorThreshold(entry, place.thresholds, place.at)
  if (found.kind === 'no-records') return readIndicator(entry, threshold, found)
  const before = evaluationAt(place.programmeId, now.previous.to, place.days ?? entry.windowDays, place.calendar)
  return readIndicator(entry, threshold, found, await signal.measure(tx, before))
}

async function observed(tx: ReadTx, signal: Condition, place: Place): Promise<ConditionReading> {
  const { condition: entry } = conditionOf(`${signal.detector}.${signal.letter}`)!
  const evaluation = evaluationAt(place.programmeId, place.at, place.days ?? entry.windowDays, place.calendar)
  const threshold = conditionThreshold(signal.detector, entry, place.thresholds, place.at)
  return readCondition(signal.detector, entry, threshold, await signal.observe(tx, evaluation))
}

/** Only detectors that some module can see; the others stay "belum dapat diperiksa". */
function detectorsOf(conditions: ConditionReading[]): DetectorReading[] {
  return detectors.flatMap((entry) => {
    const own = conditions.filter((one) => one.detector === entry.id)
    return own.length > 0 ? [readDetector(entry, own)] : []
  })
}
