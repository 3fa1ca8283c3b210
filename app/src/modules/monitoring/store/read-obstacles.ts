import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { HeldCondition, ObstacleMove, ObstacleRow } from '../obstacle.ts'

const columns = [
  'id',
  'programme_id as programmeId',
  'owner_id as ownerId',
  'class',
  'detector',
  'severity',
  'opened_on as openedOn',
  'opened_by as openedBy',
  'cleared_on as clearedOn',
  'version',
] as const

/** Open ones, the most severe first, then the oldest. */
export async function openRows(tx: ReadTx, programmeId: string): Promise<ObstacleRow[]> {
  const rows = await tx
    .selectFrom('obstacles')
    .select(columns)
    .where('programme_id', '=', programmeId)
    .where('cleared_on', 'is', null)
    .orderBy('severity', 'desc')
    .orderBy('opened_on')
    .orderBy('id')
    .execute()
  return rows as ObstacleRow[]
}

/** Resolved ones, the latest first, with how many there are in all. */
export async function clearedRows(
  tx: ReadTx,
  programmeId: string,
  { page, size, detectors }: { page: number; size: number; detectors?: string[] },
): Promise<{ rows: ObstacleRow[]; total: number }> {
  let cleared = tx.selectFrom('obstacles').where('programme_id', '=', programmeId).where('cleared_on', 'is not', null)
  if (detectors) cleared = cleared.where(sql<boolean>`detector = any (${detectors})`)
  const rows = await cleared
    .select(columns)
    .orderBy('cleared_on', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { count } = await cleared.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { rows: rows as ObstacleRow[], total: count }
}

export async function obstacleById(tx: ReadTx, id: string): Promise<ObstacleRow | undefined> {
  const row = await tx.selectFrom('obstacles').select(columns).where('id', '=', id).executeTakeFirst()
  return row as ObstacleRow | undefined
}

export async function obstacleMoves(tx: ReadTx, obstacleId: string): Promise<ObstacleMove[]> {
  const rows = await tx
    .selectFrom('obstacle_moves')
    .innerJoin('evaluations', 'evaluations.id', 'evaluation_id')
    .select(['obstacle_moves.kind', 'evaluations.at', 'severity', 'value'])
    .where('obstacle_id', '=', obstacleId)
    .orderBy('evaluations.at', 'desc')
    .orderBy('obstacle_moves.id', 'desc')
    .execute()
  return rows as ObstacleMove[]
}

/** Conditions that held, the strongest first, for several evaluations at once. */
export async function conditionsHeld(tx: ReadTx, evaluationIds: string[]): Promise<HeldCondition[]> {
  if (evaluationIds.length === 0) return []
  const rows = await tx
    .selectFrom('condition_readings')
    .innerJoin('evaluations', 'evaluations.id', 'evaluation_id')
    .select(['detector', 'letter', 'state', 'value', 'alternatives', 'ratio', 'n', 'sentence', 'parties', 'critical'])
    .select(['threshold', 'n_min as nMin', 'evaluation_id as evaluationId', 'evaluations.at'])
    .select([sql<string | null>`null`.as('source'), sql<Lang | null>`null`.as('sourceLang')])
    .where('evaluation_id', 'in', evaluationIds)
    .where('state', '=', 'true')
    .orderBy('ratio', 'desc')
    .orderBy('letter')
    .execute()
  return rows as unknown as HeldCondition[]
}
