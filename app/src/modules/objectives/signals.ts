import type { Row, Measure as SignalMeasure, Signals } from '#modules/monitoring/signal.ts'
import { type Measure, progressOf } from './objective.ts'
import { latestObservations } from './store/read.ts'
import { words } from './words.ts'

/**
 * F5 outcome attainment: the mean over outcome measures of clip((actual − baseline) / (target − baseline), 0, 1),
 * weight = weight of the objective × weight of the measure. Only shared objectives that are not dropped count;
 * a measure without baseline, target or observation up to the day is a row that is not counted.
 */
const outcomeAttainment: SignalMeasure = {
  indicator: 'F5',
  async measure(tx, { programmeId, at }) {
    const measures = await tx
      .selectFrom('measures')
      .innerJoin('objectives', 'objectives.id', 'measures.objective_id')
      .selectAll('measures')
      .select('objectives.weight as objective_weight')
      .where('measures.programme_id', '=', programmeId)
      .where('objectives.scope', '=', 'shared')
      .where('objectives.dropped_at', 'is', null)
      .execute()
    const latest = await latestObservations(
      tx,
      measures.map((measure) => measure.id),
      at,
    )
    const rows: Row[] = []
    let reached = 0
    let weight = 0
    for (const measure of measures) {
      const progress = progressOf(measure as Pick<Measure, 'baseline' | 'target'>, latest.get(measure.id)?.value)
      const share = measure.weight * measure.objective_weight
      rows.push({ kind: 'measure', id: measure.id, counted: progress !== undefined, weight: share })
      if (progress === undefined) continue
      reached += share * progress
      weight += share
    }
    const counted = rows.filter((row) => row.counted).length
    if (counted === 0) return { kind: 'value', value: 0, n: 0, rows, because: (lang) => words[lang].signals.noOutcomes }
    return { kind: 'value', value: reached / weight, n: counted, rows }
  },
}

export const objectiveSignals: Signals = { measures: [outcomeAttainment], conditions: [] }
