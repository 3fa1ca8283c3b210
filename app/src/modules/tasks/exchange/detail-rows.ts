import type { ExchangeTask, ExchangeWords } from '#modules/programmes/exchange-format.ts'
import type { ExchangeIds } from '#modules/programmes/public.ts'
import { keep, type Target } from '../target.ts'
import { stateOfFile } from './task-columns.ts'
import { splitOptional } from './words.ts'

type Made = { id: string; task_id: string; created_at: Date; created_by: null }
type Say = (words: ExchangeWords | undefined) => ReturnType<typeof splitOptional>
const say: Say = splitOptional

/** Rows of a task's history as the file tells them, ready to be written. */
export function detailRows(task: ExchangeTask, taskId: string, ids: ExchangeIds) {
  const made = (): Made => ({ id: ids.newId(), task_id: taskId, created_at: ids.now, created_by: null })
  const body = (key: string | undefined) => (key ? ids.id('organisations', key) : null)
  return {
    task_moves: (task.moves ?? []).map((move) => {
      const reason = say(move.reason)
      return {
        ...made(),
        ...targetColumns('from', move.from),
        ...targetColumns('to', move.to),
        reason: reason.own,
        reason_en: reason.en,
        lang: reason.lang,
        code: move.code ?? null,
        requested_by: body(move.requestedBy),
        decided_by: body(move.decidedBy),
        moved_on: move.date ?? null,
      }
    }),
    task_state_changes: (task.states ?? []).map((state, index, all) => {
      const reason = say(state.reason)
      return {
        ...made(),
        from_state: index > 0 ? stateOfFile[all[index - 1]!.state] : null,
        to_state: stateOfFile[state.state],
        code: state.code ?? null,
        waiting_on: state.state === 'waiting' ? body(state.waitingOn) : null,
        because: reason.own,
        because_en: reason.en,
        lang: reason.lang,
        changed_on: state.date,
      }
    }),
    task_evidence: (task.evidence ?? []).map((evidence) => {
      const what = say(evidence.names)
      return {
        ...made(),
        organisation_id: body(evidence.by),
        what: what.own!,
        what_en: what.en,
        lang: what.lang,
        url: evidence.url ?? null,
        given_on: evidence.date ?? null,
      }
    }),
    task_handovers: (task.handovers ?? []).map((handover) => {
      const why = say(handover.reason)
      return {
        ...made(),
        from_id: body(handover.from)!,
        to_id: body(handover.to)!,
        why: why.own,
        why_en: why.en,
        lang: why.lang,
        offered_on: handover.date,
      }
    }),
    task_obligations: (task.appliesTo ?? []).map((one) => ({
      ...made(),
      organisation_id: body(one.organisation)!,
      obligation: one.obligation,
    })),
  }
}
export type DetailRows = ReturnType<typeof detailRows>
export type DetailTable = keyof DetailRows

function targetColumns<Side extends 'from' | 'to'>(side: Side, target: Target) {
  const { due, target: full } = keep(target)
  const columns = { [`${side}_due`]: due, [`${side}_target`]: full && JSON.stringify(full) }
  return columns as Record<`${Side}_due` | `${Side}_target`, string | null>
}
