import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayReopen } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { stepTo } from '../store/write-task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId } from './acting.ts'

/** Evidence and verification of the earlier completion stay in the history and no longer count. */
export const reopenTask = operation({
  name: 'reopen-task',
  summary: both('Membuka kembali tugas', 'Reopen a task'),
  input: z.object({ task: taskId, lang, because: sentence }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayReopen(actor, task),
  async change(tx, context) {
    const { subject: task, input } = context
    const { because, lang } = input
    const version = await stepTo(tx, by(context), task, { to: 'in-progress', because, lang })
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('reopened', task, version, { from: task.state }))
  },
})
