import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'

/** Records a refused sign-in; for an address without an account the event names no one. */
export const refuseSignIn = operation({
  name: 'refuse-sign-in',
  summary: both('Mencatat penolakan masuk', 'Records a refused sign-in'),
  input: z.strictObject({
    personId: z.uuid().optional(),
    cause: z.enum([
      'unknown',
      'no-password',
      'disabled',
      'wrong-password',
      'wrong-code',
      'wrong-passkey',
      'wrong-identity',
    ]),
  }),
  load: async () => ({}),
  policy: (actor) => onlySignInJob(actor),
  async change(_tx, { input: { personId, cause }, now }) {
    const [subjectKind, subjectId] = personId ? ['account', personId] : ['sign-in', newId(now)]
    return changed(null, {
      name: 'sign-in.refused',
      programmeId: null,
      class: 'restricted',
      subjectKind: subjectKind!,
      subjectId: subjectId!,
      payload: { cause },
    })
  },
})
