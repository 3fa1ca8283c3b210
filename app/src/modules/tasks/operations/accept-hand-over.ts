import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayAnswerOffer } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { answerHandover } from '../store/write-acts.ts'
import { addRoles, changeTask, endRole, stepTo } from '../store/write-task.ts'
import { hasRole, type TaskRole } from '../task.ts'
import { by, type Done, lang, roleFact, taskEvent, taskId } from './acting.ts'

/** The new agency answers for the task and does it; the one that gave it away stays informed. */
export const acceptHandOver = operation({
  name: 'accept-hand-over',
  summary: both('Menerima penyerahan tugas', 'Accept the hand-over of a task'),
  input: z.object({ task: taskId, lang }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayAnswerOffer(actor, task),
  async change(tx, context) {
    const { subject: task, input } = context
    const offer = task.offer!
    const answer = { handoverId: offer.id, accepted: true, because: null, lang: input.lang }
    await answerHandover(tx, by(context), task.id, answer)
    const ended = (['accountable', 'responsible'] as const).filter((role) => hasRole(task, offer.from_id, role))
    for (const role of ended) await endRole(tx, by(context), task.id, offer.from_id, role)
    const taken: [string, TaskRole][] = [
      [offer.to_id, 'accountable'],
      [offer.to_id, 'responsible'],
      [offer.from_id, 'informed'],
    ]
    const added = taken.filter(([organisationId, role]) => !hasRole(task, organisationId, role))
    const roles = added.map(([organisationId, role]) => ({ organisationId, role }))
    await addRoles(tx, by(context), task.id, roles)
    // A task that waited for the agency that now has it waits no longer.
    const arrives = task.state === 'waiting' && task.waiting_on === offer.to_id
    const before = arrives
      ? (await stepTo(tx, by(context), task, { to: 'in-progress', lang: input.lang })) - 1
      : task.version
    const version = await changeTask(tx, { id: task.id, version: before }, { owner_id: offer.to_id })
    const payload = {
      handover: offer.id,
      from: offer.from_id,
      to: offer.to_id,
      resumed: arrives,
      roles: added.map(([organisationId, role]) => roleFact(organisationId, role)),
      ended: ended.map((role) => roleFact(offer.from_id, role)),
    }
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('handed-over', { ...task, owner_id: offer.to_id }, version, payload))
  },
})
