import type { Class } from '#kernel/access.ts'
import type { Lang, Text } from '#kernel/reason.ts'
import type { Condition, Row, RowDescriber, Measure as SignalMeasure, Signals } from '#modules/monitoring/signal.ts'
import { formatNumber } from '#ui/language.ts'
import { type Measure, progressOf } from './objective.ts'
import { objectivePaths } from './paths.ts'
import { judgedTarget, latestObservations, measuresStanding, objectiveFacts, sharedConflicts } from './store/read.ts'
import { words } from './words.ts'

/**
 * F5 outcome attainment: the mean over outcome measures of clip((actual − baseline) / (target − baseline), 0, 1),
 * weight = weight of the objective × weight of the measure. Only measures of shared objectives that stood on the
 * day, with a baseline, a target and an observation up to it, count. The target is the first one: a target lowered on the
 * way changes nothing.
 */
const outcomeAttainment: SignalMeasure = {
  indicator: 'F5',
  async measure(tx, { programmeId, at }) {
    const measures = (await measuresStanding(tx, programmeId, at)).filter((measure) => measure.scope === 'shared')
    const latest = await latestObservations(
      tx,
      measures.map((measure) => measure.id),
      at,
    )
    const rows: Row[] = []
    let reached = 0
    for (const measure of measures) {
      const progress = progressOf(measure.baseline, measure.judged_target, latest.get(measure.id)?.value)
      if (progress === undefined) continue
      const weight = measure.weight * measure.objective_weight
      rows.push({ kind: 'measure', id: measure.id, counted: progress >= 1, weight })
      reached += weight * progress
    }
    const because: Text = (lang) => words[lang].signals.noOutcomes
    if (rows.length === 0) return { kind: 'measured', k: 0, n: 0, rows, because }
    return { kind: 'measured', k: reached, n: rows.reduce((sum, row) => sum + (row.weight ?? 0), 0), rows }
  },
}

/** D2 c: shared objectives against which an agency's own objective is said to work. */
const goalConflict: Condition = {
  detector: 'D2',
  letter: 'c',
  async observe(tx, { programmeId, at }) {
    const shared = await sharedConflicts(tx, programmeId, at)
    if (shared.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].signals.noShared }
    const rows = shared.map((one) => ({ kind: 'objective', id: one.shared_id, counted: one.conflicts > 0 }))
    const worked = rows.filter((row) => row.counted).length
    return {
      kind: 'observed',
      value: worked,
      n: rows.length,
      evidence: (lang) => words[lang].signals.conflicts(formatNumber(lang, rows.length), formatNumber(lang, worked)),
      rows,
      parties: [...new Set(shared.flatMap((one) => one.owner_ids))],
    }
  },
}

export const objectiveSignals: Signals = { measures: [outcomeAttainment], conditions: [goalConflict] }

/** A shared objective as a row behind a number. */
export const objectiveRows: RowDescriber = {
  kind: 'objective',
  name: (lang) => words[lang].objectives,
  async describe(tx, ids) {
    const rows = await objectiveFacts(tx, ids)
    return new Map(
      rows.map((row) => {
        const { id, title, slug, owner } = row
        const url = objectivePaths.one(slug, id)
        return [
          id,
          { title, lang: row.lang as Lang, record: { ...row, class: row.class as Class }, url, facts: [() => owner] },
        ]
      }),
    )
  },
}

/** What stands behind F5: each measure with its progress. */
export const measureRows: RowDescriber = {
  kind: 'measure',
  name: (lang) => words[lang].measures,
  async describe(tx, ids) {
    if (ids.length === 0) return new Map()
    const rows = await tx
      .selectFrom('measures')
      .innerJoin('programmes', 'programmes.id', 'measures.programme_id')
      .selectAll('measures')
      .select(['programmes.slug', judgedTarget('9999-12-31')])
      .where('measures.id', 'in', ids)
      .execute()
    const latest = await latestObservations(tx, ids, '9999-12-31')
    return new Map(rows.map((row) => [row.id, described(row as Measure & { slug: string }, latest.get(row.id)?.value)]))
  },
}

function described(measure: Measure & { slug: string }, actual: number | undefined) {
  const { name, lang, baseline, judged_target, target, unit, slug, objective_id } = measure
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '–' : String(value))
  const facts: Text[] = [
    (reader) => `${words[reader].baseline} ${number(baseline)}, ${words[reader].firstTarget} ${number(judged_target)}`,
    ...(target === judged_target ? [] : [(reader: Lang) => `${words[reader].target} ${number(target)}`]),
    (reader) => `${words[reader].latest} ${number(actual)} ${unit ?? ''}`.trim(),
  ]
  return { title: name, lang, record: measure, url: objectivePaths.one(slug, objective_id), facts }
}
