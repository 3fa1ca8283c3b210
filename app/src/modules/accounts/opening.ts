import { z } from 'zod'
import type { PersonActor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { networkOf } from '#kernel/session/network.ts'
import { seal, unseal } from '#kernel/session/seal.ts'
import { hashToken, keyedHash } from '#kernel/session/token.ts'
import { endSession, openSession, type SignInMethod, tokenOf } from '#kernel/session.ts'
import type { Ctx, Deps } from '#kernel/web/request.ts'
import { isOfficial } from './account.ts'
import { accountEvent } from './office.ts'
import { sessionByToken } from './store/accounts.ts'

/** The browser that signs in, as its session will remember it. */
export const deviceInput = z.strictObject({
  networkHash: z.instanceof(Buffer).optional(),
  networkSealed: z.instanceof(Buffer).optional(),
  userAgent: z.string().optional(),
  /** The token that the browser sent, of whatever session it had. */
  replacedToken: z.string().optional(),
})
export type DeviceInput = z.output<typeof deviceInput>

const networkPurpose = 'network of a session'

export function deviceIn(deps: Deps, c: Ctx): DeviceInput {
  const network = networkOf(c)
  return {
    networkHash: network ? keyedHash(deps.secret, 'network', network) : undefined,
    networkSealed: network ? seal(deps.secret, networkPurpose, network) : undefined,
    userAgent: c.req.header('user-agent'),
    replacedToken: tokenOf(c, deps.config),
  }
}

/** The network of a session, for its own person to recognise. */
export function networkIn(secret: string, sealed: Buffer | null): string | undefined {
  return sealed ? unseal(secret, networkPurpose, sealed)?.toString() : undefined
}

export type Opened = { id: string; token: string; official: boolean }
type Opening = { person: PersonActor; device: DeviceInput; method: SignInMethod; strong: boolean }

/** Ends the session that the browser had and opens a new one under a new token: what was planted there is worthless. */
export async function openAnew(tx: Tx, opening: Opening, now: Date): Promise<{ opened: Opened; event: NewEvent }> {
  const { person, device, method, strong } = opening
  const { personId } = person
  const { replacedToken, ...kept } = device
  const replaced = replacedToken ? await sessionByToken(tx, hashToken(replacedToken)) : undefined
  if (replaced) await endSession(tx, replaced.personId, replaced.id, now)
  const official = isOfficial(person)
  const session = await openSession(tx, { personId, official, method, strong, ...kept }, now)
  const payload = { sessionId: session.id, method }
  return { opened: { ...session, official }, event: accountEvent('session.opened', personId, payload) }
}
