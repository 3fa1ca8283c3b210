import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { admit, forgive } from '#kernel/session/attempts.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import type { Ctx, Deps } from '#kernel/web/request.ts'
import { limits } from './account.ts'
import type { Factors } from './factor.ts'
import { officeOf } from './office.ts'
import type { DeviceInput, Opened } from './opening.ts'
import { openSessionByCode } from './operations/open-session-by-code.ts'
import { refuseSignIn } from './operations/refuse-sign-in.ts'
import type { Slow } from './passwords.ts'
import type { PendingLink } from './provider.ts'
import { linkPending } from './provider-sign-in.ts'
import { dropNote, keepNote, noteIn } from './sealed-note.ts'
import { factorsOf } from './store/factors.ts'

/** Whose first step was right, with a mark of what it was checked against, and where they wanted to go. */
export type FirstStep = { personId: string; mark: string; next: string; link?: PendingLink }

const note = { name: 'step', minutes: 10 } as const

export function keepFirstStep(deps: Deps, c: Ctx, step: FirstStep): void {
  keepNote(deps, c, note, step)
}

export function firstStepIn(deps: Deps, c: Ctx): FirstStep | undefined {
  return noteIn<FirstStep>(deps, c, note)
}

export function dropFirstStep(deps: Deps, c: Ctx): void {
  dropNote(deps, c, note)
}

export function readFactors(deps: Pick<Deps, 'jobs'>, personId: string, now: Date): Promise<Factors> {
  return readAs(deps.jobs, signInJob, now, (tx) => factorsOf(tx, personId))
}

export type SecondStepAnswer = { kind: 'signed-in'; opened: Opened } | { kind: 'refused' | 'gone' } | Slow

/** Guessing codes is slowed by account, as guessing passwords is; each wrong one is recorded. */
export async function takeSecondStep(
  deps: Deps,
  step: FirstStep,
  given: { code: string; device: DeviceInput },
  now: Date,
  requestId: string,
): Promise<SecondStepAnswer> {
  const attempt = { limit: limits.code, key: step.personId }
  const admission = await admit(deps, [attempt], now)
  if (!admission.admitted) return { kind: 'too-many', until: admission.until }
  const context = asSignIn(deps, now, requestId)
  const input = { personId: step.personId, mark: step.mark, ...given }
  const outcome = await run(openSessionByCode(officeOf(deps)), input, context)
  if (outcome.kind === 'done') {
    await forgive(deps, [attempt], [], now)
    if (step.link) await linkPending(deps, step.link, context)
    return { kind: 'signed-in', opened: outcome.value }
  }
  if (outcome.kind === 'denied' || outcome.kind === 'missing') return { kind: 'gone' }
  await run(refuseSignIn, { personId: step.personId, cause: 'wrong-code' }, context)
  return { kind: 'refused' }
}
