import type { ReadTx } from '#kernel/database.ts'
import type { Condition, Evaluation, Observation, Row } from '#modules/monitoring/signal.ts'
import { namesOf } from '../store/organisations.ts'
import { type PastTask, tasksOn } from '../store/read-past.ts'
import { isExtension, type Kept, type Target } from '../target.ts'
import { shortName } from '../task.ts'
import { stateOn } from './open-days.ts'
import { say } from './say.ts'
import { hasSlipped, slipRates } from './slips.ts'

export const resistance: Condition[] = [
  { detector: 'D4', letter: 'c', observe: processSlips },
  { detector: 'D4', letter: 'e', observe: extensions },
]

/** D4 c: how many times as often process changes slip as other milestones, up to the day. */
async function processSlips(tx: ReadTx, { programmeId, at }: Evaluation): Promise<Observation> {
  const milestones = (await tasksOn(tx, programmeId, at)).filter(
    (task) => task.kind === 'milestone' && (task.baseline_due || task.baseline_target),
  )
  const judged = milestones.map((task) => ({
    id: task.id,
    owner: task.owner_id,
    processChange: task.milestone_type === 'process-change',
    slipped: hasSlipped(firstOf(task), nowOf(task), doneOn(task, at)),
  }))
  const rows = judged.map(({ id, slipped, processChange }): Row => {
    const note = slipped ? (processChange ? 'moved-process' : 'moved') : undefined
    return { kind: 'task', id, counted: slipped, note }
  })
  const rates = slipRates(judged)
  if (!rates) {
    const process = judged.filter((one) => one.processChange).length
    const because = say((words, num) => words.fewToCompare(num(process), num(judged.length - process)))
    return { kind: 'not-enough', n: judged.length, because, rows }
  }
  const { process, other, times } = rates
  return {
    kind: 'observed',
    value: times,
    n: judged.length,
    evidence: say((words, num) =>
      words.slips(
        num(judged.length),
        num(process.slipped + other.slipped),
        num(process.slipped),
        num(process.of),
        num(other.slipped),
        num(other.of),
      ),
    ),
    rows,
    parties: [...new Set(judged.filter((one) => one.slipped && one.processChange).map((one) => one.owner))],
  }
}

function firstOf(task: PastTask): Kept {
  return { due: task.baseline_due, target: task.baseline_target as Target | null }
}

function nowOf(task: PastTask): Kept {
  const last = task.moves.at(-1)
  return last ? { due: last.to_due, target: last.to_target as Target | null } : firstOf(task)
}

function doneOn(task: PastTask, at: string): string | null {
  const last = stateOn(task.changes, at)
  return last?.to === 'done' ? last.on : null
}

/** D4 e: extensions that one agency asked for in the window; the most of any. */
async function extensions(tx: ReadTx, { programmeId, at, window }: Evaluation): Promise<Observation> {
  const tasks = await tasksOn(tx, programmeId, at)
  const all = tasks.flatMap((task) => task.moves.filter(isLater).map((move) => ({ ...move, id: task.id })))
  if (all.length > 0 && all.every((move) => move.requested_by === null))
    return { kind: 'unchecked', because: say((words) => words.noRequester) }
  const asked = all.filter((move) => move.requested_by && move.moved_on && move.moved_on >= window.from)
  const byAgency = Map.groupBy(asked, (move) => move.requested_by!)
  const counts = [...byAgency].map(([id, own]) => ({ id, times: own.length })).sort((a, b) => b.times - a.times)
  const [most] = counts
  const names = await namesOf(
    tx,
    counts.map((one) => one.id),
  )
  const touched = Map.groupBy(asked, (move) => move.id)
  const rows = tasks.map((task): Row => {
    const own = touched.get(task.id) ?? []
    const counted = own.some((move) => move.requested_by === most?.id)
    return { kind: 'task', id: task.id, counted, weight: own.length, note: own.length > 0 ? 'extended' : undefined }
  })
  return {
    kind: 'observed',
    value: most?.times ?? 0,
    n: tasks.length,
    evidence: say((words, num) =>
      most
        ? words.extensions(num(touched.size), shortName(names, most.id), num(most.times))
        : words.noExtensions(num(tasks.length)),
    ),
    rows: most ? rows.filter((row) => row.weight! > 0) : rows,
    parties: counts.filter((one) => one.times >= 3).map((one) => one.id),
  }
}

function isLater(move: PastTask['moves'][number]): boolean {
  return isExtension({ due: move.from_due, target: null }, { due: move.to_due, target: null })
}
