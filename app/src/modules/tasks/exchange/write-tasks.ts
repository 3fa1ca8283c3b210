import type { ReadTx } from '#kernel/database.ts'
import type { ExchangeTask, ExchangeWords, ProgrammeExchange } from '#modules/programmes/exchange-format.ts'
import type { ExchangeKeys } from '#modules/programmes/public.ts'
import {
  answerRows,
  currentRoles,
  detailsOf,
  placeCodes,
  questionRows,
  type TaskExchangeRow,
  taskRecords,
  verificationRows,
} from '../store/exchange-rows.ts'
import { capacitiesOn } from '../store/read-past.ts'
import { kept } from '../target.ts'
import { taskRoles } from '../task.ts'
import type { DetailTable } from './detail-rows.ts'
import { join } from './words.ts'

type Row = Record<string, unknown>
type Details = Record<DetailTable, Map<string, Row[]>>

/** Tasks that may leave by file, with their history, and what agencies answered about them. */
export async function writeTasks(
  tx: ReadTx,
  programmeId: string,
  keys: ExchangeKeys,
): Promise<Partial<ProgrammeExchange>> {
  const records = (await taskRecords(tx, programmeId)).filter(
    (task) => task.class === 'public' || task.class === 'members',
  )
  const leaving = new Set(records.map((task) => task.id))
  const details = await detailsBy(tx, programmeId)
  const roles = Map.groupBy(await currentRoles(tx, programmeId), (row) => row.task_id)
  const verified = new Map((await verificationRows(tx, programmeId)).map((row) => [row.evidence_id ?? '', row]))
  const places = new Map((await placeCodes(tx, programmeId)).map((row) => [row.code, row.id]))
  const tasks = records.map((task) => {
    const held = taskRoles.map((role) => [
      role,
      (roles.get(task.id) ?? [])
        .filter((one) => one.role === role)
        .map((one) => keys.key('organisations', one.organisation_id)),
    ])
    return full({
      ...head(task, keys, leaving),
      ...Object.fromEntries(held),
      territory: task.territory_code ? keys.key('territories', places.get(task.territory_code) ?? '') : undefined,
      ...historyOf(task, details, verified, keys),
      ...keys.extra('tasks', task.id),
    }) as ExchangeTask
  })
  return {
    ...(tasks.length > 0 ? { tasks } : {}),
    ...mechanismsOf(records),
    ...(await answersOf(tx, programmeId, keys, leaving)),
    ...(await capacityRows(tx, programmeId, keys)),
  }
}

async function detailsBy(tx: ReadTx, programmeId: string): Promise<Details> {
  const group = async (table: DetailTable) =>
    Map.groupBy(await detailsOf(tx, programmeId, table), (row) => row.task_id as string)
  return {
    task_moves: await group('task_moves'),
    task_state_changes: await group('task_state_changes'),
    task_evidence: await group('task_evidence'),
    task_handovers: await group('task_handovers'),
    task_obligations: await group('task_obligations'),
  }
}

function head(task: TaskExchangeRow, keys: ExchangeKeys, leaving: ReadonlySet<string>) {
  const first = kept(task.baseline_due, task.baseline_target)
  const now = kept(task.due_on, task.target)
  const measures = task.measures as ({ kind: string } & ExchangeWords)[]
  const reporting = task.reporting as ({ key?: string } & ExchangeWords)[]
  return {
    key: keys.key('tasks', task.id, task.title),
    code: task.code,
    kind: task.kind,
    type: task.milestone_type,
    names: join(task.title, task.title_en, task.lang),
    objectives: task.objective_ids.map((id) => keys.key('objectives', id)),
    parent: task.parent_id && leaving.has(task.parent_id) ? keys.key('tasks', task.parent_id) : undefined,
    measures: measures.map(({ kind, ...names }) => ({ kind, names })),
    starts: task.baseline_start,
    baselineTarget: first,
    currentTarget: JSON.stringify(first) === JSON.stringify(now) ? undefined : now,
    reporting: reporting.map((one) => mechanismKey(one)),
    effort: task.effort_amount ? { amount: task.effort_amount, unit: task.effort_unit } : undefined,
    budget: task.budget === null ? undefined : { amount: task.budget, currency: task.currency },
    targetGroup: task.target_group ? { [task.lang]: task.target_group } : undefined,
    service: task.service_id ? keys.key('services', task.service_id) : undefined,
    class: task.class === 'members' ? 'members' : undefined,
  }
}

function historyOf(
  task: TaskExchangeRow,
  details: Details,
  verified: Map<string, { organisation_id: string | null; verified_on: string | null }>,
  keys: ExchangeKeys,
) {
  const rows = (table: DetailTable) => details[table].get(task.id) ?? []
  const body = (id: unknown) => (id ? keys.key('organisations', id as string) : undefined)
  const says = (own: unknown, en: unknown, lang: unknown) =>
    join(own as string | null, en as string | null, lang as string)
  return {
    moves: rows('task_moves').map((row) =>
      full({
        from: kept(row.from_due as string | null, row.from_target),
        to: kept(row.to_due as string | null, row.to_target),
        reason: says(row.reason, row.reason_en, row.lang),
        code: row.code,
        requestedBy: body(row.requested_by),
        decidedBy: body(row.decided_by),
        date: row.moved_on,
      }),
    ),
    states: rows('task_state_changes').map((row) =>
      full({
        state: row.to_state === 'open' ? 'planned' : row.to_state,
        date: row.changed_on,
        reason: says(row.because, row.because_en, row.lang),
        code: row.code,
        waitingOn: body(row.waiting_on),
      }),
    ),
    evidence: rows('task_evidence').map((row) => {
      const check = verified.get(row.id as string)
      const names = says(row.what, row.what_en, row.lang)
      const checked = { verifiedBy: body(check?.organisation_id), verified: check?.verified_on }
      return full({ names, url: row.url, date: row.given_on, by: body(row.organisation_id), ...checked })
    }),
    handovers: rows('task_handovers').map((row) =>
      full({
        from: body(row.from_id),
        to: body(row.to_id),
        date: row.offered_on,
        reason: says(row.why, row.why_en, row.lang),
      }),
    ),
    appliesTo: rows('task_obligations').map((row) => ({
      organisation: body(row.organisation_id),
      obligation: row.obligation,
    })),
  }
}

/** Unknown is absent: no null, no empty list. */
function full(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** Where a form typed it and no file named it, the words make the key. */
function mechanismKey(one: { key?: string } & ExchangeWords): string {
  return (
    one.key ??
    ((one.en ?? one.id ?? 'x')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80) ||
      'x')
  )
}

function mechanismsOf(records: TaskExchangeRow[]): Partial<ProgrammeExchange> {
  const all = records.flatMap((task) => task.reporting as ({ key?: string } & ExchangeWords)[])
  const byKey = new Map(all.map(({ key, ...names }) => [mechanismKey({ key, ...names }), names]))
  if (byKey.size === 0) return {}
  return { reportingMechanisms: [...byKey].map(([key, names]) => ({ key, names })) }
}

async function answersOf(
  tx: ReadTx,
  programmeId: string,
  keys: ExchangeKeys,
  leaving: ReadonlySet<string>,
): Promise<Partial<ProgrammeExchange>> {
  const questions = (await questionRows(tx, programmeId)).filter((row) => leaving.has(row.task_id))
  if (questions.length === 0) return {}
  const asked = new Map(
    questions.map((row) => [row.id, keys.key('questions', row.id, row.title ?? row.title_en ?? '')]),
  )
  const answers = (await answerRows(tx, programmeId)).filter((row) => asked.has(row.question_id!))
  return {
    questions: questions.map(
      (row) =>
        full({
          key: asked.get(row.id),
          task: keys.key('tasks', row.task_id),
          names: full({ id: row.title, en: row.title_en }),
          reportedTotal: row.reported_total,
          source: row.source,
        }) as NonNullable<ProgrammeExchange['questions']>[number],
    ),
    answers: answers.map(
      (row) =>
        full({
          question: asked.get(row.question_id!),
          organisation: keys.key('organisations', row.organisation_id),
          value: row.value,
          raw: row.raw,
          date: row.answered_on,
        }) as NonNullable<ProgrammeExchange['answers']>[number],
    ),
  }
}

async function capacityRows(tx: ReadTx, programmeId: string, keys: ExchangeKeys): Promise<Partial<ProgrammeExchange>> {
  const rows = await capacitiesOn(tx, programmeId, '9999-12-31')
  if (rows.length === 0) return {}
  return {
    capacities: rows.map(({ id, organisationId, month, hours }) => {
      const organisation = keys.key('organisations', organisationId)
      keys.keep('capacities', `${organisation}.${month}`, id)
      return { organisation, month, hours }
    }),
  }
}
