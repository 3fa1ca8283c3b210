import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayAddEvidence } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { addEvidence as writeEvidence } from '../store/write-acts.ts'
import { changeTask } from '../store/write-task.ts'
import { actingFor } from '../task.ts'
import { by, type Done, lang, taskEvent, taskId, wrong } from './acting.ts'

export const addEvidence = operation({
  name: 'add-evidence',
  summary: both('Menambah bukti penyelesaian', 'Add evidence that a task is done'),
  input: z
    .object({
      task: taskId,
      lang,
      what: z.string().trim().min(1).max(300),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .optional(),
      body: z.string().trim().min(1).max(5000).optional(),
      document: z.uuid().optional(),
    })
    .strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayAddEvidence(actor, task),
  async change(tx, context) {
    const { subject: task, input, actor } = context
    const { what, url = null, body = null, document = null, lang } = input
    if (!url && !body && !document) return refused(wrong('url', 'evidenceText'))
    const organisationId = actingFor(actor, task)
    const evidence = await writeEvidence(tx, by(context), task.id, {
      organisationId,
      what,
      url,
      body,
      document_id: document,
      lang,
    })
    const version = await changeTask(tx, task, {})
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('evidenced', task, version, { evidence }))
  },
})
