import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason, type Verdict } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { personActor } from '#kernel/session.ts'
import type { Account } from '../account.ts'
import { type Factors, hasSecondFactor } from '../factor.ts'
import { deviceInput, openAnew } from '../opening.ts'
import { lockedAccount, setHash } from '../store/accounts.ts'
import { factorsOf } from '../store/factors.ts'
import { words } from '../words.ts'

/** After the password was found right, for an account without a second factor. */
export const openSession = operation({
  name: 'open-session',
  summary: both('Membuka sesi', 'Opens a session'),
  input: z.strictObject({
    personId: z.uuid(),
    /** The hash that the password was checked against. */
    checkedHash: z.string(),
    /** The password hashed anew, when what a hash costs was raised. */
    renewedHash: z.string().optional(),
    device: deviceInput,
  }),
  async load(tx, { personId }, { now }) {
    const account = await lockedAccount(tx, personId)
    const person = await personActor(tx, personId, now)
    return account && person && { account, person, factors: await factorsOf(tx, personId) }
  },
  policy: (actor, { account, factors }, { checkedHash }) =>
    all(onlySignInJob(actor), mayOpenSession(account, factors, checkedHash)),
  async change(tx, { input: { personId, renewedHash, device }, subject: { person }, now }) {
    if (renewedHash) await setHash(tx, personId, renewedHash)
    const { opened, event } = await openAnew(tx, { person, device, method: 'password', strong: false }, now)
    return changed(opened, event)
  },
})

function mayOpenSession(account: Account, factors: Factors, checkedHash: string): Verdict {
  if (!account.disabledAt && account.hash === checkedHash && !hasSecondFactor(factors)) return true
  return reason('moved', (lang) => words[lang].refusal.moved)
}
