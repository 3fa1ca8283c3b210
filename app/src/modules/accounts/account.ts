import { createHash } from 'node:crypto'
import { type Class, coordinates, hasRole, type PersonActor, type SeatRole, seatRoles } from '#kernel/access.ts'
import { type Reason, reason, type Verdict } from '#kernel/reason.ts'
import type { Attempt, Limit } from '#kernel/session/attempts.ts'
import { words } from './words.ts'

/** An account as signing in needs it. `hash` is null until the invited person has chosen a password. */
export type Account = {
  personId: string
  name: string
  email: string
  hash: string | null
  lang: 'id' | 'en'
  disabledAt: Date | null
}

export function normalEmail(text: string): string {
  return text.trim().toLowerCase().slice(0, 254)
}

/** Acts for an organisation, in a programme or for the installation: held to the short session limits. */
export function isOfficial(actor: PersonActor): boolean {
  return actor.seats.length > 0 || actor.roles.length > 0 || actor.organisationIds.length > 0
}

const day = 86_400

/** How long a session lasts unused; the database holds it to this (mufakat.session_actor). */
export function idleSeconds(official: boolean): number {
  return official ? 1800 : 14 * day
}

export const limits = {
  account: { scope: 'sign-in-account', free: 5, firstWait: 2, longestWait: 900, forget: day },
  network: { scope: 'sign-in-network', free: 30, firstWait: 2, longestWait: 300, forget: 3600 },
  everyone: { scope: 'sign-in-everyone', free: 300, firstWait: 1, longestWait: 10, forget: 600 },
  confirm: { scope: 'confirm-password', free: 5, firstWait: 2, longestWait: 900, forget: day },
  code: { scope: 'second-factor', free: 5, firstWait: 2, longestWait: 900, forget: day },
  resetAccount: { scope: 'reset-account', free: 3, firstWait: 300, longestWait: 3600, forget: day },
  resetNetwork: { scope: 'reset-network', free: 20, firstWait: 10, longestWait: 600, forget: 3600 },
  resetEveryone: { scope: 'reset-everyone', free: 100, firstWait: 1, longestWait: 30, forget: 600 },
} satisfies Record<string, Limit>

/**
 * What one sign-in counts against. A network where this account has signed in before has its own count and is not
 * slowed by strangers elsewhere, so that guessing at an account does not lock its owner out.
 */
export function signInAttempts(email: string, network: string | undefined, known: boolean) {
  const own: Attempt[] = [{ limit: limits.account, key: known ? `${email} ${network}` : email }]
  const shared: Attempt[] = []
  if (network) shared.push({ limit: limits.network, key: network })
  if (!known) shared.push({ limit: limits.everyone, key: '' })
  return { own, shared }
}

/** Changes when the password does: a first step that was right before does not count any more. */
export function markOf(account: Pick<Account, 'personId' | 'hash'>): string {
  return createHash('sha256')
    .update(`${account.personId} ${account.hash ?? ''}`)
    .digest('base64url')
}

export function firstStepStands(account: Account, mark: string): Verdict {
  if (!account.disabledAt && markOf(account) === mark) return true
  return reason('step-gone', (lang) => words[lang].second.gone)
}

/** A passkey names its account only once it is checked, so its attempts count for the network and everyone. */
export function passkeyAttempts(network: string | undefined): Attempt[] {
  const everyone = { limit: limits.everyone, key: '' }
  return network ? [everyone, { limit: limits.network, key: network }] : [everyone]
}

/** What an invitation would do: make someone a member of an organisation, perhaps with a seat in a programme. */
export type Invitation = {
  organisationId: string
  seat?: { programmeId: string; role: SeatRole }
  /** Programmes in which the organisation is a party today, with its role there and the programme's class. */
  parties: { programmeId: string; role: string; class: Class }[]
}

export function mayOpenInvitations(actor: PersonActor): Verdict {
  const leads = actor.seats.some((seat) => seat.role === 'coordinator' || seat.role === 'deputy')
  return leads || hasRole(actor, 'operator') ? true : refusal('mayNotInvite')
}

export function mayInvite(actor: PersonActor, { seat, parties }: Invitation): Verdict {
  // A seat opens records, so the operator cannot give one: only the programme's own coordination team can.
  if (seat) return coordinates(actor, seat.programmeId) ? true : refusal('seatByCoordinator')
  if (hasRole(actor, 'operator')) return true
  return parties.some((party) => coordinates(actor, party.programmeId)) ? true : refusal('mayNotInvite')
}

export function mayManageAccounts(actor: PersonActor): Verdict {
  return hasRole(actor, 'operator') ? true : refusal('operatorOnly')
}

/** Seats that a party of this role can hold. */
export function seatRolesOf(partyRole: string): SeatRole[] {
  if (partyRole === 'observer') return ['observer']
  if (partyRole === 'oversight') return ['auditor']
  return seatRoles.filter((role) => role !== 'observer' && role !== 'auditor')
}

function refusal(code: 'mayNotInvite' | 'seatByCoordinator' | 'operatorOnly'): Reason {
  return reason(
    code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    (lang) => words[lang].refusal[code],
  )
}
