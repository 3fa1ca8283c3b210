import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { confided, request } from '../fields.ts'
import { reconsiderations } from '../request.ts'
import { mayReconsider } from '../rules.ts'
import { addStep, addText } from '../store/write.ts'
import { done, loadFacts } from './acting.ts'

/** The superior's decision on an objection; what is overturned has to be answered anew. */
export const reconsiderAnswer = operation({
  name: 'reconsider-information-answer',
  summary: both('Memutus keberatan atas jawaban', 'Decides an objection to an answer'),
  input: z.strictObject({ request, decision: z.enum(reconsiderations), reason: confided(4000) }),
  load: loadFacts,
  policy: (actor, of) => mayReconsider(actor, of),
  async change(tx, { actor, input, subject, now, keys }) {
    await addText(tx, { actor, now, keys }, subject.id, 'reconsideration', input.reason)
    const decided = await addStep(tx, { actor, now }, subject.id, { kind: 'reconsidered', outcome: input.decision })
    return done('reconsidered', decided, { decision: input.decision, dueOn: subject.objection_due_on })
  },
})
