import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayWithdraw } from '../rules.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, sentence } from './acting.ts'

export const withdrawDecision = operation({
  name: 'withdraw-decision',
  summary: both('Menarik pertanyaan sebelum diputus', 'Withdraws a question before it is decided'),
  input: z.strictObject({ decision, reason: sentence }),
  stepUp: true,
  load: loadFacts,
  policy: (actor, subject) => mayWithdraw(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const row = { decision_id: subject.id, reason: input.reason }
    await addDetail(tx, { actor, now, today }, 'decision_withdrawals', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, decisionEvent('decision.withdrawn', subject, version))
  },
})
