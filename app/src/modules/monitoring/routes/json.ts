import type { Lang } from '#kernel/reason.ts'
import { detectors } from '../catalogue/catalogue.ts'
import type { ObstacleView } from '../obstacle.ts'
import { headlineOf } from '../obstacle.ts'
import { conditionText } from '../pages/quantity.ts'
import type { BoardItem, EvaluationHead, StoredCondition, StoredDetector } from '../reading.ts'
import type { RowPage } from '../rows.ts'

/** What the API answers: the same facts as the pages, in the language asked for. Shares are 0–1. */
export function evaluationJson(evaluation: EvaluationHead | undefined) {
  return evaluation ? { id: evaluation.id, at: evaluation.at, kind: evaluation.kind, madeAt: evaluation.madeAt } : null
}

export function indicatorJson(lang: Lang, { entry, reading }: BoardItem) {
  const source = reading?.source ?? entry.sourceText(lang)
  return {
    id: entry.id,
    benefit: entry.benefit,
    lead: entry.lead,
    name: entry.name(lang),
    formula: entry.formula(lang),
    unit: entry.unit,
    better: entry.better,
    status: reading?.status ?? 'no-records',
    level: reading?.level ?? null,
    k: reading?.k ?? null,
    n: reading?.n ?? null,
    cases: reading?.cases ?? null,
    value: reading?.value ?? null,
    interval: reading?.low == null ? null : [reading.low, reading.high],
    previous: reading?.previousValue ?? null,
    threshold: {
      good: reading ? reading.good : (entry.good?.value ?? null),
      poor: reading ? reading.poor : (entry.poor?.value ?? null),
      minimum: reading?.nMin ?? entry.nMin,
      code: entry.source,
      source,
    },
    because: reading?.because?.[lang] ?? null,
  }
}

export function rowsJson(lang: Lang, rows: RowPage | undefined) {
  if (!rows) return null
  return {
    ...rows,
    rows: rows.rows.map(({ title, lang: written, url, facts, counted, weight, note }) => {
      return { title, lang: written, url, facts: facts.map((fact) => fact(lang)), counted, weight, note: note?.(lang) }
    }),
  }
}

export function obstacleJson(lang: Lang, obstacle: ObstacleView) {
  return {
    id: obstacle.id,
    detector: obstacle.detector,
    name: obstacle.entry.name(lang),
    title: headlineOf(obstacle)(lang),
    hurts: obstacle.entry.hurts,
    severity: obstacle.severity,
    openedOn: obstacle.openedOn,
    clearedOn: obstacle.clearedOn,
    value: obstacle.value,
    evidence: obstacle.held.map((one) => ({
      condition: one.letter,
      at: one.at,
      ratio: one.ratio,
      text: plain(one, lang),
    })),
    mitigations: obstacle.mitigations.map((one) => ({
      id: one.id,
      state: one.state,
      text: one.text ?? obstacle.entry.mitigations.find((entry) => entry.key === one.key)?.text(lang) ?? null,
      owner: one.state === 'proposed' ? null : one.owner,
      reviewOn: one.review_on,
    })),
  }
}

/** All fourteen, each condition with its state; one without records is 'unchecked'. */
export function detectorsJson(
  lang: Lang,
  readings: ReadonlyMap<string, StoredDetector>,
  conditions: ReadonlyMap<string, StoredCondition>,
) {
  return detectors.map((entry) => {
    const reading = readings.get(entry.id)
    return {
      id: entry.id,
      name: entry.name(lang),
      hurts: entry.hurts,
      outcome: reading?.outcome ?? 'unchecked',
      severity: reading?.severity ?? null,
      value: reading?.value ?? null,
      conditions: entry.conditions.map((condition) => {
        const one = conditions.get(`${entry.id}.${condition.letter}`)
        return {
          letter: condition.letter,
          rule: conditionText(lang, condition, one?.threshold ?? condition.threshold),
          state: one?.state ?? 'unchecked',
          value: one?.value ?? null,
          ratio: one?.ratio ?? null,
          n: one?.n ?? null,
          text: one ? plain(one, lang) : null,
        }
      }),
    }
  })
}

function plain({ sentence }: StoredCondition, lang: Lang): string {
  return sentence[lang].replace(/[[\]]/g, '')
}
