import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Party, type ProgrammeHead, partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import { adoptionOf } from './store/adoption.ts'
import { namesOf } from './store/organisations.ts'
import * as details from './store/read-details.ts'
import { readTask } from './store/read-task.ts'
import type { Task } from './task.ts'

/** What every form of an act on a task is given. */
export type ActData = { programme: ProgrammeHead; task: Task; record: details.TaskRecord; parties: Party[] }

export async function loadAct(tx: ReadTx, request: PageRequest<unknown>): Promise<ActData | undefined> {
  const { slug = '', id = '' } = request.params
  const programme = await programmeBySlug(tx, slug)
  if (!programme || !isId(id)) return undefined
  const [task, record] = await Promise.all([readTask(tx, id), details.readTaskRecord(tx, id)])
  if (!task || !record || task.programme_id !== programme.id) return undefined
  return { programme, task, record, parties: await partiesOn(tx, programme.id, request.today) }
}

/** Everything the page of one task shows. */
export async function loadTaskPage(tx: ReadTx, request: PageRequest<unknown>) {
  const act = await loadAct(tx, request)
  if (!act) return undefined
  const { id } = act.record
  const [roles, moves, states, handovers, evidence, verifications, reminders, subtasks, adoption] = await Promise.all([
    details.rolesOf(tx, id),
    details.movesOf(tx, id),
    details.stateChangesOf(tx, id),
    details.handoversOf(tx, id),
    details.evidenceOf(tx, id),
    details.verificationsOf(tx, id),
    details.remindersOf(tx, id),
    details.subtasksOf(tx, id),
    adoptionOf(tx, id),
  ])
  const names = await namesOf(tx, [
    act.record.owner_id,
    act.record.waiting_on,
    ...[...roles, ...evidence, ...verifications, ...reminders].map((row) => row.organisation_id),
    ...moves.flatMap((move) => [move.requested_by, move.decided_by]),
    ...states.map((state) => state.waiting_on),
    ...handovers.flatMap((one) => [one.from_id, one.to_id]),
    ...subtasks.map((one) => one.owner_id),
    ...[...adoption.obligations, ...adoption.answers].map((one) => one.organisation_id),
  ])
  return { ...act, roles, moves, states, handovers, evidence, verifications, reminders, subtasks, adoption, names }
}
export type TaskPageData = NonNullable<Awaited<ReturnType<typeof loadTaskPage>>>
