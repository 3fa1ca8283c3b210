import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import type { Account } from './account.ts'
import { type Factors, usableStep } from './factor.ts'
import { codeUsedMail } from './factor-mails.ts'
import { accountEvent, type Office } from './office.ts'
import { hashRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import { addMail } from './store/accounts.ts'
import { useCode, useTotpStep } from './store/factors.ts'

export type Redeemed = { method: 'code' | 'recovery-code'; events: NewEvent[] }

/** Uses up what was typed: six digits are the app's code, anything else a recovery code. Undefined: neither fits. */
export async function redeem(
  tx: Tx,
  office: Office,
  { account, factors }: { account: Account; factors: Factors },
  typed: string,
  now: Date,
): Promise<Redeemed | undefined> {
  const text = typed.replaceAll(/\s/g, '')
  if (/^\d{6}$/.test(text)) {
    const step = usableStep(office.secret, factors.totp, text, now)
    if (step === undefined || !(await useTotpStep(tx, factors.totp!.id, step, now))) return undefined
    return { method: 'code', events: [] }
  }
  if (!readRecoveryCode(text)) return undefined
  const { personId, lang, name } = account
  if (!(await useCode(tx, personId, hashRecoveryCode(text), now))) return undefined
  const left = factors.codesLeft - 1
  await addMail(tx, account, codeUsedMail(lang, { ...office, name }, left), now)
  return { method: 'recovery-code', events: [accountEvent('recovery-code.used', personId, { left })] }
}
