import { z } from 'zod'
import { operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { line, request } from '../fields.ts'
import { mayRegister } from '../rules.ts'
import { addStep, addWording } from '../store/write.ts'
import { done, loadFacts, wrong } from './acting.ts'

/** The public register's words for it, without personal data, and the programme it belongs to. */
export const registerRequest = operation({
  name: 'register-information-request',
  summary: both('Mencatat permintaan di register publik', 'Enters a request in the public register'),
  input: z.strictObject({ request, subject: line(300), purpose: line(300), programme: z.string().max(80).optional() }),
  load: loadFacts,
  policy: (actor, of) => mayRegister(actor, of),
  async change(tx, { actor, input, subject, now }) {
    const programme = input.programme ? await programmeBySlug(tx, input.programme) : undefined
    if (!subject.programme_id && !programme) return refused(wrong('programme', 'programmeNeeded'))
    await addWording(tx, { actor, now }, subject.id, { subject: input.subject, purpose: input.purpose })
    const step = { kind: 'registered', programme_id: subject.programme_id ?? programme!.id }
    return done('registered', await addStep(tx, { actor, now }, subject.id, step))
  },
})
