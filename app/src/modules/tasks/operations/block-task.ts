import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayStopFor } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { stepTo } from '../store/write-task.ts'
import { blockingCodes } from '../task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId } from './acting.ts'

export const blockTask = operation({
  name: 'block-task',
  summary: both('Mencatat tugas terhalang', 'Record that a task is blocked'),
  input: z
    .object({ task: taskId, lang, code: z.enum(blockingCodes), because: sentence, until: z.iso.date().optional() })
    .strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayStopFor(actor, task),
  async change(tx, context) {
    const { subject: task, input } = context
    const { code, because, until: endsOn, lang } = input
    const version = await stepTo(tx, by(context), task, { to: 'blocked', code, because, endsOn, lang })
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('blocked', task, version, { code }))
  },
})
