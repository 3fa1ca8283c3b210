import type { ReadTx } from '#kernel/database.ts'
import { detectorOf } from './catalogue/catalogue.ts'
import type { DetectorEntry } from './catalogue/entry.ts'
import type { MitigationView, ObstacleRow, ObstacleView } from './obstacle.ts'
import type { EvaluationHead } from './reading.ts'
import { mitigationMoves, mitigationsOf } from './store/mitigations.ts'
import { detectorsRead } from './store/read-evaluation.ts'
import { conditionsHeld } from './store/read-obstacles.ts'

/** Obstacles with their evidence and what is done about them: four statements, whatever their number. */
export async function viewObstacles(
  tx: ReadTx,
  rows: ObstacleRow[],
  shown: EvaluationHead | undefined,
): Promise<ObstacleView[]> {
  if (rows.length === 0) return []
  const opened = rows.map((row) => row.openedBy)
  const held = await conditionsHeld(tx, [...new Set(shown ? [shown.id, ...opened] : opened)])
  const values = shown ? await detectorsRead(tx, shown.id) : new Map()
  const mitigations = await viewMitigations(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const own = held.filter((one) => one.detector === row.detector)
    const now = row.clearedOn ? [] : own.filter((one) => one.evaluationId === shown?.id)
    const entry = detectorOf(row.detector)!
    return {
      ...row,
      entry,
      current: now.length > 0,
      held: now.length > 0 ? now : own.filter((one) => one.evaluationId === row.openedBy),
      value: values.get(row.detector)?.value ?? null,
      mitigations: inOrder(
        entry,
        mitigations.filter((one) => one.obstacle_id === row.id),
      ),
    }
  })
}

/** As the catalogue lists them, then those in people's own words. */
function inOrder(entry: DetectorEntry, mitigations: MitigationView[]): MitigationView[] {
  const place = ({ key }: MitigationView) => {
    const index = entry.mitigations.findIndex((one) => one.key === key)
    return index < 0 ? entry.mitigations.length : index
  }
  return mitigations.sort((a, b) => place(a) - place(b))
}

async function viewMitigations(tx: ReadTx, obstacleIds: string[]): Promise<MitigationView[]> {
  const rows = await mitigationsOf(tx, obstacleIds)
  const moves = await mitigationMoves(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, moves: moves.filter((move) => move.mitigationId === row.id) }))
}
