import type { Insertable } from 'kysely'
import type { DB, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Text } from '#kernel/reason.ts'
import type { ConditionReading } from '../condition.ts'
import type { DetectorReading } from '../detector.ts'
import type { IndicatorReading } from '../indicator.ts'
import type { Readings } from '../read-signals.ts'
import type { Row } from '../signal.ts'

/** The new evaluation itself, as its row. */
export type NewEvaluation = Insertable<DB['evaluations']> & { id: string; created_at: Date }

/** Keeps an evaluation with everything it read: five statements, whatever the number of records behind it. */
export async function writeEvaluation(tx: Tx, evaluation: NewEvaluation, readings: Readings): Promise<void> {
  await tx.insertInto('evaluations').values(evaluation).execute()
  const stamp = () => ({
    id: newId(evaluation.created_at),
    evaluation_id: evaluation.id,
    created_at: evaluation.created_at,
  })
  const { indicators, conditions, detectors } = readings
  if (indicators.length > 0) {
    const rows = indicators.map((one) => ({ ...stamp(), ...indicatorColumns(one) }))
    await tx.insertInto('indicator_readings').values(rows).execute()
  }
  if (conditions.length > 0) {
    const rows = conditions.map((one) => ({ ...stamp(), ...conditionColumns(one) }))
    await tx.insertInto('condition_readings').values(rows).execute()
    const outcomes = detectors.map((one) => ({ ...stamp(), ...detectorColumns(one) }))
    await tx.insertInto('detector_readings').values(outcomes).execute()
  }
  const behind = [
    ...indicators.flatMap((one) => rowsByKind(one.indicator, one.rows)),
    ...conditions.flatMap((one) => rowsByKind(`${one.detector}.${one.letter}`, one.rows)),
  ].map((one) => ({ ...stamp(), ...one }))
  if (behind.length > 0) await tx.insertInto('evaluation_rows').values(behind).execute()
}

function indicatorColumns(one: IndicatorReading) {
  return {
    indicator: one.indicator,
    status: one.status,
    level: one.level,
    k: one.now?.k ?? null,
    n: one.now?.n ?? null,
    cases: one.now?.cases ?? null,
    value: one.now?.value ?? null,
    low: one.interval?.low ?? null,
    high: one.interval?.high ?? null,
    previous_k: one.previous?.k ?? null,
    previous_n: one.previous?.n ?? null,
    // A value on too few cases is no value to compare with.
    previous_value: one.previous && one.previous.cases >= one.threshold.nMin ? one.previous.value : null,
    good: one.threshold.good,
    poor: one.threshold.poor,
    n_min: one.threshold.nMin,
    threshold_id: one.threshold.id,
    because: one.because ? spoken(one.because) : null,
    beside: one.beside.length > 0 ? besideJson(one) : null,
  }
}

function besideJson(one: IndicatorReading): string {
  return JSON.stringify(one.beside.map(({ label, value }) => ({ id: label('id'), en: label('en'), value })))
}

function conditionColumns(one: ConditionReading) {
  return {
    detector: one.detector,
    letter: one.letter,
    state: one.state,
    value: one.value,
    alternatives: Object.keys(one.alternatives).length > 0 ? JSON.stringify(one.alternatives) : null,
    ratio: one.ratio,
    threshold: one.threshold.threshold,
    n: one.n,
    n_min: one.threshold.nMin,
    threshold_id: one.threshold.id,
    sentence: spoken(one.sentence),
    parties: [...new Set(one.parties)],
    critical: one.critical,
  }
}

function detectorColumns(one: DetectorReading) {
  return { detector: one.detector, outcome: one.outcome, severity: one.severity, value: one.value }
}

function spoken(text: Text): string {
  return JSON.stringify({ id: text('id'), en: text('en') })
}

function rowsByKind(subject: string, rows: readonly Row[]) {
  return [...Map.groupBy(rows, (row) => row.kind)].map(([kind, own]) => ({
    subject,
    kind,
    ids: own.map((row) => row.id),
    counted: own.map((row) => row.counted),
    weights: own.some((row) => row.weight !== undefined) ? own.map((row) => row.weight ?? 1) : null,
    notes: own.some((row) => row.note !== undefined) ? own.map((row) => row.note ?? '') : null,
  }))
}
