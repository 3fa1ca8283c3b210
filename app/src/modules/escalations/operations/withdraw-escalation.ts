import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayWithdrawEscalation } from '../escalation.ts'
import { addWithdrawal, touch } from '../store/write.ts'
import { type Done, escalationEvent, loadFacts } from './acting.ts'

export const withdrawEscalation = operation({
  name: 'withdraw-escalation',
  summary: both('Menarik perkara yang dinaikkan', 'Takes back a matter brought to the heads'),
  input: z.strictObject({ escalation: z.uuid(), reason: z.string().trim().min(1).max(2000) }),
  load: loadFacts,
  policy: (actor, subject) => mayWithdrawEscalation(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    await addWithdrawal(tx, { actor, now, today }, subject.id, input.reason)
    const version = await touch(tx, subject)
    const done: Done = { escalation: subject.id }
    return changed(done, escalationEvent('escalation.withdrawn', subject, version))
  },
})
