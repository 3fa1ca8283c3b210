import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { readAs } from '#kernel/database.ts'
import { signInJob } from '#kernel/session/job.ts'
import type { Deps } from '#kernel/web/request.ts'
import { type Challenge, readChallenge } from './challenge.ts'
import { relyingParty } from './relying-party.ts'
import { type NewPasskey, passkeyByCredential } from './store/factors.ts'

const text = z.string().max(20_000)
const answer = z.object({ id: text, rawId: text, type: z.literal('public-key') })
const assertion = answer.extend({
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.nullish().transform((handle) => handle ?? undefined),
  }),
})
const attestation = answer.extend({
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

/** A use of a passkey whose signature is right; the operation still has to use up the challenge and the count. */
export type PasskeyUse = { personId: string; passkeyId: string; counter: number; challenge: Challenge }

/** Checks signature, origin, site, challenge and that the device verified its person; undefined when anything is amiss. */
export async function checkPasskey(deps: Deps, use: string, typed: string, now: Date): Promise<PasskeyUse | undefined> {
  const party = relyingParty(deps)
  const response = assertion.safeParse(jsonIn(typed)).data
  if (!party || !response) return undefined
  const credentialId = Buffer.from(response.id, 'base64url')
  const passkey = await readAs(deps.jobs, signInJob, now, (tx) => passkeyByCredential(tx, credentialId))
  if (!passkey) return undefined
  const expected = expectChallenge(deps, use, now)
  const verified = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} } as AuthenticationResponseJSON,
    expectedChallenge: expected.accepts,
    expectedOrigin: party.origins,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id: response.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(() => undefined)
  const challenge = expected.accepted()
  if (!verified?.verified || !challenge) return undefined
  const { newCounter: counter } = verified.authenticationInfo
  return { personId: passkey.personId, passkeyId: passkey.id, counter, challenge }
}

export type PasskeyMade = Omit<NewPasskey, 'name'> & { challenge: Challenge }

/** A new passkey as the browser made it; undefined when anything is amiss. */
export async function checkNewPasskey(
  deps: Deps,
  use: string,
  typed: string,
  now: Date,
): Promise<PasskeyMade | undefined> {
  const party = relyingParty(deps)
  const response = attestation.safeParse(jsonIn(typed)).data
  if (!party || !response) return undefined
  const expected = expectChallenge(deps, use, now)
  const checked = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} } as RegistrationResponseJSON,
    expectedChallenge: expected.accepts,
    expectedOrigin: party.origins,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(() => undefined)
  const challenge = expected.accepted()
  if (!checked?.verified || !challenge) return undefined
  const { credential, credentialBackedUp: synced } = checked.registrationInfo
  return {
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: (response.response.transports ?? []).filter((name) => known.includes(name)),
    synced,
    challenge,
  }
}

/** Lets through one of our own challenges and remembers which. */
function expectChallenge(deps: Deps, use: string, now: Date) {
  let found: Challenge | undefined
  return {
    accepts(given: string): boolean {
      found = readChallenge(deps.secret, use, given, now)
      return found !== undefined
    },
    accepted: () => found,
  }
}

const known = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']

function jsonIn(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return undefined
  }
}
