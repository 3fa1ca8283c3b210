import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import type { Deps } from '#kernel/web/request.ts'
import { markOf, normalEmail } from './account.ts'
import { hasSecondFactor } from './factor.ts'
import { officeOf } from './office.ts'
import type { DeviceInput, Opened } from './opening.ts'
import { askSecondStep } from './operations/ask-second-step.ts'
import { carryOutFactorReset } from './operations/carry-out-factor-reset.ts'
import { acceptByIdentity, linkByEmail } from './operations/link-identity.ts'
import { openSessionByIdentity } from './operations/open-session-by-identity.ts'
import { refuseSignIn } from './operations/refuse-sign-in.ts'
import type { Claimed } from './provider.ts'
import { accountOf } from './store/accounts.ts'
import { factorsOf } from './store/factors.ts'
import { identityBySubject } from './store/identities.ts'

type Found = { personId: string; identityId: string; fresh: boolean }
export type ProviderAnswer =
  | { kind: 'signed-in'; opened: Opened }
  | { kind: 'second-step'; personId: string; mark: string }
  | { kind: 'refused' }

/** In by issuer and subject; an unknown one only by invitation, or by verified address where that is configured. */
export async function signInByProvider(
  deps: Deps,
  claimed: Claimed,
  how: { invitation?: string; device: DeviceInput },
  now: Date,
  requestId: string,
): Promise<ProviderAnswer> {
  const found = how.invitation
    ? await accepted(deps, claimed, how.invitation, now, requestId)
    : ((await linkedAlready(deps, claimed, now)) ?? (await linkedNow(deps, claimed, now, requestId)))
  if (!found) {
    await noteRefusal(deps, now, requestId)
    return { kind: 'refused' }
  }
  const context = asSignIn(deps, now, requestId)
  await run(carryOutFactorReset(officeOf(deps)), { personId: found.personId }, context)
  const { account, factors } = await readAs(deps.jobs, signInJob, now, async (tx) => ({
    account: await accountOf(tx, found.personId),
    factors: await factorsOf(tx, found.personId),
  }))
  // An address alone never gets past a second factor: the first time, it is asked whatever the provider says.
  const strong = claimed.strong && !(found.fresh && hasSecondFactor(factors))
  if (account && hasSecondFactor(factors) && !strong) {
    const asked = await run(askSecondStep, { personId: found.personId, checkedHash: account.hash }, context)
    if (asked.kind === 'done') return { kind: 'second-step', personId: found.personId, mark: markOf(account) }
  }
  const { personId, identityId } = found
  const opened = await run(openSessionByIdentity, { personId, identityId, strong, device: how.device }, context)
  if (opened.kind === 'done') return { kind: 'signed-in', opened: opened.value }
  await noteRefusal(deps, now, requestId, personId)
  return { kind: 'refused' }
}

export async function noteRefusal(deps: Deps, now: Date, requestId: string, personId?: string): Promise<void> {
  await run(refuseSignIn, { personId, cause: 'wrong-identity' }, asSignIn(deps, now, requestId))
}

export async function linkedAlready(deps: Deps, { issuer, subject }: Claimed, now: Date): Promise<Found | undefined> {
  const known = await readAs(deps.jobs, signInJob, now, (tx) => identityBySubject(tx, issuer, subject))
  return known && { personId: known.personId, identityId: known.id, fresh: false }
}

async function linkedNow(deps: Deps, claimed: Claimed, now: Date, requestId: string): Promise<Found | undefined> {
  const { issuer, subject, verifiedEmail } = claimed
  if (!verifiedEmail) return undefined
  const input = { email: normalEmail(verifiedEmail), issuer, subject, provider: deps.config.OIDC_NAME }
  const outcome = await run(linkByEmail(officeOf(deps)), input, asSignIn(deps, now, requestId))
  return outcome.kind === 'done' ? { ...outcome.value, fresh: true } : undefined
}

async function accepted(deps: Deps, { issuer, subject }: Claimed, token: string, now: Date, requestId: string) {
  const input = { token, issuer, subject, provider: deps.config.OIDC_NAME }
  const outcome = await run(acceptByIdentity(officeOf(deps)), input, asSignIn(deps, now, requestId))
  return outcome.kind === 'done' ? { ...outcome.value, fresh: true } : undefined
}
