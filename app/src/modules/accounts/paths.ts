export const accountPaths = {
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  signOut: () => '/sign-out',
  askReset: () => '/sign-in/reset',
  invitation: (token: string) => `/invitations/${token}`,
  reset: (token: string) => `/resets/${token}`,
  work: () => '/work',
  password: () => '/work/password',
  sessions: () => '/work/sessions',
  endSession: (id: string) => `/work/sessions/${id}/ending`,
  endAllSessions: () => '/work/sessions/ending',
  tokens: () => '/work/tokens',
  revokeToken: (id: string) => `/work/tokens/${id}/revocation`,
  invitations: () => '/work/invitations',
  renewInvitation: (personId: string) => `/work/invitations/${personId}/renewal`,
  accounts: () => '/work/accounts',
  suspendAccount: (personId: string) => `/work/accounts/${personId}/suspension`,
  reinstateAccount: (personId: string) => `/work/accounts/${personId}/reinstatement`,
  provider: (next?: string) => (next ? `/sign-in/provider?next=${encodeURIComponent(next)}` : '/sign-in/provider'),
  providerCallback: () => '/sign-in/provider/callback',
  invitationByProvider: (token: string) => `/invitations/${token}/provider`,
  proofByProvider: (to?: string) => (to ? `/work/proof/provider?to=${encodeURIComponent(to)}` : '/work/proof/provider'),
  unlinkIdentity: (id: string) => `/work/factors/identities/${id}/removal`,
  secondStep: () => '/sign-in/second',
  passkeySignIn: () => '/sign-in/passkey',
  proof: () => '/work/proof',
  factors: () => '/work/factors',
  totp: () => '/work/factors/totp',
  totpKey: () => '/work/factors/totp/key',
  recoveryCodes: () => '/work/factors/recovery-codes',
  newPasskey: () => '/work/factors/passkeys/new',
  removeFactor: (id: string) => `/work/factors/${id}/removal`,
  cancelOwnReset: (id: string) => `/work/factors/resets/${id}/cancellation`,
  ownData: () => '/work/my-data',
  factorResets: () => '/work/resets',
  approveReset: (id: string) => `/work/resets/${id}/approval`,
  cancelReset: (id: string) => `/work/resets/${id}/cancellation`,
  mailbox: () => '/dev/mailbox',
}

/** A path of this installation to go on to after signing in; anything else leads to the workspace. */
export function ownPath(next: string | undefined, baseUrl: string): string {
  // Browsers read a backslash as a slash and drop control characters, so both could smuggle in another host.
  if (!next || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return accountPaths.work()
  const url = URL.parse(next, baseUrl)
  if (!url || url.origin !== new URL(baseUrl).origin || url.pathname.startsWith('//')) return accountPaths.work()
  const away = [accountPaths.signIn(), accountPaths.signOut(), accountPaths.proof()].some(
    (path) => url.pathname === path || url.pathname.startsWith(`${path}/`),
  )
  return away ? accountPaths.work() : url.pathname + url.search
}
