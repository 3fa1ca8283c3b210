import { setTimeout } from 'node:timers/promises'
import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { type Outcome, type Problem, problem } from '#kernel/outcome.ts'
import { busy, hashPassword, verifyPassword } from '#kernel/password.ts'
import { admit, forgive } from '#kernel/session/attempts.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { contextWords, leastLength, mostLength, passwordFlaw } from '#kernel/session/password-rules.ts'
import { type LinkKind, readLink } from '#kernel/session/single-use.ts'
import type { Deps } from '#kernel/web/request.ts'
import { type Account, limits, normalEmail } from './account.ts'
import { officeOf } from './office.ts'
import { askReset } from './operations/ask-reset.ts'
import { changePassword } from './operations/change-password.ts'
import { setPassword } from './operations/set-password.ts'
import { accountOf } from './store/accounts.ts'
import { identitiesOf } from './store/identities.ts'
import { words } from './words.ts'

/** What is wrong with a new password for this account, if anything. */
export function passwordProblem(
  deps: Pick<Deps, 'config'>,
  account: Pick<Account, 'name' | 'email'>,
  password: string,
): Problem | undefined {
  const about = contextWords('mufakat', deps.config.MUFAKAT_PLACE, account.name, account.email)
  const flaw = passwordFlaw(password, { words: about })
  if (!flaw) return undefined
  return problem('password', flaw, (lang) => {
    const say = words[lang].password
    if (flaw === 'too-short') return say.tooShort(String(leastLength), String([...password].length))
    if (flaw === 'too-long') return say.tooLong(String(mostLength))
    return say[flaw]
  })
}

export type Confirmation = { kind: 'confirmed'; account: Account; hash: string } | Slow | { kind: 'wrong' }
export type Slow = { kind: 'too-many'; until: Date }

/** Asks the signed-in person for the password again; guessing is slowed as it is at the door. */
export async function confirmPassword(
  deps: Deps,
  personId: string,
  password: string,
  now: Date,
): Promise<Confirmation> {
  const attempt = { limit: limits.confirm, key: personId }
  const admission = await admit(deps, [attempt], now)
  if (!admission.admitted) return { kind: 'too-many', until: admission.until }
  const account = await readAs(deps.jobs, signInJob, now, (tx) => accountOf(tx, personId))
  const right = await verifyPassword(password, account?.hash).catch(busy)
  if (right === 'busy') return { kind: 'too-many', until: new Date(now.getTime() + 2000) }
  if (!account?.hash || !right) return { kind: 'wrong' }
  await forgive(deps, [attempt], [], now)
  return { kind: 'confirmed', account, hash: account.hash }
}

/** What the person can be asked for besides a second factor: the password, or their account at another service. */
export function readWays(deps: Deps, personId: string, now: Date): Promise<{ hasPassword: boolean; linked: boolean }> {
  return readAs(deps.jobs, signInJob, now, async (tx) => ({
    hasPassword: Boolean((await accountOf(tx, personId))?.hash),
    linked: (await identitiesOf(tx, personId)).length > 0,
  }))
}

type Change = { personId: string; sessionId: string; current: string; password: string; repeat: string }

/** Returns the session's new token. */
export async function changeOwnPassword(
  deps: Deps,
  change: Change,
  now: Date,
  requestId: string,
): Promise<Outcome<{ token: string }> | Slow> {
  const { personId, sessionId, current, password, repeat } = change
  const confirmation = await confirmPassword(deps, personId, current, now)
  if (confirmation.kind === 'too-many') return confirmation
  if (confirmation.kind === 'wrong') return invalid(problem('current', 'wrong', (lang) => words[lang].password.wrong))
  const flaw = passwordProblem(deps, confirmation.account, password) ?? differs(password, repeat)
  if (flaw) return invalid(flaw)
  if (password === current) return invalid(problem('password', 'same', (lang) => words[lang].password.same))
  const hash = await hashPassword(password)
  const input = { personId, sessionId, checkedHash: confirmation.hash, hash }
  return run(changePassword(officeOf(deps)), input, asSignIn(deps, now, requestId))
}

/** Whose link it is while it works; undefined once it does not. */
export function linkAccount(deps: Deps, kind: LinkKind, token: string, now: Date): Promise<Account | undefined> {
  return readAs(deps.jobs, signInJob, now, async (tx) => {
    const link = await readLink(tx, kind, token, now)
    const account = link?.state === 'open' ? await accountOf(tx, link.personId) : undefined
    return account?.disabledAt ? undefined : account
  })
}

type ByLink = { kind: LinkKind; token: string; password: string; repeat: string }

export async function setPasswordByLink(
  deps: Deps,
  { kind, token, password, repeat }: ByLink,
  now: Date,
  requestId: string,
): Promise<Outcome<{ personId: string }>> {
  const account = await linkAccount(deps, kind, token, now)
  if (!account) return { kind: 'missing' }
  const flaw = passwordProblem(deps, account, password) ?? differs(password, repeat)
  if (flaw) return invalid(flaw)
  const hash = await hashPassword(password)
  return run(setPassword(officeOf(deps)), { kind, token, hash }, asSignIn(deps, now, requestId))
}

/** Every answer takes at least this long, so that the time tells nothing about the address. */
const answerMs = 250

type Asked = { email: string; network?: string; requestId?: string }

/** A link by mail if the address has an account. The same answer either way; only a flood is turned away. */
export async function askForReset(deps: Deps, asked: Asked, now: Date): Promise<{ kind: 'answered' } | Slow> {
  const [answer] = await Promise.all([answerReset(deps, asked, now), setTimeout(answerMs)])
  return answer
}

async function answerReset(deps: Deps, { email, network, requestId }: Asked, now: Date) {
  const address = normalEmail(email)
  const shared = [{ limit: limits.resetEveryone, key: '' }]
  const admission = await admit(deps, network ? [...shared, { limit: limits.resetNetwork, key: network }] : shared, now)
  if (!admission.admitted) return { kind: 'too-many', until: admission.until } as const
  const own = await admit(deps, [{ limit: limits.resetAccount, key: address }], now)
  // A mailbox is not flooded: beyond a few letters a day nothing more is sent, and nobody is told.
  if (own.admitted) await run(askReset(officeOf(deps)), { email: address }, asSignIn(deps, now, requestId))
  return { kind: 'answered' } as const
}

function differs(password: string, repeat: string): Problem | undefined {
  return password === repeat ? undefined : problem('repeat', 'differs', (lang) => words[lang].password.differs)
}

function invalid(...problems: Problem[]): Outcome<never> {
  return { kind: 'invalid', problems }
}
