import type { ReadTx } from '#kernel/database.ts'
import type { Change } from '../task.ts'

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

/** Everything recorded of a programme's tasks, by task. */
type Recorded = Awaited<ReturnType<typeof readRecord>>

/** One evaluation asks many times, and for two days: within one transaction the record is read once. */
const readInTransaction = new WeakMap<ReadTx, Map<string, Promise<Recorded>>>()

/** Tasks of a programme that existed on the day: those with an earlier first change, or with no history at all. */
export async function tasksOn(tx: ReadTx, programmeId: string, day: string): Promise<PastTask[]> {
  const known = readInTransaction.get(tx) ?? new Map<string, Promise<Recorded>>()
  readInTransaction.set(tx, known)
  const reading = known.get(programmeId) ?? readRecord(tx, programmeId)
  known.set(programmeId, reading)
  const record = await reading
  const kept = record.days.get(day) ?? standingOn(record, day)
  record.days.set(day, kept)
  return kept
}

function standingOn({ tasks, changes, moves }: Recorded, day: string): PastTask[] {
  return tasks.flatMap((task) => {
    const own = changes.get(task.id) ?? []
    const before = upTo(own, (change) => change.on <= day)
    if (own.length > 0 && before.length === 0) return []
    const moved = upTo(moves.get(task.id) ?? [], (move) => move.moved_on === null || move.moved_on <= day)
    return { ...task, changes: before, moves: moved }
  })
}

/** Rows in order of time: mostly all of them, and then the same list serves. */
function upTo<T>(rows: T[], holds: (row: T) => boolean): T[] {
  const last = rows.at(-1)
  return last === undefined || holds(last) ? rows : rows.filter(holds)
}

async function readRecord(tx: ReadTx, programmeId: string) {
  const tasks = await tx
    .selectFrom('tasks')
    .select(['id', 'kind', 'milestone_type', 'owner_id', 'objective_ids', 'service_id', 'territory_code'])
    .select(['baseline_due', 'baseline_target', 'start_on', 'budget', 'effort_hours as effort', 'weight'])
    .where('programme_id', '=', programmeId)
    .orderBy('id')
    .execute()
  const changes = Map.groupBy(await changesOf(tx, programmeId), (row) => row.task_id)
  const moves = Map.groupBy(await movesOf(tx, programmeId), (row) => row.task_id)
  return { tasks, changes, moves, days: new Map<string, PastTask[]>() }
}

async function changesOf(tx: ReadTx, programmeId: string): Promise<(Change & { task_id: string })[]> {
  const rows = await tx
    .selectFrom('task_state_changes as c')
    .innerJoin('tasks', 'tasks.id', 'c.task_id')
    .select(['c.task_id', 'c.to_state as to', 'c.waiting_on as waitingOn', 'c.changed_on as on', 'c.code'])
    .where('tasks.programme_id', '=', programmeId)
    .orderBy('c.changed_on')
    .orderBy('c.arrival')
    .execute()
  return rows as (Change & { task_id: string })[]
}

/** Undated ones first. */
async function movesOf(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('task_moves as m')
    .innerJoin('tasks', 'tasks.id', 'm.task_id')
    .select(['m.task_id', 'm.from_due', 'm.to_due', 'm.to_target', 'm.moved_on', 'm.requested_by'])
    .where('tasks.programme_id', '=', programmeId)
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
    .select(['id', 'owner_id as organisationId', 'month', 'hours'])
    .where('programme_id', '=', programmeId)
    .where((eb) => eb.or([eb('declared_on', 'is', null), eb('declared_on', '<=', day)]))
    .orderBy('owner_id')
    .orderBy('month')
    .orderBy('arrival', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, month: row.month.slice(0, 7) }))
}
