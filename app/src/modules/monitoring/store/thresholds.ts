import { sql } from 'kysely'
import { actorName, actTime } from '#kernel/acts.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { ThresholdChange, ThresholdRow } from '../threshold.ts'

/** Every configured threshold that may apply to a programme, its own and the installation's. */
export async function thresholdsFor(tx: ReadTx, programmeId: string): Promise<ThresholdRow[]> {
  return tx
    .selectFrom('thresholds')
    .select(['id', 'programme_id as programmeId', 'subject', 'good', 'poor', 'threshold', 'n_min as nMin', 'source'])
    .select(['since', 'created_at as createdAt'])
    .where((eb) => eb.or([eb('programme_id', '=', programmeId), eb('programme_id', 'is', null)]))
    .execute()
}

/** The thresholds of one subject with who set them and why, newest first. */
export async function thresholdHistory(tx: ReadTx, programmeId: string, subject: string): Promise<ThresholdChange[]> {
  const rows = await tx
    .selectFrom('thresholds')
    .select(['thresholds.id', 'programme_id as programmeId', 'subject', 'good', 'poor', 'threshold', 'n_min as nMin'])
    .select([
      'source',
      'since',
      'reason',
      'lang',
      actorName('thresholds.created_by').as('by'),
      actTime('thresholds.created_at').as('at'),
    ])
    .where('subject', '=', subject)
    .where((eb) => eb.or([eb('programme_id', '=', programmeId), eb('programme_id', 'is', null)]))
    .orderBy('since', 'desc')
    .orderBy(sql`thresholds.created_at`, 'desc')
    .limit(100)
    .execute()
  return rows as ThresholdChange[]
}

/** Sources of the rows by id, for readings that were judged by them. */
export async function thresholdSources(
  tx: ReadTx,
  ids: string[],
): Promise<Map<string, { source: string; lang: Lang }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('thresholds').select(['id', 'source', 'lang']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { source: row.source, lang: row.lang as Lang }]))
}

export type NewThreshold = {
  id: string
  programme_id: string | null
  owner_id: string | null
  class: string
  lang: Lang
  subject: string
  good: number | null
  poor: number | null
  threshold: number | null
  n_min: number | null
  source: string
  reason: string
  since: string
  created_at: Date
  created_by: string | null
}

export async function addThreshold(tx: Tx, row: NewThreshold): Promise<void> {
  await tx.insertInto('thresholds').values(row).execute()
}
