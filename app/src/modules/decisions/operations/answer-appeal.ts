import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayAnswerAppeal } from '../rules.ts'
import { readParts } from '../store/parts.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

/** Upheld: the question may be raised again as a decision that undoes this one; the first stays as it was. */
export const answerAppeal = operation({
  name: 'answer-appeal',
  summary: both('Menjawab permintaan tinjauan kembali', 'Answers an appeal'),
  input: z.strictObject({
    decision,
    appeal: z.uuid(),
    upheld: z.enum(['yes', 'no']),
    reason: z.string().trim().min(1).max(4000),
  }),
  stepUp: true,
  load: loadFacts,
  policy: (actor, subject) => mayAnswerAppeal(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const appeal = (await readParts(tx, subject.id)).appeals.find(
      (one) => one.id === input.appeal && one.upheld === null,
    )
    if (!appeal) return refused(wrong('appeal', 'otherAppeal'))
    const upheld = input.upheld === 'yes'
    const row = { decision_id: subject.id, appeal_id: appeal.id, upheld, reason: input.reason }
    await addDetail(tx, { actor, now, today }, 'appeal_answers', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, decisionEvent('appeal.answered', subject, version, { appeal: appeal.id, upheld }))
  },
})
