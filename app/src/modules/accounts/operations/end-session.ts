import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { endSession as end, endAllSessions as endAll } from '#kernel/session.ts'
import { accountEvent } from '../office.ts'
import { accountOf } from '../store/accounts.ts'

/** Ends one session of a person; another person's session is not theirs to end and is not found. */
export const endSession = operation({
  name: 'end-session',
  summary: both('Mengakhiri sesi', 'Ends a session'),
  input: z.strictObject({ personId: z.uuid(), sessionId: z.uuid() }),
  load: (tx, { personId }) => accountOf(tx, personId),
  policy: (actor) => onlySignInJob(actor),
  async change(tx, { input: { personId, sessionId }, now }) {
    if (!(await end(tx, personId, sessionId, now))) return refusedBecause(notOpen)
    return changed(null, accountEvent('session.ended', personId, { sessionId }))
  },
})

/** Signs a person out everywhere. */
export const endAllSessions = operation({
  name: 'end-all-sessions',
  summary: both('Mengakhiri semua sesi', 'Ends all sessions'),
  input: z.strictObject({ personId: z.uuid() }),
  load: (tx, { personId }) => accountOf(tx, personId),
  policy: (actor) => onlySignInJob(actor),
  async change(tx, { input: { personId }, now }) {
    const count = await endAll(tx, personId, now)
    return changed({ count }, accountEvent('sessions.ended', personId, { count }))
  },
})

const notOpen = reason('not-open', both('Sesi itu sudah berakhir', 'That session has ended already'))
