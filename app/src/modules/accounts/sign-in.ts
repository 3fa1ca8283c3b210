import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { busy, hashPassword, needsRenewal, verifyPassword } from '#kernel/password.ts'
import { admit, forgive } from '#kernel/session/attempts.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { keyedHash } from '#kernel/session/token.ts'
import type { Deps } from '#kernel/web/request.ts'
import { type Account, markOf, normalEmail, signInAttempts } from './account.ts'
import { hasSecondFactor } from './factor.ts'
import { officeOf } from './office.ts'
import type { DeviceInput, Opened } from './opening.ts'
import { askSecondStep } from './operations/ask-second-step.ts'
import { carryOutFactorReset } from './operations/carry-out-factor-reset.ts'
import { openSession } from './operations/open-session.ts'
import { refuseSignIn } from './operations/refuse-sign-in.ts'
import { readFactors } from './second-step.ts'
import { accountByEmail, knowsNetwork } from './store/accounts.ts'

export type SignIn = {
  email: string
  password: string
  /** As networkOf gives it; undefined when it is hidden. */
  network?: string
  device: DeviceInput
  requestId?: string
}

export type SignInAnswer =
  | { kind: 'signed-in'; opened: Opened }
  | { kind: 'second-step'; personId: string; mark: string }
  | { kind: 'refused' }
  | { kind: 'too-many'; until: Date }

/**
 * Counts the attempt, checks the password, opens a session. An unknown address, an account without a password, a
 * disabled one and a wrong password cost the same work and get the same answer.
 */
export async function signIn(deps: Deps, attempt: SignIn, now: Date): Promise<SignInAnswer> {
  const email = normalEmail(attempt.email)
  const networkHash = attempt.network ? keyedHash(deps.secret, 'network', attempt.network) : undefined
  const { account, known } = await lookUp(deps, email, networkHash, now)
  const { own, shared } = signInAttempts(email, attempt.network, known)
  const admission = await admit(deps, [...own, ...shared], now)
  if (!admission.admitted) return { kind: 'too-many', until: admission.until }
  const right = await verifyPassword(attempt.password, account?.hash).catch(busy)
  if (right === 'busy') return { kind: 'too-many', until: new Date(now.getTime() + 2000) }
  if (!account?.hash || account.disabledAt || !right) {
    const refusal = { personId: account?.personId, cause: causeOf(account) }
    await run(refuseSignIn, refusal, asSignIn(deps, now, attempt.requestId))
    return { kind: 'refused' }
  }
  await forgive(deps, own, shared, now)
  return letIn(deps, account.personId, account.hash, attempt, now)
}

/** The password was right: in, or on to the second step. */
async function letIn(deps: Deps, personId: string, checkedHash: string, attempt: SignIn, now: Date) {
  const context = asSignIn(deps, now, attempt.requestId)
  const renewedHash = needsRenewal(checkedHash) ? await hashPassword(attempt.password) : undefined
  await run(carryOutFactorReset(officeOf(deps)), { personId }, context)
  if (hasSecondFactor(await readFactors(deps, personId, now))) {
    const asked = await run(askSecondStep, { personId, checkedHash, renewedHash }, context)
    if (asked.kind !== 'done') return { kind: 'refused' } as const
    return { kind: 'second-step', personId, mark: markOf(asked.value) } as const
  }
  const input = { personId, checkedHash, renewedHash, device: attempt.device }
  const opened = await run(openSession, input, context)
  return opened.kind === 'done'
    ? ({ kind: 'signed-in', opened: opened.value } as const)
    : ({ kind: 'refused' } as const)
}

type Found = { account: Account | undefined; known: boolean }

function lookUp(deps: Deps, email: string, networkHash: Buffer | undefined, now: Date): Promise<Found> {
  return readAs(deps.jobs, signInJob, now, async (tx) => {
    const account = await accountByEmail(tx, email)
    // Asked for unknown addresses too, so that both take the same number of queries.
    const asked = account?.personId ?? '00000000-0000-0000-0000-000000000000'
    return { account, known: networkHash ? await knowsNetwork(tx, asked, networkHash, now) : false }
  })
}

function causeOf(account: Account | undefined) {
  if (!account) return 'unknown'
  if (account.disabledAt) return 'disabled'
  return account.hash ? 'wrong-password' : 'no-password'
}
