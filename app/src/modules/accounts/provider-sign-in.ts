import { type ReadTx, readAs } from '#kernel/database.ts'
import { type RunContext, run } from '#kernel/operation.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import type { Deps } from '#kernel/web/request.ts'
import { type Account, markOf, normalEmail } from './account.ts'
import { hasSecondFactor } from './factor.ts'
import { officeOf } from './office.ts'
import type { DeviceInput, Opened } from './opening.ts'
import { askSecondStep } from './operations/ask-second-step.ts'
import { carryOutFactorReset } from './operations/carry-out-factor-reset.ts'
import { acceptByIdentity, linkByEmail } from './operations/link-identity.ts'
import { openSessionByIdentity } from './operations/open-session-by-identity.ts'
import { refuseSignIn } from './operations/refuse-sign-in.ts'
import type { Claimed, PendingLink } from './provider.ts'
import { accountByEmail, accountOf } from './store/accounts.ts'
import { factorsOf } from './store/factors.ts'
import { identityBySubject } from './store/identities.ts'

type Found = { personId: string; identityId: string }
export type ProviderAnswer =
  | { kind: 'signed-in'; opened: Opened }
  | { kind: 'second-step'; personId: string; mark: string; link?: PendingLink }
  | { kind: 'refused' }

/** In by issuer and subject; an unknown one only by invitation, or by verified address where that is configured. */
export async function signInByProvider(
  deps: Deps,
  claimed: Claimed,
  how: { invitation?: string; device: DeviceInput },
  now: Date,
  requestId: string,
): Promise<ProviderAnswer> {
  const context = asSignIn(deps, now, requestId)
  const found = how.invitation
    ? await accepted(deps, claimed, how.invitation, context)
    : ((await linkedAlready(deps, claimed, now)) ?? (await linkedNow(deps, claimed, now, context)))
  if (found && 'kind' in found) return found
  const answer = found && (await openOrAsk(deps, found, claimed.strong, how.device, now, context))
  if (answer) return answer
  await noteRefusal(deps, now, requestId, found?.personId)
  return { kind: 'refused' }
}

/** Open for who is linked, unless a second factor here is still to be shown. */
async function openOrAsk(
  deps: Deps,
  { personId, identityId }: Found,
  strong: boolean,
  device: DeviceInput,
  now: Date,
  context: RunContext,
): Promise<ProviderAnswer | undefined> {
  await run(carryOutFactorReset(officeOf(deps)), { personId }, context)
  const { account, guarded } = await readGuard(deps, now, (tx) => accountOf(tx, personId))
  if (account && guarded && !strong) return secondStep(account, context)
  const opened = await run(openSessionByIdentity, { personId, identityId, strong, device }, context)
  return opened.kind === 'done' ? { kind: 'signed-in', opened: opened.value } : undefined
}

function readGuard(deps: Deps, now: Date, find: (tx: ReadTx) => Promise<Account | undefined>) {
  return readAs(deps.jobs, signInJob, now, async (tx) => {
    const account = await find(tx)
    return { account, guarded: account !== undefined && hasSecondFactor(await factorsOf(tx, account.personId)) }
  })
}

async function secondStep(
  { personId, hash }: Account,
  context: RunContext,
  link?: PendingLink,
): Promise<ProviderAnswer | undefined> {
  const asked = await run(askSecondStep, { personId, checkedHash: hash }, context)
  return asked.kind === 'done' ? { kind: 'second-step', personId, mark: markOf({ personId, hash }), link } : undefined
}

export async function noteRefusal(deps: Deps, now: Date, requestId: string, personId?: string): Promise<void> {
  await run(refuseSignIn, { personId, cause: 'wrong-identity' }, asSignIn(deps, now, requestId))
}

export async function linkedAlready(deps: Deps, { issuer, subject }: Claimed, now: Date): Promise<Found | undefined> {
  const known = await readAs(deps.jobs, signInJob, now, (tx) => identityBySubject(tx, issuer, subject))
  return known && { personId: known.personId, identityId: known.id }
}

/** By verified address. An address alone never gets past a second factor: then the link waits until that is shown. */
async function linkedNow(deps: Deps, claimed: Claimed, now: Date, context: RunContext) {
  const { issuer, subject, verifiedEmail } = claimed
  if (!verifiedEmail) return undefined
  const link = { email: normalEmail(verifiedEmail), issuer, subject }
  const { account, guarded } = await readGuard(deps, now, (tx) => accountByEmail(tx, link.email))
  if (account && guarded) return account.disabledAt ? undefined : secondStep(account, context, link)
  return linkPending(deps, link, context)
}

/** Links what waited; nothing when it cannot be linked any more. */
export async function linkPending(deps: Deps, link: PendingLink, context: RunContext): Promise<Found | undefined> {
  const outcome = await run(linkByEmail(officeOf(deps)), { ...link, provider: deps.config.OIDC_NAME }, context)
  return outcome.kind === 'done' ? outcome.value : undefined
}

async function accepted(deps: Deps, { issuer, subject }: Claimed, token: string, context: RunContext) {
  const input = { token, issuer, subject, provider: deps.config.OIDC_NAME }
  const outcome = await run(acceptByIdentity(officeOf(deps)), input, context)
  return outcome.kind === 'done' ? outcome.value : undefined
}
