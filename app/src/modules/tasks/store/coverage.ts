import type { ReadTx } from '#kernel/database.ts'
import { type RequiredCell, requiredCells } from '#modules/programmes/public.ts'

/** A cell with everyone accountable for it, and the tasks that say so. */
export type CoverageCell = Omit<RequiredCell, 'bodies'> & { bodies: string[]; tasks: string[] }

/** Cells the charter requires; accountable are the bodies the charter names and those of tasks in the cell, on a day. */
export async function coverageOf(tx: ReadTx, programmeId: string, day: string): Promise<CoverageCell[]> {
  const cells = await requiredCells(tx, programmeId)
  if (cells.length === 0) return []
  const held = Map.groupBy(
    await accountableOn(tx, programmeId, day),
    (row) => `${row.service_id} ${row.territory_code}`,
  )
  return cells.map((cell) => {
    const roles = held.get(`${cell.serviceId} ${cell.territoryCode}`) ?? []
    const bodies = new Set([...cell.bodies, ...roles.map((role) => role.organisation_id)])
    return { ...cell, bodies: [...bodies], tasks: [...new Set(roles.map((role) => role.task_id))] }
  })
}

async function accountableOn(tx: ReadTx, programmeId: string, day: string) {
  return tx
    .selectFrom('task_roles as r')
    .innerJoin('tasks', 'tasks.id', 'r.task_id')
    .select(['r.task_id', 'r.organisation_id', 'tasks.service_id', 'tasks.territory_code'])
    .where('tasks.programme_id', '=', programmeId)
    .where('tasks.service_id', 'is not', null)
    .where('tasks.territory_code', 'is not', null)
    .where('tasks.state', '<>', 'cancelled')
    .where('r.role', '=', 'accountable')
    .where('r.since', '<=', day)
    .where((eb) => eb.or([eb('r.ended_on', 'is', null), eb('r.ended_on', '>', day)]))
    .execute()
}

/** Places that are the field of one organisation, not a map area: their code and whose they are. */
export async function fieldsOfBodies(tx: ReadTx, programmeId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('programme_territories')
    .select(['code', 'organisation_id'])
    .where('programme_id', '=', programmeId)
    .where('organisation_id', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.code, row.organisation_id!]))
}
