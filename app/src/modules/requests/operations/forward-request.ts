import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { confided, request } from '../fields.ts'
import { mayForward } from '../rules.ts'
import { addStep, addText } from '../store/write.ts'
import { done, loadFacts } from './acting.ts'

/** Another public body holds it: the requester is told which one and how to reach it. */
export const forwardRequest = operation({
  name: 'forward-information-request',
  summary: both('Meneruskan permintaan ke badan publik lain', 'Forwards a request to another public body'),
  input: z.strictObject({ request, body: confided(2000) }),
  load: loadFacts,
  policy: (actor, of) => mayForward(actor, of),
  async change(tx, { actor, input, subject, now, keys }) {
    await addText(tx, { actor, now, keys }, subject.id, 'forwarding', input.body)
    return done('forwarded', await addStep(tx, { actor, now }, subject.id, { kind: 'forwarded' }))
  },
})
