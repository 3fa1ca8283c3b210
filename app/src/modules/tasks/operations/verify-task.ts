import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayVerify } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { addVerification } from '../store/write-acts.ts'
import { changeTask } from '../store/write-task.ts'
import { actingFor } from '../task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId } from './acting.ts'

/** By someone who neither answers for the task nor gave its evidence; the database refuses anyone else too. */
export const verifyTask = operation({
  name: 'verify-task',
  summary: both('Memeriksa penyelesaian tugas', 'Verify that a task is done'),
  input: z.object({ task: taskId, lang, note: sentence.optional() }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayVerify(actor, task),
  async change(tx, context) {
    const { subject: task, input, actor } = context
    const { note = null, lang } = input
    await addVerification(tx, by(context), task.id, { organisationId: actingFor(actor, task), note, lang })
    const version = await changeTask(tx, task, {})
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('verified', task, version))
  },
})
