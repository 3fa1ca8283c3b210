import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayAnswerOffer } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { answerHandover } from '../store/write-acts.ts'
import { changeTask } from '../store/write-task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId } from './acting.ts'

export const declineHandOver = operation({
  name: 'decline-hand-over',
  summary: both('Menolak penyerahan tugas', 'Decline the hand-over of a task'),
  input: z.object({ task: taskId, lang, because: sentence }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayAnswerOffer(actor, task),
  async change(tx, context) {
    const { subject: task, input } = context
    const offer = task.offer!
    const { because, lang } = input
    await answerHandover(tx, by(context), task.id, { handoverId: offer.id, accepted: false, because, lang })
    const version = await changeTask(tx, task, {})
    const payload = { handover: offer.id, from: offer.from_id, to: offer.to_id }
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('declined', task, version, payload))
  },
})
