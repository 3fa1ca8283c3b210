import type { JobActor } from '../access.ts'
import { jakartaDate } from '../database.ts'
import type { RunContext } from '../operation.ts'
import { reason, type Verdict } from '../reason.ts'
import type { Deps } from '../web/request.ts'

/** The only actor that reads accounts, sessions and links; the app's own role sees none of them. */
export const signInJob: JobActor = {
  kind: 'job',
  job: 'sign-in',
  classes: ['public', 'members'],
  writes: ['restricted'],
}

/** How an operation on accounts is run. Whoever asks for it is named in its input, read again inside the transaction. */
export function asSignIn(deps: Pick<Deps, 'jobs'>, now: Date, requestId?: string): RunContext {
  return { db: deps.jobs, actor: signInJob, now, today: jakartaDate(now), requestId }
}

export function onlySignInJob(actor: { kind: string; job?: string }): Verdict {
  if (actor.kind === 'job' && actor.job === signInJob.job) return true
  return reason('sign-in-job-only', (lang) =>
    lang === 'id' ? 'Hanya layanan masuk yang dapat melakukan ini' : 'Only the sign-in service can do this',
  )
}
