import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayResume } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { stepTo } from '../store/write-task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId } from './acting.ts'

/** By those who do the task, or by the agency that was waited for. */
export const resumeTask = operation({
  name: 'resume-task',
  summary: both('Melanjutkan tugas yang menunggu atau terhalang', 'Resume a waiting or blocked task'),
  input: z.object({ task: taskId, lang, because: sentence.optional() }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayResume(actor, task),
  async change(tx, context) {
    const { subject: task, input } = context
    const version = await stepTo(tx, by(context), task, {
      to: 'in-progress',
      because: input.because,
      lang: input.lang,
    })
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('resumed', task, version, { from: task.state, waitingOn: task.waiting_on }))
  },
})
