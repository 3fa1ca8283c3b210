import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayCancel } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { stepTo } from '../store/write-task.ts'
import { reasonCodes } from '../task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId } from './acting.ts'

export const cancelTask = operation({
  name: 'cancel-task',
  summary: both('Membatalkan tugas', 'Cancel a task'),
  input: z.object({ task: taskId, lang, code: z.enum(reasonCodes), because: sentence }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayCancel(actor, task),
  async change(tx, context) {
    const { subject: task, input } = context
    const { code, because, lang } = input
    const version = await stepTo(tx, by(context), task, { to: 'cancelled', code, because, lang })
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('cancelled', task, version, { code }))
  },
})
