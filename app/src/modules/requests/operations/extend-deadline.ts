import { z } from 'zod'
import { jakartaDate } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { confided, request } from '../fields.ts'
import { mayExtend } from '../rules.ts'
import { addStep, addText } from '../store/write.ts'
import { done, loadFacts } from './acting.ts'

/** Once, with a written reason, before the last day ends. */
export const extendDeadline = operation({
  name: 'extend-information-request',
  summary: both('Memperpanjang tenggat jawaban satu kali', 'Extends the deadline of an answer once'),
  input: z.strictObject({ request, reason: confided(2000) }),
  load: loadFacts,
  policy: (actor, of, _input, now) => mayExtend(actor, of, jakartaDate(now)),
  async change(tx, { actor, input, subject, now, keys }) {
    await addText(tx, { actor, now, keys }, subject.id, 'extension', input.reason)
    const extended = await addStep(tx, { actor, now }, subject.id, { kind: 'extended' })
    return done('extended', extended, { from: subject.due_on, to: extended.due_on })
  },
})
