import type { ReadTx } from '#kernel/database.ts'
import type { Change, TaskState } from '../task.ts'

/** A task as it stood on a day, read from what was recorded up to it. */
export type PastTask = {
  id: string
  kind: string
  milestone_type: string | null
  owner_id: string
  objective_ids: string[]
  service_id: string | null
  territory_code: string | null
  baseline_due: string | null
  baseline_target: unknown
  start_on: string | null
  budget: number | null
  effort: number | null
  weight: number | null
  /** Changes of state up to the day; empty where the source tells of none. */
  changes: Change[]
  /** Moves up to the day, undated ones first. */
  moves: {
    to_due: string | null
    to_target: unknown
    moved_on: string | null
    requested_by: string | null
    from_due: string | null
  }[]
}

/** Tasks of a programme that existed on the day: those with an earlier first change, or with no history at all. */
export async function tasksOn(tx: ReadTx, programmeId: string, day: string): Promise<PastTask[]> {
  const tasks = await tx
    .selectFrom('tasks')
    .select(['id', 'kind', 'milestone_type', 'owner_id', 'objective_ids', 'service_id', 'territory_code'])
    .select(['baseline_due', 'baseline_target', 'start_on', 'budget', 'effort_hours as effort', 'weight'])
    .where('programme_id', '=', programmeId)
    .orderBy('id')
    .execute()
  const changes = Map.groupBy(await changesOf(tx, programmeId), (row) => row.task_id)
  const moves = Map.groupBy(await movesUpTo(tx, programmeId, day), (row) => row.task_id)
  return tasks.flatMap((task) => {
    const own = changes.get(task.id) ?? []
    const known = own.filter((change) => change.changed_on <= day)
    if (own.length > 0 && known.length === 0) return []
    return {
      ...task,
      changes: known.map((row) => ({
        to: row.to_state as TaskState,
        waitingOn: row.waiting_on,
        on: row.changed_on,
        code: row.code,
      })),
      moves: moves.get(task.id) ?? [],
    }
  })
}

async function changesOf(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('task_state_changes as c')
    .innerJoin('tasks', 'tasks.id', 'c.task_id')
    .select(['c.task_id', 'c.to_state', 'c.waiting_on', 'c.changed_on', 'c.code'])
    .where('tasks.programme_id', '=', programmeId)
    .orderBy('c.changed_on')
    .orderBy('c.arrival')
    .execute()
}

async function movesUpTo(tx: ReadTx, programmeId: string, day: string) {
  return tx
    .selectFrom('task_moves as m')
    .innerJoin('tasks', 'tasks.id', 'm.task_id')
    .select(['m.task_id', 'm.from_due', 'm.to_due', 'm.to_target', 'm.moved_on', 'm.requested_by'])
    .where('tasks.programme_id', '=', programmeId)
    .where((eb) => eb.or([eb('m.moved_on', 'is', null), eb('m.moved_on', '<=', day)]))
    .orderBy('m.moved_on', (order) => order.asc().nullsFirst())
    .orderBy('m.arrival')
    .execute()
}

/** Roles held at some time between two days. */
export async function rolesBetween(tx: ReadTx, programmeId: string, from: string, to: string) {
  return tx
    .selectFrom('task_roles as r')
    .innerJoin('tasks', 'tasks.id', 'r.task_id')
    .select(['r.task_id', 'r.organisation_id', 'r.role'])
    .where('tasks.programme_id', '=', programmeId)
    .where('r.since', '<=', to)
    .where((eb) => eb.or([eb('r.ended_on', 'is', null), eb('r.ended_on', '>=', from)]))
    .execute()
}

/** Hand-overs that were accepted between two days. */
export async function handoversBetween(tx: ReadTx, programmeId: string, from: string, to: string) {
  return tx
    .selectFrom('task_handover_answers as a')
    .innerJoin('task_handovers as h', 'h.id', 'a.handover_id')
    .innerJoin('tasks', 'tasks.id', 'a.task_id')
    .select(['a.task_id', 'h.from_id', 'h.to_id'])
    .where('tasks.programme_id', '=', programmeId)
    .where('a.accepted', '=', true)
    .where('a.answered_on', '>=', from)
    .where('a.answered_on', '<=', to)
    .execute()
}

/** Tasks with evidence given up to the day. */
export async function evidencedOn(tx: ReadTx, programmeId: string, day: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('task_evidence as e')
    .innerJoin('tasks', 'tasks.id', 'e.task_id')
    .select('e.task_id')
    .distinct()
    .where('tasks.programme_id', '=', programmeId)
    .where((eb) => eb.or([eb('e.given_on', 'is', null), eb('e.given_on', '<=', day)]))
    .execute()
  return new Set(rows.map((row) => row.task_id))
}

/** The newest declaration of each agency and month, as known on the day. */
export async function capacitiesOn(tx: ReadTx, programmeId: string, day: string) {
  const rows = await tx
    .selectFrom('capacities')
    .distinctOn(['owner_id', 'month'])
    .select(['owner_id as organisationId', 'month', 'hours'])
    .where('programme_id', '=', programmeId)
    .where((eb) => eb.or([eb('declared_on', 'is', null), eb('declared_on', '<=', day)]))
    .orderBy('owner_id')
    .orderBy('month')
    .orderBy('arrival', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, month: row.month.slice(0, 7) }))
}
