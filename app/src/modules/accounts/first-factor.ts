import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { endAllSessions, rotateSession } from '#kernel/session.ts'
import type { Account } from './account.ts'
import { type Factors, hasSecondFactor } from './factor.ts'
import { type FactorKind, factorAddedMail } from './factor-mails.ts'
import { accountEvent, type Office } from './office.ts'
import { codesAtOnce, hashRecoveryCode, newRecoveryCode } from './recovery-code.ts'
import { addMail } from './store/accounts.ts'
import { replaceCodes } from './store/factors.ts'

type Added = { account: Account; factors: Factors; sessionId: string; kind: FactorKind; factorId: string }
export type FactorAdded = { token: string; codes: string[] }

/** Whatever was signed in without the new factor ends, this session goes on under a new token; the first one brings recovery codes. */
export async function settleNewFactor(
  tx: Tx,
  office: Office,
  { account, factors, sessionId, kind, factorId }: Added,
  now: Date,
): Promise<{ value: FactorAdded; events: [NewEvent, ...NewEvent[]] }> {
  const { personId, lang, name } = account
  await endAllSessions(tx, personId, now, sessionId)
  const token = await rotateSession(tx, sessionId, now, true)
  await addMail(tx, account, factorAddedMail(lang, { ...office, name }, kind), now)
  const added = accountEvent('second-factor.added', personId, { factorId, kind })
  if (hasSecondFactor(factors) && factors.codesLeft > 0) return { value: { token, codes: [] }, events: [added] }
  const { codes, event } = await freshCodes(tx, personId, now)
  return { value: { token, codes }, events: [added, event] }
}

/** Ten new codes, handed back this once; the database keeps their hashes. */
export async function freshCodes(tx: Tx, personId: string, now: Date): Promise<{ codes: string[]; event: NewEvent }> {
  const codes = Array.from({ length: codesAtOnce }, newRecoveryCode)
  await replaceCodes(tx, personId, codes.map(hashRecoveryCode), now)
  return { codes, event: accountEvent('recovery-codes.made', personId, { count: codes.length }) }
}
