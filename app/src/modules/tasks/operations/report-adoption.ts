import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { mayReportAdoption } from '../rules.ts'
import { isQuestionOf } from '../store/places.ts'
import { lockTask } from '../store/read-task.ts'
import { addAdoption } from '../store/write-acts.ts'
import { changeTask } from '../store/write-task.ts'
import { adoptionValues } from '../task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId, wrong } from './acting.ts'

/** Has the agency taken up what the task introduces? The newest answer counts, earlier ones stay. */
export const reportAdoption = operation({
  name: 'report-adoption',
  summary: both('Melaporkan penerapan oleh instansi', 'Report whether an agency has taken it up'),
  input: z
    .object({
      task: taskId,
      lang,
      agency: z.uuid(),
      question: z.uuid().optional(),
      value: z.enum(adoptionValues),
      note: sentence.optional(),
    })
    .strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task, input) => mayReportAdoption(actor, task, input.agency),
  async change(tx, context) {
    const { subject: task, input, today } = context
    const { agency: organisationId, question: questionId = null, value, note = null, lang } = input
    const parties = await partiesOn(tx, task.programme_id, today)
    const asked =
      task.bound_ids.includes(organisationId) || parties.some((one) => one.organisationId === organisationId)
    if (!asked) return refused(wrong('agency', 'notBound'))
    if (questionId && !(await isQuestionOf(tx, task.id, questionId)))
      return refused(wrong('question', 'noSuchQuestion'))
    await addAdoption(tx, by(context), task.id, { questionId, organisationId, value, note, lang })
    const version = await changeTask(tx, task, {})
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('adoption-reported', task, version, { organisation: organisationId, value }))
  },
})
