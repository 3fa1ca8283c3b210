import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayStart } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { stepTo } from '../store/write-task.ts'
import { by, type Done, lang, taskEvent, taskId } from './acting.ts'

export const startTask = operation({
  name: 'start-task',
  summary: both('Memulai tugas', 'Start a task'),
  input: z.object({ task: taskId, lang }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayStart(actor, task),
  async change(tx, context) {
    const { subject: task, input } = context
    const version = await stepTo(tx, by(context), task, { to: 'in-progress', lang: input.lang })
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('started', task, version))
  },
})
