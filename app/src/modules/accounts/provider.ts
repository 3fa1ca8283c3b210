import * as oidc from 'openid-client'
import type { Config } from '#kernel/config.ts'
import type { Deps } from '#kernel/web/request.ts'
import { accountPaths } from './paths.ts'

/** What the browser is sent away for, kept sealed in it until it comes back. */
export type Errand =
  | { purpose: 'sign-in'; next: string }
  | { purpose: 'invitation'; token: string }
  | { purpose: 'proof'; sessionId: string; to: string }
export type Journey = { errand: Errand; state: string; nonce: string; verifier: string }

/** Who the provider says it is, checked: signature, issuer, audience, time, nonce, and level where one is asked for. */
export type Claimed = { issuer: string; subject: string; strong: boolean; verifiedEmail?: string }

/** An account there and the address of one here, to be linked once the second factor here is shown. */
export type PendingLink = { email: string; issuer: string; subject: string }

/** How long ago the person may have proved themselves to the provider, when a fresh proof is asked for. */
const freshSeconds = 60

export function providerName({ config }: Pick<Deps, 'config'>): string | undefined {
  return config.OIDC_ISSUER ? config.OIDC_NAME : undefined
}

/** Where to send the browser, and what to remember of it. */
export async function beginJourney(deps: Deps, errand: Errand): Promise<{ url: string; journey: Journey }> {
  const { config } = deps
  const server = await discovered(config)
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
  const url = oidc.buildAuthorizationUrl(server, {
    redirect_uri: callbackUrl(config),
    response_type: 'code',
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(config.OIDC_ACR ? { acr_values: config.OIDC_ACR } : {}),
    ...(errand.purpose === 'proof' ? { prompt: 'login', max_age: String(freshSeconds) } : {}),
  })
  return { url: url.href, journey: { errand, state, nonce, verifier } }
}

/** Undefined when anything about the answer is not as it must be. */
export async function endJourney(deps: Deps, journey: Journey, search: string): Promise<Claimed | undefined> {
  const { config } = deps
  const server = await discovered(config)
  const proof = journey.errand.purpose === 'proof'
  const tokens = await oidc.authorizationCodeGrant(server, new URL(callbackUrl(config) + search), {
    expectedState: journey.state,
    expectedNonce: journey.nonce,
    pkceCodeVerifier: journey.verifier,
    idTokenExpected: true,
    ...(proof ? { maxAge: freshSeconds } : {}),
  })
  const claims = tokens.claims()
  if (!claims) return undefined
  const levels = config.OIDC_ACR?.split(' ') ?? []
  if (levels.length > 0 && !levels.includes(String(claims.acr))) return undefined
  const methods = Array.isArray(claims.amr) ? claims.amr : []
  return {
    issuer: claims.iss,
    subject: claims.sub,
    strong: levels.length > 0 || methods.includes('mfa'),
    verifiedEmail: await verifiedEmail(config, server, tokens.access_token, claims.sub),
  }
}

/** Where the person also ends the session at the provider; undefined when it has no such page. */
export async function endSessionUrl({ config }: Pick<Deps, 'config'>): Promise<string | undefined> {
  const server = await discovered(config)
  if (!server.serverMetadata().end_session_endpoint) return undefined
  return oidc.buildEndSessionUrl(server, { post_logout_redirect_uri: `${config.BASE_URL}/` }).href
}

async function verifiedEmail(config: Config, server: oidc.Configuration, accessToken: string, subject: string) {
  if (config.OIDC_LINK !== 'verified-email') return undefined
  const { email, email_verified } = await oidc.fetchUserInfo(server, accessToken, subject)
  return email_verified === true ? email : undefined
}

function callbackUrl({ BASE_URL }: Config): string {
  return `${BASE_URL}${accountPaths.providerCallback()}`
}

const known = new WeakMap<Config, Promise<oidc.Configuration>>()

/** Read once from the provider's own description; a failure is not remembered. */
function discovered(config: Config): Promise<oidc.Configuration> {
  const found = known.get(config) ?? discover(config)
  known.set(config, found)
  found.catch(() => known.delete(config))
  return found
}

function discover({ OIDC_ISSUER = '', OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET }: Config) {
  const issuer = new URL(OIDC_ISSUER)
  const client = OIDC_CLIENT_SECRET ? oidc.ClientSecretBasic(OIDC_CLIENT_SECRET) : oidc.None()
  // The signature is checked even though the token came straight from the provider: none, or another's, is refused.
  const execute = [oidc.enableNonRepudiationChecks]
  if (issuer.protocol === 'http:') execute.push(oidc.allowInsecureRequests)
  return oidc.discovery(issuer, OIDC_CLIENT_ID, {}, client, {
    execute,
    timeout: 10,
  })
}
