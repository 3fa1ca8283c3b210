import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { mayMove } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { addMove, changeTask } from '../store/write-task.ts'
import { isExtension, type Kept, keep, sameTarget, type Target } from '../target.ts'
import { actingFor, reasonCodes } from '../task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId, wrong } from './acting.ts'
import { readTarget, targetFields } from './target-input.ts'

/** The first target stays; a move is a row with why and who asked for it. */
export const moveTask = operation({
  name: 'move-task',
  summary: both('Menggeser tenggat tugas', 'Move the target of a task'),
  input: z
    .object({
      task: taskId,
      lang,
      ...targetFields,
      reason: sentence,
      code: z.enum(reasonCodes),
      requestedBy: z.uuid(),
    })
    .strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayMove(actor, task),
  async change(tx, context) {
    const { subject: task, input, actor, today } = context
    const parties = await partiesOn(tx, task.programme_id, today)
    const from: Kept = { due: task.due_on, target: task.target as Target | null }
    const target = readTarget(input)
    const problems = 'problem' in target ? [target.problem] : []
    const to = keep('problem' in target ? undefined : target.target)
    if (problems.length === 0 && sameTarget(from, to)) problems.push(wrong('due', 'sameTarget'))
    if (task.start_on && to.due && to.due < task.start_on) problems.push(wrong('due', 'dueBeforeStart'))
    if (!parties.some((party) => party.organisationId === input.requestedBy))
      problems.push(wrong('requestedBy', 'notAParty'))
    if (problems.length > 0) return refused(...problems)
    const { reason, code, requestedBy } = input
    const decidedBy = actingFor(actor, task)
    await addMove(tx, by(context), task.id, { from, to, reason, lang: input.lang, code, requestedBy, decidedBy })
    const version = await changeTask(tx, task, { due_on: to.due, target: to.target && JSON.stringify(to.target) })
    const payload = { from: from.due, to: to.due, code, requestedBy, extension: isExtension(from, to) }
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('moved', task, version, payload))
  },
})
