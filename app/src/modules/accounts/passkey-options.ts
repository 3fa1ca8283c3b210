import type { Deps } from '#kernel/web/request.ts'
import { newChallenge } from './challenge.ts'
import type { Passkey } from './factor.ts'
import { relyingParty } from './relying-party.ts'

/** What the page hands to the browser, as JSON; undefined where there are no passkeys. */
export type PasskeyOptions = string | undefined

const timeout = 300_000

/** For signing in: whichever passkey of this site the device has. For a proof: one of the person's own. */
export function askOptions(deps: Deps, use: string, passkeys: Passkey[], now: Date): PasskeyOptions {
  const party = relyingParty(deps)
  if (!party) return undefined
  return JSON.stringify({
    challenge: newChallenge(deps.secret, use, now),
    rpId: party.id,
    userVerification: 'required',
    timeout,
    allowCredentials: passkeys.map(described),
  })
}

type Owner = { personId: string; name: string; email: string }

export function createOptions(deps: Deps, use: string, owner: Owner, passkeys: Passkey[], now: Date): PasskeyOptions {
  const party = relyingParty(deps)
  if (!party) return undefined
  const id = Buffer.from(owner.personId.replaceAll('-', ''), 'hex').toString('base64url')
  return JSON.stringify({
    challenge: newChallenge(deps.secret, use, now),
    rp: { id: party.id, name: party.name },
    user: { id, name: owner.email, displayName: owner.name },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: passkeys.map(described),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
    timeout,
  })
}

function described({ credentialId, transports }: Passkey) {
  return { type: 'public-key', id: credentialId.toString('base64url'), transports }
}
