import type { Class } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Outcome, SeverityOf } from '../detector.ts'

export type OpenObstacle = { id: string; detector: string; severity: SeverityOf; version: number }

export async function openObstacles(tx: ReadTx, programmeId: string): Promise<OpenObstacle[]> {
  const rows = await tx
    .selectFrom('obstacles')
    .select(['id', 'detector', 'severity', 'version'])
    .where('programme_id', '=', programmeId)
    .where('cleared_on', 'is', null)
    .execute()
  return rows as OpenObstacle[]
}

export async function lastWeekly(tx: ReadTx, programmeId: string): Promise<{ id: string; at: string } | undefined> {
  return tx
    .selectFrom('evaluations')
    .select(['id', 'at'])
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'weekly')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Outcome of every detector in one evaluation. */
export async function outcomesOf(tx: ReadTx, evaluationId: string): Promise<Map<string, Outcome>> {
  const rows = await tx
    .selectFrom('detector_readings')
    .select(['detector', 'outcome'])
    .where('evaluation_id', '=', evaluationId)
    .execute()
  return new Map(rows.map((row) => [row.detector, row.outcome as Outcome]))
}

/** The evaluation that changes obstacles, and what its records inherit. */
export type Turning = {
  evaluationId: string
  programmeId: string
  ownerId: string
  class: Class
  at: string
  now: Date
}
type Judged = { detector: string; severity: SeverityOf; value: number | null }

export async function openObstacle(tx: Tx, turning: Turning, judged: Judged, keys: string[]): Promise<string> {
  const id = newId(turning.now)
  const common = {
    programme_id: turning.programmeId,
    owner_id: turning.ownerId,
    class: turning.class,
    created_at: turning.now,
  }
  const { detector, severity } = judged
  const opened = { opened_on: turning.at, opened_by: turning.evaluationId }
  await tx
    .insertInto('obstacles')
    .values({ ...common, id, detector, severity, ...opened })
    .execute()
  await addMove(tx, turning, id, 'fired', judged)
  const steps = keys.map((key) => ({ ...common, id: newId(turning.now), obstacle_id: id, key }))
  if (steps.length === 0) return id
  await tx.insertInto('mitigations').values(steps).execute()
  const moves = steps.map((step) => ({
    id: newId(turning.now),
    mitigation_id: step.id,
    kind: 'proposed',
    happened_on: turning.at,
    created_at: turning.now,
  }))
  await tx.insertInto('mitigation_moves').values(moves).execute()
  return id
}

export async function changeSeverity(tx: Tx, turning: Turning, open: OpenObstacle, judged: Judged): Promise<void> {
  await tx
    .updateTable('obstacles')
    .set({ severity: judged.severity, version: open.version + 1 })
    .where('id', '=', open.id)
    .execute()
  await addMove(tx, turning, open.id, 'changed', judged)
}

export async function clearObstacle(tx: Tx, turning: Turning, open: OpenObstacle, value: number | null): Promise<void> {
  await tx
    .updateTable('obstacles')
    .set({ cleared_on: turning.at, cleared_by: turning.evaluationId, version: open.version + 1 })
    .where('id', '=', open.id)
    .execute()
  await addMove(tx, turning, open.id, 'cleared', { ...open, value })
}

async function addMove(tx: Tx, turning: Turning, obstacleId: string, kind: string, { severity, value }: Judged) {
  await tx
    .insertInto('obstacle_moves')
    .values({
      id: newId(turning.now),
      obstacle_id: obstacleId,
      evaluation_id: turning.evaluationId,
      kind,
      severity,
      value,
      created_at: turning.now,
    })
    .execute()
}
