import type { ReadTx } from '#kernel/database.ts'
import { indicators } from './catalogue/catalogue.ts'
import { type Board, countByBenefit, type EvaluationHead } from './reading.ts'
import { openObstacles } from './store/obstacles.ts'
import { indicatorsRead } from './store/read-evaluation.ts'
import { type Trends, trendsOf } from './store/read-history.ts'

/** All indicators of one evaluation with their trends: five statements. */
export async function readBoard(tx: ReadTx, evaluation: EvaluationHead): Promise<Board> {
  const readings = await indicatorsRead(tx, evaluation.id)
  const measured = [...readings.values()].filter((one) => one.status === 'measured').map((one) => one.indicator)
  const trends: Trends =
    measured.length > 0 ? await trendsOf(tx, evaluation.programmeId, evaluation, measured) : new Map()
  const items = indicators.map((entry) => {
    return [entry.id, { entry, reading: readings.get(entry.id), trend: trends.get(entry.id) ?? [] }] as const
  })
  const open = await openObstacles(tx, evaluation.programmeId)
  return { evaluation, items: new Map(items), open: countByBenefit(open.map((one) => one.detector)) }
}
