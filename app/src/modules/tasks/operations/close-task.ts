import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayClose } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { stepTo } from '../store/write-task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId } from './acting.ts'

/** Only with evidence: closing without it would not count. */
export const closeTask = operation({
  name: 'close-task',
  summary: both('Menutup tugas yang selesai', 'Close a task that is done'),
  input: z.object({ task: taskId, lang, note: sentence.optional() }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayClose(actor, task),
  async change(tx, context) {
    const { subject: task, input, today } = context
    const version = await stepTo(tx, by(context), task, { to: 'done', because: input.note, lang: input.lang })
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('closed', task, version, { on: today, due: task.due_on }))
  },
})
