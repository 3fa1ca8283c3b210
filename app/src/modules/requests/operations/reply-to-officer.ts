import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { confided, token } from '../fields.ts'
import { mayReply } from '../rules.ts'
import { addStep, addText } from '../store/write.ts'
import { doneUnsigned, loadOwn } from './acting.ts'

/** The requester's reply lets the clock run again. */
export const replyToOfficer = operation({
  name: 'reply-to-clarification',
  summary: both('Menjawab pertanyaan PPID', 'Answers the information officer’s question'),
  input: z.strictObject({ token, reply: confided(4000) }),
  load: loadOwn,
  policy: (actor, of) => mayReply(actor, of),
  async change(tx, { actor, input, subject, now, keys }) {
    const by = { actor, now, keys, unnamed: true }
    await addText(tx, by, subject.id, 'reply', input.reply)
    const resumed = await addStep(tx, by, subject.id, { kind: 'resumed' })
    return doneUnsigned('resumed', resumed, { dueOn: resumed.due_on })
  },
})
