import type { ExchangeTask, ProgrammeExchange } from '#modules/programmes/exchange-format.ts'
import type { ExchangeIds } from '#modules/programmes/public.ts'
import { keep } from '../target.ts'
import type { TaskState } from '../task.ts'
import { split } from './words.ts'

/** State of a file as a task keeps it. */
export const stateOfFile = {
  planned: 'open',
  'in-progress': 'in-progress',
  waiting: 'waiting',
  blocked: 'blocked',
  done: 'done',
  cancelled: 'cancelled',
} as const satisfies Record<string, TaskState>

export type Places = { territoryCode(key: string): string | null }

/** Columns that no later import changes. */
export function firstColumns(task: ExchangeTask) {
  const first = keep(task.baselineTarget)
  return {
    baseline_start: task.starts ?? null,
    baseline_due: first.due,
    baseline_target: first.target && JSON.stringify(first.target),
  }
}

/** Columns that follow the file. */
export function columnsOf(task: ExchangeTask, file: ProgrammeExchange, ids: ExchangeIds, places: Places) {
  const title = split(task.names)
  const now = keep(task.currentTarget ?? task.baselineTarget)
  const last = task.states?.at(-1)
  const state = last ? stateOfFile[last.state] : 'open'
  return {
    owner_id: ownerOf(task, ids),
    class: task.class ?? 'public',
    title: title.own,
    title_en: title.en,
    measures: JSON.stringify((task.measures ?? []).map((one) => ({ kind: one.kind, ...one.names }))),
    milestone_type: task.kind === 'milestone' ? (task.type ?? null) : null,
    start_on: task.starts ?? null,
    due_on: now.due,
    target: now.target && JSON.stringify(now.target),
    reporting: JSON.stringify((task.reporting ?? []).map((key) => ({ key, ...mechanism(file, key) }))),
    objective_ids: (task.objectives ?? []).map((key) => ids.id('objectives', key)),
    service_id: task.service ? ids.id('services', task.service) : null,
    territory_code: task.territory ? places.territoryCode(task.territory) : null,
    target_group: task.targetGroup ? split(task.targetGroup).own : null,
    effort_amount: task.effort?.amount ?? null,
    effort_unit: task.effort?.unit ?? null,
    budget: task.budget?.amount ?? null,
    currency: task.budget?.currency ?? 'IDR',
    state,
    state_since: last?.date ?? null,
    waiting_on: state === 'waiting' && last?.waitingOn ? ids.id('organisations', last.waitingOn) : null,
    done_on: state === 'done' ? last!.date : null,
  }
}

/** The accountable body; where the file names none, the first one that does it. */
export function ownerOf(task: ExchangeTask, ids: ExchangeIds): string {
  const named = task.accountable?.[0] ?? task.responsible?.[0]
  return named ? ids.id('organisations', named) : ids.ownerId
}

function mechanism(file: ProgrammeExchange, key: string) {
  return file.reportingMechanisms?.find((one) => one.key === key)?.names ?? {}
}

/** What the file says and no table holds; written back on export. */
export function extraOf(task: ExchangeTask): object | undefined {
  const extra = {
    ...(task.inherited ? { inherited: task.inherited } : {}),
    ...(task.type && task.kind === 'activity' ? { type: task.type } : {}),
    ...(task.targetGroup?.id && task.targetGroup.en ? { targetGroup: task.targetGroup } : {}),
  }
  return Object.keys(extra).length > 0 ? extra : undefined
}
