import type { Tx } from '#kernel/database.ts'
import { ImportRefused } from '#modules/programmes/exchange/part.ts'
import type { ExchangeTask, ProgrammeExchange } from '#modules/programmes/exchange-format.ts'
import type { ExchangeIds } from '#modules/programmes/public.ts'
import {
  currentRoles,
  detailsOf,
  endRoles,
  insertRows,
  placeCodes,
  type TaskExchangeRow,
  taskRecords,
  verificationRows,
} from '../store/exchange-rows.ts'
import { changeTask, insertTask } from '../store/write-task.ts'
import type { TaskRole } from '../task.ts'
import { taskRoles } from '../task.ts'
import { type DetailRows, type DetailTable, detailRows } from './detail-rows.ts'
import { columnsOf, extraOf, firstColumns, ownerOf, type Places } from './task-columns.ts'
import { canonical, split } from './words.ts'

/** Everything that is compared with the file before anything is written. */
type Known = {
  tasks: Map<string, TaskExchangeRow>
  details: Record<DetailTable, Map<string, Record<string, unknown>[]>>
  roles: Map<string, { id: string; organisation_id: string; role: string }[]>
  verified: Set<string>
}

export async function readTasks(tx: Tx, file: ProgrammeExchange, ids: ExchangeIds): Promise<void> {
  const tasks = file.tasks ?? []
  if (tasks.length === 0) return
  const known = await readKnown(tx, ids.programmeId)
  const places = await placesOf(tx, ids)
  for (const task of tasks) await readOne(tx, task, file, ids, places, known)
  await linkParents(tx, tasks, ids)
}

async function readKnown(tx: Tx, programmeId: string): Promise<Known> {
  const group = async (table: DetailTable) =>
    Map.groupBy(await detailsOf(tx, programmeId, table), (row) => row.task_id as string)
  return {
    tasks: new Map((await taskRecords(tx, programmeId)).map((row) => [row.id, row])),
    details: {
      task_moves: await group('task_moves'),
      task_state_changes: await group('task_state_changes'),
      task_evidence: await group('task_evidence'),
      task_handovers: await group('task_handovers'),
      task_obligations: await group('task_obligations'),
    },
    roles: Map.groupBy(await currentRoles(tx, programmeId), (row) => row.task_id),
    verified: new Set((await verificationRows(tx, programmeId)).map((row) => row.evidence_id ?? '')),
  }
}

async function placesOf(tx: Tx, ids: ExchangeIds): Promise<Places> {
  const codes = new Map((await placeCodes(tx, ids.programmeId)).map((row) => [row.id, row.code]))
  return { territoryCode: (key) => codes.get(ids.id('territories', key)) ?? null }
}

async function readOne(
  tx: Tx,
  task: ExchangeTask,
  file: ProgrammeExchange,
  ids: ExchangeIds,
  places: Places,
  known: Known,
) {
  const before = ids.known('tasks', task.key)
  const row = before ? known.tasks.get(before) : undefined
  const first = firstColumns(task)
  const columns = columnsOf(task, file, ids, places)
  const id = row?.id ?? ids.newId()
  const details = missingDetails(task, id, ids, known)
  if (row) refuseNewFirst(task, row, first)
  else await insertTask(tx, { id, ...first, ...columns, ...identity(task, ids) })
  const changes = row ? changesTo(row, columns, details) : {}
  if (row && Object.keys(changes).length > 0) await changeTask(tx, row, changes)
  const added = await addDetails(tx, task, details, ids, known)
  const settled = await settleRoles(tx, task, id, file, ids, known)
  const same = Object.keys(changes).length + added + settled === 0
  await ids.keep('tasks', task.key, id, row ? (same ? 'unchanged' : 'updated') : 'created', extraOf(task))
}

const stateColumns = ['state', 'state_since', 'waiting_on', 'done_on']
const targetColumns = ['due_on', 'target']

/** What differs from the file. State and target follow it only when it tells something new of them: acts done here stay. */
function changesTo(row: TaskExchangeRow, columns: ReturnType<typeof columnsOf>, details: DetailRows) {
  const standing = [
    ...(details.task_state_changes.length === 0 ? stateColumns : []),
    ...(details.task_moves.length === 0 ? targetColumns : []),
  ]
  const differing = Object.entries(columns).filter(
    ([name, value]) => !standing.includes(name) && !same(value, row[name as keyof TaskExchangeRow]),
  )
  return Object.fromEntries(differing) as Partial<ReturnType<typeof columnsOf>>
}

function identity(task: ExchangeTask, ids: ExchangeIds) {
  return {
    programme_id: ids.programmeId,
    kind: task.kind,
    code: task.code ?? null,
    lang: split(task.names).lang,
    created_at: ids.now,
    created_by: null,
  }
}

/** The first target of an earlier import stands: a file that says otherwise is wrong, and is not taken in silence. */
function refuseNewFirst(task: ExchangeTask, row: TaskExchangeRow, first: ReturnType<typeof firstColumns>) {
  const moved = first.baseline_due !== row.baseline_due || !same(first.baseline_target, row.baseline_target)
  if (moved)
    throw new ImportRefused(
      `tasks.${task.key}.baselineTarget`,
      'differs from the first import; first dates never change',
    )
}

/** jsonb columns are written as text and read as values. */
function same(wanted: unknown, stored: unknown): boolean {
  const value =
    typeof wanted === 'string' && typeof stored === 'object' && stored !== null ? JSON.parse(wanted) : wanted
  return canonical(value) === canonical(stored)
}

/** Rows of the file's history that are not there yet, in its order. */
function missingDetails(task: ExchangeTask, id: string, ids: ExchangeIds, known: Known): DetailRows {
  const wanted = detailRows(task, id, ids)
  const missing = (Object.keys(wanted) as DetailTable[]).map((table) => {
    const stored = (known.details[table].get(id) ?? []).map(contentOf)
    return [table, (wanted[table] as Record<string, unknown>[]).filter((row) => !take(stored, contentOf(row)))]
  })
  return Object.fromEntries(missing) as DetailRows
}

async function addDetails(
  tx: Tx,
  task: ExchangeTask,
  details: DetailRows,
  ids: ExchangeIds,
  known: Known,
): Promise<number> {
  for (const table of Object.keys(details) as DetailTable[]) await insertRows(tx, table, details[table] as never)
  await acceptAll(tx, details.task_handovers, ids)
  const verified = await addVerifications(tx, task, details.task_evidence, ids, known)
  return Object.values(details).flat().length + verified
}

const own = new Set(['id', 'arrival', 'created_at', 'created_by', 'ends_on', 'body', 'document_id'])

function contentOf(row: Record<string, unknown>): string {
  const told = Object.entries(row).filter(([name]) => !own.has(name))
  // A column of jsonb is text on its way in and a value on its way out.
  const read = told.map(([name, value]) => [
    name,
    name.endsWith('_target') && typeof value === 'string' ? JSON.parse(value) : value,
  ])
  return canonical(Object.fromEntries(read))
}

/** Each stored row answers for one row of the file. */
function take(stored: string[], content: string): boolean {
  const at = stored.indexOf(content)
  if (at < 0) return false
  stored.splice(at, 1)
  return true
}

/** A source tells of hand-overs that took place. */
async function acceptAll(tx: Tx, handovers: DetailRows['task_handovers'], ids: ExchangeIds) {
  const rows = handovers.map((one) => ({
    id: ids.newId(),
    task_id: one.task_id,
    handover_id: one.id,
    accepted: true,
    answered_on: one.offered_on,
    created_at: ids.now,
    created_by: null,
  }))
  await insertRows(tx, 'task_handover_answers', rows)
}

/** Verifications by somebody else than the owner; those by the owner do not count and are left out. */
async function addVerifications(
  tx: Tx,
  task: ExchangeTask,
  added: DetailRows['task_evidence'],
  ids: ExchangeIds,
  known: Known,
): Promise<number> {
  const id = ids.known('tasks', task.key) ?? added[0]?.task_id
  const stored = id ? [...(known.details.task_evidence.get(id) ?? []), ...added] : added
  const rows = (task.evidence ?? []).flatMap((evidence) => {
    if (!evidence.verifiedBy) return []
    const organisation = ids.id('organisations', evidence.verifiedBy)
    const row = stored.find((one) => one.what === split(evidence.names).own)
    if (!row || organisation === ownerOf(task, ids) || known.verified.has(row.id as string)) return []
    return {
      id: ids.newId(),
      task_id: row.task_id as string,
      evidence_id: row.id as string,
      organisation_id: organisation,
      verified_on: evidence.verified ?? null,
      created_at: ids.now,
      created_by: null,
    }
  })
  await insertRows(tx, 'task_verifications', rows)
  return rows.length
}

/** Current roles as in the file: missing ones begin, others end today. */
async function settleRoles(
  tx: Tx,
  task: ExchangeTask,
  id: string,
  file: ProgrammeExchange,
  ids: ExchangeIds,
  known: Known,
): Promise<number> {
  const stored = known.roles.get(id) ?? []
  const wanted = taskRoles.flatMap((role) =>
    [...new Set(task[role] ?? [])].map((key) => ({ role, organisation_id: ids.id('organisations', key) })),
  )
  const is = (one: { role: string; organisation_id: string }) => (other: { role: string; organisation_id: string }) =>
    one.role === other.role && one.organisation_id === other.organisation_id
  const missing = wanted.filter((one) => !stored.some(is(one)))
  const over = stored.filter((one) => !wanted.some(is(one)))
  const since = task.starts ?? file.programme.period?.from ?? ids.today
  const rows = missing.map((one: { role: TaskRole; organisation_id: string }) => ({
    id: ids.newId(),
    task_id: id,
    ...one,
    since,
    created_at: ids.now,
    created_by: null,
  }))
  await insertRows(tx, 'task_roles', rows)
  await endRoles(
    tx,
    over.map((one) => one.id),
    ids.today,
  )
  return missing.length + over.length
}

/** A second pass: a parent may stand below its parts in the file. */
async function linkParents(tx: Tx, tasks: ExchangeTask[], ids: ExchangeIds) {
  const now = new Map((await taskRecords(tx, ids.programmeId)).map((row) => [row.id, row]))
  for (const task of tasks) {
    const row = now.get(ids.id('tasks', task.key))
    const parent = task.parent ? ids.id('tasks', task.parent) : null
    if (row && row.parent_id !== parent) await changeTask(tx, row, { parent_id: parent })
  }
}
