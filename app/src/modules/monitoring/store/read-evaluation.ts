import { sql } from 'kysely'
import { actorName, actTime } from '#kernel/acts.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { EvaluationHead, StoredCondition, StoredDetector, StoredIndicator } from '../reading.ts'

const headColumns = ['id', 'at', 'kind', 'created_at as madeAt', 'programme_id as programmeId'] as const

/** The evaluation that the programme's pages show: the last weekly one, else the last of another day. */
export async function shownEvaluation(tx: ReadTx, programmeId: string): Promise<EvaluationHead | undefined> {
  const row = await tx
    .selectFrom('evaluations')
    .select(headColumns)
    .where('programme_id', '=', programmeId)
    .where('kind', 'in', ['weekly', 'manual-at'])
    .orderBy(sql`kind = 'weekly'`, 'desc')
    .orderBy('at', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as EvaluationHead | undefined
}

export async function evaluationById(tx: ReadTx, id: string): Promise<EvaluationHead | undefined> {
  const row = await tx.selectFrom('evaluations').select(headColumns).where('id', '=', id).executeTakeFirst()
  return row as EvaluationHead | undefined
}

export async function indicatorsRead(tx: ReadTx, evaluationId: string): Promise<Map<string, StoredIndicator>> {
  const rows = await tx
    .selectFrom('indicator_readings')
    .leftJoin('thresholds', 'thresholds.id', 'threshold_id')
    .select(['indicator', 'status', 'level', 'k', 'n', 'cases', 'value', 'low', 'high'])
    .select(['previous_k as previousK', 'previous_n as previousN', 'previous_value as previousValue'])
    .select(['indicator_readings.good', 'indicator_readings.poor', 'indicator_readings.n_min as nMin'])
    .select(['because', 'beside', 'thresholds.source', 'thresholds.lang as sourceLang'])
    .where('evaluation_id', '=', evaluationId)
    .execute()
  return new Map((rows as unknown as StoredIndicator[]).map((row) => [row.indicator, row]))
}

/** By 'D1.a'. */
export async function conditionsRead(tx: ReadTx, evaluationId: string): Promise<Map<string, StoredCondition>> {
  const rows = await tx
    .selectFrom('condition_readings')
    .leftJoin('thresholds', 'thresholds.id', 'threshold_id')
    .select(['detector', 'letter', 'state', 'value', 'alternatives', 'ratio', 'n', 'sentence', 'parties', 'critical'])
    .select(['condition_readings.threshold', 'condition_readings.n_min as nMin'])
    .select(['thresholds.source', 'thresholds.lang as sourceLang'])
    .where('evaluation_id', '=', evaluationId)
    .execute()
  return new Map((rows as unknown as StoredCondition[]).map((row) => [`${row.detector}.${row.letter}`, row]))
}

export async function detectorsRead(tx: ReadTx, evaluationId: string): Promise<Map<string, StoredDetector>> {
  const rows = await tx
    .selectFrom('detector_readings')
    .select(['detector', 'outcome', 'severity', 'value'])
    .where('evaluation_id', '=', evaluationId)
    .execute()
  return new Map((rows as StoredDetector[]).map((row) => [row.detector, row]))
}

/** Names of organisations, for the parties that a condition affects. */
export async function organisationNames(tx: ReadTx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('organisations').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Who asked for a preview, and when, as far as the reader is told. */
export async function evaluationAsked(tx: ReadTx, id: string) {
  return tx
    .selectFrom('evaluations')
    .select([actorName('created_by').as('by'), actTime('created_at').as('at')])
    .where('evaluations.id', '=', id)
    .executeTakeFirst()
}
