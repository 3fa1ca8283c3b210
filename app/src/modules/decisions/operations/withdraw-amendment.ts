import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayWithdrawAmendment, partiesOf } from '../rules.ts'
import { readParts } from '../store/parts.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, sentence, wrong } from './acting.ts'

export const withdrawAmendment = operation({
  name: 'withdraw-amendment',
  summary: both('Menarik usulan perubahan instansi sendiri', 'Withdraws the own party’s amendment'),
  input: z.strictObject({ decision, amendment: z.uuid(), reason: sentence }),
  load: loadFacts,
  policy: (actor, subject) => mayWithdrawAmendment(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const mine = partiesOf(actor, subject)
    const { amendments } = await readParts(tx, subject.id)
    const own = amendments.find(
      (one) => one.id === input.amendment && one.answer === null && mine.includes(one.organisation_id),
    )
    if (!own) return refused(wrong('amendment', 'answeredAmendment'))
    const row = { decision_id: subject.id, amendment_id: own.id, answer: 'withdrawn', reason: input.reason }
    await addDetail(tx, { actor, now, today }, 'amendment_answers', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, decisionEvent('amendment.withdrawn', subject, version, { amendment: own.id }))
  },
})
