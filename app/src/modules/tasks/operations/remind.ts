import { z } from 'zod'
import { jakartaDate } from '#kernel/database.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayRemind } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { addReminder } from '../store/write-acts.ts'
import { changeTask } from '../store/write-task.ts'
import { actingFor } from '../task.ts'
import { by, type Done, lang, taskEvent, taskId } from './acting.ts'

/** Once in seven days for one waiting; followers of `task.reminded` tell the agency that is waited for. */
export const remind = operation({
  name: 'remind',
  summary: both('Mengingatkan instansi yang ditunggu', 'Remind the agency that is waited for'),
  input: z.object({ task: taskId, lang }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task, _input, now) => mayRemind(actor, task, jakartaDate(now)),
  async change(tx, context) {
    const { subject: task, actor, today } = context
    const organisationId = task.waiting_on!
    await addReminder(tx, by(context), task.id, { organisationId, byId: actingFor(actor, task) })
    const version = await changeTask(tx, task, {})
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('reminded', task, version, { organisation: organisationId, on: today }))
  },
})
