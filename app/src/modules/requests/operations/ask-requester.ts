import { z } from 'zod'
import { jakartaDate } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { confided, request } from '../fields.ts'
import { mayAskRequester } from '../rules.ts'
import { addStep, addText } from '../store/write.ts'
import { done, loadFacts } from './acting.ts'

/** The only thing that stops the clock: from the question to the requester's reply. */
export const askRequester = operation({
  name: 'ask-requester',
  summary: both('Meminta kejelasan kepada pemohon', 'Asks the requester for clarification'),
  input: z.strictObject({ request, question: confided(2000) }),
  load: loadFacts,
  policy: (actor, of, _input, now) => mayAskRequester(actor, of, jakartaDate(now)),
  async change(tx, { actor, input, subject, now, keys }) {
    await addText(tx, { actor, now, keys }, subject.id, 'question', input.question)
    return done('paused', await addStep(tx, { actor, now }, subject.id, { kind: 'paused' }))
  },
})
