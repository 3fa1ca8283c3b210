import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { IndicatorLevel } from '../indicator.ts'

export type StandingRow = {
  /** Level by indicator, of all that have one. */
  levels: Map<string, IndicatorLevel>
  obstacles: { open: number; severe: number; treated: number }
}

/** Levels in the evaluation that each programme shows, and its open obstacles; programmes never evaluated are left out. */
export async function standings(tx: ReadTx, programmeIds: string[]): Promise<Map<string, StandingRow>> {
  if (programmeIds.length === 0) return new Map()
  const shown = await tx
    .selectFrom('evaluations')
    .distinctOn('programme_id')
    .select(['id', 'programme_id'])
    .where('programme_id', 'in', programmeIds)
    .where('kind', 'in', ['weekly', 'manual-at'])
    .orderBy('programme_id')
    .orderBy(sql`kind = 'weekly'`, 'desc')
    .orderBy('at', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  const found = new Map<string, StandingRow>(
    shown.map((row) => [row.programme_id, { levels: new Map(), obstacles: { open: 0, severe: 0, treated: 0 } }]),
  )
  const programmeOf = new Map(shown.map((row) => [row.id, row.programme_id]))
  for (const row of await levelsIn(tx, [...programmeOf.keys()])) {
    found.get(programmeOf.get(row.evaluation_id)!)!.levels.set(row.indicator, row.level as IndicatorLevel)
  }
  for (const { programme_id, ...counts } of await openCounts(tx, programmeIds)) {
    const row = found.get(programme_id)
    if (row) row.obstacles = counts
  }
  return found
}

async function levelsIn(tx: ReadTx, evaluationIds: string[]) {
  if (evaluationIds.length === 0) return []
  return tx
    .selectFrom('indicator_readings')
    .select(['evaluation_id', 'indicator', 'level'])
    .where('evaluation_id', 'in', evaluationIds)
    .where('level', 'is not', null)
    .execute()
}

async function openCounts(tx: ReadTx, programmeIds: string[]) {
  const { rows } = await sql<{ programme_id: string; open: number; severe: number; treated: number }>`
    select o.programme_id, count(*) as open, count(*) filter (where o.severity = 3) as severe,
      count(*) filter (where exists (
        select from mitigations m where m.obstacle_id = o.id and m.state in ('adopted', 'effective'))) as treated
    from obstacles o where o.cleared_on is null and o.programme_id = any (${programmeIds})
    group by o.programme_id`.execute(tx)
  return rows
}
