import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason, type Verdict } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { hashToken } from '#kernel/session/token.ts'
import { endSession, openSession as open, personActor } from '#kernel/session.ts'
import { type Account, isOfficial } from '../account.ts'
import { accountEvent } from '../office.ts'
import { lockedAccount, sessionByToken, setHash } from '../store/accounts.ts'
import { words } from '../words.ts'

/** After the password was found right: ends the session that the browser had, opens a new one under a new token. */
export const openSession = operation({
  name: 'open-session',
  summary: both('Membuka sesi', 'Opens a session'),
  input: z.strictObject({
    personId: z.uuid(),
    /** The hash that the password was checked against. */
    checkedHash: z.string(),
    /** The password hashed anew, when what a hash costs was raised. */
    renewedHash: z.string().optional(),
    networkHash: z.instanceof(Buffer).optional(),
    userAgent: z.string().optional(),
    replacedToken: z.string().optional(),
  }),
  async load(tx, { personId }, { now }) {
    const account = await lockedAccount(tx, personId)
    const person = await personActor(tx, personId, now)
    return account && person && { account, person }
  },
  policy: (actor, { account }, { checkedHash }) => all(onlySignInJob(actor), mayOpenSession(account, checkedHash)),
  async change(tx, { input, subject, now }) {
    const { personId, networkHash, userAgent, renewedHash, replacedToken } = input
    const replaced = replacedToken ? await sessionByToken(tx, hashToken(replacedToken)) : undefined
    if (replaced) await endSession(tx, replaced.personId, replaced.id, now)
    if (renewedHash) await setHash(tx, personId, renewedHash)
    const official = isOfficial(subject.person)
    const session = await open(tx, { personId, official, networkHash, userAgent }, now)
    return changed({ ...session, official }, accountEvent('session.opened', personId, { sessionId: session.id }))
  },
})

function mayOpenSession(account: Account, checkedHash: string): Verdict {
  if (!account.disabledAt && account.hash === checkedHash) return true
  return reason('moved', (lang) => words[lang].refusal.moved)
}
