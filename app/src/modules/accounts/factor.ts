import { unseal } from '#kernel/session/seal.ts'
import { matchedStep } from './totp.ts'

/** An authenticator app, as signing in needs it. */
export type TotpKey = { id: string; sealed: Buffer; lastStep: number; createdAt: Date; usedAt: Date | null }
export type Passkey = {
  id: string
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
  synced: boolean
  createdAt: Date
  usedAt: Date | null
}
/** What a person can prove besides the password. */
export type Factors = { totp?: TotpKey; passkeys: Passkey[]; codesLeft: number }

export const mostPasskeys = 20
export const totpPurpose = 'authenticator key'

export function hasSecondFactor({ totp, passkeys }: Pick<Factors, 'totp' | 'passkeys'>): boolean {
  return totp !== undefined || passkeys.length > 0
}

/** The time step of the code, when it is right and has not been used. */
export function usableStep(secret: string, totp: TotpKey | undefined, code: string, now: Date): number | undefined {
  const key = totp && unseal(secret, totpPurpose, totp.sealed, totp.id)
  return key && matchedStep(key, code, totp.lastStep, now)
}
