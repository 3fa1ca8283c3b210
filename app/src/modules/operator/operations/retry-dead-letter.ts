import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayOperate } from '../rules.ts'
import { readFailure } from '../store.ts'

/** Dead letters have no id of their own in the log; their follower and number are in the payload. */
const deadLetters = '00000000-0000-7000-8000-0000000dead1'

export const retryDeadLetter = operation({
  name: 'retry-dead-letter',
  summary: both('Memberi peristiwa yang gagal kepada pengikutnya lagi', 'Gives a failed event to its follower again'),
  input: z.strictObject({ follower: z.string().min(1).max(80), number: z.number().int().positive() }),
  async load(tx, input, { actor }) {
    // Someone without the right sees no failures; the policy, not a 404, must tell them.
    if (mayOperate(actor) !== true) return { follower: input.follower }
    return readFailure(tx, input.follower, input.number)
  },
  policy: (actor) => mayOperate(actor),
  async change(_tx, { input }) {
    return changed(input, {
      name: 'dead-letter.retried',
      programmeId: null,
      // of no programme: read by jobs alone
      class: 'members',
      subjectKind: 'dead-letter',
      subjectId: deadLetters,
      payload: input,
    })
  },
})
