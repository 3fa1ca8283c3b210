import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { endAllSessions, personActor, rotateSession } from '#kernel/session.ts'
import { isOfficial } from '../account.ts'
import { type Factors, hasSecondFactor } from '../factor.ts'
import { factorRemovedMail } from '../factor-mails.ts'
import { accountEvent, type Office } from '../office.ts'
import { addMail, lockedAccount } from '../store/accounts.ts'
import { factorsOf, removePasskeys, removeTotp, replaceCodes } from '../store/factors.ts'
import { words } from '../words.ts'

/** Takes away the authenticator app or one passkey. `required`: officials of this installation must keep one. */
export const removeFactor = (office: Office, required: boolean) =>
  operation({
    name: 'remove-factor',
    summary: both('Melepas langkah kedua', 'Removes a second factor'),
    input: z.strictObject({ personId: z.uuid(), sessionId: z.uuid(), factorId: z.uuid() }),
    async load(tx, { personId }, { now }) {
      const account = await lockedAccount(tx, personId)
      const person = await personActor(tx, personId, now)
      return account && person && { account, person, factors: await factorsOf(tx, personId) }
    },
    policy: (actor, { person, factors }, { factorId }) =>
      all(
        onlySignInJob(actor),
        required && isOfficial(person) && !hasSecondFactor(without(factors, factorId)) ? mustKeepOne : true,
      ),
    async change(tx, { input: { sessionId, factorId }, subject: { account, factors }, now }) {
      const { personId, lang, name } = account
      const kind = factors.totp?.id === factorId ? 'totp' : 'passkey'
      const removed =
        kind === 'totp' ? await removeTotp(tx, personId, now, 'all') : await removePasskeys(tx, personId, now, factorId)
      if (removed === 0) return refusedBecause(gone)
      if (!hasSecondFactor(without(factors, factorId))) await replaceCodes(tx, personId, [], now)
      await endAllSessions(tx, personId, now, sessionId)
      const token = await rotateSession(tx, sessionId, now)
      await addMail(tx, account, factorRemovedMail(lang, { ...office, name }, kind), now)
      return changed({ token }, accountEvent('second-factor.removed', personId, { factorId, kind }))
    },
  })

function without({ totp, passkeys }: Factors, id: string) {
  return { totp: totp?.id === id ? undefined : totp, passkeys: passkeys.filter((key) => key.id !== id) }
}

const mustKeepOne = reason('must-keep-one', (lang) => words[lang].factors.mustKeepOne)
const gone = reason('gone', (lang) => words[lang].factors.gone)
