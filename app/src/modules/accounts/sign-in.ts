import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { busy, hashPassword, needsRenewal, verifyPassword } from '#kernel/password.ts'
import { admit, forgive } from '#kernel/session/attempts.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { keyedHash } from '#kernel/session/token.ts'
import type { Deps } from '#kernel/web/request.ts'
import { type Account, normalEmail, signInAttempts } from './account.ts'
import { openSession } from './operations/open-session.ts'
import { refuseSignIn } from './operations/refuse-sign-in.ts'
import { accountByEmail, knowsNetwork } from './store/accounts.ts'

export type SignIn = {
  email: string
  password: string
  /** As networkOf gives it; undefined when it is hidden. */
  network?: string
  userAgent?: string
  /** The token that the browser sent, of whatever session it had. */
  replacedToken?: string
  requestId?: string
}

export type SignInAnswer =
  | { kind: 'signed-in'; token: string; official: boolean }
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
  const context = asSignIn(deps, now, attempt.requestId)
  if (!account?.hash || account.disabledAt || !right) {
    await run(refuseSignIn, { personId: account?.personId, cause: causeOf(account) }, context)
    return { kind: 'refused' }
  }
  await forgive(deps, own, shared, now)
  const opened = await run(
    openSession,
    {
      personId: account.personId,
      checkedHash: account.hash,
      renewedHash: needsRenewal(account.hash) ? await hashPassword(attempt.password) : undefined,
      networkHash,
      userAgent: attempt.userAgent,
      replacedToken: attempt.replacedToken,
    },
    context,
  )
  return opened.kind === 'done' ? { kind: 'signed-in', ...opened.value } : { kind: 'refused' }
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
